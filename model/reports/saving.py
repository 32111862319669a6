"""Writing reports to files of their own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from model.corpus import Corpus
from model.errors import CrossreadError
from model.reports.formats import brief_lines

_MOST = 1000


def save_brief(corpus: Corpus, story: str | None, *, form: str = "md", folder: Path | None = None) -> Path:
    """Write the brief of a story (of all, if None) to a new file, whose path is returned.

    See `save` for where. Raises CrossreadError if no place can be written, and KeyError for a form that is
    none of `formats.BRIEFS`.
    """
    return save(corpus, f"brief-{story or 'all'}", form, brief_lines(corpus, story, form), folder=folder)


def save(corpus: Corpus, name: str, form: str, lines: Iterable[str], *, folder: Path | None = None) -> Path:
    """Write lines to a new file called after `name` and its form, whose path is returned.

    It is put into `folder`, by default the working directory, or the corpus's own where that cannot be
    written. A file that is there already is never touched: it may hold somebody's work. Raises
    CrossreadError if no place can be written.
    """
    content = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    stem = (re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-") or "report")[:66]
    failure: OSError | None = None
    for place in (folder or Path.cwd(), corpus.directory):
        try:
            return _write(place, stem, form, content)
        except OSError as error:
            failure = failure or error
    raise CrossreadError(f"{name.partition('-')[0]} not saved: {failure}") from failure


def _write(folder: Path, stem: str, form: str, content: bytes) -> Path:
    for number in range(1, _MOST):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}.{form}"
        try:
            with path.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{folder}: too many files called {stem}")
