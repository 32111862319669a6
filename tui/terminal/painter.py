"""What is on the terminal, and the fewest bytes that turn it into what should be there."""

from __future__ import annotations

from itertools import compress, count
from operator import ne

from .cells import BLANK, Cell, Row, is_unsettled, text_of
from .grid import Grid
from .moves import move, shifted
from .scroll import find_scroll
from .sgr import DEFAULT, SEEN_ON_BLANKS, Style, on_blank, transition

_SHORT_GAP = 4
"""Cells rewritten rather than jumped over, if they need no change of style: a jump is 3 to 5 bytes."""
_ERASE_TO_END = 4
"""Blank cells at the end of a row from which `ESC [ K` is shorter."""
_ERASE = 5
"""Blank cells before an unchanged one from which `ESC [ n X` is shorter."""
_ERASE_AND_JUMP = 10
"""Blank cells inside a row from which `ESC [ n X` and a jump over them is shorter."""


class Painter:
    """The other side of the grid: the terminal's cells, cursor and pen as far as they are known.

    REP (`ESC [ n b`) is not used: not every terminal that calls itself xterm knows it.
    Lines are scrolled with DL and IL, which those and every VT102 know, and with the default pen, so that
    terminals agree on the colour of the rows that come in.
    """

    def __init__(self, *, erases_in_colour: bool) -> None:
        self._erases_in_colour = erases_in_colour
        self._rows: list[Row] | None = None
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
            rows = self._rows = self._clear(grid)
        elif rows != grid.rows:
            rows = self._rows = self._scroll(rows, grid)
        for y, (old, new) in enumerate(zip(rows, grid.rows, strict=True)):
            if old != new:
                self._paint_row(y, old, new)
                old[:] = new
        if place_cursor:
            self._move(grid.row, grid.column)
        return "".join(self._out)

    def _clear(self, grid: Grid) -> list[Row]:
        self._use(self._pen._replace(link=""))
        self._pen = self._blank_pen = DEFAULT
        self._row, self._column = None, None
        self._out.append("\x1b[r\x1b[m\x1b[2J")
        return [[BLANK] * grid.width for _ in range(grid.height)]

    def _scroll(self, rows: list[Row], grid: Grid) -> list[Row]:
        blank = [BLANK] * grid.width
        scroll = find_scroll(rows, grid.rows, blank)
        if scroll is None:
            return rows
        self._use(DEFAULT)
        bounded = scroll.bottom < grid.height
        if bounded:
            self._out.append(f"\x1b[{scroll.top + 1 if scroll.top else ''};{scroll.bottom}r")
            self._row, self._column = 0, 0
        self._move(scroll.top, 0)
        self._out.append(shifted(scroll.lines))
        if bounded:
            self._out.append("\x1b[r")
            self._row, self._column = None, None  # home, but not on every terminal
        return scroll.applied(rows, blank)

    def _paint_row(self, y: int, old: Row, new: Row) -> None:
        tail = _blank_tail(new)
        for start, end in _changed_spans(old, new):
            x, stop = start, end
            if self._can_erase(new[-1]) and end - max(start, tail) >= _ERASE_TO_END:
                stop = max(start, tail)
            while x < stop:
                self._move(y, x)
                x = self._draw(new, x, stop)
            if stop < end:
                self._move(y, stop)
                self._use_for_blank(new[-1].style)
                self._out.append("\x1b[K")
                return

    def _draw(self, row: Row, x: int, end: int) -> int:
        """Write cells from `x`, where the cursor is, up to `end`; where it stopped.

        It stops early where the cursor has to be moved: behind a glyph of unsettled width, and behind erased
        cells.
        """
        out = self._out
        while x < end:
            text, style = row[x]
            if text == " ":
                start, x = x, _end_of_blanks(row, x, end)
                following = row[x].style if x < end else style
                if style != self._blank_pen and on_blank(following) == style:
                    self._use(following)  # one change of the pen serves the blanks and what follows
                else:
                    self._use_for_blank(style)
                least = _ERASE_AND_JUMP if x < end else _ERASE
                if x - start >= least and self._can_erase(row[start]):
                    self._column = start
                    out.append(f"\x1b[{x - start}X")
                    return x
                out.append(" " * (x - start))
                continue
            if style is not self._pen:
                self._use(style)
            out.append(text)
            x += 1
            while x < end and not row[x].text:
                x += 1
            if not text.isascii() and is_unsettled(text):
                self._column = None
                return x
        self._column = x if x < len(row) else None  # on or behind the last column: terminals differ
        return x

    def _can_erase(self, cell: Cell) -> bool:
        """Whether erasing leaves just this cell: nothing drawn, no link, no colour that is not taken."""
        text, style = cell
        if text != " " or style.link or style.attributes & SEEN_ON_BLANKS:
            return False
        return self._erases_in_colour or not style.background

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


def _blank_tail(row: Row) -> int:
    """Where the run of equal empty cells begins that ends the row; its length when there is none."""
    last = row[-1]
    x = len(row)
    if last.text == " ":
        while x and row[x - 1] == last:
            x -= 1
    return x


def _end_of_blanks(row: Row, x: int, end: int) -> int:
    blank = row[x]
    while x < end and row[x] == blank:
        x += 1
    return x


def _changed_spans(old: Row, new: Row) -> list[tuple[int, int]]:
    """The runs of cells to be written, as whole glyphs, joined over gaps that cost less than a jump.

    Behind a changed glyph that terminals may draw wider than it is, the rest of the row is written again.
    """
    changed = list(compress(count(), map(ne, old, new)))
    width = len(new)
    texts = text_of(old), text_of(new)
    unsettled = any(not text.isascii() and is_unsettled(text) for text in texts)
    if unsettled:
        changed = list(range(changed[0], width))
    spans: list[tuple[int, int]] = []
    start = end = changed[0]
    for x in changed:
        if x > end and not _is_short_gap(new, end, x):
            spans.append((start, end))
            start = x
        end = x + 1
    spans.append((start, end))
    if unsettled or any(len(text) != width for text in texts):
        return _whole_glyphs(old, new, spans)
    return spans


def _is_short_gap(row: Row, start: int, end: int) -> bool:
    if end - start > _SHORT_GAP:
        return False
    style = row[start - 1].style
    blank = on_blank(style)
    return all(its_style == (blank if text == " " else style) for text, its_style in row[start:end])


def _whole_glyphs(old: Row, new: Row, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that start and end at the edges of glyphs, of those that are there and of those that come."""
    width = len(new)
    whole: list[tuple[int, int]] = []
    for first, last in spans:
        start, end = first, last
        while start and not (old[start].text and new[start].text):
            start -= 1
        while end < width and not (old[end].text and new[end].text):
            end += 1
        if whole and start <= whole[-1][1]:
            start = whole.pop()[0]
        whole.append((start, end))
    return whole
