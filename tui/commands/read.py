"""`crossread PATH…`: index what is new and read; without a terminal, print the plain brief."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from pathlib import Path

from model.corpus import Corpus, corpus_directory
from tui.commands.arguments import UsageError


def read(options: Namespace) -> int:
    """Open the reader, or print the brief where there is no terminal to read in."""
    paths = [Path(path) for path in options.paths]
    if has_terminal():
        return _open_reader(options, paths)
    if not paths:
        raise UsageError("crossread: no terminal to read in; give paths to get a plain brief instead")
    return _print_brief(options, paths)


def _print_brief(options: Namespace, paths: list[Path]) -> int:
    # Loaded here: the reader leaves indexing to a process of its own, and must open without it.
    from tui.commands.brief import print_brief
    from tui.commands.index import run_index
    from tui.commands.output import FAILED, print_skipped

    report = run_index(paths, corpus=options.corpus, pipeline=options.pipeline)
    code = print_skipped(report.skipped)
    if report.read_nothing:
        return FAILED
    corpus = Corpus.open(corpus_directory(options.corpus, paths))
    print_brief(corpus)
    corpus.close()
    return code


def has_terminal() -> bool:
    """Whether the reader can be shown: both streams are a terminal, and one that can place its cursor."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "")


def _open_reader(options: Namespace, paths: list[Path]) -> int:
    missing = [path for path in paths if not path.exists()]
    for path in missing:
        raise UsageError(f"crossread: {path}: no such file or folder")
    directory = corpus_directory(options.corpus, paths)
    Corpus.open(directory, create=bool(paths)).close()
    # What is imported stays until the end: looking through it for garbage, now or later, only costs time.
    gc.disable()
    from tui.app import run

    gc.freeze()
    gc.enable()

    return run(
        directory,
        paths,
        pipeline=options.pipeline,
        driver=options.driver,
        theme=options.theme,
        mouse=options.mouse,
    )
