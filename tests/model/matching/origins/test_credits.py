"""Where an article says from whom it has what it reports."""

from __future__ import annotations

from model.matching.origins.credits import Credit, credits_of_story
from model.passage import Witness
from tests.model.matching.origins.stories import article
from tests.model.matching.written import Said

_FILLER = ["The port was closed.", "Ships waited outside.", "The wind grew.", "A tug sank.", "Crews left."]


def _credits(witness: Witness) -> tuple[Credit, ...]:
    return credits_of_story([witness])[witness.article.id]


def _told(medium: str, text: str, **more: str) -> Said:
    return Said(text, actors={"e1": medium}, types={"e1": "ORG"}, **more)  # type: ignore[arg-type]


def test_an_agency_that_was_told_is_credited_in_the_lead() -> None:
    (credit,) = _credits(article("a", [_told("Reuters", "Two pilots told Reuters that the port is shut.")]))
    assert (credit.name, credit.kind, credit.reach) == ("Reuters", "agency", "lead")
    assert credit.span.of("Two pilots told Reuters that the port is shut.") == "told Reuters"


def test_further_down_a_credit_is_one_in_passing() -> None:
    (credit,) = _credits(article("a", [*_FILLER, _told("Reuters", "A diver told Reuters it was dark.")]))
    assert credit.reach == "passing"


def test_who_had_the_news_first_is_credited_for_all_of_it() -> None:
    (credit,) = _credits(article("a", [*_FILLER, _told("Reuters", "It was first reported by Reuters.")]))
    assert credit.reach == "lead"


def test_a_medium_is_credited_where_claims_have_it_for_their_source() -> None:
    said = _told(
        "Harbour Times", "Harbour Times reported a fire.", source="Harbour Times", source_kind="media"
    )
    (credit,) = _credits(article("a", [said], outlet="Evening Post"))
    assert (credit.name, credit.kind) == ("Harbour Times", "outlet")


def test_bodies_that_are_told_something_are_no_media() -> None:
    assert not _credits(
        article("a", [_told("Harbour Board", "Two pilots told Harbour Board to shut the port.")])
    )


def test_only_the_medium_in_a_source_is_credited() -> None:
    said = Said(
        "A Harbour Board report obtained by Reuters says the port is shut.",
        actors={"e1": "Harbour Board", "e2": "Reuters"},
        types={"e1": "ORG", "e2": "ORG"},
        source="A Harbour Board report obtained by Reuters",
        source_kind="media",
    )
    assert [credit.name for credit in _credits(article("a", [said]))] == ["Reuters"]


def test_an_outlet_does_not_credit_itself() -> None:
    said = _told("The Times", "A pilot told The Times of the fire.", source="The Times", source_kind="media")
    assert not _credits(article("a", [said], outlet="Harbour Times"))
    assert _credits(article("a", [said], outlet="Evening Post"))


def test_platforms_are_not_credited() -> None:
    said = _told("Twitter", "The mayor said in Twitter posts.", source="Twitter", source_kind="media")
    assert not _credits(article("a", [said]))


def test_photo_credits_are_none() -> None:
    shown = "A tug at sea. (Reuters)"
    caption = Said(shown, actors={"e1": "Reuters"}, types={"e1": "ORG"}, block="caption")
    assert not _credits(article("a", [caption], marks=[("photo_credit", "(Reuters)", "Reuters")]))
    told = _told("Reuters", "As seen by Reuters, the tug sank.")
    assert not _credits(article("a", [told], marks=[("photo_credit", "by Reuters", "Reuters")]))


def test_a_dateline_stands_for_all_of_the_text() -> None:
    lead = "HARBOUR (AP) - The port is shut."
    (credit,) = _credits(article("a", [lead], marks=[("agency_credit", "AP", "AP")]))
    assert (credit.name, credit.kind, credit.reach) == ("AP", "agency", "text")


def test_a_contribution_is_one_in_passing() -> None:
    end = "Reuters contributed to this report."
    marks = [("contribution", end, "Reuters"), ("agency_credit", "Reuters", "Reuters")]
    (credit,) = _credits(article("a", [*_FILLER, end], marks=marks))
    assert credit.reach == "passing"
    staff = "Harbour Times Staff contributed to this report."
    assert not _credits(article("a", [staff], marks=[("contribution", staff, "Harbour Times Staff")]))


def test_where_an_article_first_appeared_is_whose_text_it_is() -> None:
    end = "This article was originally published by Harbour Times."
    (credit,) = _credits(article("a", [*_FILLER, end], marks=[("contribution", end, "Harbour Times")]))
    assert (credit.name, credit.reach) == ("Harbour Times", "text")


def test_an_agency_given_as_author_is_credited_outside_the_text() -> None:
    (credit,) = _credits(article("a", ["The port is shut."], author="Associated Press"))
    assert credit.reach == "text"
    assert len(credit.span) == 0


def test_the_short_name_goes_with_the_full_one() -> None:
    said = [
        _told(
            "The Harbour Times", "So The Harbour Times said.", source="The Harbour Times", source_kind="media"
        ),
        Said(
            "So The Times said.",
            actors={"e2": "The Times"},
            types={"e2": "ORG"},
            source="The Times",
            source_kind="media",
        ),
    ]
    assert {credit.key for credit in _credits(article("a", said))} == {"harbour times"}


def test_one_creditor_has_one_key_in_a_story() -> None:
    one = article("a", ["HARBOUR (AP) - Shut."], marks=[("agency_credit", "AP", "AP")])
    other = article("b", ["Shut."], author="The Associated Press")
    credits = credits_of_story([one, other])
    assert credits["a"][0].key == credits["b"][0].key
