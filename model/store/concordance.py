"""Every mention of an actor in its context, sorted in five ways, without reading more than is needed.

A concordance is a list of spots, which one index of SQLite holds, and the contexts of those that are shown.
Only sorting by context and looking for words read the texts, some hundred articles at a time.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from model.store.listing import Listing, label_of
from model.store.rows import batched, mention_of
from model.views import Concordance, Order, Spot

_PART = 400
#: Words and characters of the context by which a concordance is sorted.
_WORDS, _CHARACTERS = 6, 80
_WORD = re.compile(r"\w+")

_MENTIONS = (
    " FROM meant CROSS JOIN mention ON mention.actor = meant.actor"
    " JOIN article ON article.key = mention.article"
)
_SORTED: Mapping[Order, str] = {
    "outlet": "outlet IS NULL, outlet COLLATE NOCASE, outlet, place, i",
    "date": "published IS NULL, published, place, i",
    "text": "place, i",
}


class Concordances:
    """Mentions by their spots."""

    def __init__(self, database: sqlite3.Connection, listing: Listing) -> None:
        self._database = database
        self._listing = listing

    def spots(self, entity: str, order: Order, containing: str = "") -> Sequence[Spot]:
        """All mentions of an entity in this order; only those with `containing` in their line, if given.

        A line is the sentence, the outlet, the date and the label of the article; case is ignored.
        """
        sort = _SORTED.get(order, _SORTED["text"])
        if order in _SORTED and not containing:
            rows = self._database.execute(
                f"SELECT mention.article, mention.i{_MENTIONS} WHERE entity = ? ORDER BY {sort}", (entity,)
            )
            return [Spot(*row) for row in rows]
        wanted = containing.casefold()
        found = [
            (spot, before, after)
            for spot, before, surface, after, place in self._contexts(entity, sort)
            if wanted in f"{before}{surface}{after} {place}".casefold()
        ]
        if order == "left":
            found.sort(key=lambda item: _key(_words(item[1][-_CHARACTERS:])[::-1]))
        elif order == "right":
            found.sort(key=lambda item: _key(_words(item[2][:_CHARACTERS])))
        return [spot for spot, _, _ in found]

    def contexts(self, spots: Sequence[Spot]) -> Mapping[Spot, Concordance]:
        """The mentions at these spots with their contexts; spots that are no more are left out."""
        found: dict[Spot, Concordance] = {}
        for part in batched(spots, _PART):
            found |= self._part(part)
        return {spot: found[spot] for spot in spots if spot in found}

    def entity_at(self, spot: Spot) -> str | None:
        """The actor that is mentioned at a spot."""
        row = self._database.execute(
            "SELECT entity FROM mention JOIN meant ON meant.actor = mention.actor"
            " WHERE mention.article = ? AND i = ?",
            spot,
        ).fetchone()
        return row[0] if row else None

    def _part(self, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Concordance]]:
        marks = ",".join(["(?,?)"] * len(spots))
        rows = self._database.execute(
            f"WITH wanted (key, number) AS (VALUES {marks})"
            ' SELECT key, number, sentence.start, sentence."end", article.id, mention.n, mention.start,'
            ' mention."end", surface, mention.type, form, confidence, entity'
            " FROM wanted CROSS JOIN mention ON mention.article = key AND mention.i = number"
            " JOIN sentence ON sentence.article = key AND sentence.n = mention.n"
            " JOIN article USING (key) JOIN meant ON meant.actor = mention.actor",
            [value for spot in spots for value in spot],
        ).fetchall()
        texts = self._texts({row[0] for row in rows})
        listed = self._listing.by_id(row[4] for row in rows)
        for key, number, start, end, article, *values in rows:
            mention = mention_of(article, tuple(values))
            before, after = texts[key][start : mention.start], texts[key][mention.end : end]
            yield Spot(key, number), Concordance(mention, listed[article], values[0], before, after)

    def _contexts(self, entity: str, sort: str) -> Iterator[tuple[Spot, str, str, str, str]]:
        """Spot, the sentence before the mention, the mention, the sentence after it, the article in words."""
        rows = self._database.execute(
            'SELECT mention.article, mention.i, sentence.start, mention.start, mention."end", sentence."end",'
            f" outlet, published{_MENTIONS}"
            " JOIN sentence ON sentence.article = mention.article AND sentence.n = mention.n"
            f" WHERE entity = ? ORDER BY {sort}",
            (entity,),
        ).fetchall()
        by_article = groupby(rows, key=lambda row: int(row[0]))
        for part in batched(((key, list(group)) for key, group in by_article), _PART):
            texts = self._texts({key for key, _ in part})
            for key, group in part:
                yield from (_context(texts[key], row) for row in group)

    def _texts(self, articles: set[int]) -> Mapping[int, str]:
        found: dict[int, str] = {}
        for part in batched(sorted(articles), _PART):
            marks = ",".join("?" * len(part))
            query = f"SELECT article, text FROM article_text WHERE article IN ({marks})"
            found.update(self._database.execute(query, part).fetchall())
        return found


def _context(text: str, row: tuple[Any, ...]) -> tuple[Spot, str, str, str, str]:
    key, number, first, start, end, last, outlet, published = row
    place = f"{label_of(key)} {outlet or ''} {published or ''}"
    return Spot(key, number), text[first:start], text[start:end], text[end:last], place


def _key(words: list[str]) -> tuple[bool, list[str]]:
    """Sort key of a context. A mention at the edge of its sentence has none, and comes last."""
    return not words, words[:_WORDS]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
