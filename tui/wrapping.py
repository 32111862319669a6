"""Text in cells: how wide characters are and where lines break, with exact code-point offsets.

Widths are in terminal cells. A range of a text is given by code-point offsets, so that a line on the screen
always knows which part of the article it shows. Text is measured as it stands, so make it safe for the
screen first with a function that keeps its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import get_character_cell_size

from tui.terminal.sanitise import cell_width

#: Characters that take one cell in every terminal: what almost all text is made of.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u0482\u2010-\u2015\u2018-\u2027\u20ac]*"
)

ELLIPSIS = "…"


def is_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether every character of the range takes exactly one cell."""
    return _NARROW.fullmatch(text, start, len(text) if end is None else end) is not None


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Lines of at most `width` ≥ 2 cells for a range without line breaks, as code-point ranges.

    Lines break at spaces, which belong to no line then, and inside a word only when it is wider than a
    line. A character of no width stays with the one before it.
    """
    narrow = is_narrow(text, start, end)
    while start < end:
        limit = min(start + width, end) if narrow else _fitting(text, start, end, width)
        if limit == end:
            yield start, end
            return
        stop = limit if text[limit].isspace() else text.rfind(" ", start, limit)
        if stop <= start:
            stop = limit
        yield start, _without_trailing_space(text, start, stop)
        start = stop
        while start < end and text[start].isspace():
            start += 1


def clip(text: str, width: int) -> str:
    """`text` in at most `width` cells, ending in an ellipsis where it was cut."""
    if cell_width(text) <= width:
        return text
    if width < 1:
        return ""
    return text[: _fitting(text, 0, len(text), width - 1, at_least=0)].rstrip() + ELLIPSIS


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: clipped or filled with spaces."""
    text = clip(text, max(0, width))
    return text + " " * (width - cell_width(text))


def cell_of(text: str, start: int, offset: int) -> int:
    """The cell, counted from that of `start`, in which the character at `offset` begins."""
    return cell_width(text[start:offset])


def _fitting(text: str, start: int, end: int, width: int, *, at_least: int = 1) -> int:
    """The furthest offset so that the range from `start` takes at most `width` cells (but `at_least`
    characters).
    """
    used = 0
    for offset in range(start, end):
        used += get_character_cell_size(text[offset])
        if used > width and offset >= start + at_least:
            return offset
    return end


def _without_trailing_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
