"""Search: the sentences of the corpus that answer a query, to walk and to open; saved and earlier queries.

While there is no query, the list shows what was saved, what was asked before, and what can be asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from model.corpus import SEARCH_FIELDS, CorpusError
from model.views import Hit
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.results import Results
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit

_HITS = 500
_EARLIER = 8
_COLUMN = 16
#: What can be asked beside fields.
_WORDS = (
    ("talks oil", "both words in one sentence, in any inflection"),
    ("“very advanced”", "the words side by side, in quotation marks"),
    ("talks OR oil", "one of them; fields can be joined so, too"),
    ("-oil", "not this word, phrase or field"),
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query to ask again; `name` is what it was saved as."""

    text: str
    name: str | None = None


class SearchScreen(ListScreen):
    """The hits of one query under the headings of their articles."""

    context: ClassVar[Context] = Context.SEARCH

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._query = ""
        self._hits: Sequence[Hit] | None = None
        self.do_search()

    def heading(self) -> tuple[Pieces, Pieces]:
        """The query and how many sentences answer it."""
        left, right = super().heading()
        cut = [(f"of the first {_HITS} ", "dim")] if self._hits and len(self._hits) == _HITS else []
        return [(" search  ", "bar"), (sanitise(self._query), "title"), *left[1:]], [*cut, *right]

    def resting_status(self) -> tuple[Pieces, Pieces]:
        """How to come from an empty line to the queries above it."""
        if self.prompt is None or self.prompt.editor.text or self.list.entry is None:
            return (), ()
        return (), [(f"{self.key('later')} to the queries above ", "dim")]

    def forget(self) -> None:
        """Search again."""
        self._hits = None

    def entries(self) -> Sequence[Entry]:
        """A line a hit, the words found marked; without a query, the queries that are kept."""
        if not self._query:
            return [*self._saved(), *self._earlier(), *_language()]
        if self._hits is None:
            try:
                self._hits = _by_article(self.corpus.search(self._query, limit=_HITS))
            except CorpusError as error:
                return [line((sanitise(str(error)), "error")), GAP, *_language()]
        if not self._hits:
            nothing = f"nothing answers {sanitise(self._query)}: try fewer words, or another spelling"
            return [line((nothing, "dim")), GAP, *_language()]
        return list(self._listed(self._hits))

    def open(self, target: object) -> None:
        """Go to a sentence, from where the others can be walked; or ask a query again."""
        if isinstance(target, Query):
            self._search(target.text)
        elif isinstance(target, Place):
            places = [Place(hit.row.id, hit.sentence.n) for hit in self._hits or ()]
            self.host.results = results = Results(self._query, places, places.index(target))
            walk = f"{self.key('next-result')} next, {self.key('previous-result')} previous"
            self.host.go(target, f"{results.words}   {walk}")

    def do_search(self) -> None:
        """Search for something else."""
        self.ask("search ", self._search, cancel=self._left, text=self._query)

    def do_later(self) -> None:
        """From an empty line on to the list below; else a later line."""
        if self.prompt is not None and not self.prompt.editor.text:
            self.prompt = None
        else:
            super().do_later()

    def do_save(self) -> None:
        """Save the query by a name."""
        if not self._query:
            self.say("nothing to save: ask something first")
            return
        self.ask("save as ", self._save, text=self._query)

    def do_forget(self) -> None:
        """Forget the saved query under the cursor."""
        entry = self.list.entry
        query = entry.target if entry is not None else None
        if not isinstance(query, Query) or query.name is None:
            self.say("no saved query here")
            return
        self.host.kept.forget_query(query.name)
        self.host.keep()
        self.refill()
        self.say(f"forgotten: {query.name}")

    def _search(self, query: str) -> None:
        self._query, self._hits = query.strip(), None
        self.list.cursor = self.list.top = 0
        self.filter = ""
        self.refill()

    def _left(self) -> None:
        if not self._query:
            self.host.leave()

    def _save(self, name: str) -> None:
        name = name.strip() or self._query
        self.host.kept.save_query(name, self._query)
        self.host.keep()
        self.say(f"saved: {name}")

    def _listed(self, hits: Sequence[Hit]) -> Iterator[Entry]:
        for _, together in groupby(hits, key=lambda hit: hit.row.id):
            first, *others = together
            yield line((article_line(first.row), "dim"))
            for hit in (first, *others):
                yield _hit_line(hit, self.width)

    def _saved(self) -> Iterator[Entry]:
        queries = self.host.kept.queries
        if not queries:
            return
        yield line(("Saved queries", "title"))
        column = min(max(map(len, queries)), max(8, self.width // 3)) + 2
        for name, query in queries.items():
            yield line(
                (f"  {fit(sanitise(name), column)}", "text"),
                (sanitise(query) if query != name else "", "dim"),
                target=Query(query, name),
            )
        yield GAP

    def _earlier(self) -> Iterator[Entry]:
        asked = list(dict.fromkeys(reversed(self.host.history.get("search ", ()))))
        if not asked:
            return
        yield line(("Asked before", "title"))
        for query in asked[:_EARLIER]:
            yield line((f"  {sanitise(query)}", "text"), target=Query(query))
        yield GAP


def _by_article(hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits of each article together, articles in the order of their best ones."""
    articles: dict[str, list[Hit]] = {}
    for hit in hits:
        articles.setdefault(hit.row.id, []).append(hit)
    return [hit for together in articles.values() for hit in together]


def _language() -> Iterator[Entry]:
    """What can be asked."""
    yield line(("What can be asked", "title"))
    for example, meaning in (*_WORDS, *((f"{name}:", meaning) for name, meaning in SEARCH_FIELDS.items())):
        yield line((f"  {fit(example, _COLUMN)}", "key"), (f" {meaning}", "dim"))


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
