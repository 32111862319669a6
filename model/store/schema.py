"""The connection to the index of a corpus: one SQLite file in WAL mode that holds every record."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from model.errors import CrossreadError
from model.store.tables import TABLES

#: Raised with every change of the tables; an older index is rebuilt, since it holds nothing of its own.
SCHEMA_VERSION = 4

#: How long one process waits for the other that writes.
_PATIENCE = 20_000

_REASONS = {
    sqlite3.SQLITE_FULL: "not written: the disk is full",
    sqlite3.SQLITE_IOERR: "not readable or writable: the disk is full or failing",
    sqlite3.SQLITE_BUSY: "another program is writing to it",
    sqlite3.SQLITE_READONLY: "not writable",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_PERM: "permission denied",
    sqlite3.SQLITE_CORRUPT: "damaged index; delete it and index again",
    sqlite3.SQLITE_NOTADB: "no index of crossread, or a damaged one",
}


class StoreError(CrossreadError):
    """The index cannot be read or written; the message is one line naming the file and the reason."""


def store_error(path: Path, error: sqlite3.Error) -> StoreError:
    """What a failure of the database means to a user."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    reason = _REASONS.get(code, f"damaged or unreadable index ({error})")
    return StoreError(f"{path}: {reason}")


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Connection to the index at `path`, in autocommit mode: transactions are opened explicitly.

    With `create` a missing index is made, and one of an older format made anew. In a folder that cannot be
    written the index is read as it stands. Raises StoreError if the file is missing, damaged or of another
    format.
    """
    if not create and not path.exists():
        raise StoreError(f"{path}: no index")
    database = None
    try:
        database = _open(path)
        version = _version(database)
        if create and version < SCHEMA_VERSION:
            _make(database)
            version = _version(database)
    except sqlite3.Error as error:
        if database is not None:
            database.close()
        raise store_error(path, error) from error
    if version != SCHEMA_VERSION:
        database.close()
        age = "a newer" if version > SCHEMA_VERSION else "an older"
        cure = "read it with a newer crossread" if version > SCHEMA_VERSION else "index the articles again"
        raise StoreError(f"{path}: index of {age} format ({version}, not {SCHEMA_VERSION}): {cure}")
    return database


def get_meta(database: sqlite3.Connection, key: str, default: str = "") -> str:
    """A fact about the whole corpus."""
    row = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else default


def set_meta(database: sqlite3.Connection, key: str, value: str) -> None:
    """Store a fact about the whole corpus."""
    database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def write_ahead(database: sqlite3.Connection, *, patience: int) -> None:
    """Let others read while it is written, and wait so many milliseconds for another that writes.

    Nothing is flushed at every commit: a power cut may cost the last ones, never the file.
    """
    database.execute(f"PRAGMA busy_timeout = {patience}")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        write_ahead(database, patience=_PATIENCE)
    except sqlite3.OperationalError:
        database.close()
        if os.access(path.parent, os.W_OK):
            raise
        # Write-ahead logging needs files beside the index; where none can be made, nobody writes either.
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        database = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    # Rows that are replaced are to be uncounted too.
    database.execute("PRAGMA recursive_triggers = ON")
    return database


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _make(database: sqlite3.Connection) -> None:
    """Make the tables in place of older ones: all in one transaction, or the next process starts over."""
    database.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have come first.
        if _version(database) < SCHEMA_VERSION:
            generation = _clear(database)
            for statement in _statements(TABLES):
                database.execute(statement)
            # Readers and the text index must see that nothing is as it was.
            set_meta(database, "generation", str(generation + 1 if generation else 0))
            database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _clear(database: sqlite3.Connection) -> int:
    """Drop all that is there; the generation it had reached."""
    kinds = (
        "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite_%'"
    )
    old = database.execute(kinds).fetchall()
    generation = int(get_meta(database, "generation", "0")) if ("table", "meta") in old else 0
    for kind, name in sorted(old, reverse=True):
        database.execute(f'DROP {kind} "{name}"')
    return generation


def _statements(script: str) -> Iterator[str]:
    """The statements of a script: run one by one they stay in the transaction, as by `executescript` not."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
