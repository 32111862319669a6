"""From texts with roles to strips: the small change that every line on the screen is made of.

Strips are made of segments by hand: no text is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.terminal.sanitise import cell_width
from tui.themes import Theme
from tui.wrapping import clip

#: A text and the role it has in the theme. The text is safe for the screen.
Piece = tuple[str, str]
Pieces = Sequence[Piece]


def strip_of(pieces: Iterable[tuple[str, Style]], width: int, background: Style) -> Strip:
    """A strip of exactly `width` cells: what does not fit is clipped, the rest is filled with the
    background.
    """
    segments: list[Segment] = []
    left = width
    for text, style in pieces:
        used = cell_width(text)
        if used > left:
            text = clip(text, left)  # noqa: PLW2901
            used = cell_width(text)
        if text:
            segments.append(Segment(text, style))
        left -= used
        if left <= 0:
            break
    if left > 0:
        segments.append(Segment(" " * left, background))
    return Strip(segments, width)


def strip_of_pieces(pieces: Pieces, width: int, theme: Theme, over: Style | None = None) -> Strip:
    """A strip of pieces in the theme's styles, `over` laid over the whole line (a cursor, for example)."""
    styled: Iterable[tuple[str, Style]] = ((text, theme[role]) for text, role in pieces)
    background = theme.background
    if over is not None:
        styled = ((text, style + over) for text, style in styled)
        background += over
    return strip_of(styled, width, background)


def two_sided(left: Pieces, right: Pieces, width: int, fill: Piece = (" ", "text")) -> list[Piece]:
    """One line of pieces with `left` at its left and `right` at its right edge; `right` gives way when both
    do not fit.
    """
    used = sum(cell_width(text) for text, _ in left)
    wanted = sum(cell_width(text) for text, _ in right)
    room = width - used - wanted
    if room < 1:
        return list(left)
    return [*left, (fill[0] * room, fill[1]), *right]


def layered(
    text: str, start: int, base: Style, layers: Iterable[tuple[int, int, Style]]
) -> list[tuple[str, Style]]:
    """`text`, which begins at offset `start`, cut where styles change.

    A layer is a range of offsets with a style; later layers lie over earlier ones.
    """
    end = start + len(text)
    within = [(max(a, start), min(b, end), style) for a, b, style in layers if a < end and b > start]
    if not within:
        return [(text, base)]
    cuts = sorted({start, end, *(a for a, _, _ in within), *(b for _, b, _ in within)})
    out: list[tuple[str, Style]] = []
    for a, b in pairwise(cuts):
        style = base
        for first, last, over in within:
            if first <= a and b <= last:
                style += over
        out.append((text[a - start : b - start], style))
    return out
