"""The same happening at two times."""

from __future__ import annotations

from tests.model.matching.differences.compared import found, kinds
from tests.model.matching.written import Said


def test_two_dates_of_one_happening() -> None:
    a = Said("The minister was arrested on 3 May.", times=(("3 May", "2023-05-03"),))
    b = Said("The minister was arrested on 5 May.", times=(("5 May", "2023-05-05"),))
    month = Said("The minister was arrested in May.", times=(("May", "2023-05"),))
    assert [d.kind for d in found(a, b)] == ["time"]
    assert "time" not in kinds(a, month)


def test_a_weekday_that_a_copy_kept_is_no_other_date() -> None:
    a = Said("The senate will vote on the canal on Thursday.", times=(("Thursday", "2023-05-04"),))
    b = Said("The senate will vote on the canal on Thursday.", times=(("Thursday", "2023-05-11"),))
    other = Said("The senate will vote on the canal on Friday.", times=(("Friday", "2023-05-12"),))
    assert "time" not in kinds(a, b)
    assert "time" in kinds(a, other)


def test_the_hour_of_a_day_is_detail_and_the_part_of_a_month_is_not() -> None:
    early = Said("The mine in Pell closed early Monday.", times=(("early Monday", "2023-05-08"),))
    day = Said("The mine in Pell closed on Monday.", times=(("on Monday", "2023-05-08"),))
    assert "time" not in kinds(early, day)
    part = Said("The mine in Pell closed in early June.", times=(("early June", "2023-06"),))
    month = Said("The mine in Pell closed in late June.", times=(("late June", "2023-06"),))
    assert "time" in kinds(part, month)


def test_two_happenings_of_one_story_on_two_days_are_no_difference() -> None:
    a = Said(
        "On Friday Holt of the senate joined the race for leader and spoke of the loss of Grau.",
        times=(("Friday", "2023-05-12"),),
    )
    b = Said(
        "Grau of the senate called friends on Wednesday, a day after his loss in the race for leader.",
        times=(("Wednesday", "2023-05-10"),),
    )
    assert "time" not in kinds(a, b)
