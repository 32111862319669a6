"""Numbers at odds, and numbers that only seem so."""

from __future__ import annotations

import pytest

from tests.model.matching.differences.compared import found, kinds
from tests.model.matching.written import Said


def dead(text: str, words: str, value: float, of: str = "people") -> Said:
    return Said(text, numbers=((words, value, None, of),))


def test_other_numbers_of_one_thing_are_at_odds_and_say_where() -> None:
    a = dead("The blast in Garuda killed 31 miners on Monday.", "31 miners", 31, "miners")
    b = dead("The blast in Garuda killed 24 miners on Monday.", "24 miners", 24, "miners")
    (difference,) = found(a, b)
    assert difference.kind == "number"
    assert difference.a is not None
    assert difference.a.of(a.text) == "31 miners"
    assert difference.b is not None
    assert difference.b.shifted(-100).of(b.text) == "24 miners"
    assert "31 miners" in difference.why
    assert "24 miners" in difference.why


def test_numbers_of_different_things_are_not_compared() -> None:
    a = dead("Ten officials met in Garuda to discuss the mine.", "Ten officials", 10, "officials")
    b = dead("Officials of six mines met in Garuda.", "six mines", 6, "mines")
    assert "number" not in kinds(a, b)


def test_about_as_many_is_as_many() -> None:
    a = Said(
        "The army has nearly 50,000 soldiers.",
        about=(("nearly 50,000 soldiers", 50000, 45000, 50000, "soldiers"),),
    )
    b = Said(
        "The army has around 50,000 soldiers.",
        about=(("around 50,000 soldiers", 50000, 45000, 55000, "soldiers"),),
    )
    assert "number" not in kinds(a, b)


def test_a_number_that_agrees_is_not_set_against_another() -> None:
    text = "The quake killed 12 villagers in Orsk and 40 villagers in Pell."
    a = Said(text, numbers=(("12 villagers", 12, None, "villagers"), ("40 villagers", 40, None, "villagers")))
    b = dead("The quake killed 40 villagers in Pell.", "40 villagers", 40, "villagers")
    assert "number" not in kinds(a, b)


@pytest.mark.parametrize(
    ("fine", "coarse", "at_odds"), [(2.86, 2.9, False), (114.3, 114, False), (2.86, 2.7, True)]
)
def test_a_rounded_number_is_the_same_number(fine: float, coarse: float, at_odds: bool) -> None:
    a = Said(
        f"The index of Pell fell {fine} percent on Friday.", numbers=((str(fine), fine, "percent", None),)
    )
    b = Said(
        f"The index of Pell fell {coarse} percent on Friday.",
        numbers=((str(coarse), coarse, "percent", None),),
    )
    assert ("number" in kinds(a, b)) is at_odds


def test_a_number_left_vague() -> None:
    a = Said(
        "Rebels fired dozens of rockets at Pell since May.",
        about=(("dozens of rockets", None, 24, 99, "rockets"),),
    )
    b = "Rebels fired numerous rockets at Pell since May."
    assert [d.why for d in found(a, b) if d.kind == "number"] == [
        "“dozens of rockets” left vague as “numerous”"
    ]


def test_percent_and_money_are_compared_by_unit() -> None:
    a = Said("Shares of Brell rose 4.4 percent on Friday.", numbers=(("4.4 percent", 4.4, "percent", None),))
    b = Said("Shares of Brell rose 7.1 percent on Friday.", numbers=(("7.1 percent", 7.1, "percent", None),))
    c = Said("Shares of Brell rose 20 cents on Friday.", numbers=(("20 cents", 0.2, "USD", None),))
    assert "number" in kinds(a, b)
    assert "number" not in kinds(a, c)


@pytest.mark.parametrize(
    ("fine", "coarse", "unit", "at_odds"),
    [
        (8.76, 9, "percent", False),
        (8.76, 7, "percent", True),
        (5.7e6, 6e6, "USD", False),
        (5.7e6, 5e6, "USD", True),
        (47, 50, None, True),
    ],
)
def test_what_is_measured_may_be_rounded_to_one_digit_and_what_is_counted_may_not(
    fine: float, coarse: float, unit: str | None, at_odds: bool
) -> None:
    a, b = (
        Said(f"The mine of Pell lost {n:g} of its stock on Friday.", numbers=((f"{n:g}", n, unit, "stock"),))
        for n in (fine, coarse)
    )
    assert ("number" in kinds(a, b)) is at_odds
