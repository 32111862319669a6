"""Indexing in a process of its own, so that the reader stays quick and never loads spaCy.

The child is ``python -m model.jobs DIRECTORY PIPELINE PATH…``; it speaks NDJSON on standard output: one
object for each step of progress, and a last one with the report or the error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from model.views import IndexReport, Progress


class IndexJob:
    """One indexing run in a child process. Poll it; nothing blocks and no thread is started."""

    def __init__(self, directory: Path, paths: Sequence[Path], pipeline: str | None = None) -> None:
        self._command = [
            sys.executable, "-m", "model.jobs", str(directory), pipeline or "", *map(str, paths),
        ]  # fmt: skip
        self._child: subprocess.Popen[bytes] | None = None
        self._rest = b""
        self.report: IndexReport | None = None
        self.error: str | None = None

    @property
    def running(self) -> bool:
        """Whether the child was started and has not yet said its last word."""
        return self._child is not None and self.report is None and self.error is None

    def start(self) -> None:
        """Start the child, in a session of its own: keys pressed in the terminal do not reach it."""
        self._child = subprocess.Popen(  # noqa: S603
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._child.stdout is not None
        os.set_blocking(self._child.stdout.fileno(), False)

    def poll(self) -> Sequence[Progress]:
        """What was reported since the last call; afterwards `report` or `error` may be set."""
        if self._child is None or self._child.stdout is None or not self.running:
            return ()
        steps = [step for line in self._lines() if (step := self._take(json.loads(line))) is not None]
        if self.running and self._child.poll() is not None and not self._unread():
            self.error = f"indexing stopped with exit code {self._child.returncode}"
        return steps

    def cancel(self) -> None:
        """Stop the child; what it committed stays."""
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
            self._child.wait()
        if self.running:
            self.error = "indexing was cancelled; what was read so far is kept"

    def _lines(self) -> list[bytes]:
        assert self._child is not None
        assert self._child.stdout is not None
        while chunk := self._child.stdout.read(1 << 16):
            self._rest += chunk
        *lines, self._rest = self._rest.split(b"\n")
        return [line for line in lines if line]

    def _unread(self) -> bool:
        """Whether the child's last words are still in the pipe; reads them for the next poll."""
        assert self._child is not None
        assert self._child.stdout is not None
        chunk = self._child.stdout.read(1 << 16)
        self._rest += chunk or b""
        return b"\n" in self._rest

    def _take(self, said: dict[str, Any]) -> Progress | None:
        if "error" in said:
            self.error = str(said["error"])
        elif "report" in said:
            report = said["report"]
            self.report = IndexReport(
                added=tuple(report["added"]),
                changed=tuple(report["changed"]),
                unchanged=report["unchanged"],
                removed=tuple(report["removed"]),
                skipped=tuple((where, why) for where, why in report["skipped"]),
                seconds=report["seconds"],
            )
        else:
            return Progress(**said)
        return None


def main(arguments: Sequence[str]) -> int:
    """The child: index and report."""
    from model.errors import CrossreadError
    from model.indexing import index
    from model.pipelines import PipelineError

    def say(data: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(data) + "\n")
        sys.stdout.flush()

    directory, pipeline, *paths = arguments
    try:
        report = index(
            Path(directory), paths, pipeline=pipeline or None, progress=lambda step: say(asdict(step))
        )
    except (CrossreadError, PipelineError, OSError) as error:
        say({"error": str(error)})
        return 1
    say({"report": asdict(report)})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
