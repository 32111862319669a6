"""Short texts and the claims read in them, with the shipped pipeline or with bare tokens."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from model.language.claims import ClaimContext, find_claims
from model.language.sentences import sentences_of
from model.records import Article, Block, BlockKind, Claim
from tests.model.language.reading import analyser, untrained


class Told(NamedTuple):
    """What a test looks at: the words of a claim."""

    source: str | None
    cue: str | None
    content: str
    kind: str | None


def article(text: str, published: str | None = None) -> Article:
    return Article("a", None, None, None, None, None, published, (), "en", None, len(text), "", text)


def claims(text: str) -> tuple[Claim, ...]:
    """Claims of the whole analysis."""
    return analyser().analyse_text(text).claims


def told(text: str) -> list[Told]:
    """The words of each claim."""
    return [in_words(text, claim) for claim in claims(text)]


def in_words(text: str, claim: Claim) -> Told:
    return Told(
        claim.source.of(text) if claim.source else None,
        claim.cue.of(text) if claim.cue else None,
        claim.content.of(text),
        claim.source_kind,
    )


def bare_claims(
    text: str, blocks: tuple[Block, ...] | None = None, kind: BlockKind = "body"
) -> tuple[Claim, ...]:
    """Claims where neither tagger nor parser ran."""
    if blocks is None:
        blocks = (Block("a", 0, len(text), kind, None),) if text.strip() else ()
    doc: Doc = untrained()(text)
    context = ClaimContext(article(text, "2025-04-07"), blocks, sentences_of("a", text, blocks), ())
    return find_claims(doc, context)
