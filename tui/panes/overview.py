"""The bar at the right of the text: where in the whole article others report it, and where the window is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.records import LOUDNESS, Relation


def parts(signs: Mapping[int, Relation], rows: int, height: int) -> Sequence[Relation | None]:
    """The loudest relation in each of `height` equal parts of an article of `rows` > 0 rows, by rows' signs.

    What only stands beside the story says nothing about where to look, and is left out.
    """
    loudest: list[Relation | None] = [None] * height
    for row, relation in signs.items():
        part = row * height // rows
        before = loudest[part]
        if relation != "background" and (before is None or LOUDNESS[relation] < LOUDNESS[before]):
            loudest[part] = relation
    return loudest


def window(top: int, rows: int, height: int) -> range:
    """The parts that the window shows, of an article of `rows` > `height` rows, when `top` is its first."""
    return range(top * height // rows, (top + height - 1) * height // rows + 1)
