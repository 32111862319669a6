"""What the user has read and starred: a small database of its own, beside the judgements.

Marks are the user's state, not conclusions: they are kept by article id in a file that no index run touches,
so they outlive the index. They are no judgements either, and far more frequent: a table that is written a row
at a time, where a file read whole at every start would grow with every article ever opened. Where nothing can
be written, marks last as long as the reader is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from model.store.rows import batched
from model.store.schema import write_ahead

_PATIENCE = 2_000
_PART = 900
_TABLE = (
    "CREATE TABLE IF NOT EXISTS mark"
    " (article TEXT PRIMARY KEY, read INTEGER NOT NULL, starred INTEGER NOT NULL) WITHOUT ROWID"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the user did with an article."""

    read: bool = False
    starred: bool = False


UNMARKED = Mark()


class Marks:
    """The marks of one corpus. The file is made with the first mark."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        #: A line on why marks cannot be read or kept, if so.
        self.damage: str | None = None
        if path.exists():
            self._open()

    def of(self, articles: Iterable[str]) -> Mapping[str, Mark]:
        """The marks of those of these articles that have any."""
        if self._database is None:
            return {}
        found: dict[str, Mark] = {}
        for part in batched(articles, _PART):
            marks = ",".join("?" * len(part))
            query = f"SELECT article, read, starred FROM mark WHERE article IN ({marks})"
            for article, read, starred in self._database.execute(query, part):
                found[article] = Mark(bool(read), bool(starred))
        return found

    def read(self) -> Collection[str]:
        """All articles that were read."""
        return self._all("read")

    def starred(self) -> Collection[str]:
        """All starred articles."""
        return self._all("starred")

    def set(self, article: str, mark: Mark) -> None:
        """Mark an article, at once and for good."""
        database = self._database or self._open()
        database.execute("INSERT OR REPLACE INTO mark VALUES (?, ?, ?)", (article, mark.read, mark.starred))

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _all(self, kind: str) -> Collection[str]:
        if self._database is None:
            return frozenset()
        return {row[0] for row in self._database.execute(f"SELECT article FROM mark WHERE {kind}")}

    def _open(self) -> sqlite3.Connection:
        try:
            self._database = _connect(str(self._path))
        except sqlite3.Error as error:
            # Not to be written, or no database at all: reading goes on, and the file is left as it is.
            self.damage = f"{self._path}: marks are not kept ({error})"
            self._database = _connect(":memory:")
        return self._database


def _connect(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        write_ahead(database, patience=_PATIENCE)
        database.execute(_TABLE)
        with closing(database.execute("SELECT article, read, starred FROM mark LIMIT 1")) as known:
            known.fetchall()
    except sqlite3.Error:
        database.close()
        raise
    return database
