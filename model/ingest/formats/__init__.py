"""The registry of formats: which reader takes which suffix, and what to try for a file with none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from model.analysis import Skipped
from model.ingest.formats import html, jsonl, plain
from model.ingest.raw import RawArticle
from model.ingest.sources import Source, suffix_of

Reader = Callable[[Source], Iterator[RawArticle | Skipped]]

_READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (plain.read, plain.SUFFIXES),
    (html.read, html.SUFFIXES),
    (jsonl.read, jsonl.SUFFIXES),
)
_BY_SUFFIX: dict[str, Reader] = {suffix: reader for reader, suffixes in _READERS for suffix in suffixes}

#: Suffixes of files that are read when they are found in a folder.
SUFFIXES = frozenset(_BY_SUFFIX)


def reader_for(source: Source) -> Reader:
    """The reader for a file, by its suffix; a file with an unknown one is looked into. Raises OSError."""
    known = _BY_SUFFIX.get(suffix_of(source.path))
    if known is not None:
        return known
    with source.path.open("rb") as file:
        start = file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return html.read
    return jsonl.read if start.startswith(b"{") else plain.read
