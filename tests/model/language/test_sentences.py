"""Sentences by rule: where they end, where they do not, and that nothing is lost or slow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.language.sentences import sentence_spans, sentences_of
from model.records import Block
from tests.model.language.reading import sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["“We will not leave,” he said.", "“Not now.”", "They left."],
        ["“Why now?” Smith asked.", "Nobody knew."],
        ["“Stop!” the minister shouted.", "They stopped."],
        ["He called it “a mistake.”", "She did not."],
        ['He called it "a mistake."', 'She said: "No."', "They left."],
        ["The U.S. Army moved in.", "It met the U.N. envoy."],
        ["They were sent by the U.S.", "The rest stayed."],
        ["Gen. J. R. Smith met Mr. Jones at 5 p.m. on Jan. 5.", "Nothing came of it."],
        ["It rose 3.5 percent to No. 2, he said.", "No.", "It fell."],
        ["The firm, Foo Inc., paid.", "It was sold to Bar Ltd.", "The price is unknown."],
        ["He waited … and waited.", "Then he left..."],
        ["“We … will win,” he said."],
        ["The dead were buried (most of them at night).", "The rest fled."],
        ["Prices fell.", "al-Hadi said so."],
        ["Is it over?!", "No!"],
        ["Hundreds fled.", "2,000 stayed."],
        ["He lives in Washington, D.C., with his wife.", "He works there."],
        ["She is from St. Louis, Mo., and he from Fla."],
        ["LIVINGSTON, N.J. — Gov. Smith declared."],
    ],
)
def test_sentences_of_a_paragraph(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_paragraphs_that_scraping_glued_together_are_cut() -> None:
    text = "They were members of the party.The minister left.”He returned."
    assert sentences(text) == ["They were members of the party.", "The minister left.”", "He returned."]


@pytest.mark.parametrize(
    "text", ["See example.Com/News.Today for it", "Ask a.Smith of it", "Version v2.Beta is out"]
)
def test_addresses_are_not_cut(text: str) -> None:
    assert sentences(text) == [text]


def test_a_closing_quotation_mark_that_scraping_moved_stays_with_its_sentence() -> None:
    assert sentences("“We are ready . ” He left.") == ["“We are ready . ”", "He left."]
    assert sentences('He said "we are ready. " He left.') == ['He said "we are ready. "', "He left."]


def test_headlines_and_list_items_end_with_their_line() -> None:
    text = "Ministers to meet in secret\nBy our staff\n1. First reason. It is good.\n• Second reason"
    assert sentences(text) == [
        "Ministers to meet in secret",
        "By our staff",
        "1. First reason.",
        "It is good.",
        "• Second reason",
    ]


def test_a_text_wrapped_at_a_fixed_width_is_joined() -> None:
    text = (
        "The minister said on Monday that the talks had been\n"
        "broken off, and that no date had been set for a new\n"
        "round. The opposition called it a scandal, and asked\n"
        "for a vote.\n\nThe vote failed."
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The minister said on Monday that the talks had been broken off, "
        "and that no date had been set for a new round.",
        "The opposition called it a scandal, and asked for a vote.",
        "The vote failed.",
    ]


def test_text_without_capitals_is_cut_at_its_stops() -> None:
    assert sentences("he left. she stayed at 5 p.m. with him.") == [
        "he left.",
        "she stayed at 5 p.m. with him.",
    ]


def test_sentences_are_numbered_over_all_blocks() -> None:
    text = "A headline\nOne. Two is here.\nA caption"
    blocks = [
        Block("x", 0, 10, "title", None),
        Block("x", 11, 28, "body", None),
        Block("x", 29, 38, "caption", "photo"),
    ]
    found = sentences_of("x", text, blocks)
    assert [(s.id, s.block, s.span.of(text)) for s in found] == [
        ("x:0", "title", "A headline"),
        ("x:1", "body", "One."),
        ("x:2", "body", "Two is here."),
        ("x:3", "caption", "A caption"),
    ]


_pieces = st.sampled_from(
    [
        *"abcABC .!?…“”\"'’()[]\n\t–—,;:-0159",
        "Mr. ",
        "U.S. ",
        "al-",
        "said ",
        "The ",
        ". ",
        ".” ",
        "🙂",
        "\u200b",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u2028",
    ]
)
texts = st.one_of(st.lists(_pieces, max_size=80).map("".join), st.text(max_size=120))


@settings(deadline=None)
@given(texts, st.integers(0, 10), st.integers(0, 10))
def test_sentences_tile_a_block(text: str, left: int, right: int) -> None:
    start, end = min(left, len(text)), max(min(left, len(text)), len(text) - right)
    spans = list(sentence_spans(text, start, end))
    assert all(start <= span.start < span.end <= end for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert not [i for i in range(start, end) if i not in covered and not text[i].isspace()]
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        ". " * 200_000,
        " " * 1_000_000 + "x",
        "word " * 200_000,
        '"' * 200_000,
        ".” " * 150_000,
        "a.B" * 150_000,
        ("word " * 12 + "\u2028") * 10_000,
        "Mr. " * 150_000,
        "!?" * 200_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_long_texts_take_linear_time(text: str) -> None:
    """A quadratic step would take minutes, not the second that all of these take together."""
    spans = list(sentence_spans(text))
    assert sum(len(span) for span in spans) <= len(text)
