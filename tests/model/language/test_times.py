"""Times and what they stand for on the day of the article, a Monday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.language.dates import article_date
from model.language.times import find_times
from model.records import Span

MONDAY = date(2025, 4, 7)


def times(text: str, published: date | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.value) for t in find_times(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began on Thursday.", "on Thursday", "2025-04-03"),
        ("It began on Monday.", "on Monday", "2025-04-07"),
        ("It ends next Friday.", "next Friday", "2025-04-11"),
        ("It began last Monday.", "last Monday", "2025-03-31"),
        ("It began last month.", "last month", "2025-03"),
        ("It began last week.", "last week", "2025-W14"),
        ("It began last year.", "last year", "2024"),
        ("It began on March 16.", "on March 16", "2025-03-16"),
        ("It began on 16 March.", "on 16 March", "2025-03-16"),
        ("It was on November 3.", "on November 3", "2024-11-03"),
        ("It lasts until April 28.", "until April 28", "2025-04-28"),
        ("It began on October 7, 2023.", "on October 7, 2023", "2023-10-07"),
        ("It has gone on since mid-January.", "since mid-January", "2025-01"),
        ("It began about 18 months ago.", "about 18 months ago", "2023-10"),
        ("It began two days ago.", "two days ago", "2025-04-05"),
        ("It grew over the past two weeks.", "over the past two weeks", "2025-03-24/2025-04-07"),
        ("It began in 2003.", "in 2003", "2003"),
        ("It began in the 1990s.", "in the 1990s", "199X"),
        ("It began in May 2024.", "in May 2024", "2024-05"),
        ("It ends tomorrow.", "tomorrow", "2025-04-08"),
        ("It came two days later.", "two days later", None),
    ],
)
def test_values(text: str, words: str, value: str | None) -> None:
    assert times(text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["They may march on.", "It cost $2000.", "The sun set.", "He sat and wed.", "1,990 men"]
)
def test_words_that_are_no_times(text: str) -> None:
    assert times(text) == []


def test_only_absolute_times_have_a_value_without_the_day_of_the_article() -> None:
    assert times("On Thursday, April 3, 2025, and last week.", None) == [
        ("On Thursday, April 3, 2025", "2025-04-03"),
        ("last week", None),
    ]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-04-07T17:54:50Z", MONDAY),
        ("2025-04-07", MONDAY),
        ("2025-04", None),
        ("soon", None),
        (None, None),
    ],
)
def test_the_day_of_the_article(published: str | None, day: date | None) -> None:
    assert article_date(published) == day


_WORDS = """
on in since until last next the 31 30 2 February April May Thursday 2024 0001 999 weeks months years
ago past two
"""


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=10).map(" ".join), st.dates())
@settings(deadline=None)
def test_any_words_on_any_day(text: str, published: date) -> None:
    end = 0
    for time in find_times(text, Span(0, len(text)), published):
        assert end <= time.start < time.end <= len(text)
        end = time.end


@given(st.text())
@settings(deadline=None)
def test_any_text(text: str) -> None:
    find_times(text, Span(0, len(text)), MONDAY)
