"""An index run watched from inside the reader: what it says in the status line, and when there is something
new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.jobs import IndexJob
from model.views import IndexReport, Progress


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended, in one line. `details` are what lies behind an error that nobody foresaw."""

    words: str
    wrong: bool = False
    details: str = ""


class IndexWatch:
    """Runs of the indexer over the paths the reader was opened with, one after the other, polled by a
    timer.
    """

    def __init__(self, directory: Path, paths: Sequence[Path], pipeline: str | None) -> None:
        self._make: Callable[[], IndexJob] = lambda: IndexJob(directory, paths, pipeline)
        self._job: IndexJob | None = None
        self.paths = paths
        self.words = ""

    def start(self) -> None:
        """Start a run, unless one is under way or there is nothing to read."""
        if self.paths and self._job is None:
            self._job = self._make()
            self._job.start()
            self.words = "reading the sources …"

    def poll(self) -> Outcome | None:
        """Take note of how far the run is. When it has ended, what it did or what went wrong, once."""
        if self._job is None:
            return None
        for step in self._job.poll():
            self.words = progress_in_words(step)
        if self._job.report is None and self._job.error is None:
            return None
        job, self._job, self.words = self._job, None, ""
        if job.error is not None:
            return Outcome(job.error, wrong=True, details=job.details)
        return Outcome(report_in_words(job.report))

    def cancel(self) -> bool:
        """Stop the run; what it committed stays. Whether there was one."""
        job, self._job, self.words = self._job, None, ""
        if job is not None:
            job.cancel()
        return job is not None


def progress_in_words(step: Progress) -> str:
    """How far a run is, in a few words."""
    count = f" {step.done} of {step.total}" if step.total else ""
    return f"{step.stage}{count}"


def report_in_words(report: IndexReport | None) -> str:
    """What a run did, in one line."""
    if report is None:
        return ""
    parts = [
        f"{len(items)} {word}"
        for items, word in (
            (report.added, "added"),
            (report.changed, "changed"),
            (report.removed, "gone"),
            (report.skipped, "skipped"),
        )
        if items
    ]
    skipped = f": {report.skipped[0][0]}, {report.skipped[0][1]}" if report.skipped else ""
    return f"sources read: {', '.join(parts) or 'nothing new'}{skipped}"
