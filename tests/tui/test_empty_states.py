"""What stands where there is nothing: every view of an empty corpus says what to do, by the keys as bound."""

from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from tests.tui import painted
from tui.app import CrossreadApp
from tui.indexing import IndexWatch
from tui.keymap import Keymap
from tui.operations import OPERATIONS, Context
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES

SIZES = [(80, 24), (120, 40), (200, 50), (40, 10)]
#: Operations that end the program, leave the terminal, or wait for a line.
APART = {"quit", "match"}


@pytest.fixture
def empty(tmp_path: Path) -> Corpus:
    return Corpus.open(tmp_path / "empty", create=True)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_corpus_says_how_to_fill_it(empty: Corpus, size: tuple[int, int]) -> None:
    app = CrossreadApp(empty, look=THEMES["dark"], keymap=Keymap({"quit": ["F"]}))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = painted.text(app)
        assert "This corpus is empty." in shown
        assert "crossread PATH" in shown
        assert "F quits" in shown
        assert painted.widths(app) == {size[0]}
    app.close()


async def test_while_articles_are_read_it_says_so_and_how_to_stop(empty: Corpus, seeds: Path) -> None:
    app = CrossreadApp(empty, look=THEMES["dark"], watch=IndexWatch(empty.directory, [seeds], None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The articles are being read." in painted.text(app)
        await pilot.press("X")
        assert "This corpus is empty." in painted.text(app)
        assert "stopped" in painted.lines(app)[-2]
    app.close()


@pytest.mark.parametrize("key", ["a", "c", "o", "t", "Q", "W", "P", "s"])
async def test_every_view_of_an_empty_corpus_says_something(empty: Corpus, key: str) -> None:
    app = CrossreadApp(empty, look=THEMES["dark"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not isinstance(app.screen, ReaderScreen)
        assert any(len(line.split()) > 2 for line in painted.lines(app)[1:6])
        await pilot.press("down", "enter", "escape", "escape")
    app.close()


async def test_no_operation_fails_in_an_empty_corpus_or_says_nothing_where_nothing_happens(
    empty: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = CrossreadApp(empty, look=THEMES["dark"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for operation in OPERATIONS:
            if Context.READER in operation.where and operation.id not in APART:
                app.reader.press(operation.keys[0])
                await pilot.press("escape", "escape", "escape")
                await pilot.pause()
                assert app.screen is app.reader, operation.id
        assert [path for path in tmp_path.iterdir() if path.suffix == ".md"] == []
    app.close()


async def test_a_lonely_article_and_rebound_keys(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ministers in Oslo said on Monday that they would resign.\n")
    index(tmp_path / "c", [tmp_path / "one.txt"])
    keymap = Keymap({"next-difference": ["F"], "note": ["f"], "help": ["f2"]})
    app = CrossreadApp(Corpus.open(tmp_path / "c"), look=THEMES["dark"], keymap=keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "f2 help" in painted.lines(app)[0]
        await pilot.press("D")
        assert "nobody else reports this sentence; F goes to one told differently" in painted.lines(app)[-2]
        await pilot.press("W")
        await pilot.pause()
        assert "none yet: f writes a note, v and x judge a match" in painted.text(app)
    app.close()
