"""Texts beside each other: wrapped into columns, with what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from model.records import Span
from tui.painting import Piece, Pieces
from tui.panes.listing import Entry, line
from tui.terminal.sanitise import cell_width
from tui.wrapping import wrap


def marked(text: str, offset: int, loud: Sequence[Span], quiet: Sequence[Span], width: int) -> list[Pieces]:
    """Lines of a text that begins at `offset`: `loud` in brackets and in their colour, `quiet` underlined."""
    inside = set[int]()
    other = {at for span in quiet for at in range(span.start - offset, span.end - offset)}
    opened, closed = set[int](), set[int]()
    for span in sorted(loud, key=lambda span: (span.start, -span.end)):
        if span.start - offset not in inside:  # a difference within another has the other's brackets
            opened.add(span.start - offset)
            closed.add(span.end - offset)
            inside.update(range(span.start - offset, span.end - offset))
    lines: list[Pieces] = []
    for start, end in wrap(text, 0, len(text), max(2, width - 2)):
        pieces: list[Piece] = []
        for at in range(start, end):
            role = "changed" if at in inside else "altered" if at in other else "text"
            shown = f"{'[' if at in opened else ''}{text[at]}{']' if at + 1 in closed else ''}"
            if pieces and pieces[-1][1] == role:
                pieces[-1] = (pieces[-1][0] + shown, role)
            else:
                pieces.append((shown, role))
        lines.append(pieces)
    return lines


def columns(left: Sequence[Pieces], right: Sequence[Pieces], half: int) -> Iterator[Entry]:
    """Lines of two columns, the left one `half` cells wide."""
    for one, other in zip_longest(left, right, fillvalue=()):
        used = sum(cell_width(text) for text, _ in one)
        yield line(*one, (" " * max(0, half - used), "text"), (" │ ", "chrome"), *other)
