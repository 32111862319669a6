"""How exactly a number is given that both sides give."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Profile
from model.matching.quantities import approximate, shared
from model.matching.words import Word, word_list
from model.records import APPROXIMATED, Difference, Quantity


def exactness(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: one number as “nearly” so much and as “around” so much, or as an estimate."""
    for one, other in shared(pair.a, pair.b):
        mine, theirs = _manner(pair.a, one), _manner(pair.b, other)
        estimated = "estimate" in (mine, theirs) and not (_estimates_in(pair.a) and _estimates_in(pair.b))
        if mine != theirs and (estimated or not {None, "estimate"} & {mine, theirs}):
            why = f"{APPROXIMATED}: {cited(pair.a, one.span)} against {cited(pair.b, other.span)}"
            yield Difference("certainty", one.span, other.span, why)
            return


def _manner(profile: Profile, quantity: Quantity) -> str | None:
    """How a number is left open: by an estimate, from below, from above, on both sides; None where it is
    exact.
    """
    if not approximate(quantity) or quantity.value is None:
        return None
    if any(quantity.start <= word.start and word.end <= quantity.end for word in _estimates_in(profile)):
        return "estimate"
    if quantity.high == quantity.value:
        return "below"
    return "above" if quantity.low == quantity.value else "near"


def _estimates_in(profile: Profile) -> list[Word]:
    return [word for word in profile.words if word.form in _estimates()]


@cache
def _estimates() -> frozenset[str]:
    return frozenset(word_list("quantifiers")["estimates"])
