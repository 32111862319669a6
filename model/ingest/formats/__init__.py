"""The registry of formats: which reader takes which suffix, and what to try for a file with none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from model.analysis import Skipped
from model.ingest.formats import jsonl, plain
from model.ingest.raw import RawArticle
from model.ingest.sources import Source, suffix_of

Reader = Callable[[Source], Iterator[RawArticle | Skipped]]


def _read_html(source: Source) -> Iterator[RawArticle | Skipped]:
    # Loaded when there is a page to read: its library takes longer to load than a folder of texts to read.
    from model.ingest.formats import html

    return html.read(source)


_READERS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (plain.read, plain.SUFFIXES),
    (_read_html, (".html", ".htm", ".xhtml")),
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
        return _read_html
    return jsonl.read if start.startswith(b"{") else plain.read
