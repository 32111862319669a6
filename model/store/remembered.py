"""A lookup for a run that comes back to the same articles and words again and again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from model.passage import Named, Outline, Passage
from model.store.lookup import Lookup
from model.store.text_index import TextIndex

T = TypeVar("T")

#: Counts of words and entities in memory, and searches: beyond these all are asked anew.
_MOST_COUNTS = 200_000
_MOST_SEARCHES = 64


class Remembered(Lookup):
    """Answers what it was asked before from memory.

    For a run that changes nothing of what it asks for but stories and matches. When another process has
    written, all is forgotten before the next article. `keep` is the number of articles that are remembered.
    """

    def __init__(self, database: sqlite3.Connection, text_index: TextIndex, *, keep: int) -> None:
        super().__init__(database, text_index)
        self._keep = keep
        self._version = -1
        self._forget()

    def _forget(self) -> None:
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._outlines: dict[str, Outline] = {}
        self._named: dict[str, Named] = {}
        self._terms: dict[str, int] = {}
        self._entities: dict[str, int] = {}
        self._searches: dict[tuple[str, int], Sequence[tuple[int, float]]] = {}

    def outlines(self, articles: Iterable[str]) -> Mapping[str, Outline]:
        """Outlines of articles, by id; unknown ids are left out."""
        wanted = dict.fromkeys(articles)
        known = {article: self._outlines.pop(article) for article in wanted if article in self._outlines}
        found = known | dict(super().outlines(article for article in wanted if article not in known))
        for article, outline in found.items():
            self._remember(self._outlines, article, outline)
        return found

    def named(self, outlines: Iterable[Outline]) -> Mapping[str, Named]:
        """Whom the sentences of these outlines name, by article."""
        wanted = {outline.article: outline for outline in outlines}
        known = {article: self._named.pop(article) for article in wanted if article in self._named}
        found = known | dict(super().named(o for article, o in wanted.items() if article not in known))
        for article, actors in found.items():
            self._remember(self._named, article, actors)
        return found

    def passages(self, sentences: Iterable[str]) -> Mapping[str, Passage]:
        """Passages by sentence id; unknown ids are left out."""
        found: dict[str, Passage] = {}
        missing: list[str] = []
        for sentence in sentences:
            article, _, n = sentence.rpartition(":")
            if article in self._passages:
                found |= {p.sentence.id: p for p in self._passages[article] if p.sentence.n == int(n)}
            else:
                missing.append(sentence)
        found.update(super().passages(missing))
        return found

    def document_frequency(self, terms: Iterable[str]) -> Mapping[str, int]:
        """In how many articles each lower-cased word form stands."""
        return _counted(self._terms, terms, super().document_frequency)

    def entity_frequency(self, entities: Iterable[str]) -> Mapping[str, int]:
        """In how many articles each entity is mentioned."""
        return _counted(self._entities, entities, super().entity_frequency)

    def _whole(self, key: int, article: str, text: str) -> tuple[Passage, ...]:
        version = int(self._database.execute("PRAGMA data_version").fetchone()[0])
        if version != self._version:
            self._forget()
            self._version = version
        passages = self._passages.pop(article, None)
        if passages is None:
            passages = super()._whole(key, article, text)
        self._remember(self._passages, article, passages)
        return passages

    def _hits(self, text: str, limit: int) -> Sequence[tuple[int, float]]:
        hits = self._searches.get((text, limit))
        if hits is None:
            if len(self._searches) >= _MOST_SEARCHES:
                self._searches.clear()
            hits = self._searches[text, limit] = super()._hits(text, limit)
        return hits

    def _all_hits(self, texts: Sequence[str], limit: int) -> Sequence[Sequence[tuple[int, float]]]:
        # A search that went deeper begins with what a shallow one finds.
        found = {text: hits[:limit] for (text, deep), hits in self._searches.items() if deep >= limit}
        missing = [text for text in texts if text not in found]
        found.update(zip(missing, super()._all_hits(missing, limit), strict=True))
        return [found[text] for text in texts]

    def _remember(self, kept: dict[str, T], article: str, value: T) -> None:
        if len(kept) >= self._keep:
            del kept[next(iter(kept))]
        kept[article] = value


def _counted(
    known: dict[str, int], wanted: Iterable[str], count: Callable[[Iterable[str]], Mapping[str, int]]
) -> Mapping[str, int]:
    """Counts of all that is wanted; what is not known, 0 included, is counted and kept."""
    asked = set(wanted)
    # Not `asked - known.keys()`: that goes through all that is known.
    missing = [item for item in asked if item not in known]
    if missing:
        if len(known) + len(missing) > _MOST_COUNTS:
            known.clear()
            missing = list(asked)
        known.update(dict.fromkeys(missing, 0))
        known.update(count(missing))
    return {item: known[item] for item in asked}
