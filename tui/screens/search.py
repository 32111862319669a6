"""Search: the sentences of the corpus that answer a query, to walk and to open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from model.views import Hit
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.listing import Entry, line
from tui.panes.matches import article_line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit

_HITS = 500


class SearchScreen(ListScreen):
    """The hits of one query under the headings of their articles."""

    context: ClassVar[Context] = Context.SEARCH

    def __init__(self, host: Host, query: str) -> None:
        super().__init__(host)
        self._query = query
        self._hits: Sequence[Hit] | None = None

    def heading(self) -> tuple[Pieces, Pieces]:
        """The query and how many sentences answer it."""
        left, right = super().heading()
        return [(" search  ", "bar"), (sanitise(self._query), "title"), *left[1:]], right

    def forget(self) -> None:
        """Search again."""
        self._hits = None

    def entries(self) -> Sequence[Entry]:
        """A line a hit, the words found marked."""
        if self._hits is None:
            self._hits = self.corpus.search(self._query, limit=_HITS)
        if not self._hits:
            return [line((f"nothing answers {sanitise(self._query)}", "dim"))]
        entries: list[Entry] = []
        article = ""
        for hit in self._hits:
            if hit.row.id != article:
                article = hit.row.id
                entries.append(line((article_line(hit.row), "dim")))
            entries.append(_hit_line(hit, self.width))
        return entries

    def do_search(self) -> None:
        """Search for something else."""
        self.ask("search ", self._search, text=self._query)

    def _search(self, query: str) -> None:
        self._query, self._hits = query, None
        self.list.cursor = self.list.top = 0
        self.refill()


def _hit_line(hit: Hit, width: int) -> Entry:
    """The sentence from a little before the first word found."""
    text, offset = sanitise(hit.text), hit.sentence.start
    found = [(span.start - offset, span.end - offset) for span in hit.found]
    label = fit(f"  {sanitise(hit.row.label)}:{hit.sentence.n}", 12)
    begin = max(0, found[0][0] - (width - len(label)) // 3) if found and len(text) > width - len(label) else 0
    pieces: list[Piece] = [(label, "dim"), ("…" if begin else "", "dim")]
    at = begin
    for start, end in found:
        if start >= at:
            pieces += [(text[at:start], "text"), (text[start:end], "found")]
            at = end
    pieces.append((text[at:], "text"))
    return Entry(tuple(pieces), Place(hit.row.id, hit.sentence.n))
