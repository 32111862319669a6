"""Surer on one side than on the other."""

from __future__ import annotations

import pytest

from tests.model.matching.differences.compared import found, kinds
from tests.model.matching.written import Said


def test_a_hedge_on_what_both_tell() -> None:
    a = Said("The talks may collapse this week.", hedges=("may",))
    assert [d.kind for d in found(a, "The talks collapse this week.")] == ["certainty"]
    beside = Said("The talks collapse this week, which may please traders.", hedges=("may",))
    assert "certainty" not in kinds(beside, "The talks collapse this week.")


def test_planned_against_done() -> None:
    a, b = "The rebels are ready to leave the fortress.", "The rebels have already left the fortress."
    assert [d.kind for d in found(a, b)] == ["certainty"]


@pytest.mark.parametrize(
    ("sure", "unsure", "hedge"),
    [
        (
            "The minister said he would not comment on the mine.",
            "The minister could not comment on the mine.",
            "could",
        ),
        ("Songs of Pell are copied five times.", "Songs of Pell may only be copied five times.", "may"),
        (
            "The informant alleged that Holt shot the guard.",
            "Holt allegedly shot the guard, the informant said.",
            "allegedly",
        ),
        (
            "Owners feared the bank would fail on its debt.",
            "Owners feared the bank may fail on its debt.",
            "may",
        ),
        ("The mine is widely seen as safe by Holt.", "The mine is seen as safe by Holt.", "is seen as"),
    ],
)
def test_some_words_of_doubt_weaken_nothing_that_the_other_side_tells(
    sure: str, unsure: str, hedge: str
) -> None:
    assert "certainty" not in kinds(sure, Said(unsure, hedges=(hedge,)))


def test_a_hedge_counts_only_among_the_same_words() -> None:
    sure = "The senate reopened the mine of Pell for three weeks."
    near = Said("The senate may have reopened the mine of Pell for three weeks.", hedges=("may",))
    far = Said(
        "Talks on the mine of Pell may lead to an accord that the senate reopened for weeks.", hedges=("may",)
    )
    assert "certainty" in kinds(sure, near)
    assert "certainty" not in kinds(sure, far)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "The rebels pledged to vacate the town hall of Pell.",
            "The rebels already evacuated the town hall of Pell.",
            "“pledged” in a, “already” in b",
        ),
        (
            "The rebels have evacuated the town hall of Pell.",
            "The rebels started evacuating the town hall of Pell.",
            "“have evacuated” in a, “started” in b",
        ),
    ],
)
def test_planned_begun_and_done_in_other_words(one: str, other: str, why: str) -> None:
    assert [d.why for d in found(one, other)] == [why]


def test_what_would_have_happened_is_not_done() -> None:
    assert not kinds(
        "The vote will have great results for Pell.", "The vote would have great results for Pell."
    )


def soldiers(words: str, low: float, high: float) -> Said:
    return Said(f"The army of Pell has {words}.", about=((words, 50_000, low, high, "soldiers"),))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("nearly 50,000 soldiers", 45_000, 50_000), ("around 50,000 soldiers", 45_000, 55_000), True),
        (("about 50,000 soldiers", 45_000, 55_000), ("around 50,000 soldiers", 45_000, 55_000), False),
        (("an estimated 50,000 soldiers", 45_000, 55_000), ("50,000 soldiers", 50_000, 50_000), True),
        (("about 50,000 soldiers", 45_000, 55_000), ("50,000 soldiers", 50_000, 50_000), False),
    ],
)
def test_one_number_left_open_in_two_ways_is_a_quiet_difference(
    one: tuple[str, float, float], other: tuple[str, float, float], differ: bool
) -> None:
    differences = found(soldiers(*one), soldiers(*other))
    assert [(d.kind, d.is_quiet) for d in differences] == [("certainty", True)] * differ
