"""Whose reports stand behind a claim: the origins of the very sentences that tell it.

An article may owe one sentence to one medium and all the rest to another. Whom it credits at one place stands
behind what it says there, and behind nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from model.passage import Witness
from model.records import Derivation, Origin, Span

#: Evidence that weighs more stands for the whole article: a credit on top, or what it shares with another.
_IN_PASSING = 1.0


class Behind:
    """What a story's articles owe to whom, asked claim by claim.

    Without `witnesses` it is not known where sentences stand, and no credit in passing counts.
    """

    def __init__(
        self,
        derivations: Iterable[Derivation] = (),
        origins: Iterable[Origin] = (),
        witnesses: Iterable[Witness] = (),
    ) -> None:
        self._names: dict[str, str] = {}
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for origin in origins:
            self._names[origin.id] = origin.name.casefold()
            if origin.in_corpus is not None:
                self._whole[origin.in_corpus].add(origin.id)
        for derivation in derivations:
            self._add(derivation)
        self._spans = {p.sentence.id: p.sentence.span for w in witnesses for p in w.passages}

    def of(self, told: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], int]:
        """The origins behind a claim, one for each independent part, and how many parts there are.

        `told` gives for each article its sentences that tell the claim. Articles that share an origin, even
        through others, are one part; it is named by the origin that most of them owe the claim to. One that
        owes it to nobody is a part of its own, without an origin.
        """
        credited = {article: self._credited(article, sentences) for article, sentences in told.items()}
        parts = _parts({article: self._keys(article, credited[article]) for article in told})
        named = (self._foremost(part, credited) for part in parts)
        return tuple(sorted({origin for origin in named if origin is not None})), len(parts)

    def _add(self, derivation: Derivation) -> None:
        evidence = derivation.evidence
        if not evidence or any(e.weight > _IN_PASSING or e.other_article is not None for e in evidence):
            self._whole[derivation.article].add(derivation.origin)
        self._places[derivation.article] += [
            (e.a, derivation.origin) for e in evidence if e.kind == "credit" and e.other_article is None
        ]

    def _credited(self, article: str, sentences: Iterable[str]) -> set[str]:
        spans = [self._spans[sentence] for sentence in sentences if sentence in self._spans]
        return {o for place, o in self._places.get(article, ()) if any(span.overlap(place) for span in spans)}

    def _keys(self, article: str, credited: Iterable[str]) -> set[str]:
        """What makes articles one part.

        Who copies a report may drop the credit that one sentence of it had, so an article's main origin joins
        it to the others even where it credits somebody else. A medium credited for one claim by two families
        is one medium.
        """
        keys = {f"origin {origin}" for origin in self._whole.get(article, ())}
        return keys | {f"name {self._names.get(origin, origin)}" for origin in credited}

    def _foremost(self, part: Sequence[str], credited: Mapping[str, set[str]]) -> str | None:
        votes: Counter[str] = Counter()
        for article in part:
            votes.update(credited[article] or self._whole.get(article, set()))
        said = set().union(*(credited[article] for article in part))
        return max(sorted(votes), key=lambda origin: (votes[origin], origin in said), default=None)


def _parts(keys: Mapping[str, set[str]]) -> list[list[str]]:
    """Articles that have a key in common, even through others, together."""
    parts: list[tuple[list[str], set[str]]] = []
    for article in sorted(keys):
        mine = keys[article]
        joined = [part for part in parts if part[1] & mine]
        parts = [part for part in parts if not part[1] & mine]
        members = [member for part in joined for member in part[0]]
        parts.append(([*members, article], mine.union(*(part[1] for part in joined))))
    return [members for members, _ in parts]
