"""Web pages: the main text as paragraphs, with headings and captions, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator

from model.analysis import Skipped
from model.ingest.decoding import NotTextError, unify_line_ends
from model.ingest.formats.files import read_bytes
from model.ingest.formats.html_metadata import PageMetadata, read_metadata
from model.ingest.formats.html_text import Paragraph, page_paragraphs, parse
from model.ingest.identity import id_from_key
from model.ingest.languages import words
from model.ingest.raw import Hint, RawArticle
from model.ingest.sources import Source, reason_of

_PARAGRAPH_BREAK = "\n\n"
_REASONS = {
    "title": "headline",
    "standfirst": "summary under the headline",
    "caption": "caption of a picture",
}


def read(source: Source) -> Iterator[RawArticle | Skipped]:
    """The one article of a web page: its headline, then its paragraphs, with blank lines between them."""
    try:
        data, sha256 = read_bytes(source)
        tree = parse(data)
        metadata = read_metadata(tree)
        paragraphs = page_paragraphs(tree)
    except (OSError, NotTextError) as error:
        yield Skipped(source.name, reason_of(error))
        return
    if not paragraphs:
        yield Skipped(source.name, "no article text found" if data.strip() else "empty")
        return
    text, hints = _laid_out(paragraphs, metadata)
    yield RawArticle(
        article_id=id_from_key(source.key, source.path.name.split(".")[0]),
        text=text,
        sha256=sha256,
        path=source.name,
        url=metadata.url,
        title=metadata.title,
        outlet=metadata.outlet,
        author=metadata.author,
        published=metadata.published,
        language=metadata.language,
        hints=hints,
    )


def _laid_out(paragraphs: list[Paragraph], metadata: PageMetadata) -> tuple[str, dict[int, Hint]]:
    """The text of the page and what its markup says of the lines, by their offsets."""
    lines = list(paragraphs)
    if metadata.title and not any(words(line.text) == words(metadata.title) for line in lines[:3]):
        lines.insert(0, Paragraph(metadata.title, "title"))
    hints: dict[int, Hint] = {}
    parts: list[str] = []
    offset = 0
    for line in lines:
        text = unify_line_ends(line.text).replace("\n", " ")
        if line.kind != "text":
            hints[offset] = Hint(line.kind, _REASONS[line.kind])
        parts.append(text)
        offset += len(text) + len(_PARAGRAPH_BREAK)
    return _PARAGRAPH_BREAK.join(parts) + "\n", hints
