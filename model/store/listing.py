"""The list of articles, windowed, and how much there is of everything."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from model.views import ArticleRow, Counts, ListOrder

_COLUMNS = (
    "article.key, article.id, article.title, outlet, published, story, story.title, family, reporting,"
    " language, record, opening, story.articles, origin"
)
#: The column that holds an article's place in each order.
_PLACE: Mapping[ListOrder, str] = {
    "story": "place",
    "outlet": "by_outlet",
    "origin": "by_origin",
    "date": "by_date",
}
_FROM = f"SELECT {_COLUMNS} FROM article LEFT JOIN story ON story.id = article.story"
#: Kinds of date evidence worth showing where no date is proven, the most telling first.
_HINTS = ("embed_id", "page_clock", "time_stamp", "dateline", "relative")
_PART = 900


class Listing:
    """Article rows by place in the list or by id. Letters of families begin at A in each story."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def counts(self) -> Counts:
        """How much the corpus holds."""
        number = dict(self._database.execute("SELECT kind, number FROM tally").fetchall())
        return Counts(
            articles=number["article"],
            sentences=number["sentence"],
            entities=number["entity"],
            matches=number["match"],
            families=number["story"],
        )

    def rows(
        self, *, offset: int = 0, limit: int | None = None, order: ListOrder = "story"
    ) -> Sequence[ArticleRow]:
        """Rows in list order: stories (outlets, origins, days) together, and families within stories."""
        # The window is found in the narrow index of places; only its rows are read.
        place = _PLACE[order]
        found = self._database.execute(
            f"{_FROM} WHERE article.key IN (SELECT key FROM article ORDER BY {place} LIMIT ? OFFSET ?)"
            f" ORDER BY {place}",
            (-1 if limit is None else limit, offset),
        )
        return [_row(item) for item in found]

    def ids(self, order: ListOrder = "story", *, after: str | None = None) -> Iterator[str]:
        """Ids of all articles in list order, or of those after the article `after`, as they are asked for.

        Raises KeyError for an unknown id.
        """
        place = _PLACE[order]
        if after is None:
            rows = self._database.execute(f"SELECT id FROM article ORDER BY {place}")
        else:
            query = f"SELECT id FROM article WHERE {place} > ? ORDER BY {place}"
            rows = self._database.execute(query, self._place(after, order))
        return (row[0] for row in rows)

    def described(self, order: ListOrder) -> Iterator[tuple[str, str]]:
        """Ids of all articles in list order, each with the words it is listed by."""
        rows = self._database.execute(
            f"SELECT id, key, title, outlet, published, opening, origin FROM article ORDER BY {_PLACE[order]}"
        )
        for identity, key, *words in rows:
            yield identity, " ".join((label_of(key), *filter(None, words)))

    def by_id(self, ids: Iterable[str]) -> Mapping[str, ArticleRow]:
        """Rows of these articles; unknown ids are left out."""
        wanted = sorted(set(ids))
        found: dict[str, ArticleRow] = {}
        for start in range(0, len(wanted), _PART):
            part = wanted[start : start + _PART]
            marks = ",".join("?" * len(part))
            for item in self._database.execute(f"{_FROM} WHERE article.id IN ({marks})", part):
                row = _row(item)
                found[row.id] = row
        return found

    def of_story(self, story: str | None) -> Sequence[ArticleRow]:
        """Rows of one story in list order; of the whole corpus if it is None."""
        if story is None:
            return self.rows()
        found = self._database.execute(f"{_FROM} WHERE story = ? ORDER BY place", (story,))
        return [_row(item) for item in found]

    def position(self, article: str, order: ListOrder = "story") -> int:
        """Place of an article in the list, 0-based. Raises KeyError for an unknown id."""
        place = self._place(article, order)
        before = self._database.execute(f"SELECT COUNT(*) FROM article WHERE {_PLACE[order]} < ?", place)
        return int(before.fetchone()[0])

    def _place(self, article: str, order: ListOrder) -> tuple[str]:
        query = f"SELECT {_PLACE[order]} FROM article WHERE id = ?"
        found: tuple[str] | None = self._database.execute(query, (article,)).fetchone()
        if found is None:
            raise KeyError(article)
        return found


def label_of(key: int) -> str:
    """The short name of an article in its corpus."""
    return f"{key:03d}"


def _row(item: tuple[Any, ...]) -> ArticleRow:
    key, identity, title, outlet, published, story, story_title, family, reporting, *rest = item
    language, record, opening, company, origin = rest
    return ArticleRow(
        id=identity,
        label=label_of(key),
        title=title or "",
        outlet=outlet,
        published=published,
        date_hint=None if published else _date_hint(record),
        story=story,
        story_title=story_title,
        family=family,
        sentences=reporting,
        language=language,
        opening=opening,
        company=company or 1,
        origin=origin,
    )


def _date_hint(record: str) -> str | None:
    evidence = [item for item in json.loads(record)["date_evidence"] if item["value"]]
    for kind in _HINTS:
        for item in evidence:
            if item["kind"] == kind:
                return f"{kind.replace('_', ' ')} {item['value'][:10]}"
    return None
