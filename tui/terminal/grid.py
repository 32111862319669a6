"""The screen as Textual means it to be: a grid of cells and a cursor that writes into it."""

from __future__ import annotations

from .cells import BLANK, Cell, Row
from .sgr import on_blank


class Grid:
    """`height` rows of `width` cells. Overwriting half a wide glyph blanks the other, as terminals do."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows: list[Row] = [[BLANK] * width for _ in range(height)]
        self.row = 0
        self.column = 0

    def move(self, row: int, column: int) -> None:
        """Put the cursor at a row and a column from 0, kept inside the grid."""
        self.row = max(0, min(row, self.height - 1))
        self.column = max(0, min(column, self.width - 1))

    def end_line(self) -> None:
        """Carriage return and line feed. Nothing scrolls: Textual places every row itself."""
        self.move(self.row + 1, 0)

    def draw(self, cells: Row) -> None:
        """Write cells from the cursor on; what does not fit is cut off (Textual switches wrapping off)."""
        row, start = self.rows[self.row], self.column
        end = start + len(cells)
        if start and not row[start].text:
            row[start - 1] = _blanked(row[start - 1])
        if end < self.width and not row[end].text:
            row[end] = _blanked(row[end])
        if end > self.width:
            cut = self.width - start
            half_left = not cells[cut].text
            cells = cells[:cut]
            if half_left:
                cells[-1] = _blanked(cells[-1])
        row[start : start + len(cells)] = cells
        self.column = min(end, self.width - 1)


def _blanked(cell: Cell) -> Cell:
    return Cell(" ", on_blank(cell.style))
