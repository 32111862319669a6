"""What is on the terminal, and the fewest bytes that turn it into what should be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .cells import Cell, Row, text_of
from .grid import Grid
from .moves import move, shifted
from .runs import Line, Run, can_erase_to, plan
from .scroll import find_scroll
from .sgr import DEFAULT, SEEN_ON_BLANKS, Style, on_blank, transition


class Painter:
    """The other side of the grid: the terminal's cells, cursor and pen as far as they are known.

    REP (`ESC [ n b`) is not used: not every terminal that calls itself xterm knows it.
    Lines are scrolled with DL and IL, which those and every VT102 know. `erases_in_colour`: the rows that
    come in, and all cells that are erased, take the background of the pen; where they do not, none but the
    default background is left to an erasure.
    """

    def __init__(self, *, erases_in_colour: bool) -> None:
        self._erases_in_colour = erases_in_colour
        self._rows: list[Row] | None = None
        self._texts: list[str] = []
        self._row: int | None = None
        self._column: int | None = None
        self._pen = DEFAULT
        self._blank_pen = DEFAULT
        self._out: list[str] = []

    def forget(self) -> None:
        """Nothing is known of the terminal any more: the next `paint` clears it and paints everything."""
        self._rows = None

    def paint(self, grid: Grid, *, place_cursor: bool) -> str:
        """What makes the terminal show `grid`; with `place_cursor` it also puts the cursor where it is."""
        self._out = []
        rows = self._rows
        if rows is None or len(rows) != grid.height or len(rows[0]) != grid.width:
            self._rows = self._clear(grid)
            self._paint_rows(self._rows, grid.rows, list(map(text_of, grid.rows)))
        elif rows != grid.rows:
            texts = [
                was if old == new else text_of(new)
                for old, new, was in zip(rows, grid.rows, self._texts, strict=True)
            ]
            self._rows = self._scroll(rows, grid.rows, texts)
            self._paint_rows(self._rows, grid.rows, texts)
        if place_cursor:
            self._move(grid.row, grid.column)
        return "".join(self._out)

    def _clear(self, grid: Grid) -> list[Row]:
        self._use(self._pen._replace(link=""))
        self._pen = self._blank_pen = DEFAULT
        self._row, self._column = None, None
        self._out.append("\x1b[r\x1b[m")
        blank = self._erased(grid.rows)
        self._use(blank.style)
        self._out.append("\x1b[2J")
        self._texts = [" " * grid.width] * grid.height
        return [[blank] * grid.width for _ in range(grid.height)]

    def _erased(self, rows: Sequence[Row]) -> Cell:
        """The cell that erasing should leave: the commonest at the end of these rows that it can leave."""
        endings = Counter(on_blank(row[-1].style) for row in rows)
        usable = (
            style
            for style, _ in endings.most_common()
            if can_erase_to(style, erases_in_colour=self._erases_in_colour)
        )
        return Cell(" ", next(usable, DEFAULT))

    def _scroll(self, rows: list[Row], wanted: list[Row], texts: list[str]) -> list[Row]:
        blank = self._erased(wanted)
        scroll = find_scroll(rows, wanted, self._texts, texts, blank)
        if scroll is None:
            return rows
        self._use_for_blank(blank.style)
        bounded = scroll.bottom < len(rows)
        if bounded:
            self._out.append(f"\x1b[{scroll.top + 1 if scroll.top else ''};{scroll.bottom}r")
            self._row, self._column = 0, 0
        self._move(scroll.top, 0)
        self._out.append(shifted(scroll.lines))
        if bounded:
            self._out.append("\x1b[r")
            self._row, self._column = None, None  # home, but not on every terminal
        self._texts = scroll.applied(self._texts, lambda: " " * len(wanted[0]))
        return scroll.applied(rows, lambda: [blank] * len(wanted[0]))

    def _paint_rows(self, rows: list[Row], wanted: list[Row], texts: list[str]) -> None:
        lines = [
            Line(number, old, new, self._texts[number], texts[number])
            for number, (old, new) in enumerate(zip(rows, wanted, strict=True))
            if old != new
        ]
        for run in plan(lines, self._pen, erases_in_colour=self._erases_in_colour):
            self._write(run, len(wanted[0]))
        for line in lines:
            line.old[:] = line.new
        self._texts = texts

    def _write(self, run: Run, width: int) -> None:
        to_end = not run.text and run.end == width
        self._move(run.row, self._begin_erasing(run) if to_end else run.start)
        if run.blank:
            self._use_for_blank(run.style)
        else:
            self._use(run.style)
        if to_end:
            self._out.append("\x1b[K")
        elif not run.text:
            self._out.append(f"\x1b[{run.end - run.start}X")
        else:
            self._out.append(run.text)
            # On or behind the last column, and behind what is drawn unlike: terminals differ.
            self._column = run.end if run.settled and run.end < width else None

    def _begin_erasing(self, run: Run) -> int:
        """The column from which to erase to the end of the row: where the cursor is, if that will do."""
        if self._column is not None and run.reach <= self._column <= run.start:
            return self._column
        return 0 if run.reach == 0 else run.start

    def _use(self, style: Style) -> None:
        if style != self._pen:
            self._out.append(transition(self._pen, style))
            self._blank_pen = on_blank(style)
        self._pen = style

    def _use_for_blank(self, style: Style) -> None:
        """Make the pen draw an empty cell of this style; what is not seen on it stays as it is."""
        if style != self._blank_pen:
            unseen = self._pen._replace(
                background=style.background,
                attributes=self._pen.attributes & ~SEEN_ON_BLANKS,
                link=style.link,
            )
            self._use(unseen if on_blank(unseen) == style else style)

    def _move(self, row: int, column: int) -> None:
        self._out.append(move(self._row, self._column, row, column))
        self._row, self._column = row, column
