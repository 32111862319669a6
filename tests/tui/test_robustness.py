"""Whatever is pressed, shown or resized: no exception, no broken grid, nothing of an article interpreted."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from model.corpus import Corpus
from tests.bench import large
from tests.tui import painted
from tests.tui.robots import KEYS, length, press, random_keys
from tui.app import CrossreadApp
from tui.themes import THEMES

OpenCopy = Callable[[Path], Corpus]


@pytest.fixture(scope="session")
def many_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("corpora") / "many"
    large.build(directory, articles=100)
    return directory


async def random_session(app: CrossreadApp, pilot: Pilot[None], chance: Random, count: int) -> None:
    """Press keys, change the size now and then, look whether the grid is whole."""
    for number, key in enumerate(random_keys(chance, count)):
        if number % 20 == 0:
            await pilot.resize_terminal(chance.randint(20, 220), chance.randint(5, 60))
        press(app, key)
        await pilot.pause(0)
        if number % 5 == 0:
            assert painted.widths(app) == {app.size.width}, (number, key)
            assert len(painted.lines(app)) == app.size.height, (number, key)


@pytest.mark.parametrize("seed", range(length(2, 4)))
async def test_any_keys_at_any_size(app: CrossreadApp, seed: int) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await random_session(app, pilot, Random(seed), length(150, 2000))


async def test_any_keys_in_a_corpus_of_many_stories(many_articles: Path, open_copy: OpenCopy) -> None:
    app = CrossreadApp(open_copy(many_articles), look=THEMES["dark"])
    async with app.run_test(size=(80, 24)) as pilot:
        await random_session(app, pilot, Random(5), length(150, 2000))


@pytest.fixture
def hostile_app(hostile: Path, open_copy: OpenCopy) -> CrossreadApp:
    return CrossreadApp(open_copy(hostile), look=THEMES["dark"])


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (33, 11)])
async def test_hostile_text_is_inert_and_keeps_the_grid(
    hostile_app: CrossreadApp, size: tuple[int, int]
) -> None:
    app = hostile_app
    async with app.run_test(size=size) as pilot:
        seen = ""
        for key in (".", *"jjjjjjjjjjJjjjjjjjjjjGA", "escape", "s", "[", "enter", "escape", "a", "escape"):
            press(app, key)
            await pilot.pause(0)
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
            for pressed in (key, "escape"):
                press(app, pressed)
                await pilot.pause(0)
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
