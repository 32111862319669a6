"""Reading a file's bytes, compressed or not, with a bound on how much a single article may hold."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from typing import BinaryIO, cast

from model.ingest.decoding import MAX_BYTES, NotTextError
from model.ingest.sources import Source


def read_bytes(source: Source) -> tuple[bytes, str]:
    """The bytes of a file, unpacked if it is gzipped, and the SHA-256 of the file as it lies on disk.

    Raises OSError, and NotTextError for what is too large or badly packed.
    """
    with open_binary(source) as file:
        try:
            data = file.read(MAX_BYTES + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise NotTextError("damaged gzip file") from error
    if len(data) > MAX_BYTES:
        raise NotTextError(f"larger than {MAX_BYTES // 2**20} MB")
    packed = source.path.suffix.lower() == ".gz"
    return data, source.sha256() if packed else hashlib.sha256(data).hexdigest()


def open_binary(source: Source) -> BinaryIO:
    """The file opened for reading bytes, unpacked on the way if its name ends in `.gz`. Raises OSError."""
    if source.path.suffix.lower() == ".gz":
        return cast("BinaryIO", gzip.open(source.path, "rb"))
    return source.path.open("rb")
