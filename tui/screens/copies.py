"""What was copied, in this session and before: to be read, and to be copied again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from tui.operations import Context
from tui.panes.listing import GAP, Entry, line
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.wrapping import wrap

#: The most lines of a copied text that are shown.
_LINES = 4


class CopiesScreen(ListScreen):
    """The copied texts, the newest first; Enter copies one again."""

    context: ClassVar[Context] = Context.COPIES
    title_text = "COPIED"

    def entries(self) -> Sequence[Entry]:
        """For each copied text its beginning, whole words to a line."""
        copies = self.host.kept.copies
        if copies:
            return [entry for copy in copies for entry in self._copy(copy)]
        return [line((f"nothing was copied yet: {self.key('copy')} copies a sentence, cited", "dim"))]

    def open(self, target: object) -> None:
        """Copy again; the text moves to the front."""
        if isinstance(target, str):
            said = self.host.copy(target)
            self.list.cursor = self.list.top = 0
            self.refill()
            self.say(said)

    def do_copy(self) -> None:
        """Copy again."""
        self.do_follow()

    def do_forget(self) -> None:
        """Keep the text under the cursor no longer."""
        entry = self.list.entry
        if entry is None or not isinstance(entry.target, str):
            self.say("nothing to forget here")
            return
        self.host.kept.forget_copy(entry.target)
        self.refill()
        self.say("forgotten here; the clipboard still has it")

    def _copy(self, copy: str) -> Iterator[Entry]:
        room = max(10, self.width - 3)
        lines = [
            text[start:end]
            for text in map(sanitise, copy.splitlines())
            if text.strip()
            for start, end in wrap(text, 0, len(text), room)
        ]
        for number, text in enumerate(lines[:_LINES]):
            first = number == 0
            yield line((f" {text}", "text" if first else "dim"), target=copy if first else None)
        if len(lines) > _LINES:
            yield line((f" … {len(lines) - _LINES} more lines", "dim"))
        yield GAP
