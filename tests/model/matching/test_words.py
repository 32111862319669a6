"""Words, stems and related words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.matching.related import family, related
from model.matching.words import LONGEST_SENTENCE, normalise, stem, words_of


@pytest.mark.parametrize(
    ("forms", "base"),
    [
        (("strikes", "striking", "struck", "stricken"), "strike"),
        (("countries",), "country"),
        (("stopped", "stopping", "stops"), "stop"),
        (("dismissed", "dismisses"), "dismiss"),
        (("organized", "organising"), "organise"),
        (("carried", "carries"), "carry"),
    ],
)
def test_inflected_forms_share_a_stem(forms: tuple[str, ...], base: str) -> None:
    assert {stem(form) for form in forms} == {stem(base)}


@pytest.mark.parametrize(
    ("one", "other"), [("news", "new"), ("business", "busy"), ("basis", "base"), ("red", "r")]
)
def test_other_words_keep_their_own_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_country_people_and_capital_are_one_place() -> None:
    stems = {word.stem for word in words_of("Norwegians Oslo Norway’s Norwegian") if word.content}
    assert stems == {"norway"}


def test_an_abbreviated_country_is_no_pronoun() -> None:
    words = words_of("U.S. troops told us that the US agreed")
    assert [word.stem for word in words if word.stem == "united states"] == ["united states"] * 2
    assert [word.content for word in words if word.form == "us"] == [False]


def test_spelling_of_a_name_is_folded() -> None:
    assert normalise("Sana’a's") == normalise("Sanáa") == "sanaa"


def test_number_words_meet_figures() -> None:
    assert words_of("ten")[0].stem == words_of("10")[0].stem
    assert words_of("12,500")[0].stem == "12500"


def test_offsets_count_into_the_article() -> None:
    text = "“Yes,” she said."
    assert [text[w.start - 7 : w.end - 7] for w in words_of(text, 7)] == ["Yes", "she", "said"]


def test_related_words_are_close_and_unrelated_ones_are_not() -> None:
    assert related("warn").get("caution", 0) > 0.5
    assert "potato" not in related("warn")


def test_families_and_spellings() -> None:
    assert family("disarm", "disarmament") > 0.5
    assert family("qarmezi", "qarmizi") > 0.7
    assert family("minister", "mineral") == 0


@given(st.text(max_size=400))
def test_words_lie_where_they_say(text: str) -> None:
    words = words_of(text)
    assert all(0 <= w.start < w.end <= len(text) for w in words)
    assert [w.start for w in words] == sorted(w.start for w in words)
    assert len(words) <= LONGEST_SENTENCE


@given(st.text(alphabet=st.characters(categories=("Ll",)), min_size=1, max_size=40))
def test_a_stem_is_never_empty(form: str) -> None:
    assert stem(form)
