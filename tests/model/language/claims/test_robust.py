"""Any text, with or without a parse: claims for every sentence, and offsets that hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model.language.sentences import sentences_of
from model.records import REPORTING_KINDS, Block, Claim
from tests.model.language.claims.told import bare_claims, claims

_VOCABULARY = """
said says told he she officials the minister according to , . : “ ” " ' ‘ ’ ( ) — that Reuters
report by two 50,000 % $ not may on Monday 2003 was quoted as saying adding and but who
reportedly
"""
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n", "\n\n"])


def check(text: str, found: tuple[Claim, ...]) -> None:
    blocks = (Block("a", 0, len(text), "body", None),) if text.strip() else ()
    sentences = {s.id: s for s in sentences_of("a", text, blocks)}
    assert {c.sentence.rpartition(":")[2] for c in found} == {s.rpartition(":")[2] for s in sentences}
    for claim in found:
        for span in (claim.content, claim.source, claim.cue, *claim.hedges):
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
        for quantity in claim.quantities:
            assert 0 <= quantity.start < quantity.end <= len(text)
            assert quantity.of is None or quantity.of in text
        for time in claim.times:
            assert 0 <= time.start < time.end <= len(text)
        assert len(claim.hedges) == len(claim.hedge_kinds)
    assert len({claim.id for claim in found}) == len(found)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_words_of_reporting_in_any_order_without_a_parse(text: str) -> None:
    check(text, bare_claims(text))


@given(st.text(max_size=120))
@settings(max_examples=80, deadline=None)
def test_any_text_without_a_parse(text: str) -> None:
    check(text, bare_claims(text.replace("\r", " ")))


@given(st.lists(_WORDS, max_size=25).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_words_of_reporting_in_any_order_with_a_parse(text: str) -> None:
    check(text, claims(text))


def test_a_sentence_without_end() -> None:
    text = "the officials said the minister told them that the report by Reuters, " * 400
    found = bare_claims(text)
    assert found
    assert all(c.content.end <= len(text) for c in found)


def test_blocks_that_report_nothing_have_no_claims() -> None:
    text = "The mayor said the road was closed."
    for kind in ("caption", "boilerplate", "embed", "other_language"):
        assert kind not in REPORTING_KINDS
        assert bare_claims(text, (Block("a", 0, len(text), kind, None),)) == ()


def test_direct_speech_needs_no_parse() -> None:
    text = "“The road is closed,” the mayor said."
    (claim,) = bare_claims(text)
    assert claim.source is not None
    assert (claim.source.of(text), claim.quote) == ("the mayor", "direct")
