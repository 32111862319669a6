"""Finding out that rows have moved up or down, so that the terminal can move them over its full width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import ne
from typing import TypeVar

from .cells import Cell, Row

T = TypeVar("T")

_LEAST_GAIN = 24
"""In cells: what the sequences for a scroll cost, at about one byte a cell."""
_PIECE = 16
"""Columns that are compared as one when looking for what has moved."""
_MOST_PIECES = 5
"""Pieces of a row that are looked at; of a wider row it is some of them."""
_LEAST_VOTES = 3
"""Pieces that must agree on a shift before it is looked at closely."""
_MANY = 4
"""A piece found on more rows than this (blank, a rule) says nothing about where it came from."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """Rows `top` to `bottom` (exclusive) move up by `lines`, down when negative; gaps become blank."""

    top: int
    bottom: int
    lines: int

    def applied(self, rows: Sequence[T], blank: Callable[[], T]) -> list[T]:
        """`rows` after the scroll: the same objects in new places, made blank ones where rows came in."""
        region = list(rows[self.top : self.bottom])
        gap = [blank() for _ in range(min(abs(self.lines), len(region)))]
        moved = region[self.lines :] + gap if self.lines > 0 else gap + region[: self.lines]
        return [*rows[: self.top], *moved, *rows[self.bottom :]]


def find_scroll(
    old: Sequence[Row], new: Sequence[Row], old_texts: Sequence[str], new_texts: Sequence[str], blank: Cell
) -> Scroll | None:
    """The scroll that saves most cells when `old` is to become `new`, or None when none pays.

    The texts are those of the rows; `blank` is the cell of the rows that come in.
    """
    changed = [y for y, (before, after) in enumerate(zip(old, new, strict=True)) if before != after]
    if len(changed) < 3:
        return None
    lines = _commonest_shift(old_texts, new_texts, changed)
    return None if lines is None else _best_region(old, new, [blank] * len(new[0]), lines)


def _commonest_shift(old: Sequence[str], new: Sequence[str], changed: list[int]) -> int | None:
    """By how many lines most of the changed pieces of rows have moved up; None when too few agree."""
    pieces = {y: _pieces(old[y]) for y in range(changed[0], changed[-1] + 1)}
    places: dict[tuple[int, str], list[int]] = {}
    for y, row in pieces.items():
        for place in row:
            places.setdefault(place, []).append(y)
    votes = Counter[int]()
    for y in changed:
        for place, before in zip(_pieces(new[y]), pieces[y], strict=False):
            if place != before and place in places and len(places[place]) <= _MANY:
                votes.update([origin - y for origin in places[place]])
    lines, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])), default=(0, 0))
    return lines if count >= _LEAST_VOTES else None


def _pieces(text: str) -> list[tuple[int, str]]:
    """The text of a row in pieces with their columns: what moves may be one pane of several."""
    step = _PIECE * -(-len(text) // (_PIECE * _MOST_PIECES))
    return [(x, text[x : x + _PIECE]) for x in range(0, len(text), step)]


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
