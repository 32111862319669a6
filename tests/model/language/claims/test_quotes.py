"""Quotation marks of every style, and what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.language.claims.quotes import find_quotations
from model.records import Block, Span


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in find_quotations(text, [Block("a", 0, len(text), "body", None)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes, now” twice.", ["“yes, now”"]),
        ('He said "yes, now" and "no".', ['"yes, now"', '"no"']),
        ("Er sagte „ja, jetzt“ zweimal.", ["„ja, jetzt“"]),
        ("Il a dit «oui» hier.", ["«oui»"]),
        ("He said ``yes'' and ''no''.", ["``yes''", "''no''"]),
        ("The boss said: ‘It’s the workers’ own fault,’ he added.", ["‘It’s the workers’"]),
        ("She said 'we are ready' today.", ["'we are ready'"]),
        ("The officials' claims aren't new.", []),
        ("“He told me ‘go’ and left,” she said.", ["“He told me ‘go’ and left,”"]),
        ("”It is wrong at the start.” He left.", ["”It is wrong at the start.”"]),
        ("We will win,” he said.", ["We will win,”"]),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_lost_closing_mark_ends_with_its_paragraph() -> None:
    text = "He said “it is over and left.\n\nNothing else happened."
    (quotation,) = find_quotations(text, [Block("a", 0, len(text), "body", None)])
    assert (quotation.span.of(text), quotation.whole) == ("“it is over and left.", False)


def test_a_paragraph_that_opens_again_goes_on() -> None:
    text = "“First part.\n\n“Second part,” he said."
    first, second = find_quotations(text, [Block("a", 0, len(text), "body", None)])
    assert not first.closed
    assert second.continues


def test_captions_are_not_read() -> None:
    text = "“A caption”"
    assert not list(find_quotations(text, [Block("a", 0, len(text), "caption", None)]))


@given(st.text(alphabet="“”\"'‘’«»`ab ,.\n", max_size=80))
@settings(deadline=None)
def test_quotations_never_overlap_and_stay_in_the_text(text: str) -> None:
    end = 0
    quotations = find_quotations(text, [Block("a", 0, len(text), "body", None)])
    for quotation in quotations:
        assert end <= quotation.start < quotation.end <= len(text)
        end = quotation.end
        assert quotation in quotations.within(Span(quotation.start, quotation.start + 1))
        assert quotations.at(quotation.start) == quotation
