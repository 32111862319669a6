"""The command palette: every operation of the view below by its name, as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.operations import Context, Operation, valid_in
from tui.panes.listing import Entry, line
from tui.screens.help import keys_text
from tui.screens.host import Below, Host
from tui.screens.listing import TypingScreen
from tui.wrapping import fit


class PaletteScreen(TypingScreen):
    """Operations to choose from; Enter closes the palette and carries the chosen one out below it."""

    context: ClassVar[Context] = Context.PALETTE
    title_text = ":"

    def __init__(self, host: Host, below: Below) -> None:
        super().__init__(host)
        self._below = below

    def entries(self) -> Sequence[Entry]:
        """The operations whose name or help has all the words typed."""
        words = self.query_text.casefold().split()
        return [
            line(
                (fit(operation.id, 22), "title"),
                (fit(keys_text(self.host.keymap, operation), 12), "key"),
                (operation.help, "text"),
                target=operation,
            )
            for operation in valid_in(self._below.context)
            if operation.id != "palette"
            and all(word in f"{operation.id} {operation.help}".casefold() for word in words)
        ]

    def open(self, target: object) -> None:
        """Close the palette and do it."""
        self.host.leave()
        if isinstance(target, Operation):
            self._below.choose(target)
