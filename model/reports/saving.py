"""Writing a brief to a file of its own."""

from __future__ import annotations

import os
import re
from pathlib import Path

from model.corpus import Corpus
from model.errors import CrossreadError
from model.reports.formats import brief_lines

_MOST = 1000


def save_brief(corpus: Corpus, story: str | None, *, form: str = "md", folder: Path | None = None) -> Path:
    """Write the brief of a story (of all, if None) to a new file, whose path is returned.

    It is put into `folder`, by default the working directory, or the corpus's own where that cannot be
    written. A file that is there already is never touched: it may hold somebody's work. Raises
    CrossreadError if no place can be written, and KeyError for a form that is none of `formats.BRIEFS`.
    """
    content = "".join(f"{line}\n" for line in brief_lines(corpus, story, form)).encode("utf-8", "replace")
    stem = "brief-" + (re.sub(r"[^A-Za-z0-9-]+", "-", story or "all").strip("-") or "story")[:60]
    failure: OSError | None = None
    for place in (folder or Path.cwd(), corpus.directory):
        try:
            return _write(place, stem, form, content)
        except OSError as error:
            failure = failure or error
    raise CrossreadError(f"brief not saved: {failure}") from failure


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
    raise FileExistsError(f"{folder}: too many briefs of one story")
