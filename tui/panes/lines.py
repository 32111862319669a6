"""The base of everything on the screen: a widget that draws the lines in its window and repaints what
changed.

A pane keeps the strips it shows. `sync` asks for the lines as they should be now, keeps those that are
equal (the same object, from the cache) and marks the others for repainting. Nothing is laid out, no style
sheet is consulted, and lines outside the window are never made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.painting import strip_of
from tui.themes import Theme

_STRIPS_KEPT = 2048


class LinePane(Widget, can_focus=False, inherit_css=False):
    """A widget of lines. Subclasses give `draw`; whoever changes what it shows calls `sync`."""

    def __init__(self, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.theme = theme
        self._shown: list[Strip] = []
        self._strips: dict[Hashable, Strip] = {}
        self._measure = (0, 0)
        self.ruled = False

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """Strips for a window of this size: at most `height`, each `width` cells; the rest stays blank."""
        raise NotImplementedError

    def sync(self) -> None:
        """Bring the window up to date and mark the lines that changed."""
        if not self.has_room():
            return
        before = self._shown
        after = self._lines(*self._measure)
        if before is after or len(before) != len(after):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new]
        if changed:
            self._set_dirty(*(Region(0, y, self._measure[0], 1) for y in changed))

    def has_room(self) -> bool:
        """Whether the pane has been given room; one that has none draws nothing."""
        width, height = self.size
        if (width, height) != self._measure:
            self._measure = (width, height)
            self._strips.clear()
            self._shown = []
        return width > 0 and height > 0

    def cached(self, key: Hashable, build: Callable[[], Strip]) -> Strip:
        """The strip for `key`, which must say everything that the strip depends on except width and theme."""
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[key] = build()
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the window, as they are kept; called by the compositor."""
        if self.has_room() and len(self._shown) != self._measure[1]:
            self._lines(*self._measure)
        lines = self._shown[crop.y : crop.bottom]
        if (crop.x, crop.width) != (0, self._measure[0]):
            lines = [line.crop(crop.x, crop.right) for line in lines]
        return lines

    def edge(self) -> list[tuple[str, Style]]:
        """The rule at the left of a pane that has a neighbour there; nothing otherwise."""
        return [("│", self.theme["chrome"])] if self.ruled else []

    def _lines(self, width: int, height: int) -> list[Strip]:
        lines = list(self.draw(width, height))[:height]
        if len(lines) < height:
            blank = self.cached(
                ("blank", self.ruled), lambda: strip_of(self.edge(), width, self.theme.background)
            )
            lines.extend([blank] * (height - len(lines)))
        self._shown = lines
        return lines
