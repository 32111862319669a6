"""Copying text to the user's clipboard, wherever it is, and saying which way it went.

Over SSH only the terminal can reach it, by OSC 52. It carries the text as base64, so nothing in the text is
ever an escape sequence to anybody; and it is not answered, so a command that can say no is tried first where
one is near.
"""

from __future__ import annotations

import os
import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from shutil import which

_MOST_BYTES = 74_994
"""Of text in one OSC 52: 100,000 bytes as base64, the least limit among terminals that document one."""
_SCREEN_CHUNK = 250
"""GNU screen cuts off device control strings, before version 4.2 at 256 bytes."""
_SECONDS = 2.0
_NO_CLIPBOARD = {"", "dumb", "linux", "unknown"}


class Way(Enum):
    """How the text went."""

    COMMAND = "command"
    TERMINAL = "terminal"
    FILE = "file"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Copied:
    """The outcome of a copy; `words` say it to the user in one line."""

    way: Way
    words: str


def copy(text: str, write: Callable[[str], object], environ: Mapping[str, str] = os.environ) -> Copied:
    """Copy `text` by the surest way there is: a command, the terminal, a file. Never raises for want of one.

    `write` sends a string to the terminal as it is.
    """
    data = text.encode("utf-8", "replace")
    for words in _commands(environ):
        if _run(words, data, environ):
            return Copied(Way.COMMAND, f"copied with {words[0]}")
    if len(data) <= _MOST_BYTES and reaches_terminal(environ):
        write(osc52(data, environ))
        return Copied(Way.TERMINAL, "copied through the terminal (OSC 52)")
    path = _state_directory(environ) / "copied.txt"
    try:
        _write_privately(path, data)
    except OSError as error:
        return Copied(Way.NOWHERE, f"not copied: no clipboard, and {path}: {error.strerror}")
    return Copied(Way.FILE, f"no clipboard for {len(data):,} bytes here: written to {path}")


def command(environ: Mapping[str, str]) -> str | None:
    """The command that `copy` tries first, of those that are installed."""
    installed = (words[0] for words in _commands(environ) if which(words[0], path=environ.get("PATH")))
    return next(installed, None)


def reaches_terminal(environ: Mapping[str, str]) -> bool:
    """Whether the terminal may have a clipboard of its own."""
    return environ.get("TERM", "") not in _NO_CLIPBOARD


def osc52(data: bytes, environ: Mapping[str, str]) -> str:
    """The sequence that sets the clipboard, wrapped for the multiplexer that stands between.

    tmux gets it twice, bare (for `set-clipboard on`) and wrapped (for `allow-passthrough on`).
    """
    sequence = f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"
    if "TMUX" in environ:
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return f"{sequence}\x1bPtmux;{doubled}\x1b\\"
    if "STY" in environ:
        chunks = (sequence[start : start + _SCREEN_CHUNK] for start in range(0, len(sequence), _SCREEN_CHUNK))
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return sequence


def _commands(environ: Mapping[str, str]) -> Iterator[list[str]]:
    """Commands that set the clipboard the user sees: tmux's and, on the user's own machine, the desktop's."""
    if "TMUX" in environ:
        yield ["tmux", "load-buffer", "-w", "-"]
    if "SSH_CONNECTION" in environ or "SSH_TTY" in environ:
        return
    if "WAYLAND_DISPLAY" in environ:
        yield ["wl-copy"]
    if "DISPLAY" in environ:
        yield ["xclip", "-selection", "clipboard"]
    yield ["pbcopy"]


def _run(command: list[str], data: bytes, environ: Mapping[str, str]) -> bool:
    """Whether the command is there and took the data. Its output is closed: xclip would hold it open."""
    program = which(command[0], path=environ.get("PATH"))
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603  a fixed list of commands, the text only on standard input
            [program, *command[1:]],
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            env=dict(environ),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _state_directory(environ: Mapping[str, str]) -> Path:
    """`$XDG_STATE_HOME/crossread`, by the XDG specification: a relative path there is ignored."""
    given = Path(environ.get("XDG_STATE_HOME", ""))
    base = given if given.is_absolute() else Path(environ.get("HOME", "~")).expanduser() / ".local" / "state"
    return base / "crossread"


def _write_privately(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
