"""Mentions in their context: all of them, each order as it says, and nothing that is not in the texts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from model.store import concordance
from model.views import ORDERS, Concordance, Order, Spot
from tests.bench.large import build


@pytest.fixture
def corpus(seeds_directory: Path) -> Iterator[Corpus]:
    corpus = Corpus.open(seeds_directory)
    yield corpus
    corpus.close()


def actors(corpus: Corpus) -> list[str]:
    return [row.id for row in corpus.search_actors("", limit=12)]


def lines(corpus: Corpus, entity: str, order: Order, containing: str = "") -> list[Concordance]:
    spots = corpus.spots(entity, order=order, containing=containing)
    found = corpus.concordance(spots)
    assert list(found) == list(spots)
    return list(found.values())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_has_every_mention_once(corpus: Corpus, order: Order) -> None:
    for entity in actors(corpus):
        spots = corpus.spots(entity, order=order)
        assert len(set(spots)) == len(spots) == len(corpus.mentions_of(entity))


def test_contexts_are_the_sentence_around_the_mention(corpus: Corpus) -> None:
    for entity in actors(corpus):
        for item in lines(corpus, entity, "text"):
            reading = corpus.reading(item.row.id)
            sentence = reading.sentences[item.n]
            assert item.before + item.mention.surface + item.after == sentence.span.of(reading.text)
            assert item.mention.surface == reading.text[item.mention.start : item.mention.end]
            assert item.mention.entity == entity


def test_the_order_of_the_text_is_that_of_the_list_of_articles(corpus: Corpus) -> None:
    for entity in actors(corpus):
        found = [(corpus.position(i.row.id), i.mention.start) for i in lines(corpus, entity, "text")]
        assert found == sorted(found)


def test_left_sorts_by_the_words_before_and_right_by_those_after(corpus: Corpus) -> None:
    for entity in actors(corpus):
        left = [words(item.before[-80:])[::-1][:6] for item in lines(corpus, entity, "left")]
        assert left == sorted(left, key=lambda found: (not found, found))
        right = [words(item.after[:80])[:6] for item in lines(corpus, entity, "right")]
        assert right == sorted(right, key=lambda found: (not found, found))


def test_what_has_no_outlet_or_date_comes_last(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    story = "Mayor resigns\n\n{}Ana Ruiz, the mayor, resigned on Monday, police said.\n"
    for number, line in enumerate(("", "By Jo Doe | 2 March 2024\n\n", "By Jo Doe | 1 March 2024\n\n")):
        (sources / f"{number}.txt").write_text(story.format(line), encoding="utf-8")
    index(tmp_path / "corpus", [sources])
    corpus = Corpus.open(tmp_path / "corpus")
    (row, *_) = corpus.search_actors("Ana Ruiz")
    dates = [item.row.published for item in lines(corpus, row.id, "date")]
    assert dates == sorted(dates, key=lambda date: (date is None, date or ""))
    outlets = [item.row.outlet for item in lines(corpus, row.id, "outlet")]
    assert outlets == sorted(outlets, key=lambda outlet: (outlet is None, outlet or ""))
    corpus.close()


def test_only_lines_with_the_words_are_left(corpus: Corpus) -> None:
    for entity in actors(corpus)[:4]:
        every = lines(corpus, entity, "left")
        for query in ("THE", every[0].row.label, "no such words"):
            expected = [
                item
                for item in every
                if query.casefold()
                in f"{item.before}{item.mention.surface}{item.after} {item.row.label}"
                f" {item.row.outlet or ''} {item.row.published or ''}".casefold()
            ]
            assert lines(corpus, entity, "left", query) == expected


def test_spots_of_a_corpus_that_has_changed_are_left_out(corpus: Corpus) -> None:
    assert corpus.concordance([Spot(10_000, 3)]) == {}
    assert corpus.entity_at(Spot(10_000, 3)) is None
    (entity, *_) = actors(corpus)
    assert {corpus.entity_at(spot) for spot in corpus.spots(entity)} == {entity}


def test_more_mentions_than_one_statement_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "_PART", 50)
    build(tmp_path / "corpus", articles=300)
    corpus = Corpus.open(tmp_path / "corpus")
    (row, *_) = corpus.search_actors("", limit=1)
    assert row.mentions > 100
    for order in ORDERS:
        assert len(lines(corpus, row.id, order)) == row.mentions
    corpus.close()
