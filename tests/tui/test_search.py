"""Searching from the reader: what can be asked is shown, results are walked, queries are saved."""

import pytest

from model.corpus import SEARCH_FIELDS, Corpus, CorpusError
from tests.tui import painted
from tui.app import CrossreadApp
from tui.results import Results
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.themes import THEMES
from tui.trail import Place

SIZE = (100, 30)


async def test_an_empty_prompt_shows_what_can_be_asked(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await pilot.pause()
        shown = painted.text(app)
        assert "search ▌" in painted.lines(app)[-2]
        assert all(f"{name}:" in shown for name in SEARCH_FIELDS)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_results_are_walked_from_the_reader(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        found = app.corpus.search("disarm")
        articles = list(dict.fromkeys(hit.row.id for hit in found))
        hits = sorted(found, key=lambda hit: articles.index(hit.row.id))
        assert len(hits) > 2
        await pilot.press("s", *"disarm", "enter", "j", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.selected == hits[1].sentence
        assert f"result 2 of {len(hits)}: disarm   ; next, , previous" in painted.lines(app)[-2]
        await pilot.press(";")
        assert app.session.selected == hits[2].sentence
        assert f"result 3 of {len(hits)}: disarm" in painted.lines(app)[-2]
        await pilot.press("9", ",")
        assert app.session.selected == hits[0].sentence
        await pilot.press(",")
        assert "no more this way" in painted.lines(app)[-2]
        await pilot.press("[")
        assert app.session.selected != hits[0].sentence


async def test_an_article_is_a_heading_once(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"iraq", "enter")
        await pilot.pause()
        headings = [
            line for line in painted.lines(app) if line[1:].startswith(("00", " 00")) and " · " in line[:30]
        ]
        assert 1 < len(headings) == len(set(headings))


async def test_without_a_search_there_is_nothing_to_walk(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(";")
        assert "no search yet: s searches the corpus" in painted.lines(app)[-2]


async def test_a_result_that_is_no_more_is_a_line(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.results = Results("gone", [Place("gone", 1), Place("gone", 2)], 0)
        await pilot.press(";")
        assert "search again" in painted.lines(app)[-2]


@pytest.mark.parametrize("query", ["nofield:x", "after:tuesday", "-only", "has:hope"])
async def test_what_cannot_be_asked_is_said_where_the_results_would_be(app: CrossreadApp, query: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        with pytest.raises(CorpusError) as refused:
            app.corpus.search(query)
        await pilot.press("s", *query, "enter")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        assert str(refused.value)[:60] in painted.lines(app)[1]
        assert "What can be asked" in painted.text(app)


async def test_no_result_says_what_to_do(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"[red]zeppelin", "enter")
        await pilot.pause()
        assert "nothing answers [red]zeppelin: try fewer words" in painted.lines(app)[1]


async def test_a_query_is_saved_reopened_and_forgotten(app: CrossreadApp, corpus: Corpus) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"disarm", "enter", "S", "ctrl+u", *"arms", "enter")
        await pilot.pause()
        assert "saved: arms" in painted.lines(app)[-2]
        assert corpus.state()["queries"] == {"arms": "disarm"}
    app.close()
    again = CrossreadApp(Corpus.open(corpus.directory), look=THEMES["dark"])
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "Saved queries" in painted.lines(again)[1]
        assert painted.lines(again)[2].split() == ["arms", "disarm"] or "arms" in painted.lines(again)[2]
        await pilot.press("down", "enter")
        await pilot.pause()
        assert f"1 of {len(again.corpus.search('disarm'))}" in painted.lines(again)[0]
        await pilot.press("escape", "s", "enter", "x")
        await pilot.pause()
        assert "forgotten: arms" in painted.lines(again)[-2]
        assert again.corpus.state()["queries"] == {}
        assert "Saved queries" not in painted.text(again)
    again.close()


async def test_only_a_query_can_be_saved_and_only_a_saved_one_forgotten(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "enter", "S")
        assert "nothing to save" in painted.lines(app)[-2]
        await pilot.press("x")
        assert "no saved query here" in painted.lines(app)[-2]


async def test_earlier_queries_are_listed_and_kept(app: CrossreadApp, corpus: Corpus) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"disarm", "enter", "escape", "s")
        await pilot.pause()
        assert "Asked before" in painted.lines(app)[1]
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "search  disarm" in painted.lines(app)[0]
    app.close()
    again = CrossreadApp(Corpus.open(corpus.directory), look=THEMES["dark"])
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("s", "up")
        await pilot.pause()
        assert "search disarm▌" in painted.lines(again)[-2]
    again.close()
