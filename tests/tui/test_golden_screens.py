"""Every screen as it was last looked at: three sizes, three depths of colour, one file a screen.

After a wanted change, write the files anew and read the difference before committing it:

    CROSSREAD_REFRESH_GOLDEN=1 pytest tests/tui/test_golden_screens.py
    git diff tests/tui/golden
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from model.corpus import Corpus
from tests.tui.drawn import drawn, written
from tests.tui.robots import press
from tui.app import CrossreadApp
from tui.operations import Context
from tui.screens.base import KeyScreen
from tui.terminal.capabilities import ColourDepth
from tui.themes import choose
from tui.trail import Place

GOLDEN = Path(__file__).parent / "golden"
SIZES = [(80, 24), (120, 40), (200, 50)]
MODES = {
    "truecolor": ColourDepth.TRUECOLOR,
    "ansi": ColourDepth.ANSI,
    "no colour": ColourDepth.NONE,
}
#: What is pressed for each screen, from the first sentence of an article that others tell differently.
SCREENS: Mapping[str, Sequence[str]] = {
    "reader": ["}", "j"],
    "reader-in-the-matches": ["}", "tab"],
    "reader-in-the-articles": ["}", "h"],
    "reader-zoomed": ["}", "Z"],
    "reader-unfolded": [".", "G"],
    "reader-finding": ["/", *"the", "enter"],
    "reader-typing": ["s", *"iraq"],
    "actors": ["a"],
    "actors-filtered": ["a", *"shah"],
    "dossier": ["}", "A"],
    "coverage": ["c", "j"],
    "origins": ["o", "j"],
    "evidence": ["o", "j", "enter"],
    "timeline": ["t"],
    "compare": ["}", "D"],
    "search": ["s", *"talks", "enter"],
    "doubts": ["Q"],
    "judgements": ["W"],
    "copies": ["P"],
    "help": ["?"],
    "palette": [":", *"no"],
}
#: A line that is typed is part of other screens; messages carry the time; judgements do not contradict here.
_ELSEWHERE = {Context.PROMPT, Context.MESSAGES, Context.CONTRADICTION}

Pictures = Mapping[tuple[str, str, str], Sequence[Strip]]


async def _draw(app: CrossreadApp, size: tuple[int, int]) -> Sequence[tuple[str, Context, Sequence[Strip]]]:
    found: list[tuple[str, Context, Sequence[Strip]]] = []
    async with app.run_test(size=size) as pilot:
        start = app.session.articles[1].id
        for name, keys in SCREENS.items():
            await _leave(app, pilot)
            app.go(Place(start, 0))
            for key in keys:
                press(app, key)
                await pilot.pause(0)
            screen = app.screen
            assert isinstance(screen, KeyScreen)
            found.append((name, screen.context, screen._compositor.render_strips()))
            if name in ("reader-zoomed", "reader-unfolded"):
                press(app, keys[-1] if name == "reader-zoomed" else keys[0])
    return found


async def _leave(app: CrossreadApp, pilot: Pilot[None]) -> None:
    for _ in range(3):
        press(app, "escape")
        await pilot.pause(0)


@pytest.fixture(scope="module")
def pictures(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Pictures, set[Context]]:
    """All screens in all sizes and depths of colour, and the contexts that were seen: nine sessions."""
    found: dict[tuple[str, str, str], Sequence[Strip]] = {}
    contexts: set[Context] = set()
    for mode, depth in MODES.items():
        for size in SIZES:
            directory = shutil.copytree(indexed, tmp_path_factory.mktemp("golden") / "seeds")
            corpus = Corpus.open(directory)
            app = CrossreadApp(corpus, look=choose(None, {}, colours=depth))
            for name, context, strips in asyncio.run(_draw(app, size)):
                found[name, f"{size[0]}x{size[1]}", mode] = strips
                contexts.add(context)
            corpus.close()
    return found, contexts


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_as_it_was(pictures: tuple[Pictures, set[Context]], name: str) -> None:
    found, _ = pictures
    screens = [
        drawn(size, {mode: found[name, size, mode] for mode in MODES})
        for size in (f"{width}x{height}" for width, height in SIZES)
    ]
    content = written(list(MODES), screens)
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("CROSSREAD_REFRESH_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    assert content.splitlines() == path.read_text("utf-8").splitlines()


def test_no_screen_is_forgotten(pictures: tuple[Pictures, set[Context]]) -> None:
    _, contexts = pictures
    assert set(Context) - contexts <= _ELSEWHERE
    assert {path.stem for path in GOLDEN.iterdir()} == set(SCREENS)
