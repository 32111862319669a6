"""Whatever is pressed, shown or resized: no exception, no broken grid, nothing of an article interpreted."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from model.corpus import Corpus
from tests.tui import painted
from tui.app import CrossreadApp
from tui.operations import OPERATIONS
from tui.screens.base import KeyScreen
from tui.themes import THEMES

KEYS = sorted({key for operation in OPERATIONS for key in operation.keys} - {"q"}) + list("zXb9é(")


def press(app: CrossreadApp, key: str) -> None:
    """Press a key on the screen on top, without the pauses of a person."""
    assert isinstance(app.screen, KeyScreen)
    app.screen.press(key)


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_any_keys_at_any_size(
    app: CrossreadApp, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(seed)
    async with app.run_test(size=(120, 40)) as pilot:
        for number in range(100):
            if number % 10 == 0:
                size = chance.randint(20, 220), chance.randint(5, 60)
                await pilot.resize_terminal(*size)
            press(app, chance.choice(KEYS))
            await pilot.pause()
            assert painted.widths(app) == {app.size.width}
            assert len(painted.lines(app)) == app.size.height


@pytest.fixture
def hostile_app(hostile: Path, open_copy: Callable[[Path], Corpus]) -> CrossreadApp:
    return CrossreadApp(open_copy(hostile), look=THEMES["dark"])


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (33, 11)])
async def test_hostile_text_is_inert_and_keeps_the_grid(
    hostile_app: CrossreadApp, size: tuple[int, int]
) -> None:
    app = hostile_app
    async with app.run_test(size=size) as pilot:
        seen = ""
        for key in (".", *"jjjjjjjjjjJjjjjjjjjjjGA", "escape", "s", "[", "enter", "escape", "a", "escape"):
            await pilot.press(key)
            await pilot.pause()
            shown = painted.text(app)
            assert painted.widths(app) == {size[0]}
            assert not [c for c in shown if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
            assert not set("\u202e\u2066\u200b\u200d\u2060") & set(shown)
            seen += shown
        assert "[bold red]" in seen.replace("\n", "") or size[0] < 40


async def test_an_empty_corpus_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    corpus = Corpus.open(tmp_path / "empty", create=True)
    app = CrossreadApp(corpus, look=THEMES["dark"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "crossread PATH" in painted.text(app)
        for key in sorted(set(KEYS) - {":"}):
            press(app, key)
            await pilot.pause()
            press(app, "escape")
            await pilot.pause()
    corpus.close()


@pytest.mark.parametrize("name", THEMES)
async def test_without_colour_nothing_but_colour_is_missing(corpus: Corpus, name: str) -> None:
    with_colour, without = (
        CrossreadApp(corpus, look=look) for look in (THEMES[name], THEMES[name].without_colour())
    )
    shown = []
    for app in (with_colour, without):
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("j", "j")
            shown.append(painted.text(app))
            if app is without:
                styles = {
                    segment.style for strip in app.screen._compositor.render_strips() for segment in strip
                }
                assert all(not style or (style.color is None and style.bgcolor is None) for style in styles)
    assert shown[0] == shown[1]
