"""From an article as its format gave it to a document: language, zones, marks and provenance."""

from __future__ import annotations

import hashlib
import re

from model.analysis import Document
from model.ingest.identity import digest
from model.ingest.languages import detect_language, primary
from model.ingest.marks import find_marks
from model.ingest.provenance import find_provenance
from model.ingest.raw import RawArticle
from model.ingest.zones import find_blocks, title_text
from model.records import Article, Block

_TITLE_LENGTH = 400


def assemble(raw: RawArticle) -> Document:
    """The document of an article whose text is not blank."""
    language = raw.language if primary(raw.language) else detect_language(raw.text)
    blocks = find_blocks(raw, language)
    marks = find_marks(raw.text, blocks)
    provenance = find_provenance(raw, blocks, marks)
    article = Article(
        id=raw.article_id,
        path=raw.path,
        url=raw.url,
        title=raw.title or _title_in(raw, blocks),
        outlet=provenance.outlet,
        author=provenance.author,
        published=provenance.published,
        date_evidence=provenance.date_evidence,
        language=language,
        story=None,
        length=len(raw.text),
        sha256=raw.sha256,
        text=raw.text,
        metadata=raw.metadata,
        marks=marks,
    )
    return Document(article, blocks)


def document_from_text(
    text: str,
    *,
    path: str | None = None,
    article_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A document made from a text at hand, kept as it stands; without an id it is named by its contents."""
    raw = RawArticle(
        article_id=article_id or f"text-{digest(text)}",
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        path=path,
        url=url,
        title=title,
        outlet=outlet,
        published=published,
        language=language,
    )
    return assemble(raw)


def _title_in(raw: RawArticle, blocks: tuple[Block, ...]) -> str | None:
    block = next((block for block in blocks if block.kind == "title"), None)
    if block is None:
        return None
    words = re.sub(r"\s+", " ", raw.text[block.start : min(block.end, block.start + _TITLE_LENGTH)]).strip()
    return title_text(words) or None
