"""The tour: it can be followed by its own words, in every preset, at every size, and left at any time."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.geometry import Size

from model.corpus import Corpus
from tests.tui import painted
from tui.app import CrossreadApp
from tui.commands.tour import example_articles
from tui.indexing import IndexWatch
from tui.keymap import PRESETS, Keymap
from tui.lessons import LESSONS, Situation
from tui.operations import BY_ID, Context
from tui.panes.guide import guide_rows
from tui.screens.reader import ReaderScreen
from tui.themes import THEMES
from tui.tour import Tour, words
from tui.wrapping import wrap

STEPS = [step for lesson in LESSONS for step in lesson.steps]
#: For each step the operations that do it; what stands in quotation marks is typed.
FOLLOWED: Sequence[Sequence[str]] = (
    ["next", "next", "next"],
    ["next-difference"],
    ["match"],
    ["back"],
    ["compare"],
    ["leave"],
    ["next-difference", "previous-difference"],
    ["confirm"],
    ["undo"],
    ["actors"],
    ["'name'", "follow"],
    ["leave", "leave"],
    ["coverage"],
    ["leave"],
    ["origins"],
    ["leave"],
    ["search"],
    ["'has:quote-conflict'", "accept"],
    ["follow"],
    ["next-result"],
    ["copy"],
    ["copies"],
    ["leave"],
    ["help"],
    ["leave"],
)


def touring(corpus: Corpus, keymap: Keymap | None = None) -> CrossreadApp:
    app = CrossreadApp(corpus, look=THEMES["dark"], keymap=keymap, tour=Tour())
    app.reader.COUNT_SECONDS = 3600
    return app


def at(tour: Tour) -> int:
    return sum(len(lesson.steps) for lesson in LESSONS[: tour.lesson]) + tour.step


@pytest.mark.parametrize("preset", PRESETS)
async def test_whoever_does_what_it_says_comes_to_its_end(corpus: Corpus, preset: str) -> None:
    keymap = Keymap(preset=preset)
    app = touring(corpus, keymap)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.poll()
        assert app.tour is not None
        for number, operations in enumerate(FOLLOWED):
            assert at(app.tour) == number, STEPS[number].text
            for operation in operations:
                if operation == "'name'":
                    await pilot.press(*app.tour.name)
                elif operation.startswith("'"):
                    await pilot.press(*operation.strip("'"))
                else:
                    await pilot.press(keymap.keys(operation)[0])
                    await pilot.pause()
                if operation == "match":
                    app.reader.settle()
        assert at(app.tour) == len(FOLLOWED) == len(STEPS) - 1
        assert "the end" in painted.text(app)
        assert app.corpus.judgements() == []


@pytest.mark.parametrize("preset", PRESETS)
def test_every_step_names_keys_that_are_bound_and_fits_in_two_lines(preset: str) -> None:
    keymap = Keymap(preset=preset)
    for step in STEPS:
        pieces = list(words(step.text, keymap, {"name": "al-christopherson"}))
        text = "".join(piece for piece, _ in pieces)
        assert len(list(wrap(text, 0, len(text), 78))) <= 2, text
        assert "{next" not in text
        assert "(" not in text


@pytest.mark.parametrize("columns", range(40, 130, 7))
def test_every_step_has_room_on_every_screen(columns: int) -> None:
    room = guide_rows(Size(columns, 30)) - 1
    for step in STEPS:
        text = "".join(piece for piece, _ in words(step.text, Keymap(), {"name": "al-christopher"}))
        assert len(list(wrap(text, 0, len(text), min(columns, 100) - 2))) <= room, text


def test_keys_are_shown_as_they_are_bound() -> None:
    keymap = Keymap({"compare": ["f5"], "coverage": [], "palette": ["f2"]})
    assert list(words("{compare} sets", keymap, {})) == [("", False), ("f5", True), (" sets", False)]
    assert keymap.key_of("coverage") == "f2 coverage"
    assert Keymap({"coverage": [], "palette": []}).key_of("coverage") == "(coverage)"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (60, 20), (40, 30), (100, 12), (20, 5)])
async def test_it_stands_above_the_status_and_hides_nothing(corpus: Corpus, size: tuple[int, int]) -> None:
    app = touring(corpus)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.poll()
        await pilot.pause()
        assert painted.widths(app) == {size[0]}
        if size[1] >= 12:
            assert any("This is an article" in line for line in painted.lines(app)[-8:])
        assert any("┃" in line for line in painted.lines(app))
        for key in "acotQW?PisD:":
            await pilot.press(key)
            await pilot.pause()
            assert painted.widths(app) == {size[0]}
            assert size[1] < 16 or "tour 1 of" in painted.text(app), key
            await pilot.press("escape", "escape")
            await pilot.pause()
            assert app.screen is app.reader, key


async def test_a_lesson_is_skipped_and_the_tour_is_left_and_begun_again(corpus: Corpus) -> None:
    app = touring(corpus)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.poll()
        height = app.reader.reader_pane.size.height
        await pilot.press("L")
        assert f"tour 2 of {len(LESSONS)} · who else reports this" in painted.text(app)
        for _ in range(20):
            await pilot.press("L")
        assert "ends the tour, q quits" in painted.text(app)
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("H")
        await pilot.pause()
        assert app.tour is None
        assert " of 10 · " not in painted.text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.reader.reader_pane.size.height > height
        await pilot.press("L")
        assert "no tour: H starts it" in painted.lines(app)[-2]
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("H")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert "tour 1 of" in painted.text(app)
        assert app.reader.reader_pane.size.height == height


async def test_what_did_nothing_is_no_step(corpus: Corpus) -> None:
    app = touring(corpus)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.poll()
        assert app.tour is not None
        await pilot.press("L", "}", "9")  # there is no ninth match
        app.reader.settle()
        assert (app.tour.lesson, app.tour.step) == (1, 1)
        await pilot.press("L", "L")
        while app.session.report is not None:
            await pilot.press("j")
        await pilot.press("v")
        assert (app.tour.lesson, app.tour.step) == (3, 0)


async def test_it_waits_until_the_articles_are_read(tmp_path: Path, seeds: Path) -> None:
    corpus = Corpus.open(tmp_path / "tour", create=True, remembered=False)
    watch = IndexWatch(corpus.directory, [seeds], None)
    app = CrossreadApp(corpus, look=THEMES["dark"], watch=watch, tour=Tour())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Reading the articles of the tour" in painted.text(app)
        while app.watch_index.words:
            app.poll()
            await pilot.pause()
        assert "This is an article" in painted.text(app)
        assert app.session.who_else is not None
        assert app.session.who_else.reports
    app.close()


async def test_an_empty_corpus_can_be_toured_too(tmp_path: Path) -> None:
    corpus = Corpus.open(tmp_path / "empty", create=True)
    app = touring(corpus)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.poll()
        await pilot.press("j", "}", "1", "D", "v", "a", "escape", "escape", "s", "escape", "L", "y")
        assert painted.widths(app) == {80}
    app.close()


def test_a_step_is_done_by_its_own_operations_alone() -> None:
    tour = Tour()
    start = Situation(Context.READER, "a", True)
    assert not tour.look(start)  # it has not begun
    tour.begin("name", start)
    for _ in range(3):
        tour.did("zoom")
    assert not tour.look(start)
    for _ in range(3):
        tour.did("next")
    assert tour.look(start)
    assert tour.lesson == 1
    assert not tour.look(start)


def test_the_example_articles_are_found(seeds: Path) -> None:
    assert example_articles() == seeds


def test_keys_of_the_tour_are_operations() -> None:
    assert {"tour", "skip-lesson"} <= BY_ID.keys()
