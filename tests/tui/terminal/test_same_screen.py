"""The proof: after every one of hundreds of random keys the differential driver's screen is the stock driver's screen."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from textual.drivers.linux_driver import LinuxDriver
from textual.pilot import Pilot

from tests.tui.terminal.demo import Demo
from tests.tui.terminal.emulator import Emulator, Look
from tests.tui.terminal.support import Capture, run
from tui.terminal.capabilities import ColourDepth
from tui.terminal.driver import differential_driver

KEYS = (
    ["j"] * 6
    + ["k"] * 3
    + ["n"] * 4
    + ["p"] * 2
    + ["d", "space", "b", "G", "g", "tab", "o", "escape", "down", "x", "a"]
)
SIZES = [(80, 24), (120, 40), (200, 50), (41, 12)]


def differences(ours: Emulator, theirs: Emulator) -> list[tuple[int, int, Look, Look]]:
    """The cells that look different: row, column, ours, theirs."""
    return [
        (y, x, a, b)
        for y, (one, other) in enumerate(zip(ours.looks(), theirs.looks(), strict=True))
        for x, (a, b) in enumerate(zip(one, other, strict=True))
        if a != b
    ]


@pytest.mark.parametrize("erases_in_colour", [True, False])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("panes", [False, True])
async def test_every_key_paints_what_the_stock_driver_paints(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    panes: bool,
    erases_in_colour: bool,
) -> None:
    for name, value in {
        "COLUMNS": size[0],
        "LINES": size[1],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }.items():
        monkeypatch.setenv(name, str(value))
    capture = Capture(tmp_path / "sent", size)
    driver = differential_driver(colour=ColourDepth.TRUECOLOR, erases_in_colour=erases_in_colour)
    app = Demo(capture.driver(driver), panes=panes)
    ours = Emulator(*size, erases_in_colour=erases_in_colour)
    theirs = Emulator(*size)
    random = Random(size[0] + panes)

    async def script(pilot: Pilot[None]) -> None:
        for number in range(60):
            key = random.choice(KEYS)
            await pilot.press(key)
            ours.feed(capture.sent())
            theirs.feed(capture.textual_said())
            assert differences(ours, theirs)[:3] == [], (number, key)
        assert ours.bells == theirs.bells

    await run(app, script)
