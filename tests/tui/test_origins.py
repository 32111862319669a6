"""Origins: the evidence in its sentences, the user's word on derivations, and the file of it all."""

from __future__ import annotations

from pathlib import Path

from model.corpus import Corpus
from model.reports.evidence import evidence_lines
from tests.tui import painted
from tui.app import CrossreadApp
from tui.screens.evidence import EvidenceScreen
from tui.screens.origin_picking import OriginPicker
from tui.screens.origins import Ground, OriginsScreen
from tui.screens.reader import ReaderScreen

SIZE = (140, 60)


def largest(corpus: Corpus) -> str:
    """An article of the largest story."""
    return max(corpus.articles(), key=lambda row: row.company).id


async def opened(app: CrossreadApp) -> OriginsScreen:
    app.session.open_article(app.corpus.position(largest(app.corpus)))
    screen = OriginsScreen(app, app.session.reading.row if app.session.reading else None)
    await app.push_screen(screen)
    return screen


def ground(screen: OriginsScreen) -> Ground:
    assert screen.list.entry is not None
    assert isinstance(screen.list.entry.target, Ground)
    return screen.list.entry.target


async def test_the_cursor_stands_on_the_article_that_is_read(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        assert ground(screen).row.id == largest(app.corpus)
        letters = [line[1:3] for line in painted.lines(app)]
        assert letters.count("A ") == 1


async def test_enter_shows_the_sentences_of_the_evidence_and_leads_to_them(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        while not (ground(screen).evidence and ground(screen).evidence[0].b):
            await pilot.press("j")
        found = ground(screen)
        evidence = found.evidence[0]
        assert evidence.other_article is not None
        assert evidence.b is not None
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, EvidenceScreen)
        shown = painted.text(app)
        other = app.corpus.article_rows([evidence.other_article])[evidence.other_article]
        for row, span in ((found.row, evidence.a), (other, evidence.b)):
            words = span.of(app.corpus.reading(row.id).text).split()
            assert words[0] in shown
            assert f"to {row.label}:" in shown
        await pilot.press("j", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.selected is not None
        assert app.session.selected.article == other.id
        assert app.session.selected.start < evidence.b.end
        assert evidence.b.start < app.session.selected.end


async def test_a_rejected_derivation_is_gone_and_comes_back(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        before = [entry.text for entry in screen.list.entries]
        assert ground(screen).derivation is not None
        await pilot.press("x")
        assert "does not rest on" in painted.lines(app)[-2]
        assert [entry.text for entry in screen.list.entries] != before
        assert len(app.corpus.judgements()) == 1
        await pilot.press("U")
        assert [entry.text for entry in screen.list.entries] == before


async def test_an_article_is_said_to_rest_on_an_origin(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app)
        await pilot.pause()
        row, derivation = ground(screen).row, ground(screen).derivation
        assert derivation is not None
        await pilot.press("x", "g")
        while ground(screen).row.id != row.id:
            await pilot.press("j")
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, OriginPicker)
        await pilot.press("enter")
        await pilot.pause()
        assert f"{row.label} rests on" in painted.lines(app)[-2]
        origins = {
            d.origin for each in app.corpus.families() for r, ds in each.members for d in ds if r.id == row.id
        }
        assert derivation.origin in origins
        assert [item.verdict for item in app.corpus.judgements()] == ["rejected", "confirmed"]


async def test_the_evidence_is_written_to_a_file_of_its_own(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(app)
        await pilot.pause()
        await pilot.press("e", "e")
        assert "evidence written: " in painted.lines(app)[-2]
    written = sorted(path.name for path in Path.cwd().glob("origins-*.md"))
    assert written == ["origins-all-2.md", "origins-all.md"]


def test_the_file_quotes_every_piece_of_evidence(corpus: Corpus) -> None:
    lines = list(evidence_lines(corpus, None))
    derivations = [d for family in corpus.families() for _, found in family.members for d in found]
    pieces = [item for derivation in derivations for item in derivation.evidence]
    assert sum(line.startswith("  - ") for line in lines) == len(pieces) > 5
    assert sum(line.startswith("## ") for line in lines) == len(corpus.families())
