"""What many tests need: the seeds, and a corpus of them that is built once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the corpora, settings and state of whoever runs it, or has their screen."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    # Of the last two, Textual believes more than the terminal.
    for variable in ("CROSSREAD_CORPUS", "NO_COLOR", "COLORTERM", "COLUMNS", "LINES"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five example articles."""
    return SEEDS


@pytest.fixture(scope="session")
def seeds_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus of the seeds. Never change it: copy it."""
    directory = tmp_path_factory.mktemp("corpora") / "seeds"
    report = index(directory, [SEEDS])
    assert len(report.added) == 5
    return directory


@pytest.fixture
def own_seeds_directory(seeds_directory: Path, tmp_path: Path) -> Path:
    """A copy of the corpus of the seeds, to be changed at will."""
    return Path(shutil.copytree(seeds_directory, tmp_path / "seeds"))


@pytest.fixture
def seeds_corpus(own_seeds_directory: Path) -> Iterator[Corpus]:
    """A corpus of the seeds, opened, to be changed at will."""
    corpus = Corpus.open(own_seeds_directory)
    yield corpus
    corpus.close()
