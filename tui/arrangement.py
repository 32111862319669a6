"""Who gets which part of the screen. Decided by its size, the pane with the focus and the zoom, never by
movement.

From 120 columns: three panes side by side. From 80 columns and 16 rows: the text above the matches at full
width, the articles in the place of the text while they have the focus. Smaller: one pane at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.layout import MEASURE
from tui.session import Pane

WIDE = 120
NARROW = 80
LOW = 16
#: The text column with its rule, gutter and right margin.
_READER_MOST = MEASURE + 6


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


def panes(size: Size, focus: Pane, *, zoomed: bool) -> Mapping[Pane, Region]:
    """The panes that are seen, and where."""
    room = body(size)
    if zoomed or one_at_a_time(size):
        return {focus: room}
    if side_by_side(size):
        articles = min(36, 24 + (size.width - WIDE) // 5)
        reader = min(_READER_MOST, (size.width - articles) * 3 // 5)
        matches = size.width - articles - reader
        return {
            Pane.ARTICLES: Region(0, room.y, articles, room.height),
            Pane.READER: Region(articles, room.y, reader, room.height),
            Pane.MATCHES: Region(articles + reader, room.y, matches, room.height),
        }
    below = max(6, room.height * 2 // 5)
    upper = Pane.ARTICLES if focus is Pane.ARTICLES else Pane.READER
    return {
        upper: Region(0, room.y, room.width, room.height - below),
        Pane.MATCHES: Region(0, room.bottom - below, room.width, below),
    }


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
