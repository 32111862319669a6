"""Who says what: sources, cues and contents in whole sentences."""

from __future__ import annotations

import pytest

from tests.model.language.claims.told import Told, claims, told


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The mayor said the bridge would open in June.",
            "The mayor",
            "said",
            "the bridge would open in June",
        ),
        (
            "“We will rebuild the school,” said Ana Torres, the head teacher.",
            "Ana Torres, the head teacher",
            "said",
            "“We will rebuild the school,”",
        ),
        (
            "The river has risen by a metre, the officials said.",
            "the officials",
            "said",
            "The river has risen by a metre",
        ),
        (
            "According to the ministry, three wells have run dry.",
            "the ministry",
            "According to",
            "three wells have run dry",
        ),
        (
            "Three wells have run dry, according to two engineers who inspected them.",
            "two engineers who inspected them",
            "according to",
            "Three wells have run dry",
        ),
        (
            "Ana Torres, head of the union, told reporters that the strike would continue.",
            "Ana Torres, head of the union",
            "told",
            "that the strike would continue",
        ),
        (
            "The governor was quoted on Friday as saying that the road was safe.",
            "The governor",
            "was quoted on Friday as saying",
            "that the road was safe",
        ),
        (
            "The company refused to comment on the report.",
            "The company",
            "refused",
            "to comment on the report",
        ),
    ],
)
def test_one_attribution(text: str, source: str, cue: str, content: str) -> None:
    assert [t[:3] for t in told(text)] == [(source, cue, content)]


def test_a_sentence_of_the_author() -> None:
    text = "The bridge opened in June."
    assert told(text) == [Told(None, None, text, "author")]
    assert claims(text)[0].quote == "none"


def test_a_cue_in_the_middle_leaves_two_parts_of_one_report() -> None:
    text = "The bridge, the mayor said, would open in June."
    first, second = claims(text)
    assert [first.content.of(text), second.content.of(text)] == ["The bridge", "would open in June"]
    assert first.source == second.source
    assert first.cue == second.cue


def test_the_source_of_a_participle_is_that_of_its_sentence() -> None:
    found = told("“The road is closed,” she said, adding that the bridge was safe.")
    assert [(t.source, t.cue) for t in found] == [("she", "said"), ("she", "adding")]


def test_recipients_are_no_sources() -> None:
    found = told("Officials told Ottawa that the talks had failed.")
    assert [t.source for t in found] == ["Officials"]
    assert claims("Officials told Ottawa that the talks had failed.")[0].via == ()


def test_a_medium_that_was_told_is_a_conduit() -> None:
    assert claims("Two officials told Reuters that the talks had failed.")[0].via == ("Reuters",)


def test_two_verbs_of_one_subject_report_two_things() -> None:
    found = told("The minister said the road would open and pledged to repair the bridge.")
    assert [(t.source, t.cue, t.content) for t in found] == [
        ("The minister", "said", "the road would open"),
        ("The minister", "pledged", "to repair the bridge"),
    ]


def test_nobody_is_no_source() -> None:
    assert {t.kind for t in told("No group claimed the attack.")} == {"author"}


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Two officials said the talks had failed.", "anonymous", 2),
        ("A senior diplomat said the talks had failed.", "anonymous", 1),
        ("Ten senior officers and militia leaders said the talks had failed.", "anonymous", 10),
        ("Maria Lopez, a former minister, said the talks had failed.", "named", 1),
        ("The foreign ministry said the talks had failed.", "organisation", 1),
        ("The newspaper said the talks had failed.", "media", 1),
        ("Reuters reported that the talks had failed.", "media", 1),
        ("Analysts said the talks had failed.", "anonymous", None),
    ],
)
def test_kinds_of_sources(text: str, kind: str, count: int | None) -> None:
    claim = claims(text)[0]
    assert (claim.source_kind, claim.source_count) == (kind, count)


def test_an_unnamed_source_is_described() -> None:
    assert claims("Two Iraqi officials said the talks had failed.")[0].description == "Two Iraqi officials"
    assert claims("Maria Lopez said the talks had failed.")[0].description is None
