"""Finding out that a part of the screen has moved up or down over its full width, so that the terminal can move it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import ne

from .cells import Row, text_of

_LEAST_GAIN = 24
"""In cells: what the sequences for a scroll cost, at about one byte a cell."""
_MARGIN = 2
"""Columns at the right edge that need not move along: a scroll bar stands still."""
_MANY = 4
"""A text on more rows than this (an empty line, a rule) says nothing about where it came from."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Rows `top` to `bottom` (exclusive) move up by `lines`, or down when `lines` is negative; gaps become blank."""

    top: int
    bottom: int
    lines: int

    def applied(self, rows: Sequence[Row], blank: Row) -> list[Row]:
        """`rows` after the scroll: the same row objects in new places, copies of `blank` where rows came in."""
        region = list(rows[self.top : self.bottom])
        gap = [list(blank) for _ in range(min(abs(self.lines), len(region)))]
        moved = region[self.lines :] + gap if self.lines > 0 else gap + region[: self.lines]
        return [*rows[: self.top], *moved, *rows[self.bottom :]]


def find_scroll(old: Sequence[Row], new: Sequence[Row], blank: Row) -> Scroll | None:
    """The scroll that saves most cells when `old` is to become `new`, or None when none pays. Rows are equally long."""
    changed = [y for y, (before, after) in enumerate(zip(old, new, strict=True)) if before != after]
    if len(changed) < 3:
        return None
    lines = _commonest_shift(old, new, changed)
    return None if lines is None else _best_region(old, new, blank, lines)


def _commonest_shift(old: Sequence[Row], new: Sequence[Row], changed: list[int]) -> int | None:
    """By how many lines most of the changed rows have moved up; None when fewer than two agree."""
    places: dict[str, list[int]] = {}
    for y in range(changed[0], changed[-1] + 1):
        places.setdefault(text_of(old[y])[:-_MARGIN], []).append(y)
    votes = Counter[int]()
    for y in changed:
        origins = places.get(text_of(new[y])[:-_MARGIN], [])
        if len(origins) <= _MANY:
            votes.update(origin - y for origin in origins if origin != y)
    lines, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])), default=(0, 0))
    return lines if count >= 2 else None


def _best_region(old: Sequence[Row], new: Sequence[Row], blank: Row, lines: int) -> Scroll | None:
    """The run of rows for which moving by `lines` saves most, with the rows it comes from."""
    height = len(new)
    best, best_gain, start, gain = None, 0, 0, 0
    for y in range(max(0, -lines), min(height, height - lines)):
        if gain <= 0:
            start, gain = y, 0
        gain += _differing(old[y], new[y]) - _differing(old[y + lines], new[y])
        if gain > best_gain:
            best, best_gain = (start, y + 1), gain
    if best is None:
        return None
    scroll = Scroll(best[0] + min(0, lines), best[1] + max(0, lines), lines)
    gap = range(best[1], scroll.bottom) if lines > 0 else range(scroll.top, best[0])
    lost = sum(_differing(blank, new[y]) - _differing(old[y], new[y]) for y in gap)
    return scroll if best_gain - lost >= _LEAST_GAIN else None


def _differing(a: Row, b: Row) -> int:
    """How many cells differ."""
    return 0 if a == b else sum(map(ne, a, b))
