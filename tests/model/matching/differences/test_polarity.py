"""Denied on one side, told on the other."""

from __future__ import annotations

import pytest

from tests.model.matching.differences.compared import found, kinds
from tests.model.matching.written import Said


def test_denied_against_not_denied() -> None:
    a = Said("The group did not claim the attack on the port.", negated=True)
    b = "The group claimed the attack on the port."
    assert [d.kind for d in found(a, b)] == ["polarity"]
    assert kinds(a, a) == set()


@pytest.mark.parametrize(
    ("denied", "plain"),
    [
        (
            "No group has claimed the attack on the port in Pell.",
            "A group claimed the attack on the port in Pell.",
        ),
        (
            "The council has not yet signed the deal with Brell.",
            "The council signed the deal with Brell on Monday.",
        ),
        ("The mayor refused to resign over the fallen bridge.", "The mayor resigned over the fallen bridge."),
        (
            "The army denied that it shelled the clinic in Pell.",
            "The army confirmed that it shelled the clinic in Pell.",
        ),
        (
            "Nobody was injured in the fire at the Brell mill.",
            "Three men were injured in the fire at the Brell mill.",
        ),
        ("The crew could not leave the port of Garuda.", "The crew left the port of Garuda on Monday."),
        (
            "The crew would not leave the port of Garuda.",
            "The crew would leave the port of Garuda on Monday.",
        ),
    ],
)
def test_what_is_denied_in_any_way_against_what_is_so(denied: str, plain: str) -> None:
    assert "polarity" in kinds(Said(denied, negated=True), plain)
    assert "polarity" in kinds(plain, Said(denied, negated=True))


@pytest.mark.parametrize(
    ("denied", "plain"),
    [
        ("The rebels have not left the fort in Orsk.", "The rebels are ready to leave the fort in Orsk."),
        ("He said he would not leave the party in June.", "He left the party in June."),
        (
            "The law is not putting people back to work in Orsk.",
            "She gains by putting people back to work in Orsk.",
        ),
        ("The rebels did not sign the truce in Orsk.", "Did the rebels sign the truce in Orsk?"),
        (
            "The mayor did not say when the bridge in Pell will open.",
            "The mayor said the bridge in Pell will open.",
        ),
    ],
)
def test_a_plan_a_means_or_a_question_is_no_contrary(denied: str, plain: str) -> None:
    assert "polarity" not in kinds(Said(denied, negated=True), plain)


def test_parts_of_what_runs_together_say_nothing_of_each_other() -> None:
    teasers = " ".join(f"Item {n} of the evening report on Pell" for n in range(14))
    a = Said(f"The minister was arrested on 3 May. {teasers}", times=(("3 May", "2023-05-03"),))
    b = Said(f"The minister was arrested on 5 May. {teasers}", times=(("5 May", "2023-05-05"),))
    assert "time" not in kinds(a, b)


def test_a_condition_denies_nothing() -> None:
    a = Said("Drivers who do not pass the test in Pell must wait a year.", negated=True)
    assert "polarity" not in kinds(a, "Drivers pass the test in Pell after a year.")


def test_contrary_words_where_all_else_agrees() -> None:
    assert "polarity" in kinds(
        "Shares of Brell rose sharply in Tokyo on Friday.", "Shares of Brell fell sharply in Tokyo on Friday."
    )
    apart = "Prices fell in the shops, and the queue at the bakery was long."
    assert "polarity" not in kinds("Shares of Brell rose sharply in Tokyo on Friday.", apart)


@pytest.mark.parametrize(
    ("denied", "plain"),
    [
        ("The loan was not in the final bill of Pell.", "The loan was cut from the final bill of Pell."),
        ("No passenger of the bus to Pell was thrown out.", "Some passengers of the bus to Pell were hurt."),
        ("The question in Pell was not whether Holt lied.", "The question in Pell: Holt lied."),
        ("The plea was denied and the mine of Pell will close.", "The mine of Pell will close."),
        ("Holt plays the music of Pell, but Holt is not of Pell.", "Holt plays the music of Pell."),
    ],
)
def test_a_negation_reaches_no_further_than_its_phrase(denied: str, plain: str) -> None:
    assert "polarity" not in kinds(denied, plain)
    assert "polarity" not in kinds(plain, denied)


def test_a_negation_that_lost_its_apostrophe_is_one() -> None:
    assert "polarity" not in kinds(
        "Holt doesn't know the owner of the mine.", "Holt doesnt know the owner of the mine."
    )
    denied = Said("Holt doesnt know the owner of the mine.", negated=True)
    assert "polarity" in kinds(denied, "Holt knows the owner of the mine.")


def test_what_rose_must_be_what_fell() -> None:
    a = "Investors bought bonds as the dollar of Pell rose on Friday."
    assert "polarity" in kinds(a, "Investors bought bonds as the dollar of Pell fell on Friday.")
    assert "polarity" not in kinds(a, "Investors bought bonds as rates of banks fell last week.")
