"""What flows from files to the store: a document as it was read, then as it was understood."""

from __future__ import annotations

from dataclasses import dataclass

from model.records import Article, Block, Claim, Mention, Sentence


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: `article.text` is set, `blocks` tile the non-blank lines of the text."""

    article: Article
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The verbatim text that all offsets count into."""
        return self.article.text or ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its language read. Mentions carry no entity yet, nor claims a source entity.

    `sentences` are in reading order over all blocks; `mentions` are sorted by start, and may nest only
    where the outer one is a nominal; `claims` are sorted by sentence, then by start of content.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was passed over because it is known already, by its id."""

    article: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no article: where it stands (path, or path:line) and why, in a few words."""

    where: str
    why: str
