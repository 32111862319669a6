"""Which words of one passage answer to which of another, and how closely."""

from __future__ import annotations

from collections.abc import Mapping

from model.matching.profile import Profile
from model.matching.related import family, related

#: For content stems of one passage: the stem of the other that answers best (None for a shared actor), and
#: how closely.
Answers = Mapping[str, tuple[str | None, float]]

#: A word of another form or of related meaning never counts as much as the word itself.
_RELATED_SHARE = 0.9
_LEAST = 0.4


def answers(a: Profile, b: Profile) -> Answers:
    """What of `b` answers each content stem of `a`; stems without an answer are left out."""
    found: dict[str, tuple[str | None, float]] = {}
    theirs = b.weights
    for stem in a.weights:
        if stem in theirs:
            found[stem] = (stem, 1.0)
        elif (answer := _loose_answer(stem, a, b)) is not None:
            found[stem] = answer
    return found


def _loose_answer(stem: str, a: Profile, b: Profile) -> tuple[str | None, float] | None:
    """The answer to a stem that `b` lacks: another name of the actor, a related word, a word of its
    family.
    """
    actor = a.actor_of.get(stem)
    if actor is not None and actor in b.actors:
        return None, 1.0
    best: tuple[str | None, float] | None = None
    least = _LEAST
    neighbours = related(stem)
    for neighbour in neighbours.keys() & b.weights.keys() if neighbours else ():
        closeness = neighbours[neighbour] * _RELATED_SHARE
        if closeness > least or (closeness == least and best is not None and neighbour < (best[0] or "")):
            least, best = closeness, (neighbour, closeness)
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
