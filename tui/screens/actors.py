"""Actors: a search over all spellings as one types; Enter opens the dossier."""

from __future__ import annotations

from collections.abc import Sequence

from model.views import ActorRow
from tui.panes.listing import Entry, line
from tui.screens.dossier import DossierScreen
from tui.screens.doubts import DoubtsScreen
from tui.screens.host import Host
from tui.screens.picking import ActorPicker


class ActorsScreen(ActorPicker):
    """Every actor of the corpus; its last line leads to the pairs that may be one."""

    def __init__(self, host: Host) -> None:
        super().__init__(host, "actors", self._show)

    def entries(self) -> Sequence[Entry]:
        """The actors, then the way to the judging queue."""
        entries = super().entries()
        if self.query_text or entries[0].target is None:
            return entries
        return [*entries, line(("pairs that may be one actor: judge them", "key"), target=DoubtsScreen)]

    def open(self, target: object) -> None:
        """Open the actor's dossier or the judging queue over the list."""
        if isinstance(target, ActorRow):
            self._show(target)
        elif target is DoubtsScreen:
            self.host.show(DoubtsScreen(self.host))

    def _show(self, row: ActorRow) -> None:
        self.host.show(DossierScreen(self.host, row.id))
