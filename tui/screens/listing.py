"""A screen that is a list: a header, entries to walk and to filter, Enter to follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from traceback import format_exception

from textual.geometry import Region, Size
from textual.widget import Widget

from model.corpus import CorpusError
from tui import arrangement
from tui.painting import Pieces
from tui.panes.lines import LinePane
from tui.panes.listing import Entry, ListPane, line
from tui.screens.base import KeyScreen
from tui.screens.host import Host
from tui.terminal.sanitise import sanitise
from tui.trail import Place

#: By how many entries the wheel moves.
_WHEEL = 3


class ListScreen(KeyScreen):
    """Entries in one pane. Subclasses say what stands in it, and what following an entry means."""

    title_text = ""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.list = ListPane(host.look)
        self.filter = ""
        self._filled: object = None

    # ── to be given by each list ──────────────────────────────────────────────────────────────────────────

    def entries(self) -> Sequence[Entry]:
        """The entries, in lines of `width` cells at most: what is wider is clipped."""
        raise NotImplementedError

    def open(self, target: object) -> None:
        """Follow an entry's target; a place is shown in the reader."""
        if isinstance(target, Place):
            self.host.go(target)

    def heading(self) -> tuple[Pieces, Pieces]:
        """What the header says: left and right."""
        number, total = self.list.position
        count = f"{number} of {total} " if total else ""
        filtered = f"   /{sanitise(self.filter)}" if self.filter else ""
        return [(f" {self.title_text}", "bar"), (filtered, "key")], [(count, "dim")]

    @property
    def width(self) -> int:
        """Cells that a line of the list has, beside the cursor."""
        return max(1, self.size.width - 1)

    # ── showing ───────────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> list[Widget]:
        """The bars and the list."""
        return [self.header, self.list, self.guide, self.status, self.footer]

    def panes(self, size: Size) -> Mapping[Widget, Region]:
        """The list has all that the bars leave."""
        return {self.list: arrangement.body(size)}

    def refresh_panes(self) -> None:
        """Fill the list if the width or the filter is another one, and bring it up to date."""
        wanted = (self.size.width, self.filter)
        if wanted != self._filled and self.size.width:
            self._filled = wanted
            self.fill()
        else:
            self.list.sync()
        self.header.say(*self.heading())

    def fill(self) -> None:
        """Show the entries that the filter leaves."""
        self.list.fill(self._filtered(self._readable_entries()))

    def corpus_changed(self) -> None:
        """Ask for the entries again."""
        self.forget()
        self.refill()

    def forget(self) -> None:
        """Forget what was asked of the corpus for the entries."""

    def refill(self) -> None:
        """Ask for the entries again: what they tell has changed."""
        self._filled = None
        self.update()

    def _readable_entries(self) -> Sequence[Entry]:
        """The entries, or why the corpus cannot give them."""
        try:
            return self.entries()
        except CorpusError as error:
            self.complain(str(error), "".join(format_exception(error)))
            return [line((sanitise(str(error)), "error"))]

    def _filtered(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        query = self.filter.casefold()
        return [entry for entry in entries if query in entry.text.casefold()] if query else entries

    # ── the mouse ─────────────────────────────────────────────────────────────────────────────────────────

    def clicked(self, pane: LinePane, column: int, row: int) -> None:  # noqa: ARG002 - lines are whole
        """Select the entry under the pointer; one that is selected already is followed."""
        before = self.list.cursor
        if pane is self.list and self.list.select(row) and self.list.cursor == before:
            self.do_follow()

    def wheeled(self, pane: LinePane, by: int) -> None:
        """Move the list."""
        if pane is self.list:
            self.list.move(by * _WHEEL)

    # ── operations ────────────────────────────────────────────────────────────────────────────────────────

    def do_next(self) -> None:
        """One line on."""
        self.list.move(self.count or 1)

    def do_previous(self) -> None:
        """One line back."""
        self.list.move(-(self.count or 1))

    def do_half_page_down(self) -> None:
        """Half a page on."""
        self.list.page(1, 2)

    def do_half_page_up(self) -> None:
        """Half a page back."""
        self.list.page(-1, 2)

    def do_page_down(self) -> None:
        """A page on."""
        self.list.page(1, 1)

    def do_page_up(self) -> None:
        """A page back."""
        self.list.page(-1, 1)

    def do_start(self) -> None:
        """To the first line."""
        self.list.move(-len(self.list.entries))

    def do_end(self) -> None:
        """To the last line."""
        self.list.move(len(self.list.entries))

    def do_follow(self) -> None:
        """Follow the entry under the cursor."""
        entry = self.list.entry
        if entry is None:
            self.say("nothing to follow here")
        else:
            self.open(entry.target)

    def do_find(self) -> None:
        """Filter the list as one types."""
        self.ask("/", self._filter, change=self._filter, cancel=lambda: self._filter(""), text=self.filter)

    def do_leave(self) -> None:
        """Lift the filter, or close the view."""
        if self.filter:
            self._filter("")
        else:
            self.host.leave()

    def do_copy(self) -> None:
        """Copy the line under the cursor."""
        entry = self.list.entry
        if entry is None:
            self.say("nothing to copy here")
        else:
            self.say(self.host.copy(" ".join(entry.text.split())))

    def _filter(self, query: str) -> None:
        self.filter = query


class TypingScreen(ListScreen):
    """A list that is searched as one types: the header is the line being typed."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.query_text = ""

    def heading(self) -> tuple[Pieces, Pieces]:
        """The line being typed, and how many entries answer it."""
        number, total = self.list.position
        return [(f" {self.title_text}  ", "bar"), (sanitise(self.query_text), "title"), ("▌", "key")], [
            (f"{number} of {total} ", "dim")
        ]

    def type(self, characters: str) -> None:
        """Add to the query."""
        self._ask_for(self.query_text + characters)

    def do_erase(self) -> None:
        """Erase a character of the query."""
        self._ask_for(self.query_text[:-1])

    def do_erase_word(self) -> None:
        """Erase a word of the query."""
        kept = self.query_text.rstrip()
        self._ask_for(kept[: kept.rfind(" ") + 1])

    def do_erase_line(self) -> None:
        """Erase the query."""
        self._ask_for("")

    def _ask_for(self, query: str) -> None:
        self.query_text = query
        self.list.cursor = self.list.top = 0
        self._filled = None
