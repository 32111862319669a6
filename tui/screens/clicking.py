"""The mouse on a screen, where it was asked for: events become a pane and a cell of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from tui.panes.lines import LinePane
from tui.screens.prompting import Prompting


class Clicking(Prompting):
    """The part of a screen that takes clicks and the wheel. While a line is typed, neither means anything."""

    def clicked(self, pane: LinePane, column: int, row: int) -> None:
        """A cell of a pane was clicked, counted from the pane's corner."""

    def wheeled(self, pane: LinePane, by: int) -> None:
        """The wheel was turned over a pane, down (1) or up (-1)."""

    def line_panes(self) -> Sequence[LinePane]:
        """The panes that can be pointed at."""
        raise NotImplementedError

    def pointed(self, do: Callable[[], None]) -> None:
        """Do what was pointed at, and show the outcome."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the pane under the pointer."""
        self._point(event, lambda pane, _column, _row: self.wheeled(pane, 1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel, the other way."""
        self._point(event, lambda pane, _column, _row: self.wheeled(pane, -1))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The first button selects; with shift, terminals keep it for their own selection of text."""
        if event.button == 1:
            self._point(event, self.clicked)

    def _point(self, event: events.MouseEvent, do: Callable[[LinePane, int, int], None]) -> None:
        event.stop()
        x, y = event.screen_x, event.screen_y
        pane = next((pane for pane in self.line_panes() if pane.region.contains(x, y)), None)
        if pane is not None and self.prompt is None:
            self.pointed(lambda: do(pane, x - pane.region.x, y - pane.region.y))
