"""What hostile articles would have the terminal do is not on the wire, and each cell is where it belongs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from model.corpus import Corpus
from tests.tui import painted
from tests.tui.robots import length, press, random_keys
from tests.tui.terminal.emulator import Emulator, differences
from tests.tui.terminal.support import Capture, run
from tui.app import CrossreadApp
from tui.terminal.capabilities import ColourDepth
from tui.terminal.driver import differential_driver
from tui.themes import THEMES

_OURS = re.compile(
    r"\x1b\[\??[\d;]*[ABCDGHJKLMXrhlmnup]|\x1b\[[<>=?][\d;]*u|\x1b\[\?[\d;]*\$p|\x1b\]52;c;[A-Za-z\d+/=]*\x07"
    r"|\x1b\]22;[a-z]*\x07|\x1b\[\d* q|[\r\n\b]|\x1b\[>[\d;]*[a-z]"
)
SIZE = (80, 24)


async def test_hostile_articles_are_inert_on_the_wire(
    hostile: Path, open_copy: Callable[[Path], Corpus], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(SIZE[0]))
    monkeypatch.setenv("LINES", str(SIZE[1]))
    capture = Capture(tmp_path / "sent", SIZE)
    driver = capture.driver(differential_driver(colour=ColourDepth.TRUECOLOR, erases_in_colour=True))
    app = CrossreadApp(open_copy(hostile), look=THEMES["dark"], driver_class=driver)
    app.reader.COUNT_SECONDS = 3600
    ours, theirs = Emulator(*SIZE), Emulator(*SIZE)
    chance = Random(11)

    async def script(pilot: Pilot[None]) -> None:
        keys = [".", *"jjjjjjjjjjJjjjjjjjjj", *random_keys(chance, length(60, 1000))]
        for number, key in enumerate(keys):
            press(app, key)
            await pilot.pause(0)
            data = capture.sent()
            text = _OURS.sub("", data)
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069]", text), text
            assert "\x1b]52;c;aGk=" not in data, "an article reached the clipboard"
            ours.feed(data)
            theirs.feed(capture.textual_said())
            if number % 5 == 0:
                assert differences(ours, theirs)[:3] == [], (number, key)
                assert ours.text() == painted.lines(app), (number, key)

    await run(app, script)
