"""Taking articles out of stories and making one of two: keys, questions, and the command line."""

from __future__ import annotations

import pytest

from model.corpus import Corpus
from tests.tui import painted
from tui.app import CrossreadApp
from tui.cli import main
from tui.screens.reader import ReaderScreen
from tui.screens.story_picking import StoryPicker

SIZE = (120, 40)


def companies(corpus: Corpus) -> list[int]:
    return sorted(row.company for row in corpus.articles())


async def test_an_article_leaves_its_story_when_the_question_is_answered(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.session.reading is not None
        before, opened = companies(app.corpus), app.session.reading.row
        await pilot.press("-")
        assert f"take {opened.label} out of the story" in painted.lines(app)[-2]
        await pilot.press("escape")
        assert companies(app.corpus) == before
        await pilot.press("-", "enter")
        assert companies(app.corpus) != before
        assert app.session.reading.row.id == opened.id
        assert app.session.reading.row.company == 1
        assert app.session.who_else is not None
        assert app.session.who_else.silent == ()
        assert "U takes it back" in painted.lines(app)[-2]
        await pilot.press("-")
        assert "alone in its story" in painted.lines(app)[-2]
        await pilot.press("U")
        assert companies(app.corpus) == before
        assert app.session.reading.row.id == opened.id


async def test_a_story_is_picked_and_joined(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        lone = next(row for row in app.corpus.articles() if row.company == 1)
        other = next(row for row in app.corpus.articles() if row.company > 1)
        app.session.open_article(app.corpus.position(lone.id))
        await pilot.press("+")
        await pilot.pause()
        assert isinstance(app.screen, StoryPicker)
        assert lone.label not in painted.lines(app)[1]
        await pilot.press(*"xyzxyz")
        assert "no other story" in painted.text(app)
        await pilot.press("ctrl+u", *other.label)
        assert other.label in painted.lines(app)[1]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert f"with {lone.label} and" in painted.lines(app)[-2]
        await pilot.press("enter")
        assert companies(app.corpus) == [5] * 5
        await pilot.press("U")
        assert companies(app.corpus) != [5] * 5


async def test_a_judgement_on_stories_is_listed_once_by_its_articles(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("-", "enter")
        assert len(app.corpus.judgements()) == 3
        assert app.session.reading is not None
        opened = app.session.reading.row
        await pilot.press("W")
        await pilot.pause()
        lines = [line for line in painted.lines(app) if "different" in line]
        assert len(lines) == 1
        assert f"{opened.label} ·" in lines[0]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.reading.row.id == opened.id


async def test_judging_stories_of_an_empty_list_says_so(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.session.narrow("no such words")
        await pilot.press("h", "-", "escape", "+")
        await pilot.pause()
        await pilot.press("escape")
        assert painted.widths(app) == {SIZE[0]}


def test_stories_are_judged_on_the_command_line(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    lone = next(row for row in corpus.articles() if row.company == 1)
    other = next(row for row in corpus.articles() if row.company > 1)
    where = ["--corpus", str(corpus.directory)]
    assert main(["judge", "--story", lone.label, "=", other.label, "--note", "one event", *where]) == 0
    assert companies(corpus) == [5] * 5
    assert f"{lone.label}  5 articles" in capsys.readouterr().out
    assert corpus._files.judgements.refresh()
    assert corpus.judgements()[-1].note == "one event"
    assert main(["judge", "--story", other.id, "!", lone.id, *where]) == 0
    assert companies(corpus) == [1, 4, 4, 4, 4]
    for wrong in ([other.id, "?", lone.id], [other.id, "=", other.label]):
        assert main(["judge", "--story", *wrong, *where]) == 2
    assert main(["judge", "--story", "nowhere", "=", lone.id, *where]) == 1
    assert capsys.readouterr().err.count("\n") == 3
