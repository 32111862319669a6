"""Matches of an article with the others, and of a sentence from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.matching import MatchJudgements, Pair, compare, match_passage, match_witness
from model.records import Match
from tests.model.matching.memory_index import MemoryIndex
from tests.model.matching.test_stories import BUDGET, FERRY, FERRY_RETOLD
from tests.model.matching.written import Said, passage, written


def ferry_corpus() -> MemoryIndex:
    return MemoryIndex(
        [
            written("a", FERRY, story="ferry"),
            written("b", FERRY_RETOLD, story="ferry"),
            written("c", BUDGET, story="budget"),
        ]
    )


def pairs(matches: list[Match]) -> set[tuple[str, str]]:
    return {(match.a, match.b) for match in matches}


def test_sentences_that_tell_one_claim_are_matched() -> None:
    index = ferry_corpus()
    found = match_witness(index.witness("b"), index)
    assert {("a:0", "b:0"), ("a:3", "b:2")} <= pairs(found)
    assert all(match.a.startswith("a:") and match.b.startswith("b:") for match in found)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


def test_both_articles_see_the_same_matches() -> None:
    index = ferry_corpus()
    assert pairs(match_witness(index.witness("a"), index)) == pairs(match_witness(index.witness("b"), index))


def test_an_article_of_another_story_is_not_matched_by_its_topic() -> None:
    index = ferry_corpus()
    index.add(written("d", ["A ferry off Tarvik ran aground, and its captain reported fog."], story="fog"))
    assert match_witness(index.witness("d"), index) == []


def test_the_same_headline_months_later_is_no_match() -> None:
    headline = Said("Rebels in Orvania signal willingness to lay down arms", block="title")
    index = MemoryIndex(
        [written("a", [headline, *FERRY], story="spring"), written("b", [headline], story="winter")]
    )
    assert match_witness(index.witness("b"), index) == []


def test_a_sentence_told_word_for_word_in_another_story_is_background() -> None:
    known = "Tarvik saw the worst ferry accident of the century in 1987, when 212 people drowned."
    index = MemoryIndex(
        [written("a", [known, FERRY[0]], story="one"), written("b", [known, BUDGET[0]], story="two")]
    )
    (found,) = match_witness(index.witness("a"), index)
    assert (found.a, found.b, found.relation) == ("a:0", "b:0", "background")


def test_captions_and_advertisements_never_match() -> None:
    index = ferry_corpus()
    index.add(
        written("d", [Said(FERRY[0], block="caption"), Said(FERRY[1], block="boilerplate")], story="ferry")
    )
    assert match_witness(index.witness("d"), index) == []
    assert not {
        m for m in match_witness(index.witness("b"), index) if m.b.startswith("d:") or m.a.startswith("d:")
    }


def test_a_sentence_from_outside_finds_its_reports() -> None:
    index = ferry_corpus()
    asked = passage(
        "Thirty-one people were killed when a ferry capsized off Tarvik after an engine room fire.",
        article="?",
    )
    found = match_passage(asked, index)
    assert found[0].a == "?:0"
    assert {match.b for match in found} <= {"a:0", "b:0", "a:2"}
    assert {"b:0"} <= {match.b for match in found}
    assert match_passage(passage("Bananas ripen faster in a paper bag.", article="?"), index) == []


def test_the_users_word_wins() -> None:
    index = ferry_corpus()
    rejected = frozenset({frozenset({"a:0", "b:0"})})
    confirmed = frozenset({frozenset({"a:1", "b:2"})})
    found = match_witness(index.witness("b"), index, judgements=MatchJudgements(confirmed, rejected))
    judged = {(match.a, match.b): match for match in found}
    assert judged["a:0", "b:0"].judged == "rejected"
    assert judged["a:1", "b:2"].judged == "confirmed"
    assert judged["a:1", "b:2"].relation is not None
    assert judged["a:3", "b:2"].judged is None


def test_a_reranker_takes_the_place_of_the_scores() -> None:
    def nothing_matches(pairs: Sequence[Pair]) -> list[float]:
        return [0.0 for _ in pairs]

    index = ferry_corpus()
    assert match_witness(index.witness("b"), index, scorer=nothing_matches) == []


def test_compare_decides_alone() -> None:
    a = passage(
        "The company said its profit rose nine percent to $4.2 billion in the third quarter.", article="a"
    )
    b = passage("Third-quarter profit rose nine percent to $4.2 billion, the company said.", article="b")
    other = passage(
        "The company said its chief executive would retire in the spring after nine years.", article="b"
    )
    assert compare(a, b).relation in ("paraphrase", "same_wording")
    assert compare(a, other).relation is None
    assert compare(a, b).score > compare(a, other).score


def test_a_passage_compared_with_itself_has_the_same_wording() -> None:
    a = passage(FERRY[0], article="a")
    match = compare(a, replace(a, sentence=replace(a.sentence, id="b:0", article="b")))
    assert (match.relation, match.differences, match.adds) == ("same_wording", (), None)
