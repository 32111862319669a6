"""One actor under two spellings or names. Always shown muted: it is never a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Profile
from model.matching.related import in_table
from model.matching.words import words_of
from model.records import Difference, Mention

_FULL_NAMES = frozenset({"ORG", "FACILITY", "EVENT"})

#: Spellings closer than this are one spelling with another accent or apostrophe.
_VARIANT = 0.7


def names(pair: Comparison) -> Iterator[Difference]:
    """A difference for each actor that both sides name in other letters; a shorter form of a name is none."""
    mine, theirs = _fullest(pair.a), _fullest(pair.b)
    for actor in sorted(mine.keys() & theirs.keys()):
        one, other = mine[actor], theirs[actor]
        if _spellings_differ(one, other):
            why = f"{cited(pair.a, one.span)} is spelt {cited(pair.b, other.span)}"
            yield Difference("name", one.span, other.span, why)


def _fullest(profile: Profile) -> dict[str, Mention]:
    """The fullest name that a passage gives each actor."""
    found: dict[str, Mention] = {}
    for mention in profile.passage.mentions:
        if mention.entity is not None and mention.form == "name":
            known = found.get(mention.entity)
            if known is None or len(mention.surface) > len(known.surface):
                found[mention.entity] = mention
    return found


def _spellings_differ(one: Mention, other: Mention) -> bool:
    mine, theirs = _name_words(one.surface), _name_words(other.surface)
    only_mine, only_theirs = mine - theirs, theirs - mine
    if not mine or not theirs or not (only_mine or only_theirs):
        return False
    if only_mine and only_theirs:
        return _respelt(only_mine, only_theirs) or (len(mine) > 1 and len(theirs) > 1)
    # A person is called by a part of the name; an organisation whose full name has another word has another
    # name.
    return one.type in _FULL_NAMES and min(len(mine), len(theirs)) > 1


def _respelt(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    pairs = ((x, y) for x in mine for y in theirs if not (in_table(x) or in_table(y)))
    return any(Indel.normalized_similarity(x, y) >= _VARIANT for x, y in pairs)


def _name_words(surface: str) -> frozenset[str]:
    return frozenset(w.stem for w in words_of(surface) if w.content)
