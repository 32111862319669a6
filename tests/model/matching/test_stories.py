"""Stories: what belongs together, whatever comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import permutations

from model.matching import assign_story, story_id
from model.passage import Named, Outline, Witness
from tests.model.matching.memory_index import MemoryIndex
from tests.model.matching.written import Said, written

FERRY = [
    "A passenger ferry with 240 people aboard capsized off the island of Tarvik on Sunday night, killing 31.",
    "Rescuers searched the cold water for survivors until dawn, the coast guard of Tarvik said.",
    "The captain, Olen Brask, had reported a fire in the engine room minutes before the ferry went down.",
    "Transport minister Hedda Lonn promised an inquiry into the ferry's safety records.",
]
FERRY_RETOLD = [
    "At least 31 people died when a ferry capsized near Tarvik island after a fire in its engine room.",
    "The vessel carried 240 passengers; its captain Olen Brask had radioed for help, rescuers said.",
    "Minister Hedda Lonn said that an inquiry would look into safety records of the ferry's owner.",
]
BUDGET = [
    "Parliament passed the budget after a night of debate, raising the tax on fuel by four percent.",
    "Opposition leader Marn Tolvek called the budget an insult to farmers.",
    "Finance minister Runa Skell said the money would pay for schools.",
]
OTHER_FERRY = [
    "A ferry ran aground off Tarvik island in thick fog, and all 90 passengers were taken off unhurt.",
    "The harbour office blamed a broken radar for the accident, the second of the year.",
    "Tourists spent the night in a school, and the line offered them a refund.",
]


def ferry(article: str = "a", published: str | None = None) -> Witness:
    names = {"brask": "Olen Brask", "lonn": "Hedda Lonn"}
    told = [Said(text, actors={e: n for e, n in names.items() if n in text}) for text in FERRY]
    return written(article, told, title="Ferry capsizes off Tarvik", published=published)


def retold(article: str = "b", published: str | None = None) -> Witness:
    names = {"brask": "Olen Brask", "lonn": "Hedda Lonn"}
    told = [Said(text, actors={e: n for e, n in names.items() if n in text}) for text in FERRY_RETOLD]
    return written(article, told, title="Dozens die as ferry capsizes", published=published)


def stories_of(*witnesses: Witness) -> dict[str, str]:
    index, found = MemoryIndex(), {}
    for witness in witnesses:
        found[witness.article.id] = assign_story(witness, index)
        index.add(witness, found[witness.article.id])
    return found


def test_a_first_article_begins_a_story_named_after_it() -> None:
    assert stories_of(ferry()) == {"a": story_id("a")}


def test_two_reports_of_one_event_join_and_another_event_stays_apart_in_any_order() -> None:
    articles = [ferry(), retold(), written("c", BUDGET, title="Parliament passes budget")]
    for order in permutations(articles):
        found = stories_of(*order)
        assert found["a"] == found["b"] != found["c"]


def test_the_same_place_and_kind_of_event_is_not_the_same_event() -> None:
    found = stories_of(ferry(), written("d", OTHER_FERRY, title="Ferry accident off Tarvik"))
    assert found["a"] != found["d"]


def test_months_apart_more_is_asked_than_on_one_day() -> None:
    near = stories_of(ferry(published="2024-03-04"), retold(published="2024-03-05T06:00:00Z"))
    assert near["a"] == near["b"]
    loose = [*FERRY_RETOLD[:1], *BUDGET]
    far = stories_of(ferry(published="2024-03-04"), written("e", loose, published="2024-11-20"))
    assert far["a"] != far["e"]


def test_a_date_that_is_none_is_no_obstacle() -> None:
    found = stories_of(ferry(published="some day"), retold(published="2024-03-05"))
    assert found["a"] == found["b"]


def test_two_copies_of_one_file_tell_one_story() -> None:
    found = stories_of(ferry("a"), ferry("copy"))
    assert found["a"] == found["copy"]


def test_an_article_of_one_sentence_or_none() -> None:
    found = stories_of(ferry(), written("one", ["Nothing happened."]), written("none", []))
    assert len(set(found.values())) == 3


def test_articles_of_another_event_are_told_apart_without_asking_whom_they_name() -> None:
    asked: set[str] = set()

    class Counting(MemoryIndex):
        def named(self, outlines: Iterable[Outline]) -> Mapping[str, Named]:
            found = super().named(outlines)
            asked.update(found)
            return found

    index = Counting([written("c", BUDGET, published="2024-01-01", story="s")])
    index.add(ferry(published="2024-05-01"), "t")
    index.add(written("d", [*BUDGET, FERRY[1]], published="2024-02-01"), "u")
    assert assign_story(retold(published="2024-05-02"), index) == "t"
    assert asked == {"a"}
