"""What holds for the document of any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.ingest import document_from_text
from model.records import from_line, to_line

_PIECES = st.sampled_from(
    [
        "Advertisement",
        "By Jane Doe",
        "May 6, 2024",
        "(AP Photo/X)",
        "https://x.com/a/status/1",
        "Comments",
        "Related Articles",
        "© 2024 Gazette",
        "Port strike ends after deal",
        "The port authority said on Monday that the strike had ended and that all gates were open.",
        "It will…",
        "ROTTERDAM — It was over.",
        "# Heading",
        "\u202eabc\u202c",
        "\x1b]52;c;YQ==\x07",
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=40), max_size=14).map("\n".join)


@given(_TEXTS, st.none() | st.text(max_size=20), st.none() | st.text(max_size=20))
def test_blocks_tile_the_lines_and_records_survive(
    text: str, title: str | None, published: str | None
) -> None:
    document = document_from_text(text, title=title, published=published)
    article = document.article
    assert article.text == text
    assert article.length == len(text)
    rest = list(text)
    for block in document.blocks:
        assert block.article == article.id
        assert (block.reason is None) == (block.kind == "body")
        rest[block.start : block.end] = " " * (block.end - block.start)
    assert not "".join(rest).strip()
    assert all(one.end < two.start for one, two in pairwise(document.blocks))
    for mark in article.marks:
        assert any(block.start <= mark.start and mark.end <= block.end for block in document.blocks)
    for one in article.date_evidence:
        assert one.span is None or one.span.of(text) == one.text
        assert not one.used or one.value
    assert from_line(to_line(article)) == article


@given(_TEXTS)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert document_from_text(text) == document_from_text(text)


def test_a_sentence_by_itself_is_body() -> None:
    [block] = document_from_text("Port workers agree to a deal").blocks
    assert (block.kind, block.start, block.end) == ("body", 0, 28)
