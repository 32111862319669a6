"""What has to be written of a frame: runs of cells that one pen draws, in the order that costs least.

An actor in running text costs two changes of the pen, to its colour and back, 28 bytes. Passing over it and
coming back with the pen that draws all the actors of its kind costs two moves of the cursor, about 11.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, count, groupby
from operator import itemgetter, ne
from typing import NamedTuple

from .cells import Row, is_unsettled, text_of
from .sgr import SEEN_ON_BLANKS, Style, on_blank, transition

_SHORT_GAP = 4
"""Cells rewritten rather than jumped over, if they need no change of style: a jump is 3 to 5 bytes."""
_ERASE_TO_END = 4
"""Blank cells at the end of a row from which `ESC [ K` is shorter."""
_LONG_BLANK = re.compile(" {10,}| {5,}$")
"""Blank cells for which `ESC [ n X` is shorter: inside a run, where a jump follows, and at its end."""

_STYLE = itemgetter(1)


class Run(NamedTuple):
    """Cells of `row` from column `start` to `end` (exclusive) that one pen draws.

    `text` is empty where they are erased; erasing to the end of the row may begin anywhere from `reach` on.
    `blank` cells are empty: `style` is only what is seen on them, and any pen that shows the same will do.
    Behind a run that is not `settled` nobody knows where the cursor is.
    """

    row: int
    start: int
    end: int
    style: Style
    text: str
    blank: bool = False
    reach: int = 0
    settled: bool = True


class Line(NamedTuple):
    """A row that changes, before and after, and the text of both as `text_of` gives it."""

    number: int
    old: Row
    new: Row
    old_text: str
    new_text: str


def plan(lines: Iterable[Line], pen: Style, *, erases_in_colour: bool) -> list[Run]:
    """The runs that turn the old rows into the new ones, in order, when the first finds `pen` in use.

    Rows with glyphs that may cover a neighbour are written from left to right, all others by pens.
    """
    by_pen: list[Run] = []
    in_order: list[Run] = []
    for line in lines:
        tail = _blank_tail(line.new)
        if not can_erase_to(line.new[-1].style, erases_in_colour=erases_in_colour):
            tail = len(line.new)
        unsettled = is_unsettled(line.old_text) or is_unsettled(line.new_text)
        if unsettled or not len(line.old_text) == len(line.new_text) == len(line.new):
            in_order.extend(_runs_of_glyphs(line, tail, unsettled=unsettled))
        else:
            by_pen.extend(_runs(line, tail, erases_in_colour=erases_in_colour))
    return [*_sorted_by_pen(by_pen, pen), *in_order]


def can_erase_to(style: Style, *, erases_in_colour: bool) -> bool:
    """Whether erasing leaves empty cells of this style: no link, no line, no colour that is not taken."""
    if style.link or style.attributes & SEEN_ON_BLANKS:
        return False
    return erases_in_colour or not style.background


def _runs(line: Line, tail: int, *, erases_in_colour: bool) -> Iterator[Run]:
    """The runs of one row of plain characters; its end can be erased from column `tail` on."""
    number, old, new, _, text = line
    for start, end in _spans(compress(count(), map(ne, old, new))):
        erased = max(start, tail)
        stop = erased if end - erased >= _ERASE_TO_END else end
        for left, right, style, blank in _by_style(new, start, stop):
            first, last = left, right
            while first < last and old[first] == new[first]:
                first += 1
            if first == last:
                continue
            while old[last - 1] == new[last - 1]:
                last -= 1
            run = Run(number, first, last, style, text[first:last], blank)
            if _LONG_BLANK.search(run.text) and can_erase_to(
                on_blank(style), erases_in_colour=erases_in_colour
            ):
                yield from _with_erasures(run)
            else:
                yield run
        if stop < end:
            yield Run(number, stop, len(new), new[-1].style, "", blank=True, reach=tail)
            return


def _runs_of_glyphs(line: Line, tail: int, *, unsettled: bool) -> Iterator[Run]:
    """The runs of one row in which a glyph may take more than a cell.

    Behind a changed glyph that terminals may draw wider than it is, the rest of the row is written again.
    """
    number, old, new, _, _ = line
    spans = _spans(compress(count(), map(ne, old, new)))
    if unsettled:
        spans = [(spans[0][0], len(new))]
    for start, end in _whole_glyphs(old, new, spans):
        erased = max(start, tail)
        stop = erased if end - erased >= _ERASE_TO_END else end
        for first, last, style, _ in _by_style(new, start, stop):
            yield from _by_glyphs(number, new, first, last, style)
        if stop < end:
            yield Run(number, stop, len(new), new[-1].style, "", blank=True, reach=tail)
            return


def _spans(changed: Iterable[int]) -> list[tuple[int, int]]:
    """Ranges of the columns that change, of which there is one, joined over short gaps."""
    spans: list[tuple[int, int]] = []
    columns = iter(changed)
    start = end = next(columns)
    for x in columns:
        if x > end + _SHORT_GAP:
            spans.append((start, end + 1))
            start = x
        end = x
    spans.append((start, end + 1))
    return spans


def _by_style(row: Row, start: int, end: int) -> Iterator[tuple[int, int, Style, bool]]:
    """The runs of one style in a span: columns, style, whether all cells are empty.

    Empty cells go with the run before them, or else behind them, if its pen shows the same on them.
    """
    first, pen, empty = start, row[start].style, True
    x = start
    for style, cells in groupby(row[start:end], _STYLE):
        group = list(cells)
        blank = group[0].text == " " and group.count(group[0]) == len(group)
        if empty and on_blank(style) == pen:
            pen, empty = style, blank
        elif not (style == pen or (blank and on_blank(pen) == style)):
            yield first, x, pen, empty
            first, pen, empty = x, style, blank
        x += len(group)
    yield first, x, pen, empty


def _with_erasures(run: Run) -> Iterator[Run]:
    """The run cut where long blanks are cheaper erased."""
    done = 0
    for long_blank in _LONG_BLANK.finditer(run.text):
        start, end = long_blank.span()
        if start > done:
            yield _part(run, done, start)
        yield run._replace(
            start=run.start + start, end=run.start + end, style=on_blank(run.style), text="", blank=True
        )
        done = end
    if done < len(run.text):
        yield _part(run, done, len(run.text))


def _part(run: Run, start: int, end: int) -> Run:
    return run._replace(start=run.start + start, end=run.start + end, text=run.text[start:end])


def _by_glyphs(number: int, row: Row, start: int, end: int, style: Style) -> Iterator[Run]:
    """A run of a row with wide or unsettled glyphs, cut behind each of the latter."""
    first = start
    for x in range(start, end):
        text = row[x].text
        if is_unsettled(text):
            stop = x + 1
            while stop < end and not row[stop].text:
                stop += 1
            yield Run(number, first, stop, style, text_of(row[first:stop]), settled=False)
            first = stop
    if first < end:
        text = text_of(row[first:end])
        yield Run(number, first, end, style, text, blank=not text.strip(" "))


def _sorted_by_pen(runs: list[Run], pen: Style) -> list[Run]:
    """The runs of one pen after those of another, from top to bottom; always the nearest pen next."""
    uses = Counter(run.style for run in runs if not run.blank)
    hosts: dict[Style, Style] = {}
    for style, _ in uses.most_common():
        hosts.setdefault(on_blank(style), style)
    groups: dict[Style, list[Run]] = {}
    for run in runs:
        groups.setdefault(hosts.get(run.style, run.style) if run.blank else run.style, []).append(run)
    ordered: list[Run] = []
    while groups:
        pen = min(groups, key=lambda style, pen=pen: len(transition(pen, style)))  # type: ignore[misc]
        ordered += groups.pop(pen)
    return ordered


def _blank_tail(row: Row) -> int:
    """The column at which the run of equal empty cells begins that ends a row, or its width."""
    last, x = row[-1], len(row)
    if last.text == " ":
        while x and row[x - 1] == last:
            x -= 1
    return x


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
