"""Every format a corpus can leave in, by name. A format's module is loaded when it is asked for.

To add one: write a module with a function `lines`, and name it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.corpus import Corpus

#: Formats of `crossread brief` and their modules: `lines` takes briefs. The name is the file's ending too.
BRIEFS: Mapping[str, str] = {
    "md": "model.reports.markdown",
    "html": "model.reports.html",
    "json": "model.reports.json",
}

#: The format of crossread itself.
RECORDS = "ndjson"

#: Formats of `crossread export` and their modules: `lines` takes a corpus.
EXPORTS: Mapping[str, str] = {
    RECORDS: "model.reports.exports.ndjson",
    "csv": "model.reports.exports.table",
    "w3c": "model.reports.exports.annotations",
    "ftm": "model.reports.exports.followthemoney",
    "claimreview-draft": "model.reports.exports.claims",
}


def brief_lines(corpus: Corpus, story: str | None, form: str = "md") -> Iterator[str]:
    """The lines of the brief of a story, or of all of them. Raises KeyError for an unknown form."""
    from model.reports.build import briefs

    found: Iterator[str] = import_module(BRIEFS[form]).lines(briefs(corpus, story))
    return found


def export_lines(corpus: Corpus, form: str = RECORDS, *, text: bool = False) -> Iterator[str]:
    """The lines of a corpus in a form of `EXPORTS`, safe to print; KeyError if there is no such form.

    `text` puts the articles' text into their records; the other formats have no place for it.
    """
    options = {"text": text} if form == RECORDS else {}
    found: Iterator[str] = import_module(EXPORTS[form]).lines(corpus, **options)
    return found
