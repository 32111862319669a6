"""A judgement that contradicts earlier ones: both are shown, and the user says which of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from model.errors import ContradictionError
from model.records import Judgement
from tui.operations import Context
from tui.painting import Pieces
from tui.panes.listing import GAP, Entry, line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.wrapping import wrap

_SIGNS = {
    "same": "=",
    "different": "≠",
    "split": "≠",
    "rename": "is called",
    "retype": "is of the type",
    "unsure": "or",
    "note": "",
}


class ContradictionScreen(ListScreen):
    """The new judgement and what it contradicts. Leaving the view drops the new one."""

    context: ClassVar[Context] = Context.CONTRADICTION
    title_text = "CONTRADICTION"

    def __init__(self, host: Host, error: ContradictionError, overrule: Callable[[], None]) -> None:
        super().__init__(host)
        self._error = error
        self._overrule = overrule

    def heading(self) -> tuple[Pieces, Pieces]:
        """What this is; there is nothing to count."""
        return [(f" {self.title_text}", "bar")], ()

    def entries(self) -> Sequence[Entry]:
        """Both sides, then what can be done."""
        return [
            GAP,
            line(("what you say now", "dim")),
            *self._told(self._error.new, "title", dated=False),
            GAP,
            line(("contradicts what you said before", "dim")),
            *(entry for item in self._error.earlier for entry in self._told(item, "title", dated=True)),
            GAP,
            line(("v", "key"), ("  the new word stands, of the earlier the latest gives way", "text")),
            line(("x", "key"), ("  the earlier stands, the new word is dropped (esc, too)", "text")),
        ]

    def do_overrule(self) -> None:
        """The new judgement stands."""
        self.host.leave()
        self._overrule()

    def do_drop(self) -> None:
        """The earlier ones stand."""
        self.host.leave()

    def _told(self, judgement: Judgement, role: str, *, dated: bool) -> Iterator[Entry]:
        words = told(judgement)
        for start, end in wrap(words, 0, len(words), max(10, self.width - 3)):
            yield line(("  ", "text"), (words[start:end], role))
        note = f": {sanitise(judgement.note)}" if judgement.note else ""
        if dated:
            yield line((f"    on {judgement.at[:16].replace('T', ' ')}{note}", "dim"))


def told(judgement: Judgement) -> str:
    """A judgement on actors in words."""
    sign = _SIGNS.get(judgement.verdict, judgement.verdict)
    words = (judgement.subject, sign, judgement.object or "")
    return sanitise(" ".join(word for word in words if word))
