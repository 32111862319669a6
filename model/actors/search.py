"""Search as you type over every spelling: prefixes first, then near spellings, each by number of mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from heapq import nsmallest
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from model.actors.names import fold, lexicon
from model.records import EntityType

#: A row of the index: entity id, spelling, type, mentions of that spelling.
Row = tuple[str, str, EntityType, int]

#: Shorter words are prefixes of too much to be misspelt.
_SHORTEST_FUZZY = 4
_LEAST_RATIO = 74
#: Prefixes up to this length fit a large part of all names: their best answers are listed beforehand.
_LISTED = 2
_LIST_LENGTH = 400
_MOST_NEAR_WORDS = 60
_MOST_WORDS = 8


def rank(query: str, names: Sequence[Row]) -> list[Row]:
    """The rows that answer `query`, best first: `NameIndex` for a handful of rows."""
    index = NameIndex((str(number), row[1], row[2], row[3]) for number, row in enumerate(names))
    return [names[int(number)] for number, _ in index.search(query, limit=len(names))]


class NameIndex:
    """All spellings of a corpus in memory, built from rows (entity id, spelling, type, mentions).

    200,000 spellings take about three seconds of processor time and 120 MB to build; a keystroke costs a few
    milliseconds.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = sorted(rows, key=lambda row: (-row[3], row[1], row[0]))
        self._folded = [fold(row[1]) for row in self._rows]
        starts = sorted(
            (folded[start:], number)
            for number, folded in enumerate(self._folded)
            for start in _word_starts(folded)
        )
        self._starts = [text for text, _ in starts]
        self._numbers = [number for _, number in starts]
        self._listed = self._lists()
        self._rows_of = self._by_word()
        self._words = sorted(self._rows_of)
        self._prefixes: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def search(self, query: str, *, limit: int = 50, type: str | None = None) -> list[tuple[str, str]]:
        """(entity id, spelling) of each entity that answers the query, at most `limit`, best first.

        Spellings that begin with the query come first, then those of which a later word does, then near
        spellings; each by mentions. An empty query, or one without letters and digits, finds nothing.
        """
        folded = fold(query)
        found: dict[str, str] = {}
        for number in self._answers(folded, type):
            if len(found) >= limit:
                break
            entity, spelling, _, _ = self._rows[number]
            found.setdefault(entity, spelling)
        return list(found.items())

    def _answers(self, folded: str, type: str | None) -> Iterator[int]:
        if folded:
            yield from self._by_prefix(folded, type)
            near = self._near(folded.split()[:_MOST_WORDS])
            yield from (number for number in near if type is None or self._rows[number][2] == type)

    def _by_prefix(self, folded: str, type: str | None) -> list[int]:
        if len(folded) <= _LISTED:
            return self._listed.get((type, folded), [])
        start = bisect_left(self._starts, folded)
        end = bisect_left(self._starts, folded + "\x7f", lo=start)
        hits = {
            number for number in self._numbers[start:end] if type is None or self._rows[number][2] == type
        }
        # Rows are sorted by mentions: the smallest numbers are the most mentioned.
        return nsmallest(
            _LIST_LENGTH, hits, key=lambda number: (not self._folded[number].startswith(folded), number)
        )

    def _near(self, query: list[str]) -> list[int]:
        """Rows of which some word is near to each word of the query, the last of which may be unfinished."""
        if not any(len(word) >= _SHORTEST_FUZZY for word in query):
            return []
        near = [self._near_word(word) for word in query]
        shared = reduce(lambda a, b: a & b, (set(scores) for scores in near))
        total = {number: round(sum(scores[number] for scores in near) / 4) for number in shared}
        return nsmallest(_LIST_LENGTH, total, key=lambda number: (-total[number], number))

    def _near_word(self, word: str) -> dict[int, float]:
        """Row → how near its nearest word is to this one, or to as much of it as was typed, 0..100."""
        if len(word) < _SHORTEST_FUZZY:
            near = [(word, 100.0)]
        else:
            prefixes = self._cut(len(word))
            first = bisect_left(prefixes, word[0])
            last = bisect_left(prefixes, word[0] + "\x7f")
            near = _extract(word, prefixes[first:last]) or _extract(word, prefixes)
        scores: dict[int, float] = {}
        for prefix, score in near:
            start = bisect_left(self._words, prefix)
            end = bisect_left(self._words, prefix + "\x7f", lo=start)
            for found in self._words[start:end]:
                for number in self._rows_of[found]:
                    scores.setdefault(number, score)
        return scores

    def _cut(self, length: int) -> list[str]:
        """All words of names, cut off at this length, sorted."""
        if length not in self._prefixes:
            self._prefixes[length] = sorted({word[:length] for word in self._words})
        return self._prefixes[length]

    def _by_word(self) -> dict[str, list[int]]:
        """Word → rows that have it, most mentioned first. An article is also joined to the next word."""
        articles = lexicon().articles
        rows_of: dict[str, list[int]] = {}
        for number, folded in enumerate(self._folded):
            words = folded.split()
            joined = {a + b for a, b in pairwise(words) if a in articles}
            for word in {*words, *joined}:
                rows_of.setdefault(word, []).append(number)
        return rows_of

    def _lists(self) -> dict[tuple[str | None, str], list[int]]:
        """The best rows of each short prefix, over all types and by type: first words before later ones."""
        first: dict[tuple[str | None, str], list[int]] = {}
        later: dict[tuple[str | None, str], list[int]] = {}
        for number, folded in enumerate(self._folded):
            for start in _word_starts(folded):
                word = folded[start : start + _LISTED].partition(" ")[0]
                for length in range(1, len(word) + 1):
                    for kind in (None, self._rows[number][2]):
                        into = (later if start else first).setdefault((kind, word[:length]), [])
                        if len(into) < _LIST_LENGTH:
                            into.append(number)
        for key, numbers in later.items():
            listed = first.setdefault(key, [])
            known = set(listed)
            listed += [number for number in numbers if number not in known][: _LIST_LENGTH - len(listed)]
        return first


def _extract(word: str, choices: Sequence[str]) -> list[tuple[str, float]]:
    hits = process.extract(
        word, choices, scorer=ratio, score_cutoff=_LEAST_RATIO, limit=_MOST_NEAR_WORDS, processor=None
    )
    return [(choice, score) for choice, score, _ in hits]


def _word_starts(folded: str) -> list[int]:
    return [0, *(place + 1 for place, letter in enumerate(folded) if letter == " ")] if folded else []
