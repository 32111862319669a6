"""The views over the reader: each opens, says something true, and leads somewhere."""

import pytest

from tests.tui import painted
from tests.tui.places import go_to_report
from tui.app import CrossreadApp
from tui.screens.actors import ActorsScreen
from tui.screens.compare import CompareScreen
from tui.screens.dossier import DossierScreen
from tui.screens.listing import ListScreen
from tui.screens.picking import ActorPicker
from tui.screens.reader import ReaderScreen

SIZE = (100, 30)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (20, 5)])
@pytest.mark.parametrize("key", ["a", "c", "o", "t", "?", "W", "Q", ":"])
async def test_every_view_opens_at_every_size_and_closes(
    app: CrossreadApp, key: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, ListScreen)
        await pilot.press("down", "down", "up", "end", "home")
        assert painted.widths(app) == {size[0]}
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_actors_are_found_by_any_spelling_and_lead_to_a_place(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"shabandar")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        assert "actors  shabandar▌" in painted.lines(app)[0]
        row = app.corpus.search_actors("shabandar")[0]
        assert row.name in painted.lines(app)[1]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DossierScreen)
        assert row.name in painted.text(app)
        await pilot.press("end")
        place = app.screen.list.entry
        assert place is not None
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.mention is not None
        assert app.session.mention.entity == row.id


async def test_erasing_widens_the_search_again(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"iraq")
        narrow = painted.lines(app)[0].split()[-1]
        await pilot.press("backspace", "ctrl+w")
        assert int(painted.lines(app)[0].split()[-1]) > int(narrow)


async def test_a_search_of_the_corpus_leads_to_the_sentence(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", *"disarm", "enter")
        await pilot.pause()
        hits = app.corpus.search("disarm")
        assert f"1 of {len(hits)}" in painted.lines(app)[0]
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.selected == hits[0].sentence


async def test_side_by_side_shows_both_sentences_and_enter_goes_to_the_other(app: CrossreadApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        report = go_to_report(app.session)
        await pilot.press("D")
        await pilot.pause()
        assert isinstance(app.screen, CompareScreen)
        assert report.text.split()[0] in painted.text(app).replace("[", "")
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.selected == report.sentence


async def test_judging_a_match_is_shown_and_taken_back(app: CrossreadApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        pair = go_to_report(app.session).match
        await pilot.press("v")
        await pilot.pause()
        assert [item.verdict for item in app.corpus.judgements()] == ["confirmed"]
        assert app.session.report is not None
        assert app.session.report.match.judged == "confirmed"
        assert "confirmed" in painted.text(app)
        await pilot.press("U")
        assert app.corpus.judgements() == []
        assert app.session.report.match.a == pair.a
        assert app.session.report.match.judged is None


async def test_a_rejected_match_is_gone_until_it_is_undone(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        pair = go_to_report(app.session).match
        await pilot.press("x")
        assert app.session.who_else is not None
        assert pair.b not in {
            item.match.b for item in app.session.who_else.reports if item.match.judged != "rejected"
        }
        await pilot.press("U")
        assert pair.b in {item.match.b for item in app.session.who_else.reports}


@pytest.mark.parametrize(("key", "verdict"), [("=", "same"), ("!", "different")])
async def test_actors_are_judged_and_the_judgement_is_taken_back(
    app: CrossreadApp, key: str, verdict: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        first, second = app.corpus.search_actors("", type="PERSON")[:2]
        app.show(DossierScreen(app, first.id))
        await pilot.pause()
        await pilot.press(key, *second.name.replace(" ", "\t").split("\t")[-1])
        await pilot.pause()
        assert isinstance(app.screen, ActorPicker)
        chosen = app.screen.list.entry
        assert chosen is not None
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DossierScreen)
        (judgement,) = app.corpus.judgements()
        assert (judgement.kind, judgement.subject, judgement.verdict) == ("actor", first.name, verdict)
        assert "judged: " in painted.lines(app)[-2]
        await pilot.press("j", "U")
        assert app.corpus.judgements() == []


async def test_a_note_is_kept_and_listed(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "w", *"look", "space", *"again", "enter")
        place = app.session.place
        assert app.corpus.judgements()[-1].note == "look again"
        await pilot.press("J", "W")
        await pilot.pause()
        assert "look again" in painted.text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert place is not None
        assert app.session.place is not None
        assert (app.session.place.article, app.session.place.sentence) == (place.article, place.sentence)


async def test_the_palette_does_what_is_chosen(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        start = app.session.article
        await pilot.press(":", *"next-article")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert start is not None
        assert app.session.article == start + 1


async def test_the_help_is_searched(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("?", "/", *"coverage", "enter")
        shown = painted.text(app)
        assert "claims × sources" in shown
        assert "half a page" not in shown
        await pilot.press("escape")
        assert "half a page" in painted.text(app)


async def test_lists_are_filtered_as_one_types(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("A")
        await pilot.pause()
        assert isinstance(app.screen, DossierScreen)
        _, total = app.screen.list.position
        await pilot.press("/", *"zzzz")
        assert app.screen.list.position == (0, 0)
        await pilot.press("escape")
        assert app.screen.list.position[1] == total
