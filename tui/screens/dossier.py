"""The dossier of one actor, and every mention of it in its context, in five orders.

The concordance at its end is read a window at a time, so that an actor of ten thousand mentions opens as one
of ten does.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import ClassVar

from model.corpus import CorpusError
from model.views import ORDERS, Dossier, Order
from tui import copying
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.dossier_judging import DossierJudging
from tui.screens.dossier_page import READ, Companion, DossierPage, More, Spelling
from tui.screens.host import Host
from tui.screens.kwic import Lines, line_of, sorted_by
from tui.terminal.sanitise import cell_width, sanitise
from tui.trail import Place
from tui.wrapping import clip

#: Articles in which company and claims about the actor are looked for at first, and claims at most.
_WITHIN, _ALL = 200, 500
_SORTED_BY = {
    "left": "the words on the left",
    "right": "the words on the right",
    "outlet": "outlet",
    "date": "date of publication",
    "text": "the order of the articles and their texts",
}


class DossierScreen(DossierJudging):
    """What the corpus holds on an actor; Enter goes to the place of a line."""

    context: ClassVar[Context] = Context.DOSSIER
    title_text = "DOSSIER"

    def __init__(self, host: Host, entity: str) -> None:
        """Raises CorpusError for an actor that another program has taken away."""
        super().__init__(host, entity)
        self._order: Order = "text"
        self._whole: set[str] = set()
        self._sections: list[int] = []
        try:
            self._dossier = self._read()
        except KeyError:
            raise CorpusError("this actor is no longer in the corpus") from None

    # ── what is shown ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def dossier(self) -> Dossier:
        """The dossier, as it was when the corpus last changed."""
        return self._dossier

    def _read(self) -> Dossier:
        """Ask for the dossier, for as much of it as the sections show."""
        claims = _ALL if self._whole & {"says", "about"} else READ
        within = None if self._whole & {"about", "company"} else _WITHIN
        return self.corpus.dossier(self._entity, claims=claims, within=within)

    def heading(self) -> tuple[Pieces, Pieces]:
        """Who it is, and in the concordance by what it is sorted."""
        right: list[Piece] = []
        if self._sections and self.list.cursor >= self._sections[-1]:
            right = [*sorted_by(self._order), ("   ", "dim")]
        number, total = self.list.position
        right.append((f"{number} of {total} " if total else "", "dim"))
        entity = self.dossier.entity
        filtered = f"   /{sanitise(self.filter)}" if self.filter else ""
        around = cell_width(f" {self.title_text}  {entity.type}  {filtered} ")
        room = self.size.width - around - sum(cell_width(text) for text, _ in right)
        return [
            (f" {self.title_text} ", "bar"),
            (f" {clip(sanitise(entity.name), max(8, room))}", "title"),
            (f" {entity.type}", "dim"),
            (filtered, "key"),
        ], right

    def resting_status(self) -> tuple[Pieces, Pieces]:
        """The article of the line under the cursor."""
        target = self.list.entry.target if self.list.entry else None
        if not isinstance(target, Place):
            return (), ()
        row = self.corpus.article_rows([target.article]).get(target.article)
        if row is None:
            return (), ()
        return [(f" {article_line(row)}", "text"), (f"  {sanitise(row.title)}", "dim")], ()

    def entries(self) -> Lines:
        """Who it is, what it says, what is said of it, with whom and where it is mentioned."""
        spots = self.corpus.spots(self._entity, order=self._order, containing=self.filter)
        self._anchor = self._anchor or next(iter(spots), None)
        whole = {"spellings", "says", "about", "company"} if self.filter else self._whole
        head: list[Entry] = []
        self._sections = []
        for section in DossierPage(self.dossier, self.width, frozenset(whole)).sections():
            self._sections.append(len(head))
            head += self._filtered(section)
        self._sections.append(len(head))
        mentions = self.dossier.entity.mentions
        of = f"{len(spots)} of " if self.filter else ""
        times = "ONCE" if mentions == 1 else f"{of}{mentions} TIMES"
        head += [GAP, line((f"MENTIONED {times}   ", "title"), *sorted_by(self._order))]
        line_in = partial(line_of, type=self.dossier.entity.type, width=self.width, order=self._order)
        return Lines(head, spots, self.corpus.concordance, line_in)

    def fill(self) -> None:
        """Show the lines; those of the concordance are made when they are seen."""
        entries = self.entries()
        self.list.fill(entries, entries.stops)

    def forget(self) -> None:
        """Ask for the dossier again, of the same actor under whatever id; one that is no more leaves the view
        as it was.
        """
        found = self.corpus.entity_at(self._anchor) if self._anchor else None
        self._entity = found or self._entity
        with suppress(KeyError):
            self._dossier = self._read()

    # ── going to places ───────────────────────────────────────────────────────────────────────────────────

    def open(self, target: object) -> None:
        """Go to a place, to another dossier, or to the mentions of a spelling; show the rest of a section."""
        match target:
            case Spelling(text):
                self._filter(text)
                self.list.show_from(0)
            case Companion(identity):
                self.host.show(DossierScreen(self.host, identity))
            case More(section):
                self._whole.add(section)
                self.corpus_changed()
            case Place():
                self.host.session.trail.leave_view(target, self._again())
                self.host.go(target)

    def do_copy(self) -> None:
        """Copy the sentence of the line under the cursor with its citation; of other lines, their words."""
        target = self.list.entry.target if self.list.entry else None
        if not isinstance(target, Place):
            super().do_copy()
            return
        reading = self.corpus.reading(target.article)
        self.say(self.host.copy(copying.quoted(reading, target.sentence)))

    def do_back(self) -> None:
        """Back to where the dossier was opened."""
        self.host.leave()

    def do_pane_next(self) -> None:
        """To the next section, round and round."""
        here = self.list.cursor
        self.list.show_from(next((start for start in self._sections if start > here), 0))

    def do_sort(self) -> None:
        """Sort the concordance by the next of its orders, and show it."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.refill()
        if self.list.cursor < self._sections[-1]:
            self.list.show_from(self._sections[-1])
        self.say(f"mentions sorted by {_SORTED_BY[self._order]}")

    def _again(self) -> Callable[[], None]:
        """What opens the dossier again as it is now."""
        entity, order, whole, text = self._entity, self._order, set(self._whole), self.filter
        cursor, top = self.list.cursor, self.list.top

        def reopen() -> None:
            screen = DossierScreen(self.host, entity)
            screen._order, screen.filter = order, text
            if whole:
                screen._whole = whole
                screen.forget()
            screen.list.cursor, screen.list.top = cursor, top
            self.host.show(screen)

        return reopen
