"""What was copied, in this session and before: to be read, and to be copied again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from tui.operations import Context
from tui.panes.listing import GAP, Entry, line
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import cell_width, sanitise
from tui.wrapping import ELLIPSIS, fit, wrap

#: The most lines of a copied sentence that are shown; its citation follows on another.
_LINES = 2


class CopiesScreen(ListScreen):
    """The copied texts, the newest first; Enter copies one again."""

    context: ClassVar[Context] = Context.COPIES
    title_text = "COPIED"

    def entries(self) -> Sequence[Entry]:
        """For each copied text the beginning of its first line, and its second: the citation."""
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
        lines = [sanitise(text) for text in copy.splitlines() if text.strip()] or [""]
        room = max(10, self.width - 3)
        words = [lines[0][start:end] for start, end in wrap(lines[0], 0, len(lines[0]), room)] or [""]
        cut = ELLIPSIS if len(words) > _LINES else ""
        for number, text in enumerate(words[:_LINES]):
            last = number == _LINES - 1
            yield line((f" {text}{cut if last else ''}", "text"), target=None if number else copy)
        if len(lines) > 1:
            more = f"   and {len(lines) - 2} lines more" if len(lines) > 2 else ""
            yield line((f" {fit(lines[1], min(room - len(more), cell_width(lines[1])))}{more}", "dim"))
        yield GAP
