"""A pane of entries, one line each, with a cursor on those that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual.strip import Strip

from tui.painting import Piece, strip_of_pieces
from tui.panes.lines import LinePane
from tui.themes import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """A line. `target` is what it leads to, for its screen to understand; without one the line only says
    something.
    """

    pieces: tuple[Piece, ...]
    target: object | None = None

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(text for text, _ in self.pieces)


def line(*pieces: Piece, target: object | None = None) -> Entry:
    """An entry of these pieces."""
    return Entry(pieces, target)


GAP = Entry(())


class ListPane(LinePane):
    """Draws entries; `cursor` is the index of the entry under it, `top` that of the first in the window."""

    def __init__(self, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(theme, id=id)
        self.entries: Sequence[Entry] = ()
        self.cursor = 0
        self.top = 0
        self._stops: Sequence[int] = ()

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor; None in a list that leads nowhere."""
        return self.entries[self.cursor] if self._stops else None

    @property
    def position(self) -> tuple[int, int]:
        """Number of the entry under the cursor among those that lead somewhere, from 1, and how many these
        are.
        """
        return (self._stops.index(self.cursor) + 1 if self._stops else 0), len(self._stops)

    def fill(self, entries: Sequence[Entry], stops: Sequence[int] | None = None) -> None:
        """Show other entries; the cursor stays on the line it was on, if that leads somewhere still.

        `stops` are the numbers of the entries that lead somewhere, if they are known: then no entry is asked
        for before it is seen.
        """
        self.entries = entries
        found = (n for n, entry in enumerate(entries) if entry.target is not None)
        self._stops = list(found) if stops is None else stops
        if self._stops and self.cursor not in self._stops:
            self.cursor = next((stop for stop in self._stops if stop >= self.cursor), self._stops[-1])
        self.sync()

    def move(self, by: int) -> None:
        """Move the cursor by so many entries; where nothing has a cursor, the window."""
        if self._stops:
            at = self._stops.index(self.cursor)
            self.cursor = self._stops[min(max(0, at + by), len(self._stops) - 1)]
            if at + by <= 0:
                self.top = 0
        else:
            self.top = min(max(0, self.top + by), self._last_top())
        self.sync()

    def select(self, row: int) -> bool:
        """Put the cursor on the entry in a row of the window; whether one stands there that leads
        somewhere.
        """
        if self.top + row not in self._stops:
            return False
        self.cursor = self.top + row
        self.sync()
        return True

    def show_from(self, number: int) -> None:
        """Put the cursor on the first entry from `number` on that leads somewhere, `number` on top."""
        if self._stops:
            self.cursor = next((stop for stop in self._stops if stop >= number), self._stops[-1])
        self.top = number
        self.sync()

    def page(self, by: int, part: int) -> None:
        """Move by pages, or by a `part` (2: half) of one."""
        self.move(by * max(1, (self.size.height - 1) // part))

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """The entries in the window."""
        if self._stops:
            self.top = min(max(self.top, self.cursor - height + 1), self.cursor)
        self.top = min(max(0, self.top), self._last_top())
        strips = []
        for number in range(self.top, min(self.top + height, len(self.entries))):
            entry = self.entries[number]
            at_cursor = bool(self._stops) and number == self.cursor
            strips.append(
                self.cached((entry.pieces, at_cursor), partial(self._strip, entry, at_cursor, width))
            )
        return strips

    def _strip(self, entry: Entry, at_cursor: bool, width: int) -> Strip:
        pointer: Piece = (">" if at_cursor else " ", "key")
        over = self.theme.over("cursor") if at_cursor else None
        return strip_of_pieces((pointer, *entry.pieces), width, self.theme, over)

    def _last_top(self) -> int:
        return max(0, len(self.entries) - self.size.height)
