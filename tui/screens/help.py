"""Help: every operation with its keys as they are now, by group, searchable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui import highlight
from tui.keymap import Keymap, shown
from tui.operations import OPERATIONS, Context, Group, Operation
from tui.panes.listing import GAP, Entry, line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import cell_width
from tui.wrapping import fit

_KEYS = 20

LEGEND = (
    ("≠", "differs", "others tell it differently: the word behind it says in what"),
    ("+", "adds", "the other adds a detail"),
    ("~", "same", "the same in other words"),
    ("=", "same", "the same wording"),
    ("s", "dim", "muted: one of the two leaves the source out"),
    ("[ ]", "changed", "side by side: what differs; underlined: merely other words"),
    ("● ○", "key", "in the list of articles: reports it, is silent"),
    ("┃", "selected", "the selected sentence"),
    ("*", "key", "you wrote a note on the sentence; the status line shows it"),
    ("▸", "dim", "folded: not body text, with the reason"),
)


def keys_text(keymap: Keymap, operation: Operation) -> str:
    """The keys of an operation as they are shown, or that it has none."""
    keys = keymap.keys(operation.id)
    if operation.id == "match" and keys == operation.keys:
        return "1 … 9"
    return " ".join(map(shown, keys)) or "(unbound)"


class HelpScreen(ListScreen):
    """The table of operations, the signs, and the marks in the text."""

    context: ClassVar[Context] = Context.HELP

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.title_text = f"HELP   {self.key('find')} filters"

    def entries(self) -> Sequence[Entry]:
        """A heading and lines for each group, then the signs and the marks in the text."""
        keymap = self.host.keymap
        entries: list[Entry] = []
        for group in Group:
            entries.append(line((group.value, "title")))
            for operation in OPERATIONS:
                if operation.group is group:
                    rebound = "" if keymap.is_default(operation.id) else "  (re-bound)"
                    entries.append(
                        line(
                            (fit(f"  {keys_text(keymap, operation)}", _KEYS), "key"),
                            (operation.help, "text"),
                            (f"  {operation.id}{rebound}", "dim"),
                        )
                    )
            entries.append(GAP)
        entries.append(line(("Signs", "title")))
        entries.extend(_sample(*sign) for sign in LEGEND)
        entries += [GAP, line(("Marks in the text: of two that meet the lower in this list shows", "title"))]
        entries.extend(_sample(*mark) for mark in highlight.LEGEND)
        return entries


def _sample(sign: str, role: str, meaning: str) -> Entry:
    """A sign or a word as it is shown, and what it means."""
    return line(
        ("  ", "text"), (sign, role), (" " * (_KEYS - 2 - cell_width(sign)), "text"), (meaning, "text")
    )
