"""The reader's panes and what they say: the part of the reader screen that shows, without the operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

from textual.geometry import Offset, Region, Size
from textual.widget import Widget

from tui import arrangement
from tui.indexing import Outcome
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.articles import ArticlesPane, statement_signs
from tui.panes.matches import MatchesPane
from tui.panes.reader import ReaderPane
from tui.screens.base import KeyScreen
from tui.screens.host import Host
from tui.session import Pane, Session
from tui.terminal.sanitise import sanitise


class ReaderBase(KeyScreen):
    """Three linked panes over one session."""

    context: ClassVar[Context] = Context.READER

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.articles_pane = ArticlesPane(host.session, host.look)
        self.reader_pane = ReaderPane(host.session, host.look)
        self.matches_pane = MatchesPane(host.session, host.look)
        self.progress = ""
        self._welcoming: Piece | None = None
        self._entity = lru_cache(64)(host.session.corpus.entity)
        self._held = lru_cache(1)(self._what_is_held)

    @property
    def session(self) -> Session:
        """The selection."""
        return self.host.session

    def compose(self) -> list[Widget]:
        """The bars and the panes; where they stand is decided by the arrangement."""
        return [
            self.header,
            self.articles_pane,
            self.reader_pane,
            self.matches_pane,
            self.guide,
            self.status,
            self.footer,
        ]

    def panes(self, size: Size) -> Mapping[Widget, Region]:
        """The panes that are seen at this size."""
        wide = arrangement.side_by_side(size) and not self.session.zoomed
        self.reader_pane.ruled = self.matches_pane.ruled = wide
        widgets = {
            Pane.ARTICLES: self.articles_pane,
            Pane.READER: self.reader_pane,
            Pane.MATCHES: self.matches_pane,
        }
        seen = arrangement.panes(size, self.session.pane, zoomed=self.session.zoomed, widths=self.host.widths)
        return {widgets[pane]: region for pane, region in seen.items()}

    def refresh_panes(self) -> None:
        """Bring all panes up to date with the session, in one frame. What is shown counts as read."""
        self.session.see()
        self.reader_pane.empty = self._emptiness() if self.session.reading is None else ()
        self.reader_pane.sync()
        self.matches_pane.sync()
        self.articles_pane.sync()
        self.header.say(*self._header())
        self._place_cursor()

    def corpus_changed(self) -> None:
        """Forget what was read of the corpus and show it afresh."""
        self._entity.cache_clear()
        self.update()

    def welcome(self) -> None:
        """Say how to begin, until the first key."""
        hints = (
            ("next", "next sentence"),
            ("follow", "go to match"),
            ("actors", "actors"),
            ("coverage", "coverage"),
            ("help", "keys"),
            ("tour", "tour"),
        )
        self.say(" · ".join(f"{self.key(operation)} {words}" for operation, words in hints))
        self._welcoming = self.notice

    def show_progress(self, words: str, outcome: Outcome | None) -> None:
        """Say how far an index run is, and what it did when it has ended."""
        if outcome is not None and outcome.wrong:
            self.complain(outcome.words, outcome.details)
        elif outcome is not None and self.notice is not None and self.notice is self._welcoming:
            self.host.messages.add(outcome.words)  # the hint for a newcomer stays until the first key
        elif outcome is not None:
            self.say(outcome.words)
        if words != self.progress or outcome is not None:
            self.progress = words
            self.update()

    # ── what the bars say ─────────────────────────────────────────────────────────────────────────────────

    def resting_status(self) -> tuple[Pieces, Pieces]:
        """The actor under the cursor, and how far indexing is."""
        right: Pieces = [(f"{sanitise(self.progress)} ", "dim")] if self.progress else ()
        finding, mention = self.session.finding, self.session.mention
        if finding.current is not None:
            count = f" {finding.current + 1} of {len(finding.places)}: {sanitise(finding.query)}"
            return [(count, "text")], right
        note = self.session.notes.get(self.session.selected.id) if self.session.selected else None
        if note is not None:
            return [(" note: ", "key"), (sanitise(note), "text")], right
        entity = self._entity(mention.entity) if mention and mention.entity else None
        if entity is None:
            return (), right
        spellings = len({form.text for form in entity.surface_forms})
        mentions = _plural(entity.mentions, "mention")
        if self.size.width >= arrangement.WIDE:
            mentions += f" in {_plural(entity.articles, 'article')}"
        counts = f" · {entity.type} · {_plural(spellings, 'spelling')} · {mentions}"
        return [(f" {sanitise(entity.name)}", "title"), (counts, "dim")], right

    def _what_is_held(self, generation: int) -> str:  # noqa: ARG002 - with another one the answer is another
        families = self.corpus.counts().families
        origins = "1 family of origin" if families == 1 else f"{families} families of origin"
        return f"   {_plural(len(self.session.articles), 'article')} · {origins}"

    def _header(self) -> tuple[Pieces, Pieces]:
        reading = self.session.reading
        name = f" {sanitise(self.host.corpus_name)}"
        if reading is None:
            return [(name, "bar"), ("   empty corpus", "dim")], [(f"{self.key('help')} help ", "dim")]
        number, total = self.session.position
        if self.size.width >= arrangement.WIDE:
            held = self._held(self.session.generation)
            selected = self.session.selected
            kind = f" · {selected.block.replace('_', ' ')}" if selected else ""
            place = f"{sanitise(reading.row.label)} · sentence {number} of {total}{kind}"
            return [(name, "bar"), (held, "dim")], [
                (place, "text"),
                (f"    {self.key('help')} help ", "dim"),
            ]
        outlet = f" {sanitise(reading.row.outlet)}" if reading.row.outlet else ""
        left: list[Piece] = [
            (name, "bar"),
            (f" · {sanitise(reading.row.label)}{outlet} · {number}/{total}", "text"),
        ]
        return left, self._short_signs()

    def _short_signs(self) -> Pieces:
        """Who reports the selected sentence, where the articles pane is not seen: `● 001 ≠ 002 ○ 000`."""
        pieces: list[Piece] = []
        who_else = self.session.who_else
        rows = [*(report.row for report in who_else.reports), *who_else.silent] if who_else else []
        labels = {row.id: row.label for row in rows}
        signs = statement_signs(self.session)
        for article in sorted(labels, key=labels.__getitem__)[:12]:
            if sign := signs.get(article):
                pieces += [sign, (f" {sanitise(labels[article])} ", "dim")]
        return [*pieces, (f" {self.key('help')} ", "dim")]

    def _emptiness(self) -> Sequence[Pieces]:
        """What stands in the place of a text: that it comes, or how it would."""
        if self.progress or self.host.is_reading:
            return (
                (),
                ((" The articles are being read.", "title"),),
                (),
                ((" They are shown as soon as they are understood.", "text"),),
                ((" At the bottom right you see how far it is.", "text"),),
                ((" ", "text"), (self.key("stop-reading"), "key"), (" stops it.", "text")),
            )
        return (
            (),
            ((" This corpus is empty.", "title"),),
            (),
            ((" crossread PATH…", "key"), (" reads articles into it: text,", "text")),
            ((" web pages, JSON lines, and folders of them.", "text"),),
            ((" crossread tour", "key"), (" shows on examples how to read.", "text")),
            ((" ", "text"), (self.key("quit"), "key"), (" quits.", "text")),
        )

    def _place_cursor(self) -> None:
        """Put the terminal's cursor on the selected sentence, where magnifiers and screen readers look."""
        cell = self.reader_pane.cursor_cell()
        if cell is not None and self.reader_pane.is_attached:
            self.app.cursor_position = self.reader_pane.region.offset + Offset(*cell)


def _plural(count: int, word: str) -> str:
    return f"{count} {word if count == 1 else word + 's'}"
