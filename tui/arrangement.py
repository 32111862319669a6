"""Who gets which part of the screen. Decided by its size, the pane with the focus, the zoom and the widths
that the user gave the panes, never by movement.

From 120 columns: three panes side by side. From 80 columns and 16 rows: the text above the matches at full
width, the articles in the place of the text while they have the focus. Smaller: one pane at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.layout import MEASURE
from tui.session import Pane
from tui.widths import Widths

WIDE = 120
NARROW = 80
LOW = 16
#: The text column with its rule, gutter and right margin.
_READER_MOST = MEASURE + 6
#: The fewest columns of the panes side by side.
_ARTICLES_LEAST, _READER_LEAST, _MATCHES_LEAST = 12, 32, 24
#: The fewest rows of the panes above each other.
_ABOVE_LEAST, _BELOW_LEAST = 5, 3
_DEFAULT = Widths()


def side_by_side(size: Size) -> bool:
    """Whether three panes stand side by side."""
    return size.width >= WIDE and size.height >= LOW


def one_at_a_time(size: Size) -> bool:
    """Whether the screen shows a single pane."""
    return size.width < NARROW or size.height < LOW


def bars(size: Size) -> Mapping[str, Region]:
    """Header, status and footer; a very low screen keeps only the status."""
    width, height = size
    regions = {"status": Region(0, max(0, height - 1), width, 1)}
    if height >= 8:
        regions = {"header": Region(0, 0, width, 1), "status": Region(0, height - 2, width, 1)}
        regions["footer"] = Region(0, height - 1, width, 1)
    return regions


def body(size: Size) -> Region:
    """What the bars leave."""
    top, bottom = (1, 2) if size.height >= 8 else (0, 1)
    return Region(0, top, size.width, max(0, size.height - top - bottom))


def panes(size: Size, focus: Pane, *, zoomed: bool, widths: Widths = _DEFAULT) -> Mapping[Pane, Region]:
    """The panes that are seen, and where."""
    room = body(size)
    if zoomed or one_at_a_time(size):
        return {focus: room}
    if side_by_side(size):
        articles, reader = _columns(size.width, widths)
        matches = size.width - articles - reader
        return {
            Pane.ARTICLES: Region(0, room.y, articles, room.height),
            Pane.READER: Region(articles, room.y, reader, room.height),
            Pane.MATCHES: Region(articles + reader, room.y, matches, room.height),
        }
    below = _below(room.height, widths)
    upper = Pane.ARTICLES if focus is Pane.ARTICLES else Pane.READER
    return {
        upper: Region(0, room.y, room.width, room.height - below),
        Pane.MATCHES: Region(0, room.bottom - below, room.width, below),
    }


def widened(size: Size, focus: Pane, by: int, widths: Widths) -> Widths:
    """The widths when the pane with the focus has `by` cells more: columns of panes side by side, rows of
    those above each other. Unchanged when there is no room, or a single pane to be seen.
    """
    if one_at_a_time(size):
        return widths
    if not side_by_side(size):
        height = body(size).height
        more = by if focus is Pane.MATCHES else -by
        below = _below(height, replace(widths, below=widths.below + more))
        return replace(widths, below=widths.below + below - _below(height, widths))
    wanted = {
        Pane.ARTICLES: replace(widths, articles=widths.articles + by),
        Pane.READER: replace(widths, reader=widths.reader + by),
        Pane.MATCHES: replace(widths, reader=widths.reader - by),
    }[focus]
    articles, reader = _columns(size.width, widths)
    new_articles, new_reader = _columns(size.width, wanted)
    # What is kept is what was given, so that a key pressed at the edge does not have to be pressed back.
    return replace(
        widths,
        articles=widths.articles + (new_articles - articles if focus is Pane.ARTICLES else 0),
        reader=widths.reader + (new_reader - reader if focus is not Pane.ARTICLES else 0),
    )


def _columns(width: int, widths: Widths) -> tuple[int, int]:
    """Columns of the articles and of the text; the matches have the rest."""
    articles = min(36, 24 + (width - WIDE) // 5)
    reader = min(_READER_MOST, (width - articles) * 3 // 5)
    articles = _between(_ARTICLES_LEAST, articles + widths.articles, width - _READER_LEAST - _MATCHES_LEAST)
    most = min(_READER_MOST, width - articles - _MATCHES_LEAST)
    return articles, _between(_READER_LEAST, reader + widths.reader, most)


def _below(height: int, widths: Widths) -> int:
    """Rows of the matches below the text, of `height` rows for both."""
    below = max(6, height * 2 // 5) + widths.below
    return _between(_BELOW_LEAST, below, height - _ABOVE_LEAST)


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))


class Arrangement(Layout):
    """A Textual layout that places widgets where a function of the screen's size says; others are not
    shown.
    """

    name = "arrangement"

    def __init__(self, place: Callable[[Size], Mapping[Widget, Region]]) -> None:
        self._place = place

    def arrange(
        self,
        parent: Widget,  # noqa: ARG002 - Textual's signature
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: ARG002
    ) -> ArrangeResult:
        """The placements of the widgets that have one."""
        places = self._place(size)
        return [
            WidgetPlacement(places[child], Offset(0, 0), Spacing(), child)
            for child in children
            if child in places and places[child].area
        ]
