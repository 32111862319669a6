"""Groups of sentences that tell one claim, and what the coverage of a story says of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from model.matching import alone, build_groups, by_pair, coverage_cells, disagreements, omitted
from model.matching.behind import Behind
from model.records import UNSURE, Derivation, Difference, Evidence, Match, Origin, Relation, Span
from tests.model.matching.written import written


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


def test_unsure_matches_bind_nothing_until_they_are_confirmed() -> None:
    unsure = told("a:0", "b:0", UNSURE - 0.01)
    assert members([unsure]) == []
    assert members([replace(unsure, judged="confirmed")]) == [("a:0", "b:0")]


def test_background_and_rejected_matches_bind_nothing() -> None:
    rejected = Match("a:0", "b:0", "paraphrase", None, 0.9, (), "rejected")
    assert build_groups([told("a:0", "b:0", relation="background"), rejected]) == []


def test_articles_of_one_origin_count_once() -> None:
    matches = [told("a:0", "b:0"), told("b:0", "c:0"), told("a:0", "c:0")]
    derivations = [Derivation(article, "agency", "wholly", True, ()) for article in ("a", "b")]
    (group,) = build_groups(matches, derivations)
    assert (group.articles, group.origins, group.independent) == (("a", "b", "c"), ("agency",), 2)


def whole(article: str, origin: str) -> Derivation:
    other = Evidence("wording", Span(0, 9), "z", Span(0, 9), 2.0)
    return Derivation(article, origin, "wholly", True, (other,))


def in_passing(article: str, origin: str, place: Span) -> Derivation:
    return Derivation(article, origin, "partly", True, (Evidence("credit", place, None, None, 0.5),))


def origin(name: str, *articles: str, home: str | None = None, identity: str | None = None) -> Origin:
    return Origin(identity or name, name, "outlet", home, articles)


def test_origins_shared_through_a_third_article_are_one() -> None:
    derivations = [whole("a", "x"), whole("b", "x"), whole("b", "y"), whole("c", "y"), whole("d", "z")]
    behind = Behind(derivations)
    assert behind.of({"a": ["a:0"], "b": ["b:0"], "c": ["c:0"]}) == (("x",), 1)
    assert behind.of({"a": ["a:0"], "d": ["d:0"], "e": ["e:0"]}) == (("x", "z"), 3)


def test_the_report_itself_is_no_second_source_of_what_derives_from_it() -> None:
    behind = Behind([whole("b", "x")], [origin("x", "a", "b", home="a")])
    assert behind.of({"a": ["a:0"], "b": ["b:0"]}) == (("x",), 1)


def test_a_credit_in_passing_stands_behind_its_own_sentence_only() -> None:
    a, b = (written(name, ["A ferry sank.", "Nobody is missing."]) for name in "ab")
    place = a.passages[1].sentence.span
    derivations = [whole("a", "agency"), whole("b", "agency"), in_passing("a", "daily", place)]
    behind = Behind(derivations, [origin("agency", "a", "b"), origin("daily", "a")], [a, b])
    assert behind.of({"a": ["a:0"], "b": ["b:0"]}) == (("agency",), 1)
    assert behind.of({"a": ["a:1"], "b": ["b:1"]}) == (("daily",), 1)


def test_one_medium_credited_by_two_families_is_one_source_of_the_claim() -> None:
    a, b = (written(name, ["A ferry sank.", "Nobody is missing."]) for name in "ab")
    derivations = [
        in_passing("a", "o1", a.passages[0].sentence.span),
        in_passing("b", "o2", b.passages[0].sentence.span),
    ]
    origins = [origin("The Daily", "a", identity="o1"), origin("The daily", "b", identity="o2")]
    behind = Behind(derivations, origins, [a, b])
    assert behind.of({"a": ["a:0"], "b": ["b:0"]}) == (("o1",), 1)
    assert behind.of({"a": ["a:1"], "b": ["b:1"]}) == ((), 2)


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
