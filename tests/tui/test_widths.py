"""Panes made wider and narrower: within bounds at every size, and remembered."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from model.corpus import Corpus
from tests.tui import painted
from tui import widths
from tui.app import CrossreadApp
from tui.arrangement import body, panes, widened
from tui.session import Pane
from tui.themes import THEMES
from tui.widths import Widths

ANY = st.integers(-500, 500)


@given(st.integers(1, 300), st.integers(1, 100), st.sampled_from(Pane), st.builds(Widths, ANY, ANY, ANY))
def test_panes_fill_the_room_at_every_size_and_width(
    columns: int, rows: int, focus: Pane, given_widths: Widths
) -> None:
    size = Size(columns, rows)
    regions = panes(size, focus, zoomed=False, widths=given_widths).values()
    assert sum(region.area for region in regions) == body(size).area
    if len(regions) > 1:
        assert all(region.width >= 12 and region.height >= 3 for region in regions)


@given(st.integers(80, 300), st.integers(16, 100), st.sampled_from(Pane), st.integers(1, 9))
def test_a_pane_grows_or_stays_and_shrinks_again(columns: int, rows: int, focus: Pane, by: int) -> None:
    size = Size(columns, rows)
    before = panes(size, focus, zoomed=False)[focus]
    wide = widened(size, focus, by, Widths())
    after = panes(size, focus, zoomed=False, widths=wide)[focus]
    assert before.area <= after.area
    assert (wide == Widths()) == (before.area == after.area)
    back = widened(size, focus, before.width - after.width or before.height - after.height, wide)
    assert panes(size, focus, zoomed=False, widths=back)[focus] == before


@pytest.mark.parametrize("content", ["", "[]", "{", '{"articles": "wide", "below": true}', '{"other": 1}'])
def test_what_has_no_meaning_is_passed_over(tmp_path: Path, content: str) -> None:
    file = tmp_path / "panes.json"
    file.write_text(content)
    assert widths.load(file) == Widths()


async def test_panes_are_widened_by_keys_and_remembered(app: CrossreadApp, corpus: Corpus) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("h")
        before = app.reader.articles_pane.size.width
        await pilot.press(">", "3", ">")
        await pilot.pause()
        assert app.reader.articles_pane.size.width == before + 8
        assert painted.widths(app) == {120}
        await pilot.press("<")
    app.close()
    again = CrossreadApp(Corpus.open(corpus.directory), look=THEMES["dark"])
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert again.reader.articles_pane.size.width == before + 6
        await pilot.press("|")
        await pilot.pause()
        assert again.reader.articles_pane.size.width == before
    again.close()


async def test_the_matches_below_the_text_are_made_higher(app: CrossreadApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        before = app.reader.matches_pane.size.height
        await pilot.press("2", ">")
        await pilot.pause()
        assert app.reader.matches_pane.size.height == before + 2
        await pilot.press("9", "9", ">", ">")
        assert "no higher" in painted.lines(app)[-2]


async def test_a_single_pane_has_the_whole_screen(app: CrossreadApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(">")
        assert "the whole screen" in painted.lines(app)[-2]
