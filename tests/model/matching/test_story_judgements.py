"""What the user said of stories holds in whatever order articles come."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from model.matching import STORY, StoryJudgements, assign_story, story_id
from model.passage import Witness
from model.records import Judgement
from tests.model.matching.memory_index import MemoryIndex
from tests.model.matching.test_stories import BUDGET, ferry, retold
from tests.model.matching.written import written

articles = st.sampled_from("abcdef")
words = st.lists(st.tuples(articles, articles, st.sampled_from(("same", "different"))), max_size=12)


def judged(*pairs: tuple[str, str, str]) -> StoryJudgements:
    return StoryJudgements(
        Judgement(STORY, a, b, verdict, None, str(n)) for n, (a, b, verdict) in enumerate(pairs)
    )


@given(words)
def test_company_is_shared_and_nobody_is_kept_apart_from_it(pairs: list[tuple[str, str, str]]) -> None:
    word = judged(*pairs)
    for article in "abcdef":
        assert article not in word.together(article) | word.apart(article)
        for other in word.together(article):
            assert word.together(other) | {other} == word.together(article) | {article}
            assert word.apart(other) == word.apart(article)
        for other in word.apart(article):
            assert article in word.apart(other)
        assert not word.together(article) & word.apart(article)


@given(words)
def test_the_last_word_on_two_articles_wins(pairs: list[tuple[str, str, str]]) -> None:
    for a, b, verdict in pairs[-1:]:
        if a != b:
            found = judged(*pairs)
            assert b in (found.together(a) if verdict == "same" else found.apart(a))


def test_parting_takes_the_subject_out_and_leaves_the_others() -> None:
    word = judged(("a", "b", "same"), ("b", "c", "same"), ("b", "a", "different"))
    assert word.together("a") == {"c"}
    assert word.apart("b") == {"a", "c"}


def test_other_kinds_of_judgements_say_nothing_of_stories() -> None:
    assert not StoryJudgements([Judgement("actor", "a", "b", "same", None, "1")]).together("a")


def stories_of(*witnesses: Witness, word: StoryJudgements) -> dict[str, str]:
    index, found = MemoryIndex(), {}
    for witness in witnesses:
        found[witness.article.id] = assign_story(witness, index, word)
        index.add(witness, found[witness.article.id])
    return found


def test_what_was_parted_stays_apart_and_what_was_joined_together_in_any_order() -> None:
    told = [ferry("a"), retold("b"), written("c", BUDGET, title="Parliament passes budget")]
    word = judged(("a", "b", "different"), ("a", "c", "same"))
    for order in permutations(told):
        found = stories_of(*order, word=word)
        assert found["a"] == found["c"] != found["b"]


def test_an_article_taken_out_of_the_story_named_after_it_gets_another() -> None:
    index = MemoryIndex()
    index.add(ferry("a"), story_id("a"))
    index.add(retold("b"), story_id("a"))
    found = assign_story(ferry("a"), index, judged(("a", "b", "different")))
    assert found not in {story_id("a"), story_id("b")}
    assert assign_story(ferry("a"), index, judged(("a", "b", "different"))) == found
