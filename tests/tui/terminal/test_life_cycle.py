"""The driver on a real pseudo-terminal: it takes the terminal, and gives it back however the program ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator

import pytest

from tests.tui.terminal.emulator import Emulator
from tui.terminal.capabilities import ColourDepth
from tui.terminal.driver import differential_driver

PATIENCE = 30.0
LAST = "suspend"  # what is painted last: the end of the footer


class Session:
    """The demonstration on a pseudo-terminal of 80 by 24, with a terminal in memory watching."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        self.resize(80, 24)
        self.attributes = termios.tcgetattr(self.slave)
        self.output = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.tui.terminal.demo"],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  no thread runs here
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"},
        )
        self.read_until(LAST)

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def read_until(self, marker: str) -> str:
        """What has come since the last call, up to a chunk with the marker in it."""
        came, end = "", time.monotonic() + PATIENCE
        while not came or marker not in came:
            assert select.select([self.master], [], [], max(0, end - time.monotonic()))[0], (
                marker,
                came[-300:],
            )
            came += os.read(self.master, 1 << 16).decode("utf-8", "replace")
        self.output += came
        return came

    def wait(self) -> int:
        """The exit status, after reading what was still to come."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._drain(0.05)
        self._drain(0)
        return self.process.wait(0)

    def wait_until_stopped(self) -> None:
        _, status = os.waitpid(self.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        self._drain(0)

    def _drain(self, patience: float) -> None:
        while select.select([self.master], [], [], patience)[0]:
            self.output += os.read(self.master, 1 << 16).decode("utf-8", "replace")

    def is_restored(self) -> bool:
        """Cooked keyboard, no alternate screen, cursor shown, and no mode left that was switched on."""
        on = {mode for mode in ("1049", "2004", "1000", "1003", "1006", "2048") if self._last(mode) == "h"}
        off = {mode for mode in ("25", "7") if self._last(mode) == "l"}
        return not on and not off and termios.tcgetattr(self.slave) == self.attributes

    def _last(self, mode: str) -> str:
        _, found, rest = self.output.rpartition(f"\x1b[?{mode}")
        return rest[0] if found else ""

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session()
    yield session
    session.close()


def test_keys_move_the_screen_and_quitting_restores_the_terminal(session: Session) -> None:
    assert "\x1b[?1000h" not in session.output
    assert not session.is_restored()
    session.press("j")
    assert "\x1b[M" in session.read_until("\x1b[M")
    session.press("q")
    assert session.wait() == 0
    assert session.is_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_terminal_restored(session: Session, number: signal.Signals) -> None:
    session.process.send_signal(number)
    assert session.wait() == 128 + number
    assert session.is_restored()
    assert "Traceback" not in session.output


def test_a_terminal_that_has_gone_ends_it(session: Session) -> None:
    os.close(session.slave)
    os.close(session.master)
    assert session.process.wait(PATIENCE) == 128 + signal.SIGHUP
    session.master, session.slave = os.pipe()


def test_a_second_signal_at_once_does_no_harm(session: Session) -> None:
    for number in (signal.SIGHUP, signal.SIGHUP, signal.SIGTERM):
        session.process.send_signal(number)
    assert session.wait() in {128 + signal.SIGHUP, 128 + signal.SIGTERM, -signal.SIGTERM}
    assert session.is_restored()


def test_a_crash_restores_the_terminal_and_says_why(session: Session) -> None:
    session.press("\x18")
    assert session.wait() != 0
    assert session.is_restored()
    assert "crashed as asked" in session.output


def test_suspended_it_gives_the_terminal_back_and_resumed_paints_everything(session: Session) -> None:
    session.press("\x1a")
    session.wait_until_stopped()
    assert session.is_restored()
    session.process.send_signal(signal.SIGCONT)
    _assert_painted(session.read_until(LAST), 80, 24)
    session.press("q")
    assert session.wait() == 0
    assert session.is_restored()


def test_stopped_from_outside_it_still_restores_the_terminal_at_the_end(session: Session) -> None:
    session.process.send_signal(signal.SIGSTOP)
    session.wait_until_stopped()
    session.process.send_signal(signal.SIGCONT)
    session.read_until(LAST)
    session.press("q")
    assert session.wait() == 0
    assert session.is_restored()


def test_a_resized_window_is_painted_anew(session: Session) -> None:
    session.press("j")
    session.read_until("\x1b[M")  # it answers to keys: what belongs to the start is behind it
    session.resize(50, 12)
    emulator = Emulator(50, 12)
    # What was on its way when the window changed was painted for the old one.
    data = session.read_until("slim")
    emulator.feed(data[data.rindex("\x1b[2J", 0, data.index("slim")) :])
    while not ("ready" in emulator.text()[0] and "overlay" in emulator.text()[11]):
        emulator.feed(session.read_until(""))
    session.press("q")
    assert session.wait() == 0


def _assert_painted(data: str, width: int, height: int) -> None:
    emulator = Emulator(width, height)
    emulator.feed(data)
    assert "ready" in emulator.text()[0]


async def test_headless_tests_do_not_use_the_driver() -> None:
    from tests.tui.terminal.demo import Demo

    app = Demo(differential_driver(colour=ColourDepth.TRUECOLOR))
    async with app.run_test() as pilot:
        await pilot.press("j")
        assert app.is_headless
