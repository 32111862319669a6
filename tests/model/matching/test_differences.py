"""Each kind of difference, where it is one and where it is none."""

from __future__ import annotations

import pytest

from model.matching.background import Frequencies
from model.matching.differences import Comparison, differences
from model.matching.profile import profiles
from model.records import Difference
from tests.model.matching.written import Said, passage


def found(a: Said | str, b: Said | str) -> list[Difference]:
    one, other = profiles((passage(a, article="a"), passage(b, article="b", at=100)), Frequencies())
    return list(differences(Comparison(one, other)))


def kinds(a: Said | str, b: Said | str) -> set[str]:
    return {difference.kind for difference in found(a, b)}


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


def minister(
    text: str, source: str | None, entity: str | None = None, count: int | None = None, **more: str
) -> Said:
    kind = more.get("kind", "named" if source else None)
    return Said(text, source=source, source_entity=entity, source_kind=kind, source_count=count)  # type: ignore[arg-type]


def test_another_speaker() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    b = minister("The bridge is safe, Peter Grau said.", "Peter Grau", "grau")
    (difference,) = found(a, b)
    assert difference.kind == "attribution"
    assert "Anna Holt" in difference.why


def test_one_who_is_named_on_both_sides_is_no_other_speaker() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    same_name = minister("The bridge is safe, Holt said.", "Holt", "e2")
    pronoun = minister("The bridge is safe, she said.", "she", "e3")
    paper = Said(
        "The bridge is safe, The Pell Post said of a letter by Holt.",
        actors={"e2": "Holt"},
        source="The Pell Post",
        source_entity="post",
        source_kind="media",
    )
    for other in (same_name, pronoun, paper):
        assert "attribution" not in kinds(a, other)
        assert "attribution" not in kinds(other, a)


def test_a_source_left_out_is_said_plainly() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    assert [d.why for d in found(a, "The bridge is safe.")] == ["omitted by b"]
    assert [d.why for d in found("The bridge is safe.", a)] == ["omitted by a"]


def test_one_source_spelt_twice_is_one_source() -> None:
    a = minister("The bridge is safe, Qasim al-Dhoubi said.", "Qasim al-Dhoubi", "e1")
    b = minister("The bridge is safe, Qassim al-Dhubi said.", "Qassim al-Dhubi", "e2")
    assert "attribution" not in kinds(a, b)


def test_a_name_lost_and_one_who_became_several() -> None:
    named = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    anonymous = minister("The bridge is safe, an engineer said.", "an engineer", None, 1, kind="anonymous")
    several = minister("The bridge is safe, engineers said.", "engineers", None, 3, kind="anonymous")
    assert [d.why for d in found(named, anonymous)] == ["a named source became anonymous"]
    assert [d.why for d in found(anonymous, several)] == ["one source became several"]


def test_sources_of_what_is_hardly_the_same_are_not_compared() -> None:
    named = minister("The bridge is safe for lorries of all kinds, Anna Holt said.", "Anna Holt", "holt")
    engineer = "Farmers lost their harvest to the flood near the bridge, an engineer said."
    anonymous = minister(engineer, "an engineer", None, 1, kind="anonymous")
    assert kinds(named, anonymous) == set()


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


def test_a_hedge_on_what_both_tell() -> None:
    a = Said("The talks may collapse this week.", hedges=("may",))
    assert [d.kind for d in found(a, "The talks collapse this week.")] == ["certainty"]
    beside = Said("The talks collapse this week, which may please traders.", hedges=("may",))
    assert "certainty" not in kinds(beside, "The talks collapse this week.")


def test_planned_against_done() -> None:
    a, b = "The rebels are ready to leave the fortress.", "The rebels have already left the fortress."
    assert [d.kind for d in found(a, b)] == ["certainty"]


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


def test_a_quotation_is_compared_with_its_own_counterpart_alone() -> None:
    a = "“Our troops were sent to guard the old harbour and the railway station,” the general said."
    b = "“Troops did well,” he said, and: “Our troops were sent to guard the old harbour.”"
    assert "quote" not in kinds(a, b)


def test_two_speakers_in_like_words_change_nothing() -> None:
    a = "“We do believe that the plane was hit by a missile over the bay,” one said."
    b = "“There is now evidence that the aircraft was hit by a missile,” said another."
    assert "quote" not in kinds(a, b)


def test_two_sayings_with_one_ending_are_no_change() -> None:
    a = "“The evidence indicates that the plane was hit by a missile,” he said."
    b = "“There is a body of information that the plane was hit by a missile,” he said."
    assert "quote" not in kinds(a, b)


def test_a_word_written_apart_is_no_change() -> None:
    a = "“We must protect our service members in the valley,” she wrote."
    b = "“We must protect our servicemembers in the valley,” she wrote."
    assert "quote" not in kinds(a, b)


def test_words_changed_inside_quotation_marks() -> None:
    a = "“We will never leave this valley,” the elder said."
    b = "“We will never abandon this valley,” the elder said."
    (difference,) = found(a, b)
    assert difference.kind == "quote"
    assert difference.a is not None
    assert difference.a.of(a) == "leave"


@pytest.mark.parametrize("part", ["“never leave this valley”", "“We will never leave this valley”"])
def test_a_part_of_a_quotation_is_no_change(part: str) -> None:
    assert "quote" not in kinds(
        "“We will never leave this valley,” the elder said.", f"The elder said they would {part}."
    )


def test_another_spelling_is_only_a_name() -> None:
    a = Said("Qasim al-Dhoubi opened the port.", actors={"q": "Qasim al-Dhoubi"})
    b = Said("Qassim al-Dhubi opened the port.", actors={"q": "Qassim al-Dhubi"})
    short = Said("al-Dhoubi opened the port.", actors={"q": "al-Dhoubi"})
    assert kinds(a, b) == {"name"}
    assert kinds(a, short) == set()


def test_a_person_may_drop_a_name_and_an_organisation_may_not() -> None:
    person = [
        Said(f"{name} opened the port.", actors={"e": name}) for name in ("Anna Mira Holt", "Anna Holt")
    ]
    assert kinds(*person) == set()
    names = ("Northern Salvation Council", "Northern Council")
    group = [Said(f"{name} opened the port.", actors={"e": name}, types={"e": "ORG"}) for name in names]
    assert kinds(*group) == {"name"}


def test_all_against_some() -> None:
    assert "scope" in kinds(
        "The rebels freed all hostages at dawn.", "The rebels freed some hostages at dawn."
    )
    assert "scope" not in kinds(
        "The rebels freed all hostages at dawn.", "The rebels freed hostages at dawn."
    )
