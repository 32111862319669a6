"""Inputs that nobody should send: no crash, no runaway cost, sensible labels."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.matching import aligned, assign_story, build_groups, compare, match_passage, match_witness
from model.matching.background import Frequencies
from model.matching.candidates import MOST_PAIRS, candidates, reporting
from model.matching.score import Pair
from model.passage import Witness
from tests.model.matching.memory_index import MemoryIndex
from tests.model.matching.test_stories import FERRY, FERRY_RETOLD
from tests.model.matching.written import passage, written

NASTY = [
    "",
    " ",
    "“",
    "“He said “and “then “nothing",
    '"""""" "" " \\x1b[31m',
    "[red]markup[/red] {format} %s $1 '; DROP TABLE --",
    "\u202eright to left\u202c \u200bzero\u200bwidth",
    "a" * 5_000,
    "1,2,3.4.5:6 7% $8 €9 10-11",
    "NOT no never n't NEAR(x y) AND OR *",
    "\ud800 lone",
]


@pytest.mark.parametrize("text", NASTY)
def test_any_two_texts_can_be_compared(text: str) -> None:
    for other in (text, FERRY[0]):
        match = compare(passage(text, article="a"), passage(other, article="b"))
        assert 0 <= match.score <= 1
        aligned(passage(text, article="a"), passage(other, article="b"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_comparing_is_symmetric_and_its_spans_lie_inside(one: str, other: str) -> None:
    a, b = passage(one, article="a"), passage(other, article="b", at=50)
    match, turned = compare(a, b), compare(b, a)
    assert match.score == pytest.approx(turned.score, abs=1e-3)
    for difference in match.differences:
        assert difference.a is None or (0 <= difference.a.start <= difference.a.end <= len(one))
        assert difference.b is None or (50 <= difference.b.start <= difference.b.end <= 50 + len(other))


def test_a_sentence_of_five_thousand_words() -> None:
    endless = " ".join(f"word{n % 700} ferry" for n in range(5_000))
    index = MemoryIndex([written("a", FERRY, story="s"), written("b", [endless], story="s")])
    match_witness(index.witness("b"), index)
    assert match_passage(passage(endless, article="?"), index) is not None


def test_ten_thousand_identical_sentences_cost_by_the_pairs_that_go_on() -> None:
    looked_at = 0

    def count(pairs: Sequence[Pair]) -> list[float]:
        nonlocal looked_at
        looked_at += len(pairs)
        return [0.9] * len(pairs)

    many = written("b", [FERRY[0]] * 10_000, story="s")
    index = MemoryIndex([written("a", FERRY, story="s"), many])
    found = match_witness(index.witness("a"), index, scorer=count)
    assert looked_at <= MOST_PAIRS * len(FERRY)
    assert len(found) <= 3 * len(FERRY)


def test_a_crowd_of_equal_sentences_sends_few_on() -> None:
    index = MemoryIndex([written(f"a{n}", [FERRY[0]] * 20, story="s") for n in range(20)])
    mine = written("b", FERRY, story="s")
    found = candidates(reporting(mine.passages), index, Frequencies(index), article="b", story="s", judged={})
    assert all(len(others) <= MOST_PAIRS for others in found.chosen.values())


def test_two_copies_of_one_file_match_sentence_by_sentence() -> None:
    index = MemoryIndex([written("a", FERRY, story="s"), written("b", FERRY, story="s")])
    found = match_witness(index.witness("b"), index)
    assert {(f"a:{n}", f"b:{n}") for n in range(len(FERRY))} <= {
        (match.a, match.b) for match in found if match.relation == "same_wording"
    }
    assert [group.sentences for group in build_groups(found)] == [
        (f"a:{n}", f"b:{n}") for n in range(len(FERRY))
    ]


def test_an_article_that_quotes_itself_does_not_match_itself() -> None:
    index = MemoryIndex([written("a", [FERRY[0], f"It began: “{FERRY[0]}”"], story="s")])
    assert match_witness(index.witness("a"), index) == []


def test_articles_that_report_nothing() -> None:
    index = MemoryIndex([written("a", [], story="s"), written("b", ["", " "], story="s")])
    assert match_witness(index.witness("a"), index) == match_witness(index.witness("b"), index) == []
    assert assign_story(written("c", [""]), index)


def test_adding_an_article_asks_only_for_its_own_story_and_hits() -> None:
    read: set[str] = set()

    class Counting(MemoryIndex):
        def witness(self, article: str) -> Witness:
            read.add(article)
            return super().witness(article)

    index = Counting(
        [written(f"x{n}", [f"Report {n} on the weather of region {n}."], story=f"w{n}") for n in range(200)]
    )
    index.add(written("a", FERRY), "s")
    read.clear()
    match_witness(written("b", FERRY_RETOLD, story="s"), index)
    assert read == {"a"}
