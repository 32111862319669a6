"""The files to read: named ones and those found in folders, in a fixed order."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from model.analysis import Skipped

_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold articles.

    `name` is its path as given, fit for printing; `key` its path from the folder it was found in, that
    folder's name included: ids are made from it, so that they do not change with the directory crossread is
    started in.
    """

    path: Path
    name: str
    key: str

    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the file's bytes. Raises OSError."""
        total = hashlib.sha256()
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total.update(chunk)
        return total.hexdigest()


def discover(paths: Iterable[Path | str], suffixes: frozenset[str]) -> Iterator[Source | Skipped]:
    """Sources for files and folders, each file once, those of a folder sorted by path.

    In folders, hidden files and files without one of the `suffixes` (`.txt`; `.txt.gz` counts as `.txt`) are
    passed over; a file named outright is always given.
    """
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        try:
            mode = path.stat().st_mode
            found = _in_folder(path, suffixes) if stat.S_ISDIR(mode) else iter([_named(path, mode)])
        except (OSError, ValueError) as error:
            yield Skipped(printable(path), reason_of(error))
            continue
        for item in found:
            if isinstance(item, Skipped):
                yield item
                continue
            real = os.path.realpath(item.path)
            if real not in seen:
                seen.add(real)
                yield item


def suffix_of(path: Path) -> str:
    """The suffix that tells the format, in lower case, that of compression left out (`a.TXT.gz` → `.txt`)."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def printable(path: Path) -> str:
    """A path as text that any output takes; bytes that are no text become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def reason_of(error: OSError | ValueError) -> str:
    """Why a file could not be read, in a few words in lower case."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]


def _named(path: Path, mode: int) -> Source | Skipped:
    if not stat.S_ISREG(mode):
        return Skipped(printable(path), "not a regular file")
    parent = Path(os.path.abspath(path)).parent.name  # noqa: PTH100 - resolve() would follow a link away from its folder
    return Source(path, printable(path), f"{parent}/{printable(Path(path.name))}")


def _in_folder(root: Path, suffixes: frozenset[str]) -> Iterator[Source | Skipped]:
    trouble: list[Skipped] = []

    def note(error: OSError) -> None:
        trouble.append(Skipped(printable(Path(error.filename or root)), reason_of(error)))

    base = Path(os.path.abspath(root)).name  # noqa: PTH100
    for folder, folders, files in os.walk(root, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder) / name
            if name.startswith(".") or suffix_of(path) not in suffixes:
                continue
            try:
                mode = path.stat().st_mode
            except OSError as error:
                yield Skipped(printable(path), reason_of(error))
                continue
            if stat.S_ISREG(mode):
                key = f"{base}/{printable(path.relative_to(root)).replace(os.sep, '/')}"
                yield Source(path, printable(path), key)
            else:
                yield Skipped(printable(path), "not a regular file")
        yield from trouble
        trouble.clear()
    yield from trouble
