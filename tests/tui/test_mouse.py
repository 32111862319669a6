"""The mouse, where it was asked for: clicks select what is painted, the wheel moves what is under it."""

import pytest
from textual import events

from tests.tui import painted
from tests.tui.places import go_to_mention, go_to_report
from tui.app import CrossreadApp
from tui.panes.lines import LinePane
from tui.screens.coverage import CoverageScreen
from tui.screens.help import HelpScreen
from tui.session import Pane
from tui.terminal.mouse import report_mouse

WIDE = (120, 40)


def row_with(app: CrossreadApp, pane: LinePane, words: str) -> int:
    """The line of a pane on which words are painted."""
    region = pane.region
    lines = painted.lines(app)[region.y : region.bottom]
    return next(n for n, line in enumerate(lines) if words in line[region.x : region.right])


async def test_a_click_in_the_text_selects_its_sentence(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        pane = app.reader.reader_pane
        assert app.session.reading is not None
        for sentence in app.session.reading.sentences[3:9]:
            cell = next(
                (
                    (column, row)
                    for row in range(pane.size.height)
                    for column in range(4, pane.size.width)
                    if pane.offset_at(column, row) == sentence.start and not pane.is_folded_at(row)
                ),
                None,
            )
            if cell is not None:
                await pilot.click(pane, offset=cell)
                assert app.session.selected == sentence
                assert "┃" in painted.lines(app)[pane.region.y + cell[1]]


async def test_a_click_on_an_actor_puts_the_cursor_on_it(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        go_to_mention(app.session)
        app.reader.update()
        *_, mention = app.session.mentions_here()
        pane = app.reader.reader_pane
        cell = next(
            (column, row)
            for row in range(pane.size.height)
            for column in range(4, pane.size.width)
            if pane.offset_at(column, row) == mention.start
        )
        await pilot.click(pane, offset=cell)
        assert app.session.mention == mention


async def test_a_click_on_a_fold_opens_it(app: CrossreadApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        await pilot.click(app.reader.reader_pane, offset=(10, row_with(app, app.reader.reader_pane, "▸")))
        assert app.session.unfolded


async def test_a_click_on_an_article_opens_it(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        pane = app.reader.articles_pane
        lines = {pane.index_at(line): line for line in range(pane.size.height)}
        for index, row in enumerate(app.corpus.articles()):
            assert row.label in painted.lines(app)[pane.region.y + lines[index]]
            await pilot.click(pane, offset=(5, lines[index]))
            assert app.session.reading is not None
            assert app.session.reading.row.id == row.id
        place = app.session.place
        await pilot.click(app.reader.articles_pane, offset=(5, 0))  # its title
        assert app.session.place == place


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
async def test_a_click_selects_a_match_and_another_follows_it(
    app: CrossreadApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        report = go_to_report(app.session)
        start = app.session.place
        app.reader.update()
        pane = app.reader.matches_pane
        await pilot.click(pane, offset=(10, 1))
        assert app.session.pane is Pane.MATCHES
        assert app.session.place == start
        await pilot.click(pane, offset=(10, 1))
        await pilot.pause()
        assert app.screen is not app.reader or app.session.selected == report.sentence


async def test_the_wheel_moves_the_pane_under_it(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        start = app.session.place
        await pilot._post_mouse_events([events.MouseScrollDown], widget=app.reader.articles_pane)
        assert app.session.place == start
        assert app.session.row == app.session.article + 3 or app.session.row == len(app.session.articles) - 1
        await pilot._post_mouse_events([events.MouseScrollDown], widget=app.reader.reader_pane)
        assert app.session.place != start
        await pilot._post_mouse_events([events.MouseScrollUp], widget=app.reader.reader_pane)
        assert app.session.place == start


async def test_lists_are_clicked_too(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, CoverageScreen)
        listed = app.screen.list
        await pilot.click(listed, offset=(5, 3))
        assert listed.cursor == 3
        await pilot.click(listed, offset=(5, 3))
        await pilot.pause()
        assert not isinstance(app.screen, CoverageScreen)


async def test_a_list_that_leads_nowhere_takes_a_click(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("?")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.click(app.screen.list, offset=(5, 3))
        await pilot._post_mouse_events([events.MouseScrollDown], widget=app.screen.list)
        assert app.screen.list.top == 3


async def test_a_screen_without_a_terminal_has_no_mouse_to_take(app: CrossreadApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("M")
        assert "no mouse" in painted.lines(app)[-2]
        assert not report_mouse(app._driver, wanted=True)
