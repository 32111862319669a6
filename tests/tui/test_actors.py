"""The search of actors: names are read beside the keys, and until then found by what actors are called."""

from collections.abc import Sequence

import pytest

from model import corpus as corpus_module
from model.views import ActorRow
from tests.tui import painted
from tui.app import CrossreadApp
from tui.screens.actors import ActorsScreen

SIZE = (100, 30)


@pytest.fixture
def many_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes any number of names for too many to be read in a key."""
    monkeypatch.setattr(corpus_module, "_FEW_NAMES", 0)


def listed(app: CrossreadApp) -> list[str]:
    screen = app.screen_stack[-1]
    assert isinstance(screen, ActorsScreen)
    return [getattr(entry.target, "id", "") for entry in screen.list.entries]


async def test_names_are_read_beside_the_keys(
    app: CrossreadApp, many_names: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    search = app.corpus.search_actors

    def noted(query: str, *, limit: int = 200) -> Sequence[ActorRow]:
        asked.append(query)
        return search(query, limit=limit)

    monkeypatch.setattr(app.corpus, "search_actors", noted)
    async with app.run_test(size=SIZE) as pilot:
        app.show(screen := ActorsScreen(app))
        screen.run_worker = lambda *_, **__: None  # type: ignore[method-assign, assignment]
        await pilot.pause()
        await pilot.press(*"suda")
        assert set(asked) == {""}
        assert listed(app) == [row.id for row in app.corpus.actors_called("suda")]
        app.corpus.take_names(app.corpus.read_names())
        screen.refill()
        assert asked[-1] == "suda"
        assert listed(app) == [row.id for row in search("suda")]


async def test_what_was_typed_is_answered_from_all_spellings_once_they_are_read(
    app: CrossreadApp, many_names: None
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        assert not app.corpus.has_names()
        await pilot.press("a")
        await pilot.pause()
        await app.screen.workers.wait_for_complete()
        await pilot.pause()
        assert app.corpus.has_names()
        await pilot.press(*"souani")
        (first, *_) = app.corpus.search_actors("souani")
        assert first.name in painted.lines(app)[1]


async def test_a_judgement_has_the_names_read_anew(app: CrossreadApp, many_names: None) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await app.screen.workers.wait_for_complete()
        await pilot.pause()
        row = app.corpus.search_actors("", type="PERSON", limit=1)[0]
        app.corpus.judge("actor", row.id, "Zebulon", "rename")
        app.changed()
        await app.screen.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*"zebu")
        assert "Zebulon" in painted.lines(app)[1]


async def test_actors_are_listed_with_type_counts_and_spellings(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        shown = painted.lines(app)
        rows = app.corpus.search_actors("")
        assert [row.mentions for row in rows] == sorted((row.mentions for row in rows), reverse=True)
        for row, text in zip(rows[:20], shown[1:], strict=False):
            assert row.name[:25] in text
            assert f"{row.type:9}" in text
            assert f"{row.mentions} in {row.articles}" in text


@pytest.mark.parametrize("query", ["%", "_", "\\", "'", "\x00"])
def test_what_is_typed_is_taken_as_it_stands(app: CrossreadApp, query: str) -> None:
    assert app.corpus.actors_called(query) == [
        row for row in app.corpus.search_actors("") if query in row.name
    ]
