"""Speech over several sentences and paragraphs."""

from __future__ import annotations

from model.records import Claim
from tests.model.language.claims.told import claims


def speakers(text: str) -> list[tuple[str | None, bool]]:
    return [(c.source.of(text) if c.source else None, c.inherited) for c in claims(text)]


def test_a_quotation_over_two_sentences() -> None:
    text = "“The road is closed. We will not open it,” the mayor said."
    assert speakers(text) == [("the mayor", True), ("the mayor", False)]


def test_a_quotation_after_its_speaker() -> None:
    text = "“The road is closed,” the mayor said. “We will not open it.”"
    assert speakers(text) == [("the mayor", False), ("the mayor", True)]


def test_a_quotation_over_two_paragraphs() -> None:
    text = "The mayor said: “The road is closed.\n\n“We will not open it before the spring.”"
    assert speakers(text) == [("The mayor", False), ("The mayor", True)]


def test_words_that_a_colon_announced() -> None:
    text = "The mayor added:\n\nThe road is closed and will stay so."
    announced = claims(text)[-1]
    assert announced.source is not None
    assert announced.source.of(text) == "The mayor"
    assert announced.inherited


def test_a_paragraph_in_quotation_marks_after_a_speaker() -> None:
    text = (
        "The mayor said the road was closed.\n\n“We will not open it before the spring, whatever they say.”"
    )
    assert speakers(text)[-1] == ("The mayor", True)


def test_scare_quotes_inherit_nothing() -> None:
    text = "The mayor said the road was closed.\n\nThe “Green Way” is a road of the old empire."
    last = claims(text)[-1]
    assert (last.source, last.quote, last.source_kind) == (None, "none", "author")


def test_pronouns_take_the_kind_of_who_spoke_before() -> None:
    text = "Two officials said the road was closed. They said the bridge was safe."
    kinds: list[Claim] = list(claims(text))
    assert [(c.source_kind, c.source_count) for c in kinds] == [("anonymous", 2), ("anonymous", 2)]
