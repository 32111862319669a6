"""Writing entities into an analysis: which one each mention names, who the source of each claim is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from model.actors.local import LocalActor, local_actors
from model.actors.names import fold, lexicon, words
from model.analysis import Analysis
from model.records import Claim, Mention, Span

_PERSON = frozenset({"he", "she", "him", "her"})
_GROUP = frozenset({"it", "they", "them"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})


def link(
    analysis: Analysis,
    assignment: Mapping[str, str],
    actors: Sequence[LocalActor] | None = None,
) -> Analysis:
    """The analysis with entities.

    `assignment` maps ids of the article's local actors to what mentions and claims shall name.

    `actors` are the article's local actors, found again if not given. Pronouns and descriptions are resolved
    for sources of claims only, and only where a single actor can be meant.
    """
    found = local_actors(analysis) if actors is None else actors
    entities: dict[int, str] = {}
    kinds: dict[str, str] = {}
    for actor in found:
        entity = assignment.get(actor.id)
        if entity is not None:
            kinds[entity] = actor.type
            entities.update((mention, entity) for mention in actor.mentions)
    mentions = tuple(
        replace(mention, entity=entities.get(index, mention.entity))
        for index, mention in enumerate(analysis.mentions)
    )
    sources = _Sources(analysis.document.text, mentions, kinds, _offices(found, assignment))
    names = _names(found, assignment)
    claims = tuple(
        replace(
            claim,
            source_entity=sources.entity(claim),
            via=tuple(names.get(fold(name), name) for name in claim.via),
        )
        for claim in analysis.claims
    )
    return replace(analysis, mentions=mentions, claims=claims)


class _Sources:
    """Sources of claims in reading order: each may be a pronoun for one before."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        kinds: Mapping[str, str],
        offices: Mapping[str, set[str]],
    ) -> None:
        self._text = text
        self._named = sorted((m for m in mentions if m.form == "name" and m.entity), key=lambda m: m.start)
        self._starts = [mention.start for mention in self._named]
        self._kinds = kinds
        self._offices = offices
        self._last: dict[bool, str] = {}

    def entity(self, claim: Claim) -> str | None:
        """The entity of the claim's source, None where it is unnamed or not certain."""
        if claim.source is None or claim.source_kind == "author":
            return None
        entity = self._inside(claim) or self._meant(claim.source)
        if entity is not None:
            self._last[self._kinds.get(entity) == "PERSON"] = entity
        return entity

    def _inside(self, claim: Claim) -> str | None:
        """The actor named inside the source, a person before others; nobody in an unnamed one."""
        if claim.source is None or claim.source_kind == "anonymous":
            return None
        place = bisect_left(self._starts, claim.source.start)
        inside: list[Mention] = []
        for mention in self._named[place:]:
            if mention.start >= claim.source.end:
                break
            inside.append(mention)
        people = [mention for mention in inside if mention.type == "PERSON"]
        others = [mention for mention in inside if mention.type not in ("NORP", "PERSON")]
        if claim.source_kind == "named" and not people and len(others) != len(inside):
            return None
        best = people or others
        return best[0].entity if best else None

    def _meant(self, source: Span) -> str | None:
        """Whom “she” or “the minister” means: the last source of that kind, the one actor of that office."""
        said = [word.text for word in words(source.of(self._text))]
        if len(said) == 1 and said[0] in _PERSON:
            return self._last.get(True)
        if len(said) == 1 and said[0] in _GROUP:
            return self._last.get(False) if said[0] == "it" else None
        if 2 <= len(said) <= 4 and said[0] == "the":
            office = {word for word in said[1:] if word not in _ARTICLES}
            holders = [entity for entity, held in sorted(self._offices.items()) if office <= held]
            return holders[0] if len(holders) == 1 and office <= lexicon().roles else None
        return None


def _offices(actors: Iterable[LocalActor], assignment: Mapping[str, str]) -> dict[str, set[str]]:
    return {
        assignment[actor.id]: {word.text for role in actor.roles for word in words(role)}
        for actor in actors
        if actor.roles and actor.type == "PERSON" and actor.id in assignment
    }


def _names(actors: Iterable[LocalActor], assignment: Mapping[str, str]) -> dict[str, str]:
    return {
        fold(spelling.text): assignment[actor.id]
        for actor in actors
        if actor.id in assignment
        for spelling in actor.spellings
    }
