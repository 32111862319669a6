"""What the reader's process loads: it opens at once because it knows nothing of language or matching."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

READER = """
import sys
from pathlib import Path
import tui.commands.read, tui.app
from model.corpus import Corpus
corpus = Corpus.open(Path(sys.argv[1]))
for row in corpus.articles():
    for sentence in corpus.reading(row.id).sentences:
        corpus.who_else(sentence.id)
corpus.close()
print(*sorted(sys.modules), sep="\\n")
"""
MODEL = """
import sys
import model.corpus, model.indexing, model.judging, model.adhoc, model.reports.build
print(*sorted(sys.modules), sep="\\n")
"""


def loaded(code: str, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return set(done.stdout.splitlines())


def test_the_reader_reads_without_language_and_matching(seeds_directory: Path) -> None:
    modules = loaded(READER, str(seeds_directory))
    assert not modules & {"spacy", "thinc", "numpy", "rapidfuzz", "lxml", "trafilatura"}
    assert not modules & {
        "model.language",
        "model.pipelines",
        "model.matching",
        "model.actors",
        "model.ingest",
    }


def test_the_model_knows_no_screen() -> None:
    # spaCy brings rich for its own command line, so language analysis is left out here.
    assert not loaded(MODEL) & {"textual", "rich", "tui"}
