"""Indexing in a process of its own, so that the reader stays quick and never loads spaCy.

The child is ``python -m model.jobs DIRECTORY PIPELINE PATH…``; it speaks NDJSON on standard output: one
object for each step of progress, and a last one with the report, or with the error in one line and the
details of one that nobody foresaw. What libraries print goes to standard error, which is kept in a file for
a child that ends without a last word.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from traceback import format_exception
from typing import IO, Any

from model.errors import CrossreadError
from model.views import IndexReport, Progress

#: The most bytes of a dead child's last words that are kept: many tracebacks long.
_LAST_WORDS = 1 << 16


class IndexJob:
    """One indexing run in a child process. Poll it; nothing blocks and no thread is started.

    When it has ended, `report` or `error` is set; `details` are the lines behind an error that nobody
    foresaw.
    """

    def __init__(self, directory: Path, paths: Sequence[Path], pipeline: str | None = None) -> None:
        self._command = [
            sys.executable, "-m", "model.jobs", str(directory), pipeline or "", *map(str, paths),
        ]  # fmt: skip
        self._child: subprocess.Popen[bytes] | None = None
        self._printed: IO[bytes] | None = None
        self._rest = b""
        self.report: IndexReport | None = None
        self.error: str | None = None
        self.details = ""

    @property
    def running(self) -> bool:
        """Whether the child was started and has not yet said its last word."""
        return self._child is not None and self.report is None and self.error is None

    def start(self) -> None:
        """Start the child, in a session of its own: keys pressed in the terminal do not reach it."""
        self._printed = TemporaryFile()  # noqa: SIM115 - it is open as long as the child runs
        self._child = subprocess.Popen(  # noqa: S603
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._printed,
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
            self.details = self._last_words()
            self.error = _died(self._child.returncode, self.details)
        if self.report is not None or self.error is not None:
            self._let_go()
        return steps

    def cancel(self) -> None:
        """Stop the child; what it committed stays."""
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
            self._child.wait()
        if self.running:
            self.error = "indexing was cancelled; what was read so far is kept"
        self._let_go()

    def _lines(self) -> list[bytes]:
        assert self._child is not None
        assert self._child.stdout is not None
        while chunk := self._child.stdout.read(1 << 16):
            self._rest += chunk
        *lines, self._rest = self._rest.split(b"\n")
        # Whatever printed before the child had standard output to itself is no report.
        return [line for line in lines if line.startswith(b"{")]

    def _unread(self) -> bool:
        """Whether the child's last words are still in the pipe; reads them for the next poll."""
        assert self._child is not None
        assert self._child.stdout is not None
        chunk = self._child.stdout.read(1 << 16)
        self._rest += chunk or b""
        return b"\n" in self._rest

    def _let_go(self) -> None:
        """Close what was open towards the child."""
        if self._child is not None and self._child.stdout is not None:
            self._child.stdout.close()
        if self._printed is not None:
            self._printed.close()

    def _last_words(self) -> str:
        """The end of what the child printed beside its reports."""
        assert self._printed is not None
        size = self._printed.seek(0, os.SEEK_END)
        self._printed.seek(max(0, size - _LAST_WORDS))
        return self._printed.read().decode("utf-8", "replace").strip()

    def _take(self, said: dict[str, Any]) -> Progress | None:
        if "error" in said:
            self.error, self.details = str(said["error"]), str(said.get("details", ""))
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


def _died(code: int, printed: str) -> str:
    """Why a child ended without a last word, in one line."""
    if code == -signal.SIGKILL:
        return "indexing was killed, perhaps for want of memory; what was read so far is kept"
    if code < 0:
        return f"indexing was stopped by {signal.Signals(-code).name}; what was read so far is kept"
    last = printed.rpartition("\n")[2].strip()
    return f"indexing failed: {last}" if last else f"indexing stopped with exit code {code}"


def main(arguments: Sequence[str]) -> int:
    """The child: index and report."""
    # Reports have standard output for themselves: a library that prints there must not break their lines.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as reports:
        os.dup2(2, 1)

        def say(data: dict[str, Any]) -> None:
            reports.write(json.dumps(data) + "\n")
            reports.flush()

        try:
            return _index(arguments, say)
        except Exception as error:
            # The reader that waits for this child must be able to say what happened, whatever it was.
            say({"error": f"indexing failed: {one_line(error)}", "details": "".join(format_exception(error))})
            return 1


def _index(arguments: Sequence[str], say: Callable[[dict[str, Any]], None]) -> int:
    from model.indexing import index

    directory, pipeline, *paths = arguments
    try:
        report = index(
            Path(directory), paths, pipeline=pipeline or None, progress=lambda step: say(asdict(step))
        )
    except (CrossreadError, OSError) as error:
        say({"error": str(error)})
        return 1
    say({"report": asdict(report)})
    return 0


def one_line(error: BaseException) -> str:
    """An error that was never meant to be read: its kind and what it says, in one line."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
