"""A reason for a derivation: the two sentences it rests on, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from model.records import Evidence, Sentence, Span
from model.views import Reading
from tui.beside import columns, marked
from tui.operations import Context
from tui.painting import Pieces
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit


class EvidenceScreen(ListScreen):
    """Pieces of evidence that are alike, each with its sentences; Enter goes to one in its article."""

    context: ClassVar[Context] = Context.EVIDENCE

    def __init__(self, host: Host, article: str, evidence: Sequence[Evidence]) -> None:
        super().__init__(host)
        self._article = article
        self._evidence = evidence
        self._reading = lru_cache(2)(self.corpus.reading)

    def heading(self) -> tuple[Pieces, Pieces]:
        """What the reason is."""
        first = self._evidence[0]
        left = [(f" EVIDENCE  {first.kind} ", "bar"), (f" {sanitise(first.why or '')}", "text")]
        return left, super().heading()[1]

    def entries(self) -> Sequence[Entry]:
        """For each piece what it weighs, its sentences, and the way to them."""
        found: list[Entry] = []
        for item in self._evidence:
            found += [GAP, *self._piece(item)]
        return found

    def forget(self) -> None:
        """Read the articles again."""
        self._reading.cache_clear()

    def _piece(self, item: Evidence) -> Iterator[Entry]:
        mine, theirs = self._article, item.other_article
        beside = theirs is not None and item.b is not None
        half = max(4, (self.width - 3) // 2) if beside else self.width
        try:
            left = self._side(mine, item.a, half)
            right = self._side(theirs, item.b, half) if theirs is not None and item.b is not None else []
        except KeyError:  # another program has taken the article out
            yield line(("an article of this evidence is gone", "dim"))
            return
        speaks = "for" if item.weight >= 0 else "against"
        yield line((f"{speaks} {item.weight:+.1f}  {sanitise(item.why or item.kind)}", "dim"))
        if beside:
            yield from columns(left, right, half)
        else:
            yield from (Entry(tuple(pieces)) for pieces in left)
        yield self._way(mine, item.a)
        if theirs is not None and item.b is not None:
            yield self._way(theirs, item.b)

    def _side(self, article: str, span: Span, width: int) -> list[Pieces]:
        """The article, and its sentences over a span, which stands in brackets."""
        reading = self._reading(article)
        start, end = _within(reading, span)
        words = sanitise(reading.text[start:end])
        return [
            [(fit(article_line(reading.row), width - 1), "title")],
            *marked(words, start, [span], (), width - 1),
        ]

    def _way(self, article: str, span: Span) -> Entry:
        reading = self._reading(article)
        sentence = _sentences(reading, span)[:1]
        n = sentence[0].n if sentence else 0
        return line((f"  to {sanitise(reading.row.label)}:{n}", "key"), target=Place(article, n))


def _sentences(reading: Reading, span: Span) -> Sequence[Sentence]:
    return [item for item in reading.sentences if item.start < span.end and span.start < item.end]


def _within(reading: Reading, span: Span) -> tuple[int, int]:
    """The range of the sentences over a span; the span's own where there are none."""
    found = _sentences(reading, span)
    if not found:
        return span.start, span.end
    return min(found[0].start, span.start), max(found[-1].end, span.end)
