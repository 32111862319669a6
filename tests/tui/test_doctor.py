"""What `crossread doctor` says of a terminal, a configuration and a corpus, and what it tells one to set."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.commands import doctor
from tui.commands.doctor import Check, terminal

ROOT = Path(__file__).parents[2]
PLAIN = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": ""}


def said(environ: Mapping[str, str], what: str) -> Check:
    return next(check for check in terminal(environ) if check.what == what)


@pytest.mark.parametrize(
    ("environ", "state", "says"),
    [
        ({"TERM": "xterm-256color"}, "ok", "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "ok", "all"),
        ({"TERM": "linux"}, "note", "TERM=xterm-256color"),
        ({"TERM": "vt100"}, "note", "TERM=xterm-256color"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "note", "NO_COLOR is set"),
    ],
)
def test_colours(environ: dict[str, str], state: str, says: str) -> None:
    check = said(environ, "colours")
    assert (check.state, says in check.says) == (state, True), check


@pytest.mark.parametrize(
    ("environ", "state", "says"),
    [
        ({}, "note", "OSC 52"),
        ({"SSH_TTY": "/dev/pts/1"}, "note", "allowed in its settings"),
        ({"STY": "1.pts"}, "note", "GNU screen"),
        ({"TERM": "linux"}, "note", "written to a file"),
    ],
)
def test_the_clipboard_without_a_command(environ: dict[str, str], state: str, says: str) -> None:
    check = said({**PLAIN, **environ}, "clipboard")
    assert (check.state, says in check.says) == (state, True), check


def test_the_clipboard_by_a_command_that_is_installed(tmp_path: Path) -> None:
    program = tmp_path / "wl-copy"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    environ = {**PLAIN, "PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}
    assert said(environ, "clipboard") == Check("clipboard", "ok", "by wl-copy")


@pytest.mark.parametrize(("held", "state"), [("500", "note"), ("10", "ok"), ("", "ok")])
def test_what_tmux_is_to_be_told(
    held: str, state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tmux"
    program.write_text(f'#!/bin/sh\n[ "$3" = escape-time ] && echo "{held}" || echo off\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    environ = {**PLAIN, "PATH": os.environ["PATH"], "TMUX": "/tmp/tmux,1,0"}
    assert said(environ, "escape key").state == state
    clipboard = said(environ, "clipboard")
    assert (clipboard.state, "set-clipboard on" in clipboard.says) == ("note", True)


def checks(*arguments: str | Path, **environ: str) -> tuple[int, dict[str, dict[str, str]]]:
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "doctor", "--json", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environ},
    )
    assert done.stderr == ""
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, {check["what"]: check for check in found}


def test_everything_is_looked_at_and_fine(own_seeds_directory: Path) -> None:
    code, found = checks("--corpus", own_seeds_directory)
    assert code == 0
    assert {check["state"] for check in found.values()} <= {"ok", "note"}
    assert {
        "terminal",
        "colours",
        "encoding",
        "clipboard",
        "configuration",
        "corpora",
        "state",
    } <= found.keys()
    assert found["pipeline"]["state"] == found["corpus"]["state"] == "ok"
    assert "search" not in found


def test_what_is_wrong_is_named_and_fails(own_seeds_directory: Path, tmp_path: Path) -> None:
    shutil.rmtree(own_seeds_directory / "text")
    (own_seeds_directory / "judgements.jsonl").write_text("{broken\n")
    config = tmp_path / "config" / "crossread"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('theme = "sepia"\n')
    code, found = checks(
        "--corpus",
        own_seeds_directory,
        "--pipeline",
        "no_such_pipeline",
        XDG_CONFIG_HOME=str(config.parent),
        XDG_STATE_HOME="/proc/none",
    )
    assert code == 1
    assert found["configuration"]["state"] == found["pipeline"]["state"] == "wrong"
    assert "dark, light, ansi, contrast" in found["configuration"]["says"]
    assert "no_such_pipeline" in found["pipeline"]["says"]
    assert "text index is behind" in found["search"]["says"]
    assert "judgements.jsonl" in found["judgements"]["says"]
    assert all("\n" not in check["says"] for check in found.values())


def test_a_folder_that_cannot_be_written_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    found = {check.what: check for check in doctor._settings()}
    assert found["state"].state == "wrong"
    assert "XDG_STATE_HOME" in found["state"].says
    assert found["corpora"].state == "ok"


def test_an_empty_or_missing_corpus_says_what_to_do(tmp_path: Path) -> None:
    (missing,) = doctor._corpus(Namespace(corpus=None))
    assert (missing.state, "name a folder" in missing.says) == ("note", True)
    (wrong,) = doctor._corpus(Namespace(corpus=str(tmp_path / "none")))
    assert wrong.state == "wrong"
