"""One line of text across the screen: header, status and footer."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from tui.painting import Pieces, strip_of_pieces, two_sided
from tui.panes.lines import LinePane
from tui.themes import Theme


class Bar(LinePane):
    """A line with pieces at its left and at its right edge."""

    def __init__(self, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(theme, id=id)
        self._left: Pieces = ()
        self._right: Pieces = ()

    def say(self, left: Pieces, right: Pieces = ()) -> None:
        """Show these pieces from now on."""
        self._left, self._right = tuple(left), tuple(right)
        self.sync()

    def draw(self, width: int, height: int) -> Sequence[Strip]:  # noqa: ARG002 - it is one
        """The line."""
        left, right = self._left, self._right
        return [
            self.cached(
                (left, right), lambda: strip_of_pieces(two_sided(left, right, width), width, self.theme)
            )
        ]
