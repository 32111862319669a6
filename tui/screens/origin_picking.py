"""Picking the origin that an article rests on as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from model.records import Origin
from model.views import Family
from tui.operations import Context
from tui.panes.listing import Entry, line
from tui.screens.host import Host
from tui.screens.listing import TypingScreen
from tui.terminal.sanitise import sanitise
from tui.wrapping import fit


class OriginPicker(TypingScreen):
    """The origins of these families on which the article does not rest, narrowed down as one types."""

    context: ClassVar[Context] = Context.ACTORS
    title_text = "rests on"

    def __init__(
        self, host: Host, article: str, families: Sequence[Family], picked: Callable[[Origin], None]
    ) -> None:
        super().__init__(host)
        self._article = article
        self._families = families
        self._picked = picked

    def entries(self) -> Sequence[Entry]:
        """A line an origin: its name, its kind, and who rests on it."""
        query = self.query_text.casefold()
        found = [
            line(
                (fit(sanitise(origin.name), max(12, self.width // 2)), "text"),
                (fit(f"  {origin.kind}", 12), "dim"),
                (
                    " ".join(sanitise(row.label) for row, _ in family.members if row.id in origin.articles),
                    "dim",
                ),
                target=origin,
            )
            for family in self._families
            for origin in family.origins
            if query in origin.name.casefold() and self._article not in origin.articles
        ]
        return found or [line(("no other origin of this story, or none that is called so", "dim"))]

    def open(self, target: object) -> None:
        """Close the list and hand the origin over."""
        if isinstance(target, Origin):
            self.host.leave()
            self._picked(target)
