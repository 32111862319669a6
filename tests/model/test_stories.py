"""Judging stories of a real corpus: it takes effect at once, is taken back, and outlives the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from model.corpus import Corpus, CorpusError
from model.indexing import index
from model.store.places import INDEX


def stories(corpus: Corpus) -> set[frozenset[str]]:
    """The articles of each story."""
    found: dict[str | None, set[str]] = {}
    for row in corpus.articles():
        found.setdefault(row.story, set()).add(row.id)
    return {frozenset(members) for members in found.values()}


def largest(corpus: Corpus) -> list[str]:
    return max((sorted(story) for story in stories(corpus)), key=len)


def lone(corpus: Corpus) -> str:
    return next(article for story in stories(corpus) if len(story) == 1 for article in story)


def telling(corpus: Corpus, article: str) -> set[str]:
    """Articles that report some sentence of this one, as far as they are of its story."""
    reading = corpus.reading(article)
    return {
        report.row.id
        for sentence in reading.sentences
        for report in corpus.who_else(sentence.id).reports
        if not report.other_story
    }


def everything(corpus: Corpus) -> Mapping[str, object]:
    """What is concluded of all stories, without their ids."""
    return {
        row.id: (
            sorted(telling(corpus, row.id)),
            corpus.reading(row.id).loudest,
            row.family,
            [(sorted(group.sentences), group.independent) for group in corpus.groups(row.story)],
        )
        for row in corpus.articles()
    }


@pytest.fixture
def corpus(seeds_corpus: Corpus) -> Iterator[Corpus]:
    assert len(largest(seeds_corpus)) > 2
    yield seeds_corpus


@pytest.mark.parametrize("which", [0, 1, -1])
def test_an_article_is_split_out_and_taken_back(corpus: Corpus, which: int) -> None:
    before, concluded = stories(corpus), everything(corpus)
    members = largest(corpus)
    article = members.pop(which)
    corpus.judge("story", article, members[0], "different")
    assert stories(corpus) == before - {frozenset({article, *members})} | {
        frozenset({article}),
        frozenset(members),
    }
    assert not telling(corpus, article)
    rows = {row.id: row for row in corpus.articles()}
    assert rows[article].company == 1
    assert rows[members[0]].company == len(members)
    assert len(corpus.coverage(rows[members[0]].story).articles) == len(members)
    corpus.undo()
    assert corpus.judgements() == []
    assert stories(corpus) == before
    assert everything(corpus) == concluded


def test_two_stories_are_merged_and_taken_back(corpus: Corpus) -> None:
    before, concluded = stories(corpus), everything(corpus)
    article, members = lone(corpus), largest(corpus)
    corpus.judge("story", article, members[1], "same")
    assert frozenset({article, *members}) in stories(corpus)
    rows = {row.id: row for row in corpus.articles()}
    assert rows[article].company == len(members) + 1
    assert article in {row.id for row in corpus.coverage(rows[members[0]].story).articles}
    corpus.undo()
    assert stories(corpus) == before
    assert everything(corpus) == concluded


def test_the_last_word_wins(corpus: Corpus) -> None:
    before = stories(corpus)
    article, members = lone(corpus), largest(corpus)
    corpus.judge("story", article, members[0], "same")
    corpus.judge("story", article, members[1], "different")
    assert stories(corpus) == before
    corpus.judge("story", members[1], article, "same")
    assert frozenset({article, *members}) in stories(corpus)


def test_what_was_judged_holds_when_all_is_indexed_anew_in_any_order(corpus: Corpus, seeds: Path) -> None:
    article, members = lone(corpus), largest(corpus)
    corpus.judge("story", members[0], members[1], "different")
    corpus.judge("story", article, members[0], "same")
    judged, told = stories(corpus), {row.id: telling(corpus, row.id) for row in corpus.articles()}
    assert judged == {frozenset({article, members[0]}), frozenset(members[1:])}
    (corpus.directory / INDEX).unlink()
    index(corpus.directory, [seeds])
    again = Corpus.open(corpus.directory)
    assert stories(again) == judged
    assert {row.id: telling(again, row.id) for row in again.articles()} == told
    again.close()
    (corpus.directory / INDEX).unlink()
    for path in sorted(seeds.iterdir(), reverse=True):
        index(corpus.directory, [path])
    again = Corpus.open(corpus.directory)
    assert stories(again) == judged
    again.close()


def test_a_judgement_written_down_and_not_acted_on_is_carried_through_by_the_next_run(
    corpus: Corpus, seeds: Path
) -> None:
    members = largest(corpus)
    pairs: list[tuple[str, str | None]] = [(members[0], other) for other in members[1:]]
    corpus._files.judgements.append_all("story", pairs, "different")
    index(corpus.directory, [seeds])
    assert frozenset({members[0]}) in stories(corpus)
    corpus._files.judgements.undo()
    index(corpus.directory, [seeds])
    assert frozenset(members) in stories(corpus)


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_an_article_that_is_not_there_is_one_clear_line(corpus: Corpus, verdict: str) -> None:
    with pytest.raises(CorpusError, match="nowhere: no article of that id"):
        corpus.judge("story", lone(corpus), "nowhere", verdict)
    assert corpus.judgements() == []


def test_a_derivation_is_rejected_confirmed_and_taken_back(corpus: Corpus) -> None:
    before = everything(corpus)
    family = next(family for family in corpus.families() if len(family.members) > 1 and family.origins)
    row, derivations = next((row, found) for row, found in family.members if found)
    origin = next(o for o in family.origins if o.id == derivations[0].origin)

    def derives() -> bool:
        found = [d for each in corpus.families() for r, ds in each.members if r.id == row.id for d in ds]
        names = {o.id: o.name for each in corpus.families() for o in each.origins}
        return origin.name in {names[d.origin] for d in found}

    corpus.judge("derivation", row.id, origin.id, "rejected")
    assert corpus.judgements()[-1].note == origin.name
    assert not derives()
    corpus.judge("derivation", row.id, origin.id, "confirmed")
    assert derives()
    corpus.undo()
    assert not derives()
    corpus.undo()
    assert derives()
    assert everything(corpus) == before


def test_a_rejected_derivation_holds_when_its_origin_has_another_id(corpus: Corpus, seeds: Path) -> None:
    family = next(family for family in corpus.families() if len(family.members) > 1 and family.origins)
    row = next(row for row, found in family.members if found)
    corpus._files.judgements.append("derivation", row.id, "o-long-gone", "rejected", family.origins[0].name)
    (corpus.directory / INDEX).unlink()
    index(corpus.directory, [seeds])
    again = Corpus.open(corpus.directory)
    assert not any(
        row.id in origin.articles
        for each in again.families()
        for origin in each.origins
        if origin.name == family.origins[0].name
    )
    again.close()
