"""The window is resized again and again, between any sizes: nothing breaks and nothing is left over."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot

from model.corpus import Corpus
from tests.tui import painted
from tests.tui.robots import length, press
from tests.tui.terminal.emulator import Emulator
from tests.tui.terminal.support import Capture, run
from tui.app import CrossreadApp
from tui.terminal.capabilities import ColourDepth
from tui.terminal.driver import differential_driver
from tui.themes import THEMES

_MOST_PAUSES = 20
SMALLEST, LARGEST = (20, 5), (300, 100)
KEYS = [*"jjjkG}gacoDt?Zl", "tab", "escape", "escape"]


async def test_after_any_resize_the_terminal_shows_the_screen_and_nothing_else(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    capture = Capture(tmp_path / "sent", (80, 24))
    driver = capture.driver(differential_driver(colour=ColourDepth.TRUECOLOR, erases_in_colour=True))
    app = CrossreadApp(corpus, look=THEMES["dark"], driver_class=driver)
    app.reader.COUNT_SECONDS = 3600
    chance = Random(3)

    async def script(pilot: Pilot[None]) -> None:
        for number in range(length(60, 500)):
            size = Size(*map(chance.randint, SMALLEST, LARGEST))
            press(app, chance.choice(KEYS))
            await pilot.pause(0)
            capture.sent()
            assert app._driver is not None
            app._driver._size = size
            app.post_message(events.Resize(size, size))
            emulator = Emulator(*size)
            emulator.feed("left over")
            for _ in range(_MOST_PAUSES):
                await pilot.pause(0)
                emulator.feed(capture.sent())
                if emulator.text() == painted.lines(app):
                    break
            assert app.size == size
            assert emulator.text() == painted.lines(app), (number, size)

    await run(app, script)
