"""The list of articles in the reader: grouped, narrowed down, with what was read and starred."""

from __future__ import annotations

import pytest

from model.corpus import Corpus
from model.views import LIST_ORDERS
from tests.tui import painted
from tui.app import CrossreadApp
from tui.memory import restore, state_of
from tui.session import Pane, Session
from tui.themes import THEMES
from tui.trail import Place

SIZE = (140, 40)


def test_regrouping_keeps_the_open_article_and_the_cursor(corpus: Corpus) -> None:
    session = Session(corpus)
    session.next_article(2)
    session.move(3)
    place = session.place
    session.move_row(1)
    at_cursor = session.articles[session.row].id
    for _ in LIST_ORDERS:
        session.regroup(session.articles.next_order())
        assert session.place == place
        assert session.article is not None
        assert place is not None
        assert session.articles[session.article].id == place.article
        assert session.articles[session.row].id == at_cursor


@pytest.mark.parametrize("order", LIST_ORDERS)
def test_the_next_article_is_the_next_in_the_list_as_it_is_grouped(corpus: Corpus, order: str) -> None:
    session = Session(corpus)
    while session.articles.order != order:
        session.regroup(session.articles.next_order())
    session.next_article(-10)
    walked = [session.reading.row.id] if session.reading else []
    while session.next_article(1):
        assert session.reading is not None
        walked.append(session.reading.row.id)
    assert walked == [session.articles[n].id for n in range(5)]


def test_the_grouping_is_found_again(corpus: Corpus) -> None:
    session = Session(corpus)
    session.next_article(1)
    session.regroup("outlet")
    again = Session(corpus)
    restore(again, state_of(session))
    assert again.articles.order == "outlet"
    assert again.place == session.place
    assert again.article == session.article
    restore(again, {"order": "colour"})
    assert again.articles.order == "outlet"


def test_an_article_beside_the_narrowed_list_is_read_and_left_for_one_in_it(corpus: Corpus) -> None:
    session = Session(corpus)
    ids = [row.id for row in corpus.articles()]
    corpus.mark(ids[1], starred=True)
    corpus.mark(ids[3], starred=True)
    session.narrow("is:starred")
    assert session.go(Place(ids[2], 3))
    assert session.article is None
    assert session.reading is not None
    assert session.reading.row.id == ids[2]
    session.row = 1
    session.next_article(1)
    assert session.reading.row.id == ids[3]
    assert session.go(Place(ids[0], 0))
    session.row = 1
    session.next_article(-1)
    assert session.reading.row.id == ids[1]
    session.narrow("nothing has these words")
    assert len(session.articles) == 0
    assert not session.next_article(1)
    assert session.listed == session.reading.row
    session.pane = Pane.ARTICLES
    assert session.listed == session.reading.row
    session.narrow("")
    assert session.article == 1


async def test_what_was_shown_is_read_and_is_so_in_the_next_session(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g", "h", "g", "enter", "J")
        await pilot.pause()
        first, second, *others = app.corpus.articles()
        assert first.read
        assert second.read
        assert not all(row.read for row in others)
        listed = [line[:24] for line in painted.lines(app)]
        assert any(f"✓{first.label}" in line for line in listed)
        await pilot.press("S")
        assert app.corpus.articles()[1].starred
        assert any(f"✓{second.label}*" in line[:24] for line in painted.lines(app))
        app.corpus.save_state(state_of(app.session))
    again = CrossreadApp(app.corpus, look=THEMES["dark"])
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert any(f"✓{second.label}*" in line[:24] for line in painted.lines(again))
        await pilot.press("S")
        assert not again.corpus.articles()[1].starred


async def test_the_next_unread_article_is_a_key_away(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(6):
            await pilot.press(")")
        assert all(row.read for row in app.corpus.articles())
        assert "every article of the list was read" in painted.lines(app)[-2]
        await pilot.press("I", "J", ")")
        assert all(row.read for row in app.corpus.articles())


async def test_the_list_says_what_it_is_grouped_by(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        for order in ("outlet", "origin", "date", "story"):
            await pilot.press("O")
            assert f"ARTICLES by {order}" in painted.lines(app)[1]
            for row in app.corpus.articles():
                assert any(row.label in line[:28] for line in painted.lines(app))
        app.session.regroup("outlet")
        await pilot.press("j")
        assert any("▾ (no outlet)" in line[:28] for line in painted.lines(app))


async def test_a_slash_in_the_list_narrows_it_down_and_escape_shows_all(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        starred = app.corpus.articles()[2]
        app.corpus.mark(starred.id, starred=True)
        await pilot.press("h", "/", *"is:starred", "enter")
        assert len(app.session.articles) == 1
        assert "ARTICLES /is:starred" in painted.lines(app)[1]
        assert "1 article " in painted.lines(app)[-2]
        await pilot.press("enter")
        assert app.session.reading is not None
        assert app.session.reading.row.id == starred.id
        await pilot.press("h", "/", "ctrl+u", *"is:new", "enter")
        assert "is:new: ask for is:unread" in painted.lines(app)[-2]
        assert len(app.session.articles) == 1
        await pilot.press("escape")
        assert len(app.session.articles) == 5
        await pilot.press("/", *"no such words", "enter")
        assert "NONE" in painted.lines(app)[1]
        await pilot.press("j", "k", "G", "enter", "J", "O", "S", ")")
        assert painted.widths(app) == {SIZE[0]}


async def test_a_letter_stands_only_where_several_articles_tell_a_story(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        listed = [line[:28] for line in painted.lines(app)]
        for row in app.corpus.articles():
            (line,) = (line for line in listed if f"{row.label} " in line)
            assert (f" {row.family} " in line) == (row.company > 1)
