"""What the reader waits for: `python -m pytest tests/bench --benchmark-only`. Time is not asserted."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from model.actors import NameIndex
from model.corpus import Corpus
from model.indexing import index
from model.linking import link_new
from model.records import EntityType
from model.store.files import CorpusFiles
from model.store.text_index import TextIndex
from tests.bench.large import DAY_ONE, Texts, analysis, build, store

NAMES = 200_000
SENTENCES = 200_000
SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnqrstwyz" for vowel in "aiu"]


@pytest.fixture
def corpus(seeds_directory: Path) -> Iterator[Corpus]:
    corpus = Corpus.open(seeds_directory)
    yield corpus
    corpus.close()


@pytest.fixture(scope="module")
def large_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus of two thousand articles."""
    directory = tmp_path_factory.mktemp("large") / "corpus"
    build(directory, articles=2_000)
    return directory


def words(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count))


def test_who_else_reports_a_sentence(benchmark: BenchmarkFixture, corpus: Corpus) -> None:
    sentences = cycle([s.id for row in corpus.articles() for s in corpus.reading(row.id).sentences])
    benchmark(lambda: corpus.who_else(next(sentences)))


def test_opening_an_article(benchmark: BenchmarkFixture, corpus: Corpus) -> None:
    articles = cycle([row.id for row in corpus.articles()])
    benchmark(lambda: corpus.reading(next(articles)))


def test_opening_a_corpus(benchmark: BenchmarkFixture, seeds_directory: Path) -> None:
    benchmark(lambda: Corpus.open(seeds_directory).close())


def test_first_screen_of_a_large_corpus(benchmark: BenchmarkFixture, large_directory: Path) -> None:
    def first_screen() -> None:
        corpus = Corpus.open(large_directory)
        rows = corpus.articles(limit=60)
        corpus.counts()
        corpus.position(rows[30].id)
        corpus.who_else(corpus.reading(rows[30].id).sentences[2].id)
        corpus.close()

    benchmark(first_screen)


def test_linking_one_article_into_a_large_corpus(
    benchmark: BenchmarkFixture, large_directory: Path, tmp_path: Path
) -> None:
    files = CorpusFiles(Path(shutil.copytree(large_directory, tmp_path / "corpus")))
    told = Texts(seed=7).story(0)[0]
    lines, names = told.document.text.split("\n"), sorted({mention.surface for mention in told.mentions})
    numbers = iter(range(100))

    def another() -> None:
        store(files, [analysis(f"new{next(numbers)}", lines, names, DAY_ONE)])

    benchmark.pedantic(lambda: link_new(files), setup=another, rounds=5)
    files.close()


def test_a_keystroke_over_many_names(benchmark: BenchmarkFixture) -> None:
    chance = random.Random(7)
    kinds: list[EntityType] = ["PERSON", "ORG"]
    rows = [(f"e{n}", words(chance, 2).title(), kinds[n % 2], chance.randint(1, 90)) for n in range(NAMES)]
    names = NameIndex(rows)
    queries = cycle([row[1][:length] for row in rows[:50] for length in range(1, 9)])
    benchmark(lambda: names.search(next(queries), limit=50))


def test_ranking_over_many_sentences(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    chance = random.Random(7)
    text_index = TextIndex(tmp_path / "text")
    texts = [words(chance, 25) for _ in range(SENTENCES)]
    for article in range(SENTENCES // 100):
        text_index.add(article, [(n, texts[article * 100 + n], True) for n in range(100)])
    text_index.commit("1")
    queries = cycle(texts[:200])
    benchmark(lambda: text_index.search(next(queries), limit=200))


def test_indexing_the_seeds_from_nothing(benchmark: BenchmarkFixture, seeds: Path, tmp_path: Path) -> None:
    runs = iter(range(100))
    benchmark.pedantic(lambda: index(tmp_path / str(next(runs)), [seeds]), rounds=3)


def test_indexing_the_seeds_again(
    benchmark: BenchmarkFixture, seeds: Path, own_seeds_directory: Path
) -> None:
    benchmark(lambda: index(own_seeds_directory, [seeds]))
