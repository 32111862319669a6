"""What is known of an article before its claims are read."""

from __future__ import annotations

from dataclasses import dataclass

from model.records import Article, Block, Mention, Sentence


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """An article with its blocks, sentences and mentions, all in reading order, offsets into its text."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
