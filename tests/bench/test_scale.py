"""What waiting costs in a corpus of any size: `python -m pytest tests/bench/test_scale.py --benchmark-only`.

The environment says which corpus: CROSSREAD_BENCH_CORPUS names the folder of one that stays, made if it is
not there; CROSSREAD_BENCH_ARTICLES a file of articles (JSON lines with ``text``, may be .gz; else words are
invented), CROSSREAD_BENCH_SENTENCES how many sentences of it. Language analysis is not part of anything but
of the passage from outside. Time is not asserted; 95th percentiles, memory and sizes on disk go with the
results (`--benchmark-json`).
"""

from __future__ import annotations

import os
import random
import resource
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from model.adhoc import AdHoc
from model.corpus import Corpus
from model.linking import link_new
from model.store.files import CorpusFiles
from tests.bench.articles import Told, analysis, articles, build, invented, retold, store_read

T = TypeVar("T")

SENTENCES = int(os.environ.get("CROSSREAD_BENCH_SENTENCES", "20000"))
ARTICLES = os.environ.get("CROSSREAD_BENCH_ARTICLES")
CORPUS = os.environ.get("CROSSREAD_BENCH_CORPUS")
ROUNDS = 200


def source() -> Iterator[Told]:
    """Articles without end."""
    return articles(Path(ARTICLES)) if ARTICLES else invented()


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the corpus."""
    directory = Path(CORPUS) if CORPUS else tmp_path_factory.mktemp("scale") / "corpus"
    if not directory.exists():
        build(directory, source(), sentences=SENTENCES)
    return directory


@pytest.fixture
def corpus(directory: Path) -> Iterator[Corpus]:
    corpus = Corpus.open(directory)
    yield corpus
    corpus.close()


@pytest.fixture
def sentences(corpus: Corpus) -> Sequence[str]:
    """Sentences of articles from all over the corpus, two that follow each other of each."""
    chance = random.Random(7)
    count = corpus.article_count()
    rows = [corpus.articles(offset=chance.randrange(count), limit=1)[0] for _ in range(ROUNDS // 2)]
    chosen = (corpus.reading(row.id).sentences for row in rows)
    return [s.id for found in chosen for s in found[len(found) // 2 :][:2]]


def measured(benchmark: BenchmarkFixture, ask: Callable[[T], object], cases: Sequence[T]) -> None:
    """Ask each case once."""
    waiting = iter(cases)
    benchmark.pedantic(ask, setup=lambda: ((next(waiting),), {}), rounds=len(cases))
    times = sorted(benchmark.stats.stats.data)
    benchmark.extra_info["p95 ms"] = round(1000 * times[int(len(times) * 0.95)], 2)
    benchmark.extra_info["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_opening(benchmark: BenchmarkFixture, directory: Path) -> None:
    def first_screen(_: int) -> None:
        corpus = Corpus.open(directory)
        rows = corpus.articles(limit=60)
        corpus.counts()
        corpus.reading(rows[0].id)
        corpus.close()

    sizes = [sum(f.stat().st_size for f in folder.glob("*")) for folder in (directory, directory / "text")]
    benchmark.extra_info["on disk MB"] = [size // 1_000_000 for size in sizes]
    measured(benchmark, first_screen, range(10))


def test_selecting_a_sentence(benchmark: BenchmarkFixture, corpus: Corpus, sentences: Sequence[str]) -> None:
    measured(benchmark, corpus.who_else, sentences)
    assert any(corpus.who_else(sentence).reports for sentence in sentences)


def test_a_sentence_from_outside(
    benchmark: BenchmarkFixture, corpus: Corpus, sentences: Sequence[str]
) -> None:
    """Its language is read before the clock starts."""
    adhoc = AdHoc()
    readings = {s: corpus.reading(s.rpartition(":")[0]) for s in sentences[::2]}
    texts = [
        reading.text[sentence.start : sentence.end]
        for s, reading in readings.items()
        for sentence in reading.sentences
        if sentence.id == s
    ]
    passages = [adhoc.passage(text) for text in texts]
    measured(benchmark, corpus.who_reports, passages)
    assert sum(bool(corpus.who_reports(passage)) for passage in passages[:9]) > 4


def test_linking_one_more_article(benchmark: BenchmarkFixture, directory: Path, tmp_path: Path) -> None:
    """Another telling of an article that is there: matched and grouped, in a run of its own."""
    files = CorpusFiles(Path(shutil.copytree(directory, tmp_path / "corpus")))
    chance = random.Random(11)
    (count,) = files.database.execute("SELECT MIN(COUNT(*), 2000) FROM article").fetchone()
    told = [one for n, one in zip(range(count), source(), strict=False) if n % (count // 20) == 0][:20]

    def add(one: Told) -> tuple[tuple[CorpusFiles], dict[str, object]]:
        store_read(files, [analysis(retold(one, 99, chance))])
        return (files,), {}

    waiting = iter(told)
    benchmark.pedantic(link_new, setup=lambda: add(next(waiting)), rounds=len(told))
    times = sorted(benchmark.stats.stats.data)
    benchmark.extra_info["p95 ms"] = round(1000 * times[int(len(times) * 0.95)], 2)
    matched = 'SELECT article_a FROM "match" UNION SELECT article_b FROM "match"'
    new = f"SELECT COUNT(*) FROM article WHERE id LIKE '%-99' AND key IN ({matched})"
    assert files.database.execute(new).fetchone()[0] > len(told) // 2
    files.close()
