"""The whole program in a pseudo-terminal: it starts, obeys keys, keeps its place, leaves cleanly."""

import os
import pty
import re
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

COLUMNS, ROWS = 100, 30
SECONDS = 30
#: The mode in which a terminal reports the mouse's buttons, as the emulator numbers private modes.
MOUSE = 1000 << 5


class Terminal:
    """A program in a terminal of its own, and what a person before it would see."""

    def __init__(self, arguments: list[str], environ: dict[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(environ, LINES=str(ROWS), COLUMNS=str(COLUMNS), TERM="xterm-256color")
            os.execv(sys.executable, [sys.executable, "-m", "tui.cli", *arguments])

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def wait_for(self, seen: Callable[[str], bool], limit: float = SECONDS) -> str:
        """The screen as soon as `seen` says so of it."""
        end = time.monotonic() + limit
        while not seen(self.text()):
            if time.monotonic() > end or not self._pump(end):
                pytest.fail(f"not seen in {limit} s:\n{self.text()}")
        return self.text()

    def wait_for_end(self) -> int:
        """The exit code of the program, whatever it still writes."""
        end = time.monotonic() + SECONDS
        while self._pump(end):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _pump(self, end: float) -> bool:
        if not select.select([self._descriptor], [], [], max(0, end - time.monotonic()))[0]:
            return False
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:
            return False
        self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*u|\x1b\[\?[0-9;]*\$p", b"", data))
        return bool(data)


@pytest.fixture
def start(indexed: Path, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the reader on a copy of the demo corpus."""
    shutil.copytree(indexed, tmp_path / "seeds")
    environ = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    started: list[Terminal] = []

    def start(*options: str) -> Terminal:
        started.append(Terminal(["--corpus", str(tmp_path / "seeds"), *options], environ))
        return started[-1]

    yield start
    for terminal in started:
        try:
            os.kill(terminal.pid, signal.SIGKILL)
            os.waitpid(terminal.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            continue


@pytest.mark.parametrize("driver", ["differential", "stock"])
def test_keys_move_the_selection_and_the_place_is_kept(start: Callable[..., Terminal], driver: str) -> None:
    terminal = start("--driver", driver)
    terminal.wait_for(lambda text: "┃" in text and "? help" in text)
    number = re.compile(r" · (\d+)/\d+")

    def at(text: str) -> str:
        found = number.search(text)
        return found[1] if found else ""

    assert at(terminal.text()) == "1"
    terminal.press("3j")
    terminal.wait_for(lambda text: at(text) == "4")
    terminal.press("a")
    terminal.wait_for(lambda text: "actors" in text.split("\n")[0])
    terminal.press("\x1b")
    terminal.wait_for(lambda text: at(text) == "4")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    again = start("--driver", driver)
    again.wait_for(lambda text: at(text) == "4")


def test_a_hang_up_keeps_the_place(start: Callable[..., Terminal]) -> None:
    terminal = start()
    terminal.wait_for(lambda text: "┃" in text and "? help" in text)
    terminal.press("jj")
    terminal.wait_for(lambda text: " · 3/" in text)
    os.kill(terminal.pid, signal.SIGHUP)
    assert terminal.wait_for_end() != 0
    start().wait_for(lambda text: " · 3/" in text)


@pytest.mark.parametrize("driver", ["differential", "stock"])
def test_the_mouse_is_taken_and_left_by_a_key(start: Callable[..., Terminal], driver: str) -> None:
    terminal = start("--driver", driver)
    terminal.wait_for(lambda text: "┃" in text and "? help" in text)
    assert MOUSE not in terminal.screen.mode
    terminal.press("M")
    terminal.wait_for(lambda text: "the mouse selects" in text)
    assert MOUSE in terminal.screen.mode
    row = next(n for n, line in enumerate(terminal.screen.display) if "who else" in line)
    terminal.press(f"\x1b[<0;9;{row - 2}M\x1b[<0;9;{row - 2}m")
    terminal.wait_for(lambda text: " · 1/" not in text)
    terminal.press("M")
    terminal.wait_for(lambda text: "left to the terminal" in text)
    assert MOUSE not in terminal.screen.mode
    terminal.press("M")
    terminal.wait_for(lambda text: "the mouse selects" in text)
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert MOUSE not in terminal.screen.mode
