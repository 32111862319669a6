"""Groups of sentences that tell one claim, and what the coverage of a story says of them."""

from __future__ import annotations

from itertools import permutations

from model.matching import alone, build_groups, by_pair, coverage_cells, disagreements, omitted
from model.matching.groups import count_independent
from model.records import Derivation, Difference, Match, Relation, Span


def told(
    a: str, b: str, score: float = 0.9, relation: Relation = "paraphrase", why: str | None = None
) -> Match:
    found = () if why is None else (Difference("attribution", Span(0, 1), None, why),)
    return Match(a, b, relation, None, score, found, None)


def members(matches: list[Match]) -> list[tuple[str, ...]]:
    return [group.sentences for group in build_groups(matches)]


def test_what_matches_each_other_is_one_claim_in_any_order() -> None:
    matches = [told("a:0", "b:0"), told("b:0", "c:4", 0.8), told("a:0", "c:4", 0.7), told("a:1", "b:3")]
    for order in permutations(matches):
        assert members(list(order)) == [("a:0", "b:0", "c:4"), ("a:1", "b:3")]


def test_a_chain_is_no_claim() -> None:
    chain = [told("a:0", "b:0", 0.9), told("b:0", "c:0", 0.6), told("c:0", "d:0", 0.9)]
    assert members(chain) == [("a:0", "b:0"), ("c:0", "d:0")]


def test_a_claim_told_in_two_sentences_keeps_both() -> None:
    matches = [told("a:0", "b:0", 0.9), told("a:0", "b:1", 0.7)]
    assert members(matches) == [("a:0", "b:0", "b:1")]


def test_background_and_rejected_matches_bind_nothing() -> None:
    rejected = Match("a:0", "b:0", "paraphrase", None, 0.9, (), "rejected")
    assert build_groups([told("a:0", "b:0", relation="background"), rejected]) == []


def test_articles_of_one_origin_count_once() -> None:
    matches = [told("a:0", "b:0"), told("b:0", "c:0"), told("a:0", "c:0")]
    derivations = [Derivation(article, "agency", "wholly", True, ()) for article in ("a", "b")]
    (group,) = build_groups(matches, derivations)
    assert (group.articles, group.origins, group.independent) == (("a", "b", "c"), ("agency",), 2)


def test_origins_shared_through_a_third_article_are_one() -> None:
    assert count_independent(["a", "b", "c"], {"a": ["x"], "b": ["x", "y"], "c": ["y"]}) == 1
    assert count_independent(["a", "b"], {}) == 2


def test_coverage_says_who_states_differs_and_omits() -> None:
    matches = [
        told("a:0", "b:0", relation="differs", why="omitted by b"),
        told("a:0", "c:1", relation="differs", why="x"),
    ]
    groups = build_groups([*matches, told("b:0", "c:1")])
    (group,) = groups
    cells = coverage_cells(group, ("a", "b", "c", "d"), by_pair(matches))
    assert [(cell.sentence, cell.relation, cell.kinds) for cell in cells] == [
        ("a:0", None, ()),
        ("b:0", "paraphrase", ()),
        ("c:1", "differs", ("attribution",)),
        (None, None, ()),
    ]
    assert disagreements(group, by_pair(matches)) == 1
    assert omitted(groups, "d") == (group,)
    assert omitted(groups, "a") == ()
    assert alone(["a:0", "a:1"], matches) == ("a:1",)
