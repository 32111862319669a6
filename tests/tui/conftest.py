"""The demo corpus, indexed once for all tests of the reader, and an application over a copy of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from tests.tui.hostile import write_hostile_articles
from tui.app import CrossreadApp
from tui.themes import THEMES


@pytest.fixture(scope="session")
def indexed(seeds_directory: Path) -> Path:
    return seeds_directory


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sources = tmp_path_factory.mktemp("hostile-sources")
    write_hostile_articles(sources)
    directory = tmp_path_factory.mktemp("corpora") / "hostile"
    index(directory, [sources])
    return directory


@pytest.fixture
def open_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Corpus]]:
    """Opens a copy of an indexed corpus, so that judgements, state and briefs stay in the test."""
    monkeypatch.chdir(tmp_path)
    opened: list[Corpus] = []

    def open_copy(directory: Path) -> Corpus:
        copied = tmp_path / directory.name
        shutil.copytree(directory, copied)
        opened.append(Corpus.open(copied))
        return opened[-1]

    yield open_copy
    for corpus in opened:
        corpus.close()


@pytest.fixture
def corpus(indexed: Path, open_copy: Callable[[Path], Corpus]) -> Corpus:
    return open_copy(indexed)


@pytest.fixture
def app(corpus: Corpus) -> CrossreadApp:
    app = CrossreadApp(corpus, look=THEMES["dark"])
    app.reader.COUNT_SECONDS = 3600  # a number is settled when a test says so, not by the clock
    return app
