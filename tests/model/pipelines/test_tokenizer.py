"""Where tokens end, and that no text is changed or slow to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from model.pipelines import recipe
from model.pipelines.tokenizer import LONGEST_RUN, TOKENIZER, NewsTokenizer


@pytest.fixture(scope="module")
def nlp() -> Language:
    return recipe.blank()


def words(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize(
    "name",
    [
        "al-Rahbi",
        "Al-Rahbi",
        "AL-RAHBI",
        "el-Menshawi",
        "al-Qa'ida",
        "al-‘Abbadi",
        "as-Suwayda",
        "As-Salt",
        "ash-Shihr",
        "Ash-Shihr",
        "ad-Dali",
        "At-Tall",
        "ul-Haq",
        "Zia-ul-Haq",
        "Umar-e-Farooq",
        "Ba'athist",
        "Sana’a",
        "Sa`da",
        "O'Neill",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "({})", "“{},”", "said {}.", "{}'s"])
def test_a_name_is_one_token(nlp: Language, name: str, frame: str) -> None:
    assert name in words(nlp, frame.format(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as-yet ad-hoc at-large", ["as", "-", "yet", "ad", "-", "hoc", "at", "-", "large"]),
        ("Kansas-Said", ["Kansas", "-", "Said"]),
        ("al-Rahbi-led", ["al-Rahbi", "-", "led"]),
        ("anti-al-Rahbi", ["anti", "-", "al-Rahbi"]),
        ("Oman -based", ["Oman", "-", "based"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("Muscat’s Muscat‘s Muscat`s", ["Muscat", "’s", "Muscat", "‘s", "Muscat", "`s"]),
        ("don't don’t", ["do", "n't", "do", "n’t"]),
        ("Muscat(AFP)", ["Muscat", "(", "AFP", ")"]),
        ("he said,“we", ["he", "said", ",", "“", "we"]),
        ("town.The", ["town", ".", "The"]),
    ],
)
def test_edges(nlp: Language, text: str, expected: list[str]) -> None:
    assert words(nlp, text) == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_tokens_put_together_are_the_text(nlp: Language, text: str) -> None:
    assert "".join(token.text_with_ws for token in nlp.make_doc(text)) == text


_PIECES = st.sampled_from(
    ["al-", "As-S", "ul-", "-e-", "'", "’s", "“", "(", ".", ",", "X", "name", " ", "\n", "\u202e", "x" * 90]
)


@given(st.lists(_PIECES, max_size=300).map("".join))
def test_names_and_marks_in_any_order_stay_the_text(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert "".join(token.text_with_ws for token in doc) == text
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize("unit", [".", "a", "(“", "al-", "’s", "http://x.y/", "\u3042"])
def test_a_run_without_blanks_is_cut_into_short_tokens(nlp: Language, unit: str) -> None:
    text = f"before {unit * 300_000} after"
    doc = nlp.tokenizer(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST_RUN
    assert (doc[0].text, doc[-1].text) == ("before", "after")


def test_a_name_of_three_hundred_parts_is_read(nlp: Language) -> None:
    text = " ".join(["Abu al-Rahbi"] * 300)
    assert words(nlp, text) == text.split()


def test_the_tokenizer_survives_being_written(nlp: Language) -> None:
    copy = recipe.blank()
    copy.from_bytes(nlp.to_bytes())
    assert type(copy.tokenizer) is NewsTokenizer
    assert copy.config["nlp"]["tokenizer"] == {"@tokenizers": TOKENIZER}
    assert words(copy, "(al-Rahbi's)") == ["(", "al-Rahbi", "'s", ")"]
