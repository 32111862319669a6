"""Helpers of the ingestion tests: short views of a document's zones and marks."""

from __future__ import annotations

from model.analysis import Document
from model.ingest import document_from_text


def zones(text: str, **known: str) -> list[tuple[str, str]]:
    """The kind and the first words (up to 24 characters) of each block of a text."""
    document = document_from_text(text, **known)
    return [(block.kind, text[block.start : block.end].strip()[:24]) for block in document.blocks]


def kinds(text: str, **known: str) -> list[str]:
    """The kinds of the blocks of a text, in order."""
    return [kind for kind, _ in zones(text, **known)]


def marks(document: Document) -> list[tuple[str, str | None]]:
    """The kind and value of each mark, in order."""
    return [(mark.kind, mark.value) for mark in document.article.marks]


STORY = """\
Dock workers in three harbours ended their strike on Monday after they had accepted an offer, the union said.

"It was not easy," a union leader told reporters. "But we have won what we needed for our members."

The strike had cost the port about 30 million euros a day, according to the port authority, which runs it.
"""
