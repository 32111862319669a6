"""Reading short texts in tests, without a trained pipeline or with the shipped one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from model.language import Analyser
from model.language.mentions import find_mentions
from model.language.sentences import sentence_spans, sentences_of
from model.pipelines.tokenizer import create_tokenizer
from model.records import Block, BlockKind, Mention


@cache
def untrained() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = create_tokenizer(nlp)
    return nlp


@cache
def analyser() -> Analyser:
    return Analyser()


def body(text: str, kind: BlockKind = "body") -> tuple[Block, ...]:
    return (Block("a", 0, len(text), kind, None),) if text.strip() else ()


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def doc_of(text: str, recognised: Mapping[str, str] | None = None) -> Doc:
    """A Doc without tags in which a recogniser found the first occurrence of each of `recognised`."""
    doc = untrained()(text)
    spans = []
    for surface, label in (recognised or {}).items():
        start = text.index(surface)
        span = doc.char_span(start, start + len(surface), label=label)
        assert span is not None, f"{surface!r} is not made of tokens"
        spans.append(span)
    doc.set_ents(spans)
    return doc


def mentions_by_rule(text: str, recognised: Mapping[str, str] | None = None) -> tuple[Mention, ...]:
    """Mentions found by lists and rules from what a recogniser is said to have found."""
    return find_mentions(doc_of(text, recognised), sentences_of("a", text, body(text)))


def names_by_rule(text: str, recognised: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """(surface, type) of the names among them."""
    return [(m.surface, m.type) for m in mentions_by_rule(text, recognised) if m.form == "name"]


def names(text: str) -> list[tuple[str, str]]:
    """(surface, type) of the names that the shipped pipeline finds with all layers."""
    return [(m.surface, m.type) for m in analyser().analyse_text(text).mentions if m.form == "name"]
