"""Which words mean nearly the same: a table of neighbours, and rules for forms the table lacks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import Indel

_NOTHING: Mapping[str, float] = {}

#: Words that begin alike for this long, and for most of their length, are taken to be of one family.
_FAMILY_PREFIX = 5
_FAMILY_SHARE = 0.54
_FAMILY = 0.75

#: Rare words spelt this alike are taken to be one name in two transliterations.
_SPELLING_LENGTH = 5
_SPELLING = 0.8


@cache
def _lines() -> Mapping[str, str]:
    text = files("model.matching").joinpath("data", "related_words.txt").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {stem: neighbours for stem, _, neighbours in rows}


@lru_cache(maxsize=50_000)
def related(stem: str) -> Mapping[str, float]:
    """Stems of related meaning and how close they are, 0..1; empty for words the table lacks."""
    line = _lines().get(stem)
    if line is None:
        return _NOTHING
    pairs = (item.rpartition(":") for item in line.split(" "))
    return {neighbour: int(closeness) / 100 for neighbour, _, closeness in pairs}


def in_table(stem: str) -> bool:
    """Whether a stem is an ordinary word with neighbours."""
    return stem in _lines()


@lru_cache(maxsize=200_000)
def family(one: str, other: str) -> float:
    """How surely two stems are of one family (``disarm``, ``disarmament``) or one name spelt twice, 0..1."""
    if not (one.isalpha() and other.isalpha()):
        return 0.0
    longest = max(len(one), len(other))
    if one[:_FAMILY_PREFIX] == other[:_FAMILY_PREFIX] and longest >= _FAMILY_PREFIX:
        shared = next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), None)
        length = min(len(one), len(other)) if shared is None else shared
        if length >= _FAMILY_SHARE * longest:
            return _FAMILY
    if min(len(one), len(other)) >= _SPELLING_LENGTH and not (in_table(one) or in_table(other)):
        likeness = Indel.normalized_similarity(one, other, score_cutoff=_SPELLING)
        return likeness if likeness >= _SPELLING else 0.0
    return 0.0
