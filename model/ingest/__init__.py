"""Ingestion: files in, documents out, with nothing of their text lost.

`discover` lists what there is to read, `read` gives the documents of one file and a line for each input that
holds none. A document's zones, marks and dated evidence are found on the way. The formats are loaded when a
file is to be read: the reader of web pages takes longer to load than the rest of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from model.analysis import Document, Known, Skipped
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


def read(
    source: Source, is_known: Callable[[str, str], bool] = lambda _id, _sha256: False
) -> Iterator[Document | Known | Skipped]:
    """The documents of a file in order, read as they are asked for. Bad input gives a Skipped, no error.

    Of an article that `is_known` by its id and the SHA-256 of its bytes only the id is given: a file that
    gained a line among thousands is read quickly.
    """
    from model.ingest.formats import reader_for

    try:
        reader = reader_for(source)
    except OSError as error:
        yield Skipped(source.name, reason_of(error))
        return
    for item in reader(source):
        if isinstance(item, Skipped):
            yield item
        elif is_known(item.article_id, item.sha256):
            yield Known(item.article_id)
        else:
            yield assemble(item)
