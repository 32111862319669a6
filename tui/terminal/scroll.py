"""Finding out that rows have moved up or down, so that the terminal can move them over its full width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from operator import ne, sub
from typing import TypeVar

from .cells import Cell, Row

T = TypeVar("T")

_LEAST_GAIN = 24
"""What the sequences for a scroll cost, in bytes."""
_LEAST_SHARE = 0.25
"""Of the bytes of the frame: less is lost again where a scroll tears what stands beside the moved text."""
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
    """The scroll that saves most bytes when `old` is to become `new`, or None when none pays.

    The texts are those of the rows; `blank` is the cell of the rows that come in.
    """
    changed = [y for y, (before, after) in enumerate(zip(old, new, strict=True)) if before != after]
    if len(changed) < 3:
        return None
    lines = _commonest_shift(old_texts, new_texts, changed)
    if lines is None:
        return None
    weights = [len(text.encode("utf-8", "replace")) / len(text) for text in new_texts]
    return _best_region(old, new, weights, [blank] * len(new[0]), lines)


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


def _best_region(
    old: Sequence[Row], new: Sequence[Row], weights: Sequence[float], blank: Row, lines: int
) -> Scroll | None:
    """The run of rows for which moving by `lines` saves most, with the rows it comes from.

    `weights` are the bytes of a cell in each new row. What the rows that come in will cost is counted.
    """
    height = len(new)
    stay = [_differing(*rows) * weight for *rows, weight in zip(old, new, weights, strict=True)]
    lost = [_differing(blank, row) * weight for row, weight in zip(new, weights, strict=True)]
    worse = list(accumulate(map(sub, lost, stay), initial=0.0))
    best, most, start, gain = None, _LEAST_GAIN + _LEAST_SHARE * sum(stay), 0, -inf
    for y in range(max(0, -lines), min(height, height - lines)):
        opened = worse[y] - worse[y + lines] if lines < 0 else 0.0
        if gain <= -opened:
            start, gain = y, -opened
        gain += stay[y] - _differing(old[y + lines], new[y]) * weights[y]
        closed = worse[y + 1 + lines] - worse[y + 1] if lines > 0 else 0.0
        if gain - closed >= most:
            best, most = (start, y + 1), gain - closed
    if best is None:
        return None
    return Scroll(best[0] + min(0, lines), best[1] + max(0, lines), lines)


def _differing(a: Row, b: Row) -> int:
    """How many cells differ."""
    return 0 if a == b else sum(map(ne, a, b))
