"""Copying: which way the text goes, and that it goes as data only."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.clipboard import Way, copy, osc52

SSH = {"TERM": "xterm-256color", "SSH_CONNECTION": "a 1 b 2", "PATH": ""}


def command(directory: Path, name: str, script: str) -> None:
    path = directory / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)


def decoded(sequence: str) -> bytes:
    """The data of one OSC 52."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found is not None
    return b64decode(found[1])


@given(st.text())
def test_the_text_is_data_whatever_it_is(text: str) -> None:
    sent: list[str] = []
    copied = copy(text, sent.append, SSH)
    assert copied.way is Way.TERMINAL
    assert decoded(sent[0]) == text.encode("utf-8", "replace")


@given(st.binary(max_size=900))
def test_screen_gets_short_strings_that_join_to_the_sequence(data: bytes) -> None:
    wrapped = osc52(data, {"STY": "1.host"})
    chunks = re.findall(r"\x1bP(.*?)\x1b\\", wrapped, re.DOTALL)
    assert "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks) == wrapped
    assert all(len(chunk) <= 250 for chunk in chunks)
    assert decoded("".join(chunks)) == data


def test_tmux_gets_the_sequence_bare_and_wrapped() -> None:
    sequence = osc52(b"text", {})
    assert osc52(b"text", {"TMUX": "x"}) == f"{sequence}\x1bPtmux;\x1b{sequence}\x1b\\"


def test_a_command_that_takes_the_text_comes_first(tmp_path: Path) -> None:
    command(tmp_path, "wl-copy", f"/bin/cat > {tmp_path}/got")
    environ = {"TERM": "xterm", "WAYLAND_DISPLAY": "w", "PATH": str(tmp_path)}
    copied = copy("“text”\x1b[31m", lambda _: pytest.fail("the terminal was asked"), environ)
    assert (copied.way, copied.words) == (Way.COMMAND, "copied with wl-copy")
    assert (tmp_path / "got").read_text() == "“text”\x1b[31m"


def test_a_command_that_fails_is_passed_over(tmp_path: Path) -> None:
    command(tmp_path, "xclip", "exit 1")
    sent: list[str] = []
    assert (
        copy("text", sent.append, {"TERM": "xterm", "DISPLAY": ":0", "PATH": str(tmp_path)}).way
        is Way.TERMINAL
    )
    assert decoded(sent[0]) == b"text"


def test_over_ssh_the_desktop_of_the_server_is_left_alone(tmp_path: Path) -> None:
    command(tmp_path, "xclip", "exit 0")
    assert copy("text", lambda _: None, SSH | {"DISPLAY": ":0", "PATH": str(tmp_path)}).way is Way.TERMINAL


@pytest.mark.parametrize("change", [{"TERM": "linux"}, {}], ids=["no clipboard", "too long"])
def test_what_the_terminal_cannot_take_goes_to_a_private_file(tmp_path: Path, change: dict[str, str]) -> None:
    text = "ü" * (10 if change else 40_000)
    environ = SSH | change | {"XDG_STATE_HOME": str(tmp_path)}
    copied = copy(text, lambda _: pytest.fail("the terminal was asked"), environ)
    path = tmp_path / "crossread" / "copied.txt"
    assert copied.way is Way.FILE
    assert str(path) in copied.words
    assert path.read_text(encoding="utf-8") == text
    assert path.stat().st_mode & 0o077 == 0


def test_when_nothing_works_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    copied = copy("text", print, {"TERM": "linux", "PATH": "", "XDG_STATE_HOME": str(tmp_path / "file")})
    assert copied.way is Way.NOWHERE
    assert "\n" not in copied.words
