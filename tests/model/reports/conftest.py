"""The hand-written corpus, opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus
from tests.model.reports.written import write_corpus


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """The corpus of `tests.model.reports.written`; not to be changed."""
    directory: Path = tmp_path_factory.mktemp("corpora") / "ferry"
    corpus = Corpus.open(write_corpus(directory))
    yield corpus
    corpus.close()
