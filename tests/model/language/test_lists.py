"""The word lists that ship: that they can be read, and that their exceptions are exceptions to something."""

from __future__ import annotations

import pytest

from model.language.mentions.gazetteer import entries, single_words
from model.language.mentions.lexicon import lexicon
from model.language.mentions.words import fold
from model.language.wordlists import word_list, words


def test_entries_are_separated_by_semicolons_and_line_ends() -> None:
    assert words("a b; c\n d ;;\n") == ("a b", "c", "d")


def test_a_list_that_does_not_ship_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        word_list("no_such_list")


def test_every_entry_can_be_matched() -> None:
    every = [entry for group in entries().values() for entry in group]
    assert len(every) > 3000
    assert all(entry.folded and all(entry.folded) for entry in every)
    assert all(len(entry.folded) == len(entry.printed) for entry in every)


@pytest.mark.parametrize("name", ["peoples", "organisations"])
def test_doubtful_entries_are_listed_names(name: str) -> None:
    lists = word_list(name)
    kinds = [kind for kind in lists if kind != "ambiguous"]
    listed = {fold(w) for kind in kinds for value in lists[kind].values() for w in words(value)}
    assert not [w for w in words(lists["ambiguous"]["words"]) if fold(w) not in listed]


def test_no_country_of_a_hundred_million_is_doubtful() -> None:
    large = "China India Indonesia Pakistan Nigeria Brazil Bangladesh Russia Mexico Japan Egypt Vietnam"
    assert {single_words().get(fold(country)) for country in large.split()} == {"GPE"}


def test_days_and_months_are_known_as_such() -> None:
    assert {"monday", "january", "sept"} <= lexicon().calendar


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kata’ib", "Kataib"),
        ("Kata'ib", "kataib"),
        ("José", "JOSE"),
        ("U.S.", "US"),
        ("al-Hadi", "Al-Hadi"),
        ("Çelik", "celik"),
    ],
)
def test_spellings_that_share_a_folded_form(a: str, b: str) -> None:
    assert fold(a) == fold(b)
