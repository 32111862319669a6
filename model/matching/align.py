"""Which words of one passage answer to which of another, and how closely."""

from __future__ import annotations

from collections.abc import Mapping

from model.matching.profile import Profile
from model.matching.related import family, related

#: For content stems of one passage: the stem of the other that answers best (None for a shared actor), and how closely.
Answers = Mapping[str, tuple[str | None, float]]

#: A word of another form or of related meaning never counts as much as the word itself.
_RELATED_SHARE = 0.9
_LEAST = 0.4


def answers(a: Profile, b: Profile) -> Answers:
    """What of `b` answers each content stem of `a`; stems without an answer are left out."""
    found: dict[str, tuple[str | None, float]] = {}
    for stem in a.weights:
        answer = _answer(stem, a, b)
        if answer is not None:
            found[stem] = answer
    return found


def _answer(stem: str, a: Profile, b: Profile) -> tuple[str | None, float] | None:
    if stem in b.weights:
        return stem, 1.0
    actor = a.actor_of.get(stem)
    if actor is not None and actor in b.actors:
        return None, 1.0
    best: tuple[str | None, float] | None = None
    least = _LEAST
    for neighbour, closeness in related(stem).items():
        if neighbour in b.weights and closeness * _RELATED_SHARE > least:
            least = closeness * _RELATED_SHARE
            best = (neighbour, least)
    if stem.isalpha():
        for other in b.prefixes.get(stem[:3], ()):
            closeness = family(stem, other)
            if closeness > least:
                least, best = closeness, (other, closeness)
    return best


def covered(a: Profile, found: Answers) -> float:
    """Share of the weight of `a` that is answered, 0..1."""
    if not a.total:
        return 0.0
    return sum(a.weights[stem] * closeness for stem, (_, closeness) in found.items()) / a.total
