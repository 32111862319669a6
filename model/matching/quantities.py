"""Comparing numbers: which of two sentences count the same things, and whether the counts agree."""

from __future__ import annotations

import math
from collections.abc import Iterator

from model.matching.profile import Profile
from model.matching.related import family, related
from model.matching.words import words_of
from model.records import Quantity

#: Nouns that count in any report: sharing one does not make two numbers answer to each other.
_LOOSE_NOUNS = frozenset({"person", "thing", "part", "way", "side"})

#: Two exact figures this close are one figure rounded twice.
_ROUNDING = 0.05

#: Digits that a rounded figure keeps: one alone rounds too much to a number to say that it is the same.
_FEWEST_DIGITS = 2
_MOST_DIGITS = 7

#: From here on nobody counts one by one.
_MILLION = 1_000_000


def bounds(quantity: Quantity) -> tuple[float, float] | None:
    """The range of values a quantity admits; None where it has no number at all."""
    low = quantity.low if quantity.low is not None else quantity.value
    high = quantity.high if quantity.high is not None else quantity.value
    if low is None and high is None:
        return None
    return (low if low is not None else 0.0, high if high is not None else math.inf)


def approximate(quantity: Quantity) -> bool:
    """Whether the writer left room: “nearly”, “dozens”, a range."""
    return quantity.value is None or (quantity.low, quantity.high) not in (
        (None, None),
        (quantity.value, quantity.value),
    )


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether both can be true of one thing. “Nearly 50,000” and “around 50,000” can, 2.86 and 2.9 too."""
    mine, theirs = bounds(one), bounds(other)
    if mine is None or theirs is None:
        return True
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return True
    if one.value is None or other.value is None:
        return False
    if _rounded(one.value, other.value) or _rounded(other.value, one.value):
        return True
    if not (approximate(one) or approximate(other)):
        return False
    largest = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= 2 * _ROUNDING * largest


def _rounded(fine: float, coarse: float) -> bool:
    """Whether `coarse` is `fine` written with fewer digits: at least two, but for 8.76 and 9, or 5.7 and 6
    million.
    """
    measured = fine != int(fine) or fine >= _MILLION
    for digits in range(1 if measured else _FEWEST_DIGITS, _MOST_DIGITS):
        if math.isclose(float(f"{fine:.{digits - 1}e}"), coarse, rel_tol=1e-9):
            return abs(fine - coarse) <= 2 * _ROUNDING * max(abs(fine), abs(coarse))
    return False


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether both are measured in one unit, or both are bare counts."""
    return one.unit == other.unit


def counted(quantity: Quantity) -> tuple[str, ...]:
    """Stems of what is counted: “senior commanders” of “10 senior commanders”, the noun last."""
    return tuple(word.stem for word in words_of(quantity.of or "") if word.content)


def same_counted(one: Quantity, other: Quantity) -> float:
    """How surely both count the same things, 0..1, by the nouns they count."""
    mine, theirs = counted(one), counted(other)
    if not mine or not theirs:
        return 0.0
    head, other_head = mine[-1], theirs[-1]
    if head == other_head:
        return 0.5 if head in _LOOSE_NOUNS else 1.0
    if set(mine) & set(theirs) - _LOOSE_NOUNS:
        return 0.7
    return max(
        related(head).get(other_head, 0.0), related(other_head).get(head, 0.0), family(head, other_head)
    )


def shared(a: Profile, b: Profile) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of equal numbers of one unit that count related things or nothing named."""
    for one in a.quantities:
        for other in b.quantities:
            if one.value is None or one.value != other.value or not same_unit(one, other):
                continue
            if (
                not counted(one)
                or not counted(other)
                or same_counted(one, other) > 0.4
                or one.unit is not None
            ):
                yield one, other


def agreement(a: Profile, b: Profile) -> float:
    """From -1 (numbers of one kind that cannot both be true) to 1 (telling numbers shared); 0 says
    nothing.
    """
    if not a.quantities or not b.quantities:
        return 0.0
    telling = [one.value for one, _ in shared(a, b) if one.value is not None]
    if telling:
        return min(1.0, 0.4 + 0.2 * math.log10(1 + max(abs(value) for value in telling)))
    apart = any(
        same_unit(one, other)
        and not compatible(one, other)
        and (one.unit is not None or same_counted(one, other) > 0.6)
        for one in a.quantities
        for other in b.quantities
    )
    return -1.0 if apart else 0.0
