"""The proof with a real app: after every random key the terminal looks as it does under the stock driver."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from textual.drivers.linux_driver import LinuxDriver
from textual.pilot import Pilot

from tests.tui.terminal.demo import Demo
from tests.tui.terminal.emulator import Emulator, differences
from tests.tui.terminal.support import Capture, run
from tui.terminal.capabilities import ColourDepth
from tui.terminal.driver import DifferentialDriver, differential_driver

KEYS = "j j j j j k k n n n p d space b G g tab o escape down x a c".split()  # noqa: SIM905
KEYS_AT = {(80, 24): 90, (120, 40): 40, (200, 50): 25}


@pytest.fixture(params=KEYS_AT, ids=str)
def capture(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Capture:
    width, height = request.param
    environ = {
        "COLUMNS": str(width),
        "LINES": str(height),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return Capture(tmp_path / "sent", (width, height))


async def press(pilot: Pilot[None], key: str) -> None:
    """A key and the frame after it, without the pilot's waiting for the whole process to be idle."""
    pilot.app.simulate_key(key)
    await pilot.pause(0)


@pytest.mark.parametrize("panes", [False, True], ids=["full width", "panes"])
async def test_every_key_paints_what_the_stock_driver_paints(capture: Capture, panes: bool) -> None:
    """The stock driver sends what Textual says as it is; so one run shows what both would send."""
    driver = differential_driver(colour=ColourDepth.TRUECOLOR, erases_in_colour=not panes)
    ours = Emulator(*capture.size, erases_in_colour=not panes)
    theirs = Emulator(*capture.size)
    random = Random(capture.size[0] + panes)
    keys = KEYS_AT[capture.size]

    async def script(pilot: Pilot[None]) -> None:
        for number in range(keys):
            key = random.choice(KEYS)
            await press(pilot, key)
            sent.append(capture.sent())
            ours.feed(sent[-1])
            theirs.feed(capture.textual_said())
            assert differences(ours, theirs)[:3] == [], (number, key)
        assert ours.bells == theirs.bells

    sent: list[str] = []
    await run(Demo(capture.driver(driver), panes=panes), script)
    assert len(list(filter(None, sent))) > keys / 5


@pytest.mark.parametrize("capture", [(80, 24)], indirect=True)
async def test_both_drivers_end_at_the_same_screen(capture: Capture) -> None:
    screens = []
    for base in (LinuxDriver, differential_driver(colour=ColourDepth.TRUECOLOR, erases_in_colour=True)):
        emulator = Emulator(*capture.size)

        async def script(pilot: Pilot[None], emulator: Emulator = emulator) -> None:
            await pilot.press(*"jjnnjd")
            await pilot.pause()
            emulator.feed(capture.sent())

        await run(Demo(capture.driver(base)), script)
        capture.sent()
        screens.append(emulator)
    assert differences(*screens) == []
    assert screens[0].text()[1].strip()


@pytest.mark.parametrize("capture", [(80, 24)], indirect=True)
@pytest.mark.parametrize("depth", ColourDepth)
async def test_colours_are_reduced_and_nothing_else(capture: Capture, depth: ColourDepth) -> None:
    """In sixteen colours the app leaves the terminal's palette alone, and the driver passes it on."""
    ours, theirs = Emulator(*capture.size), Emulator(*capture.size)
    driver = differential_driver(colour=depth, erases_in_colour=True)

    async def script(pilot: Pilot[None]) -> None:
        for key in "jjnnd":
            await press(pilot, key)
        ours.feed(capture.sent())
        theirs.feed(capture.textual_said())

    await run(Demo(capture.driver(driver), ansi=depth is ColourDepth.ANSI), script)
    assert ours.text() == theirs.text()
    looks = [look for row in ours.looks() for look in row]
    colours = {colour for look in looks for colour in (look.foreground, look.background)} - {"", "default"}
    assert max(map(ColourDepth, map(_depth, colours)), default=ColourDepth.NONE) is depth
    weights = [[look.attributes for look in row if look.text != " "] for row in ours.looks()]
    assert weights == [[look.attributes for look in row if look.text != " "] for row in theirs.looks()]
    assert {"bold", "reverse"} <= set().union(*(look.attributes for look in looks))


def _depth(colour: str) -> int:
    """The depth of a colour as the emulator notes it: a code, `[n]` or `[r, g, b]`."""
    return {0: 1, 1: 2}.get(colour.count(",") + colour.startswith("["), 3)


@pytest.mark.parametrize("capture", [(80, 24)], indirect=True)
async def test_a_key_costs_one_write_of_few_bytes_and_the_start_eight_kilobytes(capture: Capture) -> None:
    driver = capture.driver(differential_driver(colour=ColourDepth.TRUECOLOR, erases_in_colour=True))

    async def script(pilot: Pilot[None]) -> None:
        assert len(capture.sent().encode()) <= 8000
        for key, most in [("j", 700), ("n", 700), ("k", 700)] * 4:
            await pilot.press(key)
            assert len(capture.sent().encode()) <= most
            assert len(capture.textual_said()) > 4000

    await run(Demo(driver), script)
    assert issubclass(driver, DifferentialDriver)


@pytest.mark.parametrize("capture", [(80, 24)], indirect=True)
async def test_the_mouse_is_off_unless_asked_for(capture: Capture) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.pause()

    for mouse in (False, True):
        driver = differential_driver(mouse=mouse, colour=ColourDepth.TRUECOLOR)
        await Demo(capture.driver(driver)).run_async(auto_pilot=_leave)
        assert ("\x1b[?1000h" in capture.sent()) is mouse


async def _leave(pilot: Pilot[object]) -> None:
    pilot.app.exit()
