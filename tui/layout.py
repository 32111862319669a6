"""How an article's text stands in the text column: lines, gaps, and folded blocks with their reason.

All offsets are code points of the article's text. Rows are the lines of the column from the first to the
last; only those on the screen are ever drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from model.records import REPORTING_KINDS, Block, Span
from tui.wrapping import wrap

#: The widest line of running text that is read with ease.
MEASURE = 76


class RowKind(Enum):
    """What a row shows."""

    TEXT = "text"
    FOLD = "fold"
    GAP = "gap"


class Row(NamedTuple):
    """One line of the column. `start`, `end` are the range it shows; `block` is the index of its (first)
    block.
    """

    kind: RowKind
    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class TextLayout:
    """The rows of an article at one width; `starts` are theirs, in order, for looking up offsets."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]

    def row_at(self, offset: int) -> int:
        """Index of the row that shows the character at `offset`, or of the nearest row before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rows_of(self, span: Span) -> range:
        """Indices of the rows that show any of `span`."""
        return range(self.row_at(span.start), self.row_at(max(span.start, span.end - 1)) + 1)


def is_body(block: Block) -> bool:
    """Whether a block is shown without asking."""
    return block.kind in REPORTING_KINDS


def fold_label(blocks: Sequence[Block], text: str) -> str:
    """What a folded run of blocks says of itself: kinds, number of lines, reasons."""
    lines = sum(text.count("\n", block.start, block.end) + 1 for block in blocks)
    kinds = ", ".join(dict.fromkeys(block.kind.replace("_", " ") for block in blocks))
    reasons = "; ".join(dict.fromkeys(block.reason for block in blocks if block.reason))
    counted = f"{kinds}, {lines} {'line' if lines == 1 else 'lines'}"
    return f"{counted} ({reasons})" if reasons else counted


def folded_run(blocks: Sequence[Block], first: int) -> Sequence[Block]:
    """The blocks folded together with the block at index `first`."""
    last = first
    while last < len(blocks) and not is_body(blocks[last]):
        last += 1
    return blocks[first:last]


def lay_out(text: str, blocks: Sequence[Block], width: int, *, unfolded: bool) -> TextLayout:
    """Rows of `text` in lines of at most `width` cells; blocks that are not body text are folded or shown."""
    rows: list[Row] = []
    for runs_body, run in groupby(enumerate(blocks), key=lambda item: is_body(item[1])):
        indexed = list(run)
        if runs_body or unfolded:
            for index, block in indexed:
                rows.extend(
                    _block_rows(text, index, block, width, after_gap=not rows or rows[-1].kind is RowKind.GAP)
                )
        else:
            first, block = indexed[0]
            rows.append(Row(RowKind.FOLD, block.start, indexed[-1][1].end, first))
            rows.append(Row(RowKind.GAP, indexed[-1][1].end, indexed[-1][1].end, first))
    while rows and rows[-1].kind is RowKind.GAP:
        rows.pop()
    return TextLayout(tuple(rows), tuple(row.start for row in rows))


def _block_rows(text: str, index: int, block: Block, width: int, *, after_gap: bool) -> Iterator[Row]:
    """Rows of one block. Lines longer than the column are paragraphs and stand apart; short ones stay
    together.
    """
    gap = after_gap
    for start, end in _lines(text, block.span):
        if not text[start:end].strip():
            if not gap:
                yield Row(RowKind.GAP, start, start, index)
                gap = True
            continue
        paragraph = end - start > MEASURE
        if paragraph and not gap:
            yield Row(RowKind.GAP, start, start, index)
        for first, last in wrap(text, start, end, width):
            yield Row(RowKind.TEXT, first, last, index)
        gap = False
        if paragraph:
            yield Row(RowKind.GAP, end, end, index)
            gap = True
    if not gap:
        yield Row(RowKind.GAP, block.end, block.end, index)


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        if end == -1:
            end = span.end
        yield start, end
        start = end + 1
