"""What a format's reader hands on: an article's text and what the format itself says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from model.records import BlockKind


@dataclass(frozen=True, slots=True)
class Hint:
    """What a format knows about one line of the text (the markup of a caption, a heading, front matter)."""

    kind: BlockKind
    reason: str | None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as its format gave it; nothing in it is inferred from the text.

    `published` is the date as the format words it, `hints` maps the offset at which a line starts to what is
    known about that line, `markup` says that lines may carry Markdown signs.
    """

    article_id: str
    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    hints: Mapping[int, Hint] = field(default_factory=dict)
    markup: bool = False
