"""The timeline: publications and dated claims of a story, oldest first, with the words the dates rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from model.views import TimelineRow
from tui.operations import Context
from tui.panes.listing import Entry, line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit


class TimelineScreen(ListScreen):
    """A line an event; Enter goes to the sentence that tells it."""

    context: ClassVar[Context] = Context.TIMELINE
    title_text = "TIMELINE"

    def __init__(self, host: Host, story: str | None) -> None:
        super().__init__(host)
        self._story = story

    def entries(self) -> Sequence[Entry]:
        """A line an event; the date is not repeated while it stays the same."""
        rows = self.corpus.timeline(self._story)
        column = 2 + max((len(row.value) for row in rows), default=0)
        entries: list[Entry] = []
        last = ""
        for row in rows:
            entries.append(self._event(row, "" if row.value == last else row.value, column))
            last = row.value
        return entries or [line(("nothing in this story has a date that the text proves", "dim"))]

    def _event(self, row: TimelineRow, date: str, column: int) -> Entry:
        evidence = f"“{sanitise(row.evidence)}”" if row.evidence else ""
        return line(
            (fit(date, column), "title"),
            (fit(row.kind, 11), "dim"),
            (fit(sanitise(row.row.label), 6), "dim"),
            (fit(evidence, min(26, max(10, self.width // 4))), "dim"),
            (f" {' '.join(sanitise(row.text).split())}", "text"),
            target=Place(row.row.id, row.sentence.n if row.sentence else 0),
        )
