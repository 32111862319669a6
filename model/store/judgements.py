"""The user's word: an append-only file of judgement records that outlives every index.

One NDJSON line a judgement, flushed to the disk before anything else happens. Nothing is ever deleted:
undoing appends. A last line cut off by a crash is set aside, whole lines are kept.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from model.records import Judgement, RecordError, from_line, to_line
from model.store.schema import StoreError

UNDO = "undo"


class JudgementLog:
    """The judgements file of one corpus."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.damage: str | None = None
        self._size = 0
        self._lines = self._read()

    def append(
        self, kind: str, subject: str, object_: str | None, verdict: str, note: str | None = None
    ) -> Judgement:
        """Write a judgement down, durably, and return it. Raises StoreError if it cannot be written."""
        return self.append_all(kind, [(subject, object_)], verdict, note)[-1]

    def append_all(
        self, kind: str, pairs: Sequence[tuple[str, str | None]], verdict: str, note: str | None = None
    ) -> Sequence[Judgement]:
        """Write judgements on several pairs down that were made at once, and are undone at once."""
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        judgements = [Judgement(kind, subject, object_, verdict, note, at) for subject, object_ in pairs]
        lines = "".join(f"{to_line(judgement)}\n" for judgement in judgements)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                lead = "" if self._ends_whole() else "\n"
                written = file.write(f"{lead}{lines}".encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(f"{self._path}: judgement not saved ({error.strerror})") from error
        # Not the size of the file, which another process may have added to.
        self._size += written
        self._lines.extend(judgements)
        return judgements

    def refresh(self) -> bool:
        """Read again what another process may have written; whether there was anything."""
        size = self._path.stat().st_size if self._path.exists() else 0
        if size == self._size:
            return False
        self._lines = self._read()
        return True

    def undo(self) -> Judgement | None:
        """Take back the last judgement still in force, and those made at once with it; None without any."""
        standing = self.standing()
        if not standing:
            return None
        last = standing[-1]
        self.append(UNDO, last.at, None, UNDO, f"{last.kind} {last.subject}")
        return last

    def standing(self) -> Sequence[Judgement]:
        """Judgements in force, oldest first: neither undone nor themselves an undoing."""
        undone = {line.subject for line in self._lines if line.kind == UNDO}
        return [line for line in self._lines if line.kind != UNDO and line.at not in undone]

    def all(self) -> Sequence[Judgement]:
        """Every line of the file, undone ones and undoings too, oldest first."""
        return tuple(self._lines)

    def _read(self) -> list[Judgement]:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise StoreError(f"{self._path}: {error.strerror}") from error
        self._size = len(raw)
        found: list[Judgement] = []
        for number, line in enumerate(raw.split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                record = from_line(line.decode())
            except (RecordError, UnicodeDecodeError):
                self.damage = f"{self._path}: line {number} is damaged and was set aside"
                continue
            if isinstance(record, Judgement):
                found.append(record)
        return found

    def _ends_whole(self) -> bool:
        try:
            with self._path.open("rb") as file:
                file.seek(-1, os.SEEK_END)
                return file.read(1) == b"\n"
        except OSError:
            return True
