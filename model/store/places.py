"""Where corpora live: one folder each, under the user's data directory unless told otherwise."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from model.store.schema import StoreError

INDEX = "index.db"
TEXT_INDEX = "text"
JUDGEMENTS = "judgements.jsonl"
STATE = "state.json"
MARKS = "marks.db"
LOCK = "lock"
_LAST = "last"
VARIABLE = "CROSSREAD_CORPUS"
_NAME = re.compile(r"[\w][\w.-]*")
#: The name of a corpus made for paths: what the first is called, and a digest of them all.
_MADE = re.compile(r"(.+)-[0-9a-f]{8}")


def home() -> Path:
    """The folder that holds all named corpora."""
    return user_data_path("crossread", appauthor=False) / "corpora"


def corpus_directory(wanted: str | None, paths: Sequence[Path] = ()) -> Path:
    """The folder of the corpus that was asked for.

    `wanted` is a folder or a bare name; else the environment's CROSSREAD_CORPUS; else the corpus made for
    just these `paths`; else the one opened last. Raises StoreError if nothing of this says which.
    """
    wanted = wanted or os.environ.get(VARIABLE)
    if wanted:
        bare = _NAME.fullmatch(wanted) and os.sep not in wanted
        return home() / wanted if bare and not Path(wanted).is_dir() else Path(wanted)
    if paths:
        return home() / _name_for(paths)
    last = home().parent / _LAST
    try:
        return Path(last.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("no corpus opened yet: name a folder of articles to read") from error


def remember(directory: Path) -> None:
    """Note which corpus was opened last. A read-only home is no reason to fail."""
    try:
        home().parent.mkdir(parents=True, exist_ok=True)
        (home().parent / _LAST).write_text(str(directory.absolute()), "utf-8")
    except OSError:
        return


def name_of(directory: Path) -> str:
    """What a corpus is called: its folder's name, without what tells apart those made for paths."""
    made = _MADE.fullmatch(directory.name) if directory.parent == home() else None
    return made[1] if made else directory.name


def _name_for(paths: Sequence[Path]) -> str:
    full = sorted(str(path.resolve()) for path in paths)
    digest = hashlib.sha256("\0".join(full).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    stem = re.sub(r"[^\w.-]+", "-", Path(full[0]).stem).strip("-.") or "corpus"
    return f"{stem[:40]}-{digest}"
