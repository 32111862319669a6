"""Picking an actor by a search over all spellings as one types, or a type; Enter hands it over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.worker import Worker, WorkerState

from model.views import ActorRow
from tui.operations import Context
from tui.panes.listing import Entry, line
from tui.screens.host import Host
from tui.screens.listing import TypingScreen
from tui.terminal.sanitise import sanitise
from tui.themes import ACTOR_ROLES
from tui.wrapping import fit

_SHOWN = 200

#: What each type of actor means.
TYPES = {
    "PERSON": "a person",
    "ORG": "an organisation, a company, an armed group, an office",
    "GPE": "a country, a city: a place with a government",
    "LOC": "any other place",
    "NORP": "a people, a religious or political group",
    "FACILITY": "a building, a road, a base",
    "EVENT": "a war, a conference, a storm",
    "OTHER": "anything else that has a name",
}


class ActorPicker(TypingScreen):
    """The actors whose spellings answer the query, the most mentioned ones without a query."""

    context: ClassVar[Context] = Context.ACTORS

    def __init__(self, host: Host, title: str, picked: Callable[[ActorRow], None]) -> None:
        super().__init__(host)
        self.title_text = title
        self._picked = picked

    def on_mount(self) -> None:
        """Read the names while the first letters are typed: of many articles that takes longer than a key
        may.
        """
        super().on_mount()
        self._read_names()

    def corpus_changed(self) -> None:
        """Ask again, of names that are read anew."""
        super().corpus_changed()
        self._read_names()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The names have been read: what was typed is answered from all spellings."""
        names = event.worker.result
        if event.state is WorkerState.SUCCESS and names is not None:
            self.corpus.take_names(names)
            self.refill()
        elif event.state is WorkerState.ERROR:
            self.complain(f"names cannot be searched: {event.worker.error}")
            self.update()

    def entries(self) -> Sequence[Entry]:
        """One line an actor: name, type, how often and where, the spellings."""
        corpus = self.corpus
        ready = not self.query_text.strip() or corpus.has_names() or corpus.has_few_names()
        search = corpus.search_actors if ready else corpus.actors_called
        rows = search(self.query_text, limit=_SHOWN)
        if rows:
            return [self._line(row, min(36, max(12, self.width // 3))) for row in rows]
        if not ready:
            return [line(("reading the names …", "dim"))]
        if self.query_text:
            return [line((f"no actor has a spelling like {sanitise(self.query_text)}", "dim"))]
        return [line(("no actors yet: they come with the articles", "dim"))]

    def open(self, target: object) -> None:
        """Close the list and hand the actor over."""
        if isinstance(target, ActorRow):
            self.host.leave()
            self._picked(target)

    def _read_names(self) -> None:
        if not self.corpus.has_names():
            self.run_worker(self.corpus.read_names, thread=True, exclusive=True, exit_on_error=False)

    def _line(self, row: ActorRow, column: int) -> Entry:
        matched = sanitise(row.matched)
        others = [sanitise(spelling) for spelling in row.spellings if spelling not in {row.matched, row.name}]
        spellings = [] if row.matched == row.name else [(matched, "found" if self.query_text else "text")]
        if others:
            spellings.append((f"{' · ' if spellings else ''}{' · '.join(others)}", "dim"))
        return line(
            (fit(sanitise(row.name), column), ACTOR_ROLES.get(row.type, "event")),
            (fit(f"  {row.type}", 11), "dim"),
            (fit(f"{row.mentions} in {row.articles}", 12), "text"),
            *spellings,
            target=row,
        )


class TypePicker(TypingScreen):
    """The types of actors with their meanings, narrowed as one types."""

    context: ClassVar[Context] = Context.ACTORS

    def __init__(self, host: Host, title: str, picked: Callable[[str], None]) -> None:
        super().__init__(host)
        self.title_text = title
        self._picked = picked

    def entries(self) -> Sequence[Entry]:
        """A line a type."""
        query = self.query_text.casefold()
        return [
            line((fit(kind, 12), ACTOR_ROLES[kind]), (meaning, "text"), target=kind)
            for kind, meaning in TYPES.items()
            if query in f"{kind} {meaning}".casefold()
        ]

    def open(self, target: object) -> None:
        """Close the list and hand the type over."""
        if isinstance(target, str):
            self.host.leave()
            self._picked(target)
