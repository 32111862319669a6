"""Ingestion: files in, documents out, with nothing of their text lost.

`discover` lists what there is to read, `read` gives the documents of one file and a line for each input that
holds none. A document's zones, marks and dated evidence are found on the way. The formats are loaded when a
file is to be read: the reader of web pages takes longer to load than the rest of the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from model.analysis import Document, Skipped
from model.ingest import sources
from model.ingest.assemble import assemble, document_from_text
from model.ingest.sources import Source, printable, reason_of

__all__ = ["Source", "discover", "document_from_text", "printable", "read"]


def discover(paths: Iterable[Path | str]) -> Iterator[Source | Skipped]:
    """The files to read among files and folders, in order of path within each folder, each file once.

    Folders are walked; hidden files and those of unknown formats in them are passed over, while a file
    that is named is always tried.
    """
    from model.ingest.formats import SUFFIXES

    return sources.discover(paths, SUFFIXES)


def read(source: Source) -> Iterator[Document | Skipped]:
    """The documents of a file in order, read as they are asked for. Bad input gives a Skipped, no error."""
    from model.ingest.formats import reader_for

    try:
        reader = reader_for(source)
    except OSError as error:
        yield Skipped(source.name, reason_of(error))
        return
    for item in reader(source):
        yield item if isinstance(item, Skipped) else assemble(item)
