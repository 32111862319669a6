"""`crossread tour`: the reader on the example articles, with lessons in the reader itself."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from model.corpus import Corpus, corpora_folder, corpus_directory
from model.errors import CrossreadError
from tui.commands.arguments import UsageError
from tui.commands.read import has_terminal

_SEEDS = "seeds"
_TOUR = "tour"


def tour(options: Namespace) -> int:
    """Open the reader with the tour; its judgements stay in a corpus of its own."""
    if not has_terminal():
        raise UsageError("crossread tour: no terminal to read in")
    paths = [Path(path) for path in options.paths]
    for path in paths:
        if not path.exists():
            raise UsageError(f"crossread: {path}: no such file or folder")
    directory = corpus_directory(None, paths) if paths else corpora_folder() / _TOUR
    paths = paths or [example_articles()]
    Corpus.open(directory, create=True, remembered=False).close()
    from tui.app import run

    return run(
        directory,
        paths,
        pipeline=None,
        driver=options.driver,
        theme=options.theme,
        mouse=options.mouse,
        tour=True,
    )


def example_articles() -> Path:
    """The folder of the example articles: beside the code in a checkout, else where they were installed to.
    Raises CrossreadError if they are nowhere.
    """
    for folder in _candidates():
        if any(folder.glob("*.txt")):
            return folder
    raise CrossreadError(
        "the example articles were not installed: crossread tour FOLDER tours articles of your own"
    )


def _candidates() -> Iterator[Path]:
    root = Path(__file__).parents[2]
    yield root / _SEEDS
    yield root / "share" / "crossread" / _SEEDS
    try:
        installed = files("crossread") or ()
    except PackageNotFoundError:
        return
    for file in installed:
        if file.parent.name == _SEEDS and file.suffix == ".txt":
            yield Path(str(file.locate())).resolve().parent
