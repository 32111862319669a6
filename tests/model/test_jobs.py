"""The indexer in its own process: whatever ends it, the reader hears why in one line."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from model.jobs import IndexJob


def ended(job: IndexJob) -> IndexJob:
    while job.running:
        job.poll()
    return job


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("Ministers in Oslo said on Monday that they would resign.\n")
    return folder


def test_a_run_reports_what_it_did(folder: Path, tmp_path: Path) -> None:
    job = IndexJob(tmp_path / "c", [folder])
    job.start()
    assert ended(job).error is None
    assert job.report is not None
    assert len(job.report.added) == 1
    assert job.details == ""


def test_what_a_user_can_mend_is_a_line_without_details(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    job = IndexJob(tmp_path / "file" / "c", [folder])
    job.start()
    assert str(tmp_path / "file") in (ended(job).error or "")
    assert job.details == ""


def test_a_fault_nobody_foresaw_is_a_line_with_its_details(tmp_path: Path) -> None:
    job = IndexJob(tmp_path / "c", [])
    job._command = job._command[:4]  # a child that is asked for too little
    job.start()
    error = ended(job).error
    assert error is not None
    assert error.startswith("indexing failed: ValueError: ")
    assert "\n" not in error
    assert "Traceback" in job.details


def test_a_child_that_never_began_says_why(tmp_path: Path) -> None:
    job = IndexJob(tmp_path / "c", [])
    job._command = [sys.executable, "-c", "print('no report'); import no_such_module"]
    job.start()
    assert ended(job).error == "indexing failed: ModuleNotFoundError: No module named 'no_such_module'"
    assert "Traceback" in job.details


@pytest.mark.parametrize(("number", "says"), [(signal.SIGKILL, "memory"), (signal.SIGTERM, "SIGTERM")])
def test_a_child_that_is_killed_says_so(folder: Path, tmp_path: Path, number: int, says: str) -> None:
    job = IndexJob(tmp_path / "c", [folder])
    job.start()
    assert job._child is not None
    os.kill(job._child.pid, number)
    assert says in (ended(job).error or "")


def test_a_cancelled_run_says_that_what_was_read_is_kept(folder: Path, tmp_path: Path) -> None:
    job = IndexJob(tmp_path / "c", [folder])
    job.start()
    job.cancel()
    assert not job.running
    assert job.error == "indexing was cancelled; what was read so far is kept"
    assert job.poll() == ()
