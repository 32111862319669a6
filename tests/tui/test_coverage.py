"""Coverage: every claim against every source, what is chosen of it, and where it leads."""

from __future__ import annotations

import pytest

from model.corpus import Corpus
from model.views import Coverage, CoverageRow
from tests.tui import painted
from tui.app import CrossreadApp
from tui.claims_shown import DISPUTED, LEFT_OUT, ORDERS, TOLD, Shown
from tui.screens.compare import CompareScreen
from tui.screens.coverage import CoverageScreen
from tui.screens.reader import ReaderScreen
from tui.session import number_of

SIZE = (120, 50)


def story_of(corpus: Corpus) -> str | None:
    return max(corpus.articles(), key=lambda row: row.company).story


@pytest.fixture
def coverage(corpus: Corpus) -> Coverage:
    return corpus.coverage(story_of(corpus))


def test_every_choice_leaves_what_it_says(coverage: Coverage) -> None:
    choices = Shown().choices(coverage)
    assert {"", DISPUTED, TOLD, LEFT_OUT} < set(choices)
    for column, article in enumerate(coverage.articles):
        for choice in choices:
            for row in Shown(choice, column=column).rows(coverage):
                told = row.cells[column].sentence is not None
                kinds = {kind for cell in row.cells for kind in cell.kinds}
                assert {TOLD: told, LEFT_OUT: not told, DISPUTED: bool(row.disagreements), "": True}.get(
                    choice, choice in kinds
                )
        left_out = {row.group.id for row in Shown(LEFT_OUT, column=column).rows(coverage)}
        assert left_out == set(coverage.omitted[article.id])


def test_every_order_holds_all_claims_in_its_own_way(coverage: Coverage) -> None:
    def values(order: str, column: int) -> list[object]:
        rows = Shown(order=order, column=column).rows(coverage)
        assert {row.group.id for row in rows} == {row.group.id for row in coverage.rows}
        if order == "article":
            told = [row.cells[column].sentence for row in rows]
            return [(sentence is None, number_of(sentence) if sentence else 0) for sentence in told]
        return [-(row.disagreements if order == "disagreement" else row.independent) for row in rows]

    for order in ORDERS:
        for column in range(len(coverage.articles)):
            found = values(order, column)
            assert found == sorted(found)  # type: ignore[type-var]


async def opened(app: CrossreadApp) -> CoverageScreen:
    screen = CoverageScreen(app, story_of(app.corpus))
    await app.push_screen(screen)
    return screen


def under_cursor(screen: CoverageScreen) -> CoverageRow:
    assert screen.list.entry is not None
    assert isinstance(screen.list.entry.target, CoverageRow)
    return screen.list.entry.target


async def test_enter_sets_two_tellings_side_by_side_and_escape_comes_back(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        row = under_cursor(screen)
        column = next(n for n, cell in enumerate(row.cells) if cell.relation == "differs")
        await pilot.press(*"l" * column, "enter")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        report = app.screen.judged_report
        assert report is not None
        assert report.match.b == row.cells[column].sentence
        assert report.match.a in row.group.sentences
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen_stack[-1] is screen
        assert under_cursor(screen).group == row.group


async def test_the_names_of_the_sources_stay_in_sight(app: CrossreadApp) -> None:
    async with app.run_test(size=(100, 12)) as pilot:
        screen = await opened(app)
        await pilot.press("G")
        await pilot.pause()
        for row in screen.coverage.articles:
            assert row.label in painted.lines(app)[1]
        assert f"▾{screen.coverage.articles[0].label}" in painted.lines(app)[1]
        await pilot.press("l")
        assert f"▾{screen.coverage.articles[1].label}" in painted.lines(app)[1]


async def test_claims_are_chosen_and_sorted_and_escape_shows_all(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        total = screen.list.position[1]
        await pilot.press("f")
        assert "only disputed" in painted.lines(app)[0]
        assert screen.list.position[1] < total
        await pilot.press("s")
        assert "by origins" in painted.lines(app)[0]
        await pilot.press("s")
        assert f"in the order of {screen.coverage.articles[0].label}" in painted.lines(app)[0]
        await pilot.press("escape")
        assert screen.list.position[1] == total
        for _ in Shown().choices(screen.coverage):
            await pilot.press("f")
        assert screen.list.position[1] == total
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_what_a_source_alone_tells_and_what_it_leaves_out_are_a_key_away(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        coverage = screen.coverage
        column = max(
            range(len(coverage.articles)), key=lambda n: len(coverage.alone[coverage.articles[n].id])
        )
        article = coverage.articles[column]
        await pilot.press(*"l" * column)
        alone = coverage.alone[article.id]
        assert f"only in {article.label}: {len(alone)} claim" in painted.lines(app)[-2]
        await pilot.press("a")
        assert f"ONLY IN {article.label}" in painted.lines(app)[0]
        assert screen.list.position == (1, len(alone))
        await pilot.press("escape", "o")
        assert f"left out by {article.label}" in painted.lines(app)[0]
        shown = [entry.target for entry in screen.list.entries if isinstance(entry.target, CoverageRow)]
        assert {row.group.id for row in shown} == set(coverage.omitted[article.id])
        await pilot.press("a", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.selected is not None
        assert app.session.selected.id == alone[0]


async def test_the_cursor_begins_in_the_column_of_the_open_article(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        members = [row for row in app.corpus.articles() if row.company > 1]
        app.session.open_article(app.corpus.position(members[2].id))
        await pilot.press("c")
        await pilot.pause()
        assert f"▾{members[2].label}" in painted.lines(app)[1]
        await pilot.press("l")
        assert f"▾{members[3].label}" in painted.lines(app)[1]


async def test_the_lines_at_the_foot_lead_to_what_they_count(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.press("G")
        await pilot.pause()
        assert screen.list.entry is not None
        text = screen.list.entry.text
        assert text.startswith("left out by")
        await pilot.press("enter")
        claims = [entry for entry in screen.list.entries if isinstance(entry.target, CoverageRow)]
        assert f"{len(claims)} claim" in text
        assert text.split(":")[0] in painted.lines(app)[0]


async def test_a_story_of_one_article_and_an_empty_corpus_say_so(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for story in (min(app.corpus.articles(), key=lambda row: row.company).story, "none"):
            await app.push_screen(CoverageScreen(app, story))
            await pilot.press("j", "l", "h", "f", "s", "a", "o", "enter")
            await pilot.pause()
            assert painted.widths(app) == {SIZE[0]}
            app.reader.host.go(app.session.place)  # type: ignore[arg-type]
