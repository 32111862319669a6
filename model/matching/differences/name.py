"""One actor under two spellings or names. Always shown muted: it is never a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Profile
from model.matching.related import family
from model.matching.words import normalise, words_of
from model.records import Difference, Mention

#: Spellings closer than this are one spelling with another accent or apostrophe.
_VARIANT = 0.7


def names(pair: Comparison) -> Iterator[Difference]:
    """A difference for each actor that both sides name in other letters; a shorter form of a name is none."""
    mine, theirs = _named(pair.a), _named(pair.b)
    for actor in mine.keys() & theirs.keys():
        spelling = _variant(mine[actor], theirs[actor])
        if spelling is not None:
            one, other = spelling
            why = f"{cited(pair.a, one.span)} is spelt {cited(pair.b, other.span)}"
            yield Difference("name", one.span, other.span, why)


def _named(profile: Profile) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in profile.passage.mentions:
        if mention.entity is not None and mention.form == "name":
            found.setdefault(mention.entity, []).append(mention)
    return found


def _variant(mine: list[Mention], theirs: list[Mention]) -> tuple[Mention, Mention] | None:
    """The two mentions whose spelling differs, unless the sides share a spelling."""
    for one in mine:
        for other in theirs:
            if not _spellings_differ(one.surface, other.surface):
                return None
    return mine[0], theirs[0]


def _spellings_differ(one: str, other: str) -> bool:
    mine, theirs = _name_words(one), _name_words(other)
    if not mine or not theirs or mine <= theirs or theirs <= mine:
        return False
    only_mine, only_theirs = mine - theirs, theirs - mine
    respelt = any(family(x, y) >= _VARIANT for x in only_mine for y in only_theirs)
    return respelt or (len(mine) > 1 and len(theirs) > 1)


def _name_words(surface: str) -> frozenset[str]:
    return frozenset(normalise(surface[w.start : w.end]) for w in words_of(surface) if w.content)
