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
        entries: list[Entry] = []
        last = ""
        for row in self.corpus.timeline(self._story):
            entries.append(self._event(row, "" if row.value == last else row.value))
            last = row.value
        return entries or [line(("nothing in this story has a date that the text proves", "dim"))]

    @staticmethod
    def _event(row: TimelineRow, date: str) -> Entry:
        evidence = f"“{sanitise(row.evidence)}”" if row.evidence else ""
        return line(
            (fit(date, 18), "title"),
            (fit(row.kind, 12), "dim"),
            (fit(sanitise(row.row.label), 8), "dim"),
            (fit(evidence, 24), "dim"),
            (sanitise(row.text), "text"),
            target=Place(row.row.id, row.sentence.n if row.sentence else 0),
        )
