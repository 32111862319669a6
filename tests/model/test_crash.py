"""Indexing killed at any stage, and read while it runs: nothing is lost, nothing is seen half done."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from model.jobs import IndexJob
from model.records import Header, to_line

ROOT = Path(__file__).parent.parent.parent
EVENTS = (
    "Ministers in Oslo said on Monday that {n} of them would resign over the budget.",
    "A storm cut off {n} villages near Bergen on Tuesday, the coast guard said.",
    "The Lindsund Shipyard will build {n} ferries, its director Odd Brekke told reporters.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(36):
        event = EVENTS[number % len(EVENTS)]
        told = event.format(n=number // 9 + 4)
        text = f"{told}\n\nNobody was hurt, witness Kari Moen said in report {number}.\n"
        (folder / f"report{number:02}.txt").write_text(text)
    return folder


def command(directory: Path, folder: Path) -> Sequence[str]:
    return [sys.executable, "-m", "model.jobs", str(directory), "", str(folder)]


def run_until(directory: Path, folder: Path, word: bytes, times: int) -> bool:
    """Start indexing and kill it when it has said a word so often; whether it came to that."""
    child = subprocess.Popen(command(directory, folder), stdout=subprocess.PIPE, cwd=ROOT)
    assert child.stdout is not None
    said = 0
    with child.stdout:
        for line in child.stdout:
            said += word in line
            if said == times:
                os.kill(child.pid, signal.SIGKILL)
                break
    child.wait()
    return child.returncode == -signal.SIGKILL


def exported(directory: Path) -> set[str]:
    corpus = Corpus.open(directory)
    lines = {to_line(record) for record in corpus.records(text=True) if not isinstance(record, Header)}
    corpus.close()
    return lines


@pytest.fixture
def undisturbed(folder: Path, tmp_path: Path) -> set[str]:
    index(tmp_path / "undisturbed", [folder])
    return exported(tmp_path / "undisturbed")


def test_killed_at_each_stage_in_turn_the_corpus_opens_and_ends_as_it_would_have(
    folder: Path, tmp_path: Path, undisturbed: set[str]
) -> None:
    directory = tmp_path / "killed"
    for word, times in (
        (b'"reading"', 34), (b'"stories"', 1), (b'"matching"', 9), (b'"origins"', 2),
    ):  # fmt: skip
        assert run_until(directory, folder, word, times), (word, times)
        corpus = Corpus.open(directory)
        for row in corpus.articles():
            corpus.who_else(corpus.reading(row.id).sentences[0].id)
        corpus.search("budget")
        corpus.close()
    index(directory, [folder])
    assert exported(directory) == undisturbed


def test_a_changed_article_is_settled_though_the_run_that_read_it_was_killed(
    folder: Path, tmp_path: Path
) -> None:
    index(tmp_path / "killed", [folder])
    (folder / "report00.txt").write_text("Ministers in Oslo said on Monday that 99 of them would resign.\n")
    assert run_until(tmp_path / "killed", folder, b'"origins"', 1)
    index(tmp_path / "killed", [folder])
    index(tmp_path / "afresh", [folder])
    assert judged_alike(tmp_path / "killed") == judged_alike(tmp_path / "afresh")


def judged_alike(directory: Path) -> set[str]:
    return {line for line in exported(directory) if '"record": "match"' not in line}


def test_reading_while_it_is_written_never_fails(folder: Path, tmp_path: Path) -> None:
    directory = tmp_path / "read"
    corpus = Corpus.open(directory, create=True)
    job = IndexJob(directory, [folder])
    job.start()
    seen: list[int] = []
    while job.running:
        job.poll()
        if not seen or corpus.generation() > seen[-1]:
            seen.append(corpus.generation())
            rows = corpus.articles(limit=60)
            for row in rows[:5]:
                corpus.who_else(corpus.reading(row.id).sentences[-1].id)
                assert 0 <= corpus.position(row.id) < corpus.article_count()
            corpus.search("ministers budget")
            corpus.search_actors("o")
            corpus.timeline(None)
            corpus.coverage(None)
            corpus.families()
    assert job.error is None
    assert job.report is not None
    assert len(job.report.added) == 36
    assert len(seen) > 2
    corpus.close()


def test_a_full_disk_is_one_clear_line_and_the_next_run_goes_on(
    folder: Path, tmp_path: Path, undisturbed: set[str]
) -> None:
    directory = tmp_path / "full"

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    done = subprocess.run(
        command(directory, folder), cwd=ROOT, preexec_fn=little_room, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == ""
    last = done.stdout.splitlines()[-1]
    assert '"error"' in last
    assert str(directory) in last
    index(directory, [folder])
    assert exported(directory) == undisturbed
