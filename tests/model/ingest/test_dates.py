from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ingest.dates import date_in_url, date_of_post, find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05-06 07:08:09", "2024-05-06T07:08:09"),
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"),
        ("20240506", "2024-05-06"),
        ("May 6, 2024", "2024-05-06"),
        ("Mon, 6 May 2024", "2024-05-06"),
        ("6th May 2024", "2024-05-06"),
        ("Sept. 6, 2024", "2024-09-06"),
        ("06.05.2024", "2024-05-06"),
        ("25/12/2024", "2024-12-25"),
        ("1714979289", "2024-05-06T07:08:09Z"),
        ("Mon, 06 May 2024 07:08:09 +0000", "2024-05-06"),
        ("05/06/2024", None),
        ("June 31, 2024", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_reads_dates_as_they_are_written(text: str, value: str | None) -> None:
    assert parse_date(text) == value


def test_finds_dates_at_their_places() -> None:
    text = "Posted on Tuesday, May 7, 2024 after 2024-05-06T07: 08: 09Z, not 12-2024-05-06."
    found = [(one.span.of(text), one.value) for one in find_dates(text)]
    assert found == [
        ("Tuesday, May 7, 2024", "2024-05-07"),
        ("2024-05-06T07: 08: 09Z", "2024-05-06T07:08:09Z"),
    ]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://example.org/world/2024/05/06/ports", ("/2024/05/06", "2024-05-06")),
        ("https://example.org/2024/may/06/ports", ("/2024/may/06", "2024-05-06")),
        ("https://example.org/2024/05/ports", None),
        ("https://example.org/2024/13/45/ports", None),
        ("https://example.org/id/20240506123", None),
    ],
)
def test_reads_dates_in_addresses(url: str, found: tuple[str, str] | None) -> None:
    assert date_in_url(url) == found


def test_the_number_of_a_post_tells_its_day() -> None:
    noon = (1_577_880_000_000 - 1_288_834_974_657) << 22
    assert date_of_post(noon) == "2020-01-01"
    assert date_of_post(10**30) is None


@given(st.text(max_size=120))
def test_any_text_may_be_asked_for_dates(text: str) -> None:
    parse_date(text)
    date_in_url(text)
    for found in find_dates(text):
        assert found.span.of(text)
