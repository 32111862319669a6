"""What dossiers and the search of actors cost in a large corpus: see `test_speed` for how to run it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from model.corpus import Corpus
from model.views import Order
from tests.bench.large import build


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A corpus of two thousand articles."""
    directory = tmp_path_factory.mktemp("large") / "corpus"
    build(directory, articles=2_000)
    corpus = Corpus.open(directory)
    yield corpus
    corpus.close()


def most_mentioned(corpus: Corpus) -> str:
    return corpus.search_actors("", limit=1)[0].id


def test_opening_the_dossier_of_the_most_mentioned_actor(benchmark: BenchmarkFixture, corpus: Corpus) -> None:
    entity = most_mentioned(corpus)

    def first_screen() -> None:
        corpus.dossier(entity, claims=25, within=200)
        corpus.concordance(corpus.spots(entity)[:64])

    benchmark(first_screen)


@pytest.mark.parametrize("order", ["left", "date"])
def test_sorting_a_concordance(benchmark: BenchmarkFixture, corpus: Corpus, order: Order) -> None:
    entity = most_mentioned(corpus)
    benchmark(lambda: corpus.spots(entity, order=order))


def test_filtering_a_concordance(benchmark: BenchmarkFixture, corpus: Corpus) -> None:
    entity = most_mentioned(corpus)
    benchmark(lambda: corpus.spots(entity, containing="no such words"))


def test_a_keystroke_before_the_names_have_been_read(benchmark: BenchmarkFixture, corpus: Corpus) -> None:
    queries = cycle(["d", "do", "doh", "dohe"])
    benchmark(lambda: corpus.actors_called(next(queries)))


def test_reading_the_names(benchmark: BenchmarkFixture, corpus: Corpus) -> None:
    benchmark(corpus.read_names)
