"""Numbers, their bounds and units, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.language.quantities import find_quantities
from model.language.tokens import Tokens
from model.records import Quantity, Span
from tests.model.language.claims.told import claims
from tests.model.language.reading import untrained


def quantities(text: str) -> list[Quantity]:
    return [q for claim in claims(text) for q in claim.quantities]


@pytest.mark.parametrize(
    ("text", "words", "value", "low", "high", "unit", "of"),
    [
        ("Nearly 50,000 fighters left.", "Nearly 50,000 fighters", 50000, 45000, 50000, None, "fighters"),
        ("At least ten people died.", "At least ten people", 10, 10, None, None, "people"),
        ("It lost more than 20 tanks.", "more than 20 tanks", 20, 20, None, None, "tanks"),
        ("They fired dozens of rockets.", "dozens of rockets", None, 24, 99, None, "rockets"),
        ("It has twenty-one seats.", "twenty-one seats", 21, None, None, None, "seats"),
        ("It took 10 to 12 boats.", "10 to 12 boats", None, 10, 12, None, "boats"),
        ("It cost $3.5 billion.", "$3.5 billion", 3.5e9, None, None, "USD", None),
        ("It cost 20 million euros.", "20 million euros", 2e7, None, None, "EUR", None),
        ("It fell by 12 percent.", "12 percent", 12, None, None, "percent", None),
        ("They walked 40 km.", "40 km", 40, None, None, "kilometre", None),
        ("Half a million people fled.", "Half a million people", 500000, None, None, None, "people"),
        ("Two hundred and five men left.", "Two hundred and five men", 205, None, None, None, "men"),
    ],
)
def test_readings(  # noqa: PLR0917
    text: str, words: str, value: float, low: float, high: float, unit: str | None, of: str | None
) -> None:
    (quantity,) = quantities(text)
    assert quantity.span.of(text) == words
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)
    assert (quantity.unit, quantity.of) == (unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "The war began on October 7.",
        "It began in 2003.",
        "It was the 79th session.",
        "Maria Lopez, 43, left.",
        "A 40-year-old man left.",
        "It is one of the parties.",
        "The F-16 landed.",
        "Article 5 applies.",
        "It began two weeks ago.",
        "User Ghost77 wrote it.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert quantities(text) == []


_WORDS = """
one two twenty - hundred thousand million trillion dozen and to or between of half a $ 5 1,000 3.5bn
% 10 km tens
"""


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=30).map(" ".join))
@settings(deadline=None)
def test_any_run_of_number_words(text: str) -> None:
    end = 0
    for quantity in find_quantities(Tokens(untrained()(text))):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        for bound in (quantity.value, quantity.low, quantity.high):
            assert bound is None or 0 <= bound < 1e300


def test_places_of_times_and_names_are_left_out() -> None:
    text = "It has 12 members and 5 seats."
    tokens = Tokens(untrained()(text))
    at = text.index("12")
    assert [q.value for q in find_quantities(tokens, [Span(at, at + 2)])] == [5]
    assert [q.value for q in find_quantities(tokens, [], [Span(at, at + 2)])] == [5]
