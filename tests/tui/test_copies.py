"""What was copied: kept within bounds and over sessions, listed, copied again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus import Corpus
from tests.tui import painted
from tui.app import CrossreadApp
from tui.copying import quoted
from tui.kept import Kept
from tui.screens.copies import CopiesScreen
from tui.themes import THEMES

SIZE = (100, 30)


@given(st.lists(st.text(max_size=9)))
def test_copies_are_few_and_the_newest_stands_first(texts: list[str]) -> None:
    kept = Kept()
    for text in texts:
        kept.put_copy(text)
    assert len(kept.copies) <= 50
    assert len(set(kept.copies)) == len(kept.copies)
    assert kept.copies[:1] == texts[-1:]


def test_a_text_that_is_too_long_is_not_kept_and_the_oldest_give_way() -> None:
    kept = Kept()
    kept.put_copy("x" * 50_001)
    assert kept.copies == []
    for letter in "abcdef":
        kept.put_copy(letter * 50_000)
    assert [copy[0] for copy in kept.copies] == ["f", "e", "d", "c"]


@pytest.mark.parametrize(
    "state",
    [{}, {"copies": "x", "queries": []}, {"copies": [3, None], "queries": {"a": 3}, "history": {"s": [3]}}],
)
def test_what_has_no_meaning_is_passed_over(state: dict[str, object]) -> None:
    kept = Kept()
    kept.restore(state)
    assert (kept.copies, kept.queries) == ([], {})
    assert not any(kept.history.values())


@given(st.lists(st.text(max_size=9)), st.dictionaries(st.text(max_size=9), st.text(max_size=9)))
def test_what_is_kept_is_found_again(texts: list[str], queries: dict[str, str]) -> None:
    kept, again = Kept(), Kept()
    for text in texts:
        kept.put_copy(text)
    for name, query in queries.items():
        kept.save_query(name, query)
    again.restore(kept.state())
    assert again.state() == kept.state()
    assert list(again.queries) == list(kept.queries)


async def test_copies_are_listed_and_copied_again_over_sessions(
    app: CrossreadApp, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PATH", "")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("y")
        assert "no clipboard" in painted.lines(app)[-2]
        assert app.session.reading is not None
        first = quoted(app.session.reading, app.session.sentence)
        await pilot.press("j", "j", "Y")
    app.close()
    again = CrossreadApp(Corpus.open(corpus.directory), look=THEMES["dark"])
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("P")
        await pilot.pause()
        assert isinstance(again.screen, CopiesScreen)
        assert "1 of 2" in painted.lines(again)[0]
        assert again.kept.copies[1] == first
        await pilot.press("j", "enter")
        assert "no clipboard" in painted.lines(again)[-2]
        assert again.kept.copies[0] == first
        assert first.split("\n")[0][:40] in painted.lines(again)[1]
        await pilot.press("x", "x")
        assert again.kept.copies == []
        assert "nothing was copied yet: y copies a sentence" in painted.text(again)
    again.close()


async def test_nothing_in_a_copied_text_is_obeyed(app: CrossreadApp) -> None:
    app.kept.put_copy("[b]bold[/b]\x1b[31m\u202ered")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("P")
        await pilot.pause()
        assert "[b]bold[/b]" in painted.text(app)
        assert "\x1b" not in painted.text(app)
        assert painted.widths(app) == {SIZE[0]}
