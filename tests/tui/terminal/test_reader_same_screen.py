"""The proof with the reader itself: after random keys the terminal looks as it does under the stock driver.

Three sizes, four depths of colour; 30 keys each, 250 with `CROSSREAD_LONG_TESTS=1`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from textual.drivers.linux_driver import LinuxDriver
from textual.pilot import Pilot

from model.corpus import Corpus
from tests.tui.robots import length, press, random_keys
from tests.tui.terminal.emulator import Emulator, differences
from tests.tui.terminal.support import Capture, run
from tui.app import CrossreadApp
from tui.terminal.capabilities import detect
from tui.terminal.driver import differential_driver
from tui.themes import choose

PROOF_KEYS = length(30, 250)
SIZES = [(80, 24), (120, 40), (200, 50)]
MODES: Mapping[str, Mapping[str, str]] = {
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256": {"TERM": "tmux-256color"},
    "ansi": {"TERM": "linux"},
    "no colour": {"TERM": "xterm-256color", "NO_COLOR": "1"},
}
_COMPARED_EVERY = 5


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    found: tuple[int, int] = request.param
    return found


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> str:
    """An environment of a terminal that shows so many colours."""
    for name in ("TMUX", "STY", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    environ = {"COLUMNS": str(size[0]), "LINES": str(size[1]), **MODES[request.param]}
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return str(request.param)


def make(corpus: Corpus, capture: Capture, *, stock: bool = False) -> CrossreadApp:
    """The reader as the command opens it, on a driver that writes into `capture`."""
    driver = LinuxDriver if stock else differential_driver()
    look = choose(None, os.environ, colours=detect(os.environ).colour)
    app = CrossreadApp(corpus, look=look, driver_class=capture.driver(driver))
    app.reader.COUNT_SECONDS = 3600
    return app


async def test_random_keys_leave_the_screen_that_textual_means(
    corpus: Corpus, mode: str, size: tuple[int, int], tmp_path: Path
) -> None:
    """What Textual says to the driver is what the stock driver sends, so one run shows both."""
    capture = Capture(tmp_path / "sent", size)
    app = make(corpus, capture)
    erases = detect(os.environ).erases_in_colour
    ours, theirs = Emulator(*size, erases_in_colour=erases), Emulator(*size)
    chance = Random(f"{mode} {size}")
    sent = 0

    async def script(pilot: Pilot[None]) -> None:
        nonlocal sent
        for number, key in enumerate(random_keys(chance, PROOF_KEYS)):
            press(app, key)
            await pilot.pause(0)
            data = capture.sent()
            sent += bool(data)
            ours.feed(data)
            theirs.feed(capture.textual_said())
            if number % _COMPARED_EVERY == 0 or number == PROOF_KEYS - 1:
                assert differences(ours, theirs)[:3] == [], (number, key)

    await run(app, script)
    assert sent > PROOF_KEYS / 10, "the session did next to nothing"


@pytest.mark.parametrize("size", SIZES[:1], indirect=True)
async def test_a_session_under_the_stock_driver_ends_at_the_same_screen(
    corpus: Corpus, mode: str, size: tuple[int, int], tmp_path: Path
) -> None:
    """Two runs with the same keys, each driver sending on its own."""
    screens = []
    for stock in (True, False):
        capture = Capture(tmp_path / f"sent-{stock}", size)
        app = make(corpus, capture, stock=stock)
        emulator = Emulator(*size)

        async def script(
            pilot: Pilot[None],
            app: CrossreadApp = app,
            emulator: Emulator = emulator,
            capture: Capture = capture,
            stock: bool = stock,
        ) -> None:
            for key in ("j", "j", "tab", "j", "tab", "}", "l", "space", "a", "escape", "c", "j", "escape"):
                press(app, key)
                await pilot.pause(0)
            sent, said = capture.sent(), capture.textual_said()
            while stock and len(sent) < len(said):  # it writes in a thread
                await pilot.pause(0)
                sent += capture.sent()
            emulator.feed(sent)

        await run(app, script)
        screens.append(emulator)
    assert differences(*screens) == []
    colours = {look.foreground for row in screens[0].looks() for look in row} - {"", "default"}
    assert bool(colours) == (mode != "no colour")
