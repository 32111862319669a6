"""Between rows of the tables and the records of the format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar, cast

from model.records import (
    REPORTING_KINDS,
    Article,
    Block,
    BlockKind,
    Claim,
    EntityType,
    Mention,
    MentionForm,
    Node,
    Sentence,
)

N = TypeVar("N", bound=Node)
T = TypeVar("T")

#: Code points of an article's first words that are kept for lists.
_OPENING = 80

_WORD = re.compile(r"\w+")


def pack(node: Node) -> str:
    """A record as stored: its JSON values, without white space."""
    return json.dumps(node.to_json(), ensure_ascii=True, separators=(",", ":"))


def unpack(kind: type[N], stored: str) -> N:
    """The record that `pack` stored."""
    return kind.from_json(json.loads(stored))


def article_of(stored: str, text: str | None = None, *, story: str | None = None) -> Article:
    """An article record, with its text if given; the story is a column of its own, since it changes."""
    data: dict[str, Any] = json.loads(stored)
    data["story"] = story
    if text is not None:
        data["text"] = text
    return Article.from_json(data)


def block_of(article: str, row: tuple[Any, ...]) -> Block:
    """From (start, end, kind, reason)."""
    return Block(article, row[0], row[1], cast(BlockKind, row[2]), row[3])


def sentence_of(article: str, row: tuple[Any, ...]) -> Sentence:
    """From (n, start, end, block)."""
    return Sentence(f"{article}:{row[0]}", article, row[0], row[1], row[2], cast(BlockKind, row[3]))


def mention_of(article: str, row: tuple[Any, ...]) -> Mention:
    """From (n, start, end, surface, type, form, confidence, entity)."""
    return Mention(
        article=article,
        sentence=f"{article}:{row[0]}",
        start=row[1],
        end=row[2],
        surface=row[3],
        type=cast(EntityType, row[4]),
        entity=row[7],
        form=cast(MentionForm, row[5]),
        confidence=row[6],
    )


def claim_of(stored: str) -> Claim:
    """From the packed record."""
    return unpack(Claim, stored)


def split_sentence_id(sentence: str) -> tuple[str, int]:
    """Article id and number of a sentence id. Raises ValueError if it has no number."""
    article, _, n = sentence.rpartition(":")
    return article, int(n)


def reports(sentence: Sentence) -> bool:
    """Whether a sentence stands in text that reports something."""
    return sentence.block in REPORTING_KINDS


def opening(text: str, sentences: Iterable[Sentence]) -> str:
    """The first words of an article that report something, on one line: what it is called without a title."""
    first = next((sentence for sentence in sentences if reports(sentence)), None)
    return " ".join(first.span.of(text)[:_OPENING].split()) if first else ""


def word_forms(texts: Iterable[str]) -> set[str]:
    """Lower-cased word forms, as document frequencies count them."""
    return {word for text in texts for word in _WORD.findall(text.lower()) if len(word) < 40}


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of `size`, the last one shorter: SQLite takes only so many parameters at a time."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
