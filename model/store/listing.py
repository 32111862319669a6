"""The list of articles, windowed, and how much there is of everything."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from model.views import ArticleRow, Counts

_COLUMNS = (
    "article.key, article.id, article.title, outlet, published, story, story.title, family, reporting,"
    " language, record"
)
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

    def rows(self, *, offset: int = 0, limit: int | None = None) -> Sequence[ArticleRow]:
        """Rows in list order: stories together, newest first, and families together within them."""
        # The window is found in the narrow index of places; only its rows are read.
        found = self._database.execute(
            f"{_FROM} WHERE article.key IN (SELECT key FROM article ORDER BY place LIMIT ? OFFSET ?)"
            " ORDER BY place",
            (-1 if limit is None else limit, offset),
        )
        return [_row(item) for item in found]

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

    def position(self, article: str) -> int:
        """Place of an article in the list, 0-based. Raises KeyError for an unknown id."""
        found = self._database.execute("SELECT place FROM article WHERE id = ?", (article,)).fetchone()
        if found is None:
            raise KeyError(article)
        before = self._database.execute("SELECT COUNT(*) FROM article WHERE place < ?", found)
        return int(before.fetchone()[0])


def _row(item: tuple[Any, ...]) -> ArticleRow:
    key, identity, title, outlet, published, story, story_title, family, reporting, language, record = item
    return ArticleRow(
        id=identity,
        label=f"{key:03d}",
        title=title or "",
        outlet=outlet,
        published=published,
        date_hint=None if published else _date_hint(record),
        story=story,
        story_title=story_title,
        family=family,
        sentences=reporting,
        language=language,
    )


def _date_hint(record: str) -> str | None:
    evidence = [item for item in json.loads(record)["date_evidence"] if item["value"]]
    for kind in _HINTS:
        for item in evidence:
            if item["kind"] == kind:
                return f"{kind.replace('_', ' ')} {item['value'][:10]}"
    return None
