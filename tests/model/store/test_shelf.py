"""The list of articles as its user has it: its orders, what was read and starred, and queries of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus, CorpusError
from model.indexing import index
from model.store.marks import Mark, Marks
from model.store.places import INDEX, MARKS
from model.views import LIST_ORDERS, ListOrder
from tests.bench.large import build


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Three hundred articles in stories of five."""
    directory = tmp_path_factory.mktemp("made") / "corpus"
    build(directory, articles=300)
    corpus = Corpus.open(directory)
    yield corpus
    corpus.close()


@pytest.mark.parametrize("order", LIST_ORDERS)
def test_windows_positions_and_the_whole_list_agree_in_every_order(made: Corpus, order: ListOrder) -> None:
    whole = [row.id for row in made.articles(order=order)]
    assert len(set(whole)) == made.article_count() == 300
    windows = [row.id for at in range(0, 300, 70) for row in made.articles(offset=at, limit=70, order=order)]
    assert windows == whole
    assert made.find_articles("", order) == whole
    for at in (0, 1, 150, 299):
        assert made.position(whole[at], order) == at


def test_each_order_keeps_together_what_it_is_by(made: Corpus) -> None:
    kinds: dict[ListOrder, list[str | None]] = {
        "story": [row.story for row in made.articles()],
        "outlet": [row.outlet for row in made.articles(order="outlet")],
        "origin": [row.origin for row in made.articles(order="origin")],
        "date": [row.published for row in made.articles(order="date")],
    }
    for order, values in kinds.items():
        seen = list(dict.fromkeys(values))
        assert len(seen) > 1, order
        assert values == sorted(values, key=seen.index), order


def test_a_window_of_a_large_list_reads_no_more_than_itself(made: Corpus) -> None:
    for order in LIST_ORDERS:
        column = {"story": "place"}.get(order, f"by_{order}")
        plan = made._files.database.execute(
            f"EXPLAIN QUERY PLAN SELECT key FROM article ORDER BY {column} LIMIT 60 OFFSET 100"
        ).fetchall()
        assert [step[3] for step in plan] == [f"SCAN article USING COVERING INDEX article_{column}"]


def test_marks_are_shown_asked_for_and_taken_back(seeds_corpus: Corpus) -> None:
    first, second, *others = [row.id for row in seeds_corpus.articles()]
    seeds_corpus.mark(first, read=True)
    seeds_corpus.mark(second, starred=True)
    rows = {row.id: (row.read, row.starred) for row in seeds_corpus.articles()}
    assert rows == {first: (True, False), second: (False, True)} | dict.fromkeys(others, (False, False))
    assert seeds_corpus.find_articles("is:read") == [first]
    assert seeds_corpus.find_articles("is:unread") == [second, *others]
    assert seeds_corpus.find_articles("-is:read") == [second, *others]
    assert seeds_corpus.find_articles("is:starred") == [second]
    assert seeds_corpus.find_articles("is:starred is:read") == []
    seeds_corpus.mark(second, starred=False)
    assert seeds_corpus.find_articles("is:starred") == []


def test_words_narrow_the_list_down(seeds_corpus: Corpus) -> None:
    row = next(row for row in seeds_corpus.articles() if row.outlet)
    assert row.id in seeds_corpus.find_articles((row.outlet or "").upper())
    assert seeds_corpus.find_articles(row.label) == [row.id]
    assert row.id not in seeds_corpus.find_articles(f"-{row.label}")
    untitled = next(row for row in seeds_corpus.articles() if not row.title)
    reading = seeds_corpus.reading(untitled.id)
    assert untitled.opening
    assert untitled.opening[:20] in " ".join(reading.text.split())
    assert untitled.id in seeds_corpus.find_articles(untitled.opening.split()[0])


@pytest.mark.parametrize("query", ["is:", "is:red", "-is:stared"])
def test_another_mark_is_one_clear_line(seeds_corpus: Corpus, query: str) -> None:
    with pytest.raises(CorpusError, match="ask for is:unread, is:read or is:starred"):
        seeds_corpus.find_articles(query)


@pytest.mark.parametrize("query", ["%", "'", '"', "_", "\\", "[bold]", "\ud800", "--"])
def test_a_query_is_nothing_but_words(seeds_corpus: Corpus, query: str) -> None:
    assert set(seeds_corpus.find_articles(query)) <= {row.id for row in seeds_corpus.articles()}


@pytest.mark.parametrize("order", LIST_ORDERS)
def test_the_next_unread_article_is_found_round_and_round(made: Corpus, order: ListOrder) -> None:
    ids = [row.id for row in made.articles(order=order)]
    unread = {ids[10], ids[200]}
    for identity in ids:
        made.mark(identity, read=identity not in unread)
    assert made.next_unread(order, after=ids[3]) == ids[10]
    assert made.next_unread(order, after=ids[10]) == ids[200]
    assert made.next_unread(order, after=ids[250]) == ids[10]
    assert made.next_unread(order, after=None) == ids[10]
    for identity in unread:
        made.mark(identity, read=True)
    assert made.next_unread(order, after=ids[3]) is None
    assert made.next_unread(order, after=None) is None


def test_marks_outlive_the_index(own_seeds_directory: Path, seeds: Path) -> None:
    corpus = Corpus.open(own_seeds_directory)
    ids = [row.id for row in corpus.articles()]
    corpus.mark(ids[0], read=True, starred=True)
    corpus.close()
    (own_seeds_directory / INDEX).unlink()
    index(own_seeds_directory, [seeds])
    corpus = Corpus.open(own_seeds_directory)
    assert {row.id for row in corpus.articles() if row.read and row.starred} == {ids[0]}
    corpus.close()


@pytest.mark.parametrize("damage", [b"no database at all, but as long as one " * 9, b""])
def test_a_file_that_is_no_database_costs_the_marks_and_nothing_else(
    own_seeds_directory: Path, damage: bytes
) -> None:
    (own_seeds_directory / MARKS).write_bytes(damage)
    corpus = Corpus.open(own_seeds_directory)
    first = corpus.articles()[0].id
    corpus.mark(first, read=True)
    assert corpus.articles()[0].read
    assert (corpus.damage is not None) == bool(damage)
    corpus.close()
    if damage:
        assert (own_seeds_directory / MARKS).read_bytes() == damage


def test_where_nothing_can_be_written_marks_last_as_long_as_the_reader(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "no such folder" / MARKS)
    marks.set("a", Mark(starred=True))
    assert marks.starred() == {"a"}
    marks.close()
