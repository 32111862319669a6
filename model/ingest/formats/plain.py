"""Plain text and Markdown: the text is the decoded file as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.analysis import Skipped
from model.ingest.decoding import NotTextError, decode
from model.ingest.formats.files import read_bytes
from model.ingest.identity import id_from_key
from model.ingest.raw import Hint, RawArticle
from model.ingest.sources import Source, reason_of, suffix_of

SUFFIXES = (".txt", ".text", ".md", ".markdown")

_MARKDOWN = (".md", ".markdown")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:[^\n]{0,1000}\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]{0,40})\s*:\s*(?P<value>\S.*)")
_FIELD_NAMES = {
    "title": "title",
    "author": "author",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "outlet": "outlet",
    "source": "outlet",
    "lang": "language",
    "language": "language",
}


def read(source: Source) -> Iterator[RawArticle | Skipped]:
    """The one article of a text file."""
    try:
        data, sha256 = read_bytes(source)
        text = decode(data)
    except (OSError, NotTextError) as error:
        yield Skipped(source.name, reason_of(error))
        return
    if not text.strip():
        yield Skipped(source.name, "empty")
        return
    markup = suffix_of(source.path) in _MARKDOWN
    fields, hints = _front_matter(text) if markup else ({}, {})
    yield RawArticle(
        article_id=id_from_key(source.key, source.path.name.split(".")[0]),
        text=text,
        sha256=sha256,
        path=source.name,
        url=fields.get("url"),
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=fields.get("published"),
        language=fields.get("language"),
        hints=hints,
        markup=markup,
    )


def _front_matter(text: str) -> tuple[dict[str, str], dict[int, Hint]]:
    """What the YAML block at the head of a Markdown file says, and hints for its lines."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, {}
    fields: dict[str, str] = {}
    hints: dict[int, Hint] = {}
    start = 0
    for line in match[0].splitlines(keepends=True):
        hints[start] = Hint("boilerplate", "front matter")
        start += len(line)
        field = _FIELD.match(line.rstrip("\n"))
        name = _FIELD_NAMES.get(field["key"].lower()) if field else None
        if field and name and name not in fields:
            fields[name] = field["value"].strip().strip("\"'")
    return fields, hints
