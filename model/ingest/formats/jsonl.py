"""JSON lines: one article a line, the text under `text`, unknown keys kept as metadata."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from model.analysis import Skipped
from model.ingest.decoding import MAX_BYTES
from model.ingest.formats.files import open_binary
from model.ingest.identity import id_from_given, id_from_key
from model.ingest.raw import RawArticle
from model.ingest.sources import Source, reason_of

SUFFIXES = (".jsonl", ".ndjson")

_KEYS = {
    "id": "article_id",
    "title": "title",
    "outlet": "outlet",
    "source": "outlet",
    "author": "author",
    "published": "published",
    "date": "published",
    "url": "url",
    "language": "language",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class _BadLineError(ValueError):
    """A line that holds no article; the message says why."""


def read(source: Source) -> Iterator[RawArticle | Skipped]:
    """The articles of a file, one a line, read as they are asked for; bad lines are named and passed over."""
    seen: set[str] = set()
    try:
        with open_binary(source) as file:
            for number, line in _lines(file):
                where = f"{source.name}:{number}"
                try:
                    yield _unique(_article(line, source), seen)
                except _BadLineError as error:
                    yield Skipped(where, str(error))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Skipped(source.name, "damaged gzip file")
    except OSError as error:
        yield Skipped(source.name, reason_of(error))


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines that are not blank; None stands for one that is too long to be an article."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        too_long = len(line) > MAX_BYTES
        while too_long and not line.endswith(b"\n") and line:
            line = file.readline(MAX_BYTES)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if too_long:
            yield number, None
        elif not line.isspace() and line:
            yield number, line


def _article(line: bytes | None, source: Source) -> RawArticle:
    if line is None:
        raise _BadLineError(f"larger than {MAX_BYTES // 2**20} MB")
    data = _parsed(line)
    text = data.pop("text", None)
    if not isinstance(text, str):
        raise _BadLineError("no text" if text is None else "text is not a string")
    if not text.strip():
        raise _BadLineError("empty text")
    text = _clean(text)
    fields: dict[str, str] = {}
    metadata: dict[str, Any] = {}
    for key in sorted(data, key=_rank):
        name, value = _KEYS.get(key), data[key]
        worded = _worded(value) if name and name not in fields else None
        if name and worded is not None:
            fields[name] = worded
        elif value is not None and not (name and value == ""):
            metadata[_clean(key)] = value
    given = fields.pop("article_id", None)
    if given is None:
        label = fields.get("title") or source.path.name.split(".")[0]
        given = id_from_key(fields.get("url") or f"{source.key}\n{text}", label)
    return RawArticle(
        article_id=id_from_given(given),
        text=text,
        sha256=hashlib.sha256(line.rstrip(b"\r\n")).hexdigest(),
        path=source.name,
        url=fields.get("url"),
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=fields.get("published"),
        language=fields.get("language"),
        metadata=metadata,
    )


def _rank(key: str) -> int:
    """Where a key stands among the known ones: `outlet` is asked before `source`."""
    return list(_KEYS).index(key) if key in _KEYS else len(_KEYS)


def _unique(article: RawArticle, seen: set[str]) -> RawArticle:
    """The article itself, unless its id stood in this file before."""
    if article.article_id in seen:
        raise _BadLineError(f"a second article with the id {article.article_id}")
    seen.add(article.article_id)
    return article


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line, parse_constant=lambda _: None)
    except UnicodeDecodeError as error:
        raise _BadLineError("not UTF-8") from error
    except json.JSONDecodeError as error:
        raise _BadLineError(f"not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise _BadLineError("nested too deeply") from error
    except ValueError as error:
        raise _BadLineError("not JSON") from error
    if not isinstance(data, dict):
        raise _BadLineError("not a JSON object")
    return data


def _worded(value: object) -> str | None:
    """A field's value as text; lists of names are joined. None for what is no text."""
    if isinstance(value, str):
        return _clean(value).strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return _clean(", ".join(value)).strip() or None
    return None


def _clean(text: str) -> str:
    """`text` with lone surrogates, which no encoding can hold, replaced one for one."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)
