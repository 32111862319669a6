"""Search as you type over every spelling: prefixes first, then near spellings, each by number of mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from model.actors.names import fold
from model.records import EntityType

#: Shorter queries are prefixes of too much to be misspelt.
_SHORTEST_FUZZY = 4
_LEAST_RATIO = 72
#: Prefixes up to this length have their best answers listed beforehand: they fit a large part of all names.
_LISTED = 2
_LIST_LENGTH = 400

Row = tuple[str, str, EntityType, int]


def rank(query: str, names: Sequence[Row]) -> list[Row]:
    """The rows that answer `query`, best first. For a handful of rows; `NameIndex` does the same for many."""
    return [row for row, _ in _ranked(fold(query), names)]


class NameIndex:
    """All spellings of a corpus in memory, built from rows (entity id, spelling, type, mentions).

    200,000 spellings take about two seconds and 120 MB to build; a keystroke costs a few milliseconds.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = sorted(rows, key=lambda row: (-row[3], row[1], row[0]))
        self._folded = [fold(row[1]) for row in self._rows]
        starts = [
            (folded[start:], number)
            for number, folded in enumerate(self._folded)
            for start in _word_starts(folded)
        ]
        starts.sort()
        self._starts = [text for text, _ in starts]
        self._numbers = [number for _, number in starts]
        self._buckets: dict[str, list[int]] = {}
        for number, folded in enumerate(self._folded):
            for letter in {folded[start] for start in _word_starts(folded)}:
                self._buckets.setdefault(letter, []).append(number)
        self._listed = self._lists()

    def __len__(self) -> int:
        return len(self._rows)

    def search(self, query: str, *, limit: int = 50, type: str | None = None) -> list[tuple[str, str]]:
        """(entity id, spelling) of each entity that answers the query, at most `limit`, best first.

        Spellings that begin with the query come first, then those of which a later word does, then near
        spellings; each by mentions. An empty query, or one without letters and digits, finds nothing.
        """
        folded = fold(query)
        if not folded or limit < 1:
            return []
        found: dict[str, str] = {}
        for number in self._by_prefix(folded):
            self._take(number, type, found)
            if len(found) >= limit:
                return list(found.items())
        if len(folded) >= _SHORTEST_FUZZY:
            for number in self._near(folded, limit):
                self._take(number, type, found)
        return list(found.items())[:limit]

    def _take(self, number: int, type: str | None, found: dict[str, str]) -> None:
        entity, spelling, kind, _ = self._rows[number]
        if type is None or kind == type:
            found.setdefault(entity, spelling)

    def _by_prefix(self, folded: str) -> list[int]:
        if len(folded) <= _LISTED:
            return self._listed.get(folded, [])
        start = bisect_left(self._starts, folded)
        end = bisect_left(self._starts, folded + "\x7f", lo=start)
        hits = set(self._numbers[start:end])
        # Rows are sorted by mentions: the smallest numbers are the most mentioned.
        return nsmallest(
            _LIST_LENGTH, hits, key=lambda number: (not self._folded[number].startswith(folded), number)
        )

    def _near(self, folded: str, limit: int) -> list[int]:
        bucket = self._buckets.get(folded[0], [])
        found = self._extract(folded, bucket, limit)
        if not found:
            found = self._extract(folded, None, limit)
        return [number for _, number in sorted(found, key=lambda hit: (-round(hit[0] / 4), hit[1]))]

    def _extract(self, folded: str, bucket: list[int] | None, limit: int) -> list[tuple[float, int]]:
        choices = self._folded if bucket is None else [self._folded[number] for number in bucket]
        hits = process.extract(
            folded, choices, scorer=ratio, score_cutoff=_LEAST_RATIO, limit=limit * 4, processor=None
        )
        return [(score, place if bucket is None else bucket[place]) for _, score, place in hits]

    def _lists(self) -> dict[str, list[int]]:
        listed: dict[str, list[int]] = {}
        later: dict[str, list[int]] = {}
        for number, folded in enumerate(self._folded):
            for start in _word_starts(folded):
                for length in range(1, _LISTED + 1):
                    prefix = folded[start : start + length]
                    if len(prefix) == length and " " not in prefix:
                        into = (later if start else listed).setdefault(prefix, [])
                        if len(into) < _LIST_LENGTH:
                            into.append(number)
        for prefix, numbers in later.items():
            first = listed.setdefault(prefix, [])
            first += [number for number in numbers if number not in set(first)][: _LIST_LENGTH - len(first)]
        return listed


def _word_starts(folded: str) -> list[int]:
    return [0, *(place + 1 for place, letter in enumerate(folded) if letter == " ")] if folded else []


def _ranked(query: str, names: Sequence[Row]) -> list[tuple[Row, tuple[int, float, int, str]]]:
    scored: list[tuple[Row, tuple[int, float, int, str]]] = []
    for row in names:
        folded = fold(row[1])
        if query and folded.startswith(query):
            scored.append((row, (0, 0.0, -row[3], row[1])))
        elif query and f" {query}" in f" {folded}":
            scored.append((row, (1, 0.0, -row[3], row[1])))
        elif (
            len(query) >= _SHORTEST_FUZZY
            and Levenshtein.normalized_similarity(query, folded) * 100 >= _LEAST_RATIO
        ):
            scored.append((row, (2, -ratio(query, folded), -row[3], row[1])))
    return sorted(scored, key=lambda item: item[1])
