"""An opened corpus folder: its database, text index, judgements and the reader's state."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from model.store.judgements import JudgementLog
from model.store.places import INDEX, JUDGEMENTS, LOCK, STATE, TEXT_INDEX
from model.store.schema import StoreError, connect, get_meta, store_error
from model.store.text_index import TextIndex
from model.store.writer import Writer


class CorpusFiles:
    """The files of one corpus. A text index that a killed run left behind is mended before the next run."""

    def __init__(self, directory: Path, *, create: bool = False) -> None:
        """Open the corpus in `directory`. Raises StoreError if it is missing, damaged or not writable."""
        self.directory = directory
        try:
            if create:
                directory.mkdir(parents=True, exist_ok=True)
            self.database = connect(directory / INDEX, create=create)
            self.text_index = TextIndex(directory / TEXT_INDEX, create=create)
        except OSError as error:
            raise StoreError(f"{directory}: {error.strerror or error}") from error
        self.judgements = JudgementLog(directory / JUDGEMENTS)
        self.writer = Writer(self.database, self.text_index)

    def generation(self, database: sqlite3.Connection | None = None) -> int:
        """A number that rises with every committed change, as this or another connection sees it."""
        return int(get_meta(database or self.database, "generation", "0"))

    def lag(self) -> str | None:
        """A line about a text index that is behind the database, as a killed run leaves it."""
        if not self.writer.is_behind():
            return None
        return f"{self.directory}: the text index is behind; the next crossread index mends it"

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own that sees one state of the corpus, for another thread."""
        with contextlib.closing(connect(self.directory / INDEX)) as database:
            database.execute("BEGIN")
            yield database

    def state(self) -> dict[str, Any]:
        """What the reader saved; empty if there is nothing readable."""
        try:
            found = json.loads((self.directory / STATE).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def save_state(self, state: Mapping[str, Any]) -> None:
        """Save the reader's state, whole or not at all. Raises StoreError if the folder cannot be written."""
        target = self.directory / STATE
        draft = target.with_suffix(f".{os.getpid()}.tmp")
        try:
            draft.write_text(json.dumps(dict(state)), "utf-8")
            draft.replace(target)
        except OSError as error:
            raise StoreError(f"{target}: not saved ({error.strerror})") from error

    @contextlib.contextmanager
    def indexing(self) -> Iterator[None]:
        """Hold the corpus for writing. Raises StoreError if another process indexes it."""
        path = self.directory / LOCK
        with contextlib.ExitStack() as stack:
            try:
                lock = stack.enter_context(path.open("w"))
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StoreError(f"{self.directory}: another crossread is indexing this corpus") from error
            except OSError as error:
                raise StoreError(f"{path}: {error.strerror}") from error
            stack.enter_context(self.explained())
            self.writer.repair()
            yield

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """Raise what SQLite finds wrong as a StoreError: one line that a user understands."""
        try:
            yield
        except sqlite3.Error as error:
            raise store_error(self.directory / INDEX, error) from error
        except UnicodeEncodeError as error:
            raise StoreError(
                f"{self.directory}: no index holds half a character ({error.object!r})"
            ) from error

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several queries see one state of the corpus, whatever another process writes meanwhile."""
        outermost = not self.database.in_transaction
        if outermost:
            self.database.execute("BEGIN")
        try:
            yield
        finally:
            if outermost:
                self.database.execute("COMMIT")

    def close(self) -> None:
        """Let go of the files."""
        self.database.close()
