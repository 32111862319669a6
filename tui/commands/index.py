"""`crossread index PATH…`: bring a corpus up to date."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from model.corpus import Corpus, corpus_directory
from model.indexing import Report
from model.indexing import index as index_sources
from model.views import IndexReport, Progress
from tui.commands.output import FAILED, print_records, print_skipped, print_text


def index(options: Namespace) -> int:
    """Index, say what came, and name what was skipped."""
    paths = [Path(path) for path in options.paths]
    report = run_index(paths, corpus=options.corpus, pipeline=options.pipeline)
    code = print_skipped(report.skipped)
    if options.json:
        _print_new(corpus_directory(options.corpus, paths), report)
    else:
        print_text(
            f"{len(report.added)} added, {len(report.changed)} changed, {report.unchanged} unchanged,"
            f" {len(report.removed)} removed, {len(report.skipped)} skipped in {report.seconds:.1f} s"
        )
    return FAILED if report.read_nothing else code


def run_index(paths: Sequence[Path], *, corpus: str | None, pipeline: str | None) -> IndexReport:
    """Index with a progress bar on standard error, if that is a terminal."""
    directory = corpus_directory(corpus, paths)
    with _progress_bar() as progress:
        return index_sources(directory, paths, pipeline=pipeline, progress=progress)


@contextmanager
def _progress_bar() -> Iterator[Report]:
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("starting", total=None)

        def show(step: Progress) -> None:
            bar.update(task, description=step.stage, completed=step.done, total=step.total or None)

        yield show


def _print_new(directory: Path, report: IndexReport) -> None:
    corpus = Corpus.open(directory)
    new = {*report.added, *report.changed}
    print_records(corpus.reading(row.id).bare for row in corpus.articles() if row.id in new)
    corpus.close()
