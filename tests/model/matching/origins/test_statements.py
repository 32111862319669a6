"""Statements that an article leads with."""

from __future__ import annotations

import pytest

from model.matching.origins import derive
from model.matching.origins.statements import statements_of
from tests.model.matching.origins.stories import article, side_by_side
from tests.model.matching.written import Said


def _mayor(text: str) -> Said:
    return Said(text, actors={"e1": "Ann Berg"}, source="Ann Berg", source_entity="e1")


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut, Ann Berg said in a statement.",
        "In a televised address, Ann Berg said the port is shut.",
        "Ann Berg told reporters that the port is shut.",
        "A statement issued by Ann Berg says the port is shut.",
        "The port is shut, Ann Berg said at a news conference.",
    ],
)
def test_a_statement_is_known_by_how_it_was_made(text: str) -> None:
    (found,) = statements_of(article("a", [_mayor(text)]))
    assert (found.key, found.name) == ("e1", "Ann Berg")
    assert "Ann Berg" in found.span.of(text)


def test_what_is_merely_said_is_no_statement() -> None:
    assert not statements_of(article("a", [_mayor("The port is shut, Ann Berg said.")]))
    assert not statements_of(article("a", [_mayor("Ann Berg told Reuters the port is shut.")]))


def test_a_statement_further_down_is_not_what_the_article_rests_on() -> None:
    late = _mayor("The port is shut, Ann Berg said in a statement.")
    assert not statements_of(article("a", ["One.", "Two.", "Three.", "Four.", late]))


def test_nobody_without_a_name_makes_a_statement() -> None:
    said = Said("An official said in a statement.", source="An official", source_kind="anonymous")
    assert not statements_of(article("a", [said]))


def test_two_reports_of_one_statement_have_an_origin_each() -> None:
    a = article("a", [_mayor("The port is shut, Ann Berg said in a statement.")], outlet="Post")
    b = article("b", [_mayor("Ann Berg told reporters that the port is shut.")], outlet="Courier")
    origins, derivations = derive([a, b], side_by_side(a, b))
    assert [(o.kind, o.name, o.articles) for o in origins] == [
        ("statement", "Ann Berg", ("a",)),
        ("statement", "Ann Berg", ("b",)),
    ]
    assert {(d.article, d.status, d.stated) for d in derivations} == {
        ("a", "partly", True),
        ("b", "partly", True),
    }
