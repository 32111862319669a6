"""Hedges, denials and plans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.language.certainty import (
    Factuality,
    Hedge,
    HedgeKind,
    factuality,
    find_hedges,
    find_negations,
    find_plans,
)
from model.language.tokens import Tokens
from tests.model.language.claims.told import claims
from tests.model.language.reading import untrained


def hedges(text: str) -> list[tuple[str, str]]:
    return [(hedge.span.of(text), hedge.kind) for hedge in find_hedges(Tokens(untrained()(text)))]


def negations(text: str) -> list[str]:
    return [span.of(text) for span in find_negations(Tokens(untrained()(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has around 50 members.", [("around", "approximator")]),
        ("They walked around the house.", []),
        ("It may rain and could freeze.", [("may", "shield"), ("could", "shield")]),
        ("It began in May.", []),
        ("They reportedly left.", [("reportedly", "reportative")]),
        ("It is seen as a potential threat.", [("is seen as", "shield"), ("potential", "shield")]),
        ("The road is largely open.", [("largely", "approximator")]),
    ],
)
def test_hedges(text: str, expected: list[tuple[str, str]]) -> None:
    assert hedges(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No group claimed it.", ["No"]),
        ("They did not answer.", ["not"]),
        ("They didnt answer.", ["nt"]),
        ("He denied the report.", ["denied"]),
        ("It failed to open.", ["failed"]),
        ("Nothing has been agreed yet.", ["Nothing"]),
        ("Not only the road is open.", []),
        ("They have no choice but to leave.", []),
        ("If we do not leave, they will come.", []),
        ("The road is open.", []),
    ],
)
def test_negations(text: str, expected: list[str]) -> None:
    assert negations(text) == expected


def test_a_denial_belongs_to_the_claim_it_stands_in() -> None:
    (claim,) = claims("The minister said the road was not safe.")
    assert (claim.negated, claim.factuality) == (True, "denied")
    (claim,) = claims("The minister said the road was safe.")
    assert (claim.negated, claim.factuality) == (False, "reported")


@pytest.mark.parametrize(
    ("kinds", "negated", "planned", "attributed", "expected"),
    [
        ([], False, False, False, "asserted"),
        ([], False, False, True, "reported"),
        (["reportative"], False, False, False, "reported"),
        (["shield"], False, True, True, "possible"),
        ([], False, True, True, "planned"),
        (["shield"], True, True, True, "denied"),
    ],
)
def test_factuality(
    kinds: list[HedgeKind], negated: bool, planned: bool, attributed: bool, expected: Factuality
) -> None:
    found = [Hedge(0, 1, kind) for kind in kinds]
    assert factuality(found, negated=negated, planned=planned, attributed=attributed) == expected


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    tokens = Tokens(untrained()(text))
    for span in (*(h.span for h in find_hedges(tokens)), *find_negations(tokens), *find_plans(tokens)):
        assert 0 <= span.start < span.end <= len(text)
