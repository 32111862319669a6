"""Which sentences go on to the comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model.matching.background import Frequencies
from model.matching.candidates import MOST_PAIRS, candidates, reporting
from model.passage import Passage, Witness
from tests.model.matching.memory_index import MemoryIndex
from tests.model.matching.test_stories import FERRY, FERRY_RETOLD
from tests.model.matching.written import Said, written


def chosen(index: MemoryIndex, judged: dict[str, set[str]] | None = None) -> dict[str, set[str]]:
    mine = written("me", FERRY, story="s")
    found = candidates(
        reporting(mine.passages), index, Frequencies(index), article="me", story="s", judged=judged or {}
    )
    return {sentence: set(others) for sentence, others in found.chosen.items()}


def test_a_large_story_is_searched_and_a_small_one_read_to_the_same_end() -> None:
    small = MemoryIndex([written("b", FERRY_RETOLD, story="s")])
    crowd = [written(f"n{n}", [f"Farm number {n} sold its cattle."], story="s") for n in range(30)]
    large = MemoryIndex([written("b", FERRY_RETOLD, story="s"), *crowd])
    assert "b:0" in chosen(small)["me:0"]
    assert "b:0" in chosen(large)["me:0"]


def test_nothing_of_the_article_itself_and_nothing_that_reports_nothing() -> None:
    index = MemoryIndex(
        [written("me", FERRY, story="s"), written("b", [Said(FERRY[0], block="caption")], story="s")]
    )
    assert all(not others for others in chosen(index).values())


def test_shared_actors_bring_sentences_without_a_shared_word_to_one_from_outside() -> None:
    told = Said(
        "Brask and Lonn quarrelled in public, colleagues recall.", actors={"brask": "Brask", "lonn": "Lonn"}
    )
    index = MemoryIndex([written("b", [told], story="other")])
    asked = Said(
        "Her anger at him is well known in this small town.", actors={"lonn": "Her anger", "brask": "at him"}
    )
    mine = written("me", [asked])
    found = candidates(
        reporting(mine.passages), index, Frequencies(index), article=None, story=None, judged={}
    )
    assert set(found.chosen["me:0"]) == {"b:0"}


def test_judged_pairs_are_always_among_them() -> None:
    index = MemoryIndex([written("b", ["Cows sleep."], story="s"), written("c", ["Goats sing."], story="t")])
    assert chosen(index, {"me:0": {"b:0", "c:0", "gone:0"}})["me:0"] == {"b:0", "c:0"}


def test_the_number_of_pairs_is_bounded() -> None:
    index = MemoryIndex([written(f"b{n}", [FERRY[0]] * 60, story="s") for n in range(6)])
    assert all(len(others) <= MOST_PAIRS for others in chosen(index).values())


def test_a_large_story_is_not_read_whatever_its_size() -> None:
    read: set[str] = set()

    class Counting(MemoryIndex):
        def passages(self, sentences: Iterable[str]) -> Mapping[str, Passage]:
            found = super().passages(sentences)
            read.update(found)
            return found

        def witness(self, article: str) -> Witness:
            raise AssertionError(article)

    counts = []
    for articles in (40, 120):
        index = Counting([written(f"b{n}", [*FERRY, *FERRY_RETOLD], story="s") for n in range(articles)])
        read.clear()
        found = chosen(index)
        assert all(found.values())
        counts.append(len(read))
    assert counts[0] == counts[1] < 40 * 7
