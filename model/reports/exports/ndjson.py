"""Every record of a corpus in crossread's own format, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from model.corpus import Corpus
from model.records import to_line


def lines(corpus: Corpus, *, text: bool) -> Iterator[str]:
    """A line for each record, the header first."""
    return map(to_line, corpus.records(text=text))
