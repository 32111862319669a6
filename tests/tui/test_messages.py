"""What the status line said, what lies behind an error, and index runs watched from inside the reader."""

from pathlib import Path

import pytest

from model.corpus import Corpus, CorpusError
from tests.tui import painted
from tui.app import CrossreadApp
from tui.indexing import IndexWatch, Outcome
from tui.messages import Messages
from tui.operations import BY_ID
from tui.screens.messages import MessagesScreen
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES

SIZE = (100, 30)


def test_lines_are_kept_newest_first_and_repeats_once() -> None:
    messages = Messages()
    for text in ("one", "two", "two", "three"):
        messages.add(text)
    assert [message.text for message in messages] == ["three", "two", "one"]


def test_the_oldest_lines_are_forgotten() -> None:
    messages = Messages()
    for number in range(500):
        messages.add(str(number))
    assert len(list(messages)) == 200
    assert next(iter(messages)).text == "499"


async def test_an_error_is_a_line_with_its_details_a_key_away(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.reader.show_progress("", Outcome("indexing failed: it broke", True, "Traceback\n  line [b]2[/b]"))
        assert "indexing failed: it broke (i shows details)" in painted.lines(app)[-2]
        assert "Traceback" not in painted.text(app)
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, MessagesScreen)
        assert "line [b]2[/b]" in painted.text(app)
        await pilot.press("enter")
        assert "line [b]2[/b]" not in painted.text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_what_a_corpus_refuses_has_details_too(
    app: CrossreadApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise CorpusError("index.db: damaged")

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        monkeypatch.setattr(app.reader, "do_timeline", refuse, raising=False)
        await pilot.press("t")
        assert "index.db: damaged (i shows details)" in painted.lines(app)[-2]
        (message,) = (item for item in app.messages if item.wrong)
        assert "CrossreadError: index.db: damaged" in message.details


async def test_without_a_message_the_view_says_so_and_without_details_there_is_no_more(
    app: CrossreadApp,
) -> None:
    app._is_new = False  # not the first time, so nothing is said at the beginning
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert "nothing was said yet" in painted.text(app)
        await pilot.press("escape", "K", "K", "K", "K", "K", "i")
        await pilot.pause()
        assert "this is the first article" in painted.text(app)
        await pilot.press("enter")
        assert "there is no more to it" in painted.lines(app)[-2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Ministers in Oslo said {number} of them would resign.\n")
    return folder


async def test_reading_shows_how_far_it_is_and_what_it_did(folder: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(tmp_path / "c", create=True)
    app = CrossreadApp(corpus, look=THEMES["dark"], watch=IndexWatch(corpus.directory, [folder], None))
    seen = set[str]()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while app.watch_index.words:
            app.poll()
            seen.add(painted.lines(app)[-2])
            await pilot.pause()
        assert any(" of 6" in line for line in seen)
        assert "sources read: 6 added" in [message.text for message in app.messages]
        assert app.session.reading is not None
    app.close()


async def test_reading_is_stopped_by_a_key(folder: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(tmp_path / "c", create=True)
    app = CrossreadApp(corpus, look=THEMES["dark"], watch=IndexWatch(corpus.directory, [folder], None))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*BY_ID["stop-reading"].keys)
        assert "stopped: what was read so far is kept" in painted.lines(app)[-2]
        assert app.watch_index.poll() is None
        await pilot.press(*BY_ID["stop-reading"].keys)
        assert "the sources are not being read" in painted.lines(app)[-2]
    app.close()
