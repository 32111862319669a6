"""The proof in a real terminal: tmux shows the same after a session under either driver, colours and all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.tui.robots import length
from tests.tui.terminal.emulator import Emulator, Look

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")

SIZES = [(80, 24), (120, 40), (200, 50)]
MODES = {
    "truecolor": "TERM=tmux-256color COLORTERM=truecolor",
    "256": "TERM=tmux-256color",
    "ansi": "TERM=linux",
    "no colour": "TERM=tmux-256color NO_COLOR=1",
}
SHORT = [(SIZES[0], "256")]
SECONDS = 40
#: Moves in the text that depend on nothing but the keys: no view, no count that waits for time to pass, no
#: Escape that may begin another key.
MOVES = ["Space", *"jjjjjkkJKdugG}{Z."]
_PROMPT = "zqzq"


class Tmux:
    """A tmux server of its own, so that nobody's sessions are touched."""

    _numbers = count()

    def __init__(self, directory: Path, size: tuple[int, int], command: str) -> None:
        self._socket = str(directory / f"tmux-{next(self._numbers)}")
        width, height = map(str, size)
        self._run("-f", "/dev/null", "new-session", "-d", "-x", width, "-y", height, command)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout

    def press(self, keys: list[str]) -> None:
        self._run("send-keys", *keys)

    def screen(self) -> str:
        """The characters with their styles."""
        return self._run("capture-pane", "-e", "-p")

    def wait_for(self, words: str) -> str:
        end = time.monotonic() + SECONDS
        while words not in re.sub(r"\x1b\[[\d;]*m", "", screen := self.screen()):
            assert time.monotonic() < end, screen
        return screen

    def close(self) -> None:
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def opened() -> Iterator[list[Tmux]]:
    terminals: list[Tmux] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


@pytest.mark.parametrize(
    ("size", "mode"),
    [pytest.param(size, mode, id=f"{size[0]}x{size[1]} {mode}") for size in SIZES for mode in MODES]
    if length(0, 1)
    else SHORT,
)
def test_both_drivers_leave_the_same_screen_in_tmux(
    opened: list[Tmux], indexed: Path, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    chance = Random(f"{size} {mode}")
    moves = [chance.choice(MOVES) for _ in range(length(60, 200))]
    screens = []
    for driver in ("stock", "differential"):
        corpus = shutil.copytree(indexed, tmp_path / driver / "seeds")
        environ = f"LC_ALL=C.UTF-8 HOME={tmp_path} XDG_CONFIG_HOME={tmp_path} XDG_STATE_HOME={tmp_path}"
        terminal = Tmux(
            tmp_path,
            size,
            f"env -u TMUX -u COLORTERM -u NO_COLOR {environ} {MODES[mode]} "
            f"{sys.executable} -m tui.cli --corpus {corpus} --driver {driver}",
        )
        opened.append(terminal)
        terminal.wait_for("help")
        for start in range(0, len(moves), 10):
            terminal.press(moves[start : start + 10])
        terminal.press(["/", *_PROMPT])
        screens.append(_looks(terminal.wait_for(_PROMPT), size))
    stock, ours = screens
    for number, (theirs, own) in enumerate(zip(stock, ours, strict=True)):
        assert own == theirs, number
    colours = {look.foreground for row in ours for look in row} - {"", "default"}
    assert bool(colours) == (mode != "no colour")


def _looks(screen: str, size: tuple[int, int]) -> list[list[Look]]:
    """The cells that tmux describes. Of empty ones it does not tell whether they were written or erased."""
    emulator = Emulator(*size)
    for number, line in enumerate(screen.split("\n")[: size[1]], 1):
        emulator.feed(f"\x1b[{number};1H{line}")
    blank = Look(" ", "", "", frozenset())
    return [[blank if look.text == " " else look for look in row] for row in emulator.looks()]
