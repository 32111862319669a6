"""The dossier: what it shows at every size, its concordance in every order, and judging in it."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from model.actors import fold
from model.corpus import CorpusError
from model.records import Mention
from model.views import ORDERS, Order
from tests.tui import painted
from tui import copying
from tui.app import CrossreadApp
from tui.panes.listing import Entry
from tui.screens import kwic
from tui.screens.contradiction import ContradictionScreen
from tui.screens.dossier import DossierScreen
from tui.screens.dossier_page import Spelling
from tui.screens.picking import TypePicker
from tui.screens.reader import ReaderScreen
from tui.terminal.sanitise import cell_width
from tui.trail import Place

SIZE = (120, 40)


async def open_dossier(app: CrossreadApp, pilot: Pilot[None], type: str = "PERSON") -> DossierScreen:
    """The dossier of the most mentioned actor of a type that has several spellings."""
    rows = app.corpus.search_actors("", type=type)
    app.show(screen := DossierScreen(app, next(row for row in rows if len(row.spellings) > 1).id))
    await pilot.pause()
    return screen


def mentions(screen: DossierScreen) -> list[tuple[str, Entry]]:
    """Article and line of each mention, as they are listed."""
    entries = [screen.list.entries[n] for n in range(len(screen.list.entries))]
    return [
        (entry.target.article, entry)
        for entry in entries
        if isinstance(entry.target, Place) and entry.target.offset is not None
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12), (20, 5)])
async def test_all_of_it_is_shown_at_every_size(app: CrossreadApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_dossier(app, pilot)
        dossier = screen.dossier
        for _ in range(8):
            assert painted.widths(app) == {size[0]}
            await pilot.press("tab")
        text = "\n".join(entry.text for entry in (screen.list.entries[n] for n in range(40)))
        assert dossier.entity.name in text
        assert dossier.roles[0].text in text.replace("\n         ", "") or size[0] < 80
        assert "dates" in text
        assert f"SPELLINGS {len(dossier.spellings)}" in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("order", ORDERS)
async def test_mentions_stand_under_each_other(
    app: CrossreadApp, size: tuple[int, int], order: Order
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_dossier(app, pilot)
        while screen._order != order:
            await pilot.press("s")
        columns = set()
        for _, entry in mentions(screen):
            at = next(n for n, (_, role) in enumerate(entry.pieces) if role in {"person", "organisation"})
            columns.add(sum(cell_width(text) for text, _ in entry.pieces[:at]))
            assert cell_width(entry.text) <= screen.width
        assert len(columns) == 1


async def test_sorting_goes_round_and_says_by_what(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        seen = []
        for _ in ORDERS:
            await pilot.press("s")
            marked = next(name for name in ORDERS if f"{name} ▴" in painted.lines(app)[0])
            spots = app.corpus.spots(screen.dossier.entity.id, order=marked)
            expected = [item.row.id for item in app.corpus.concordance(spots).values()]
            assert [article for article, _ in mentions(screen)] == expected
            seen.append(marked)
        assert sorted(seen) == sorted(ORDERS)


async def test_only_the_windows_that_are_seen_are_read(
    app: CrossreadApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kwic, "_PART", 2)
    asked: list[int] = []
    concordance = app.corpus.concordance

    def counted(spots: list[object]) -> object:
        asked.append(len(spots))
        return concordance(spots)  # type: ignore[arg-type]

    monkeypatch.setattr(app.corpus, "concordance", counted)
    async with app.run_test(size=(80, 12)) as pilot:
        screen = await open_dossier(app, pilot)
        assert len(app.corpus.spots(screen.dossier.entity.id)) > 4
        assert asked == []
        await pilot.press("G")
        assert 0 < sum(asked) < len(app.corpus.spots(screen.dossier.entity.id))


async def test_a_line_leads_to_its_place(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        entity = screen.dossier.entity.id
        await pilot.press("s", "j", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        spots = app.corpus.spots(entity, order="left")
        wanted = list(app.corpus.concordance(spots).values())[1].mention
        assert app.session.mention is not None
        assert (app.session.mention.article, app.session.mention.span) == (wanted.article, wanted.span)


async def test_the_way_back_from_a_place_is_the_dossier_as_it_was(app: CrossreadApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_dossier(app, pilot)
        await pilot.press("s", "s", "j", "j")
        before = painted.lines(app)[:-2]
        await pilot.press("enter", "[")
        await pilot.pause()
        assert painted.lines(app)[:-2] == before
        await pilot.press("[", "[")
        await pilot.pause()
        assert isinstance(app.screen_stack[-1], ReaderScreen)


async def test_an_actor_that_was_taken_away_is_said_to_be_gone(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        with pytest.raises(CorpusError, match="no longer"):
            DossierScreen(app, "e0")
        screen = await open_dossier(app, pilot)
        before = screen.dossier
        screen._entity, screen._anchor = "e0", None
        app.changed()
        assert screen.dossier == before


@pytest.mark.parametrize("key", ["escape", "["])
async def test_it_is_left_to_where_it_was_opened(app: CrossreadApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await open_dossier(app, pilot)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)


async def test_the_filter_leaves_lines_with_its_words(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        every = mentions(screen)
        word = every[0][1].text.split()[-1].strip("….,”’s")
        await pilot.press("/", *word, "enter")
        left = mentions(screen)
        assert 0 < len(left) <= len(every)
        spots = app.corpus.spots(screen.dossier.entity.id, containing=word)
        assert len(left) == len(spots)
        await pilot.press("escape")
        assert len(mentions(screen)) == len(every)


async def test_a_spelling_leads_to_its_mentions(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        entry = screen.list.entry
        assert entry is not None
        assert isinstance(entry.target, Spelling)
        await pilot.press("enter")
        assert screen.filter == entry.target.text
        assert all(entry.target.text.casefold() in line.text.casefold() for _, line in mentions(screen))


async def test_every_writer_of_a_spelling_can_be_seen(app: CrossreadApp) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        screen = await open_dossier(app, pilot)
        labels = {label for u in screen.dossier.spellings for source in u.sources for label in source.labels}
        while screen.list.entry is not None and "more: ⏎" not in screen.list.entry.text:
            await pilot.press("j")
        await pilot.press("enter")
        lines = [screen.list.entries[n].text for n in range(len(screen.list.entries))]
        first = next(n for n, text in enumerate(lines) if text.startswith("SPELLINGS"))
        section = " ".join(lines[first + 1 : lines.index("", first)])
        assert all(label in section for label in labels)
        assert "more" not in section
        for usage in screen.dossier.spellings:
            assert section.count(usage.text) >= 1


async def test_a_line_is_copied_as_the_sentence_with_its_citation(
    app: CrossreadApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def copy(text: str) -> str:
        copied.append(text)
        return "copied"

    monkeypatch.setattr(app, "copy", copy)
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        await pilot.press("G", "y")
        entry = screen.list.entry
        assert entry is not None
        assert isinstance(entry.target, Place)
        reading = app.corpus.reading(entry.target.article)
        assert copied == [copying.quoted(reading, entry.target.sentence)]


async def test_the_status_line_names_the_article_of_a_line(app: CrossreadApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_dossier(app, pilot)
        await pilot.press("G")
        entry = screen.list.entry
        assert entry is not None
        assert isinstance(entry.target, Place)
        row = app.corpus.article_rows([entry.target.article])[entry.target.article]
        assert f"{row.label} · {row.outlet or 'no outlet'}" in painted.lines(app)[-2]


async def test_the_rest_of_a_section_is_shown_on_request(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        assert len(screen.dossier.company) > 9
        while screen.list.entry is not None and "more" not in screen.list.entry.text:
            await pilot.press("j")
        before = len(screen.list.entries)
        await pilot.press("enter")
        assert len(screen.list.entries) > before
        assert not any("… more" in screen.list.entries[n].text for n in range(before))


# ── judging ───────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_name_is_given_and_taken_back(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        name = screen.dossier.entity.name
        await pilot.press("R")
        assert name in painted.lines(app)[-2]
        await pilot.press("ctrl+u", *"Somebody", "enter")
        await pilot.pause()
        assert screen.dossier.entity.name == "Somebody"
        assert "Somebody" in painted.lines(app)[0]
        await pilot.press("U")
        assert screen.dossier.entity.name == name


async def test_a_type_is_picked_and_seen_in_the_reader_at_once(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        entity = screen.dossier.entity.id
        await pilot.press("T")
        await pilot.pause()
        picker = app.screen_stack[-1]
        assert isinstance(picker, TypePicker)
        assert picker.list.position[1] == 8
        await pilot.press(*"facil", "enter")
        await pilot.pause()
        assert app.screen_stack[-1] is screen
        assert screen.dossier.entity.type == "FACILITY"
        assert "FACILITY" in painted.lines(app)[0]
        row = app.corpus.search_actors(screen.dossier.entity.name)[0]
        assert (row.id, row.type) == (entity, "FACILITY")
        await pilot.press("G", "enter")
        await pilot.pause()
        assert app.session.mention is not None
        assert (app.session.mention.entity, app.session.mention.type) == (entity, "FACILITY")


async def test_a_spelling_is_split_off_and_the_rest_stays(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        before = screen.dossier
        called = {fold(usage.text) for usage in before.spellings[:2]}
        spelling = next(usage.text for usage in before.spellings if fold(usage.text) not in called)
        point_at_spelling(screen, spelling)
        await pilot.press("x")
        after = screen.dossier
        assert spelling not in {usage.text for usage in after.spellings}
        assert after.spellings[0] == before.spellings[0]
        assert app.corpus.judgements()[-1].object == spelling
        await pilot.press("U")
        assert {usage.text for usage in screen.dossier.spellings} == {
            usage.text for usage in before.spellings
        }


async def test_what_leaves_with_a_spelling_is_said(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        before = {usage.text for usage in screen.dossier.spellings}
        name = fold(screen.dossier.entity.name)
        chosen, other, *_ = (text for text in sorted(before) if fold(text) == name)
        point_at_spelling(screen, chosen)
        await pilot.press("x")
        gone = before - {usage.text for usage in screen.dossier.spellings}
        assert {chosen, other} <= gone
        assert "with it" in painted.lines(app)[-2]
        assert other in painted.lines(app)[-2]


async def test_the_name_it_was_known_by_is_split_off_and_the_dossier_stays_with_the_rest(
    app: CrossreadApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        (first, *_) = app.corpus.concordance(app.corpus.spots(screen.dossier.entity.id)).values()
        name = fold(first.mention.surface)
        others = {usage.text for usage in screen.dossier.spellings if fold(usage.text) != name}
        point_at_spelling(screen, first.mention.surface)
        await pilot.press("x")
        staying = {usage.text for usage in screen.dossier.spellings}
        assert staying
        assert staying <= others


async def test_a_single_mention_is_split_off(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        before = screen.dossier.entity.mentions
        await pilot.press("G")
        left = mentions(screen)[-1][1].target
        assert isinstance(left, Place)
        await pilot.press("x")
        assert screen.dossier.entity.mentions == before - 1
        assert left not in [entry.target for _, entry in mentions(screen)]
        found = mention_at(app, left)
        assert found.entity not in {None, screen.dossier.entity.id}
        await pilot.press("U")
        assert screen.dossier.entity.mentions == before


async def test_elsewhere_there_is_nothing_to_split_off(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        while screen.list.entry is not None and not isinstance(screen.list.entry.target, Place):
            await pilot.press("j")
        await pilot.press("x")
        assert "nothing to split" in painted.lines(app)[-2]
        assert app.corpus.judgements() == []


async def test_a_note_is_kept_on_the_actor(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        await pilot.press("w", *"ask", "space", *"him", "enter")
        assert [note.note for note in screen.dossier.notes] == ["ask him"]
        assert "ask him" in painted.text(app)
        await pilot.press("U")
        assert "ask him" not in "\n".join(painted.lines(app)[:-2])


async def test_what_is_judged_another_is_kept_apart_and_the_contradiction_is_settled(
    app: CrossreadApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_dossier(app, pilot)
        other = next(
            row
            for row in app.corpus.search_actors("", type="PERSON")
            if row.id != screen.dossier.entity.id and len(row.name.split()) > 1
        )
        await pilot.press("!", *other.name.split()[-1], "enter")
        await pilot.pause()
        assert other.name in {apart.name for apart in screen.dossier.apart}
        assert f"{other.name} (your word" in painted.text(app)
        await pilot.press("=", *other.name.split()[-1], "enter")
        await pilot.pause()
        asked = app.screen_stack[-1]
        assert isinstance(asked, ContradictionScreen)
        assert "≠" in painted.text(app)
        await pilot.press("v")
        await pilot.pause()
        assert app.screen_stack[-1] is screen
        assert other.name in {usage.text for usage in screen.dossier.spellings}
        assert "judged: " in painted.lines(app)[-2]


async def test_the_list_of_judgements_leads_to_the_actor(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = app.corpus.search_actors("", type="PERSON")
        app.corpus.judge("actor", rows[0].id, rows[1].id, "different", "met both")
        judgement = app.corpus.judge("actor", rows[0].id, "Somebody", "rename")
        await pilot.press("W")
        await pilot.pause()
        shown = painted.text(app)
        assert f"{judgement.subject} is called Somebody" in shown
        assert "≠" in shown
        assert "met both" in shown
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen_stack[-1]
        assert isinstance(screen, DossierScreen)
        assert screen.dossier.entity.name == "Somebody"


def point_at_spelling(screen: DossierScreen, text: str) -> None:
    number = next(
        n for n in range(len(screen.list.entries)) if screen.list.entries[n].target == Spelling(text)
    )
    screen.list.show_from(number)


def mention_at(app: CrossreadApp, place: Place) -> Mention:
    return next(item for item in _mentions(app, place.article) if item.start == place.offset)


def _mentions(app: CrossreadApp, article: str) -> Iterator[Mention]:
    yield from app.corpus.reading(article).mentions
