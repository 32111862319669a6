"""The bar at the right of the text: where the matches of the whole article are, and where the window is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus import Corpus
from model.records import LOUDNESS, Relation
from tui.app import CrossreadApp
from tui.panes import overview
from tui.panes.reader import WINDOW
from tui.themes import THEMES

_RELATIONS: list[Relation] = ["differs", "adds_detail", "paraphrase", "same_wording", "background"]
_HEIGHTS = st.integers(1, 60)


@given(st.data(), _HEIGHTS, st.integers(1, 3000))
def test_every_part_shows_its_loudest_relation(data: st.DataObject, height: int, rows: int) -> None:
    signs = data.draw(st.dictionaries(st.integers(0, rows - 1), st.sampled_from(_RELATIONS), max_size=20))
    parts = overview.parts(signs, rows, height)
    assert len(parts) == height
    for part, shown in enumerate(parts):
        inside = [signs[row] for row in signs if row * height // rows == part and signs[row] != "background"]
        assert shown == min(inside, key=LOUDNESS.__getitem__, default=None)


@given(st.data(), _HEIGHTS, st.integers(1, 3000))
def test_the_window_reaches_from_end_to_end(data: st.DataObject, height: int, more: int) -> None:
    rows = height + more
    top = data.draw(st.integers(0, more))
    window = overview.window(top, rows, height)
    assert 0 <= window.start < window.stop <= height
    assert (window.start == 0) or top > 0
    assert (window.stop == height) or top < more
    seen = {row * height // rows for row in range(top, top + height)}
    assert seen == set(window)


def _bar(app: CrossreadApp) -> tuple[str, list[int]]:
    """What the bar says, and in which of its cells the window is shown by more than colour."""
    ends = [strip._segments[-1] for strip in app.reader.reader_pane._shown]
    lit = [y for y, end in enumerate(ends) if end.text == WINDOW or (end.style and end.style.reverse)]
    return "".join(end.text[-1] for end in ends), lit


async def test_the_bar_stands_beside_the_text_and_follows_the_window(corpus: Corpus) -> None:
    app = CrossreadApp(corpus, look=THEMES["dark"].without_colour())
    app.session.open_article(1)
    async with app.run_test(size=(120, 30)) as pilot:
        shown, lit = _bar(app)
        assert set(shown) & set("≠+~=")
        assert lit[0] == 0
        assert lit[-1] < len(shown) - 1
        await pilot.press("G")
        shown_at_end, lit_at_end = _bar(app)
        assert lit_at_end[-1] == len(shown) - 1
        assert lit_at_end[0] > 0
        assert shown.replace(WINDOW, " ") == shown_at_end.replace(WINDOW, " "), "the signs stay"


@pytest.mark.parametrize("size", [(120, 400), (80, 24)], ids=["all is seen", "full width"])
async def test_there_is_no_bar_without_need_or_room(app: CrossreadApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size):
        assert _bar(app)[1] == []
