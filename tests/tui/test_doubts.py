"""The judging queue: the user's word on pairs of names, and what happens to a contradiction."""

from collections.abc import Callable
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from tests.tui import painted
from tui.app import CrossreadApp
from tui.screens.contradiction import ContradictionScreen
from tui.screens.doubts import DoubtsScreen

SIZE = (100, 30)
ARTICLES = (
    "Mayor resigns\n\nAna Ruiz, the mayor, said on Monday that she would resign. Ana Ruiz left Peru.\n",
    "Judge resigns\n\nJuan Ruiz, a judge, said on Monday that he would resign. Juan Ruiz left Peru.\n",
    "Ruiz resigns\n\nRuiz will resign, police said on Monday. They said that Ruiz had left Peru.\n",
)


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus in which a surname may be either of two people."""
    sources = tmp_path_factory.mktemp("namesakes-sources")
    for number, text in enumerate(ARTICLES):
        (sources / f"{number}.txt").write_text(text, encoding="utf-8")
    directory = tmp_path_factory.mktemp("corpora") / "namesakes"
    index(directory, [sources])
    return directory


@pytest.fixture
def corpus(namesakes: Path, open_copy: Callable[[Path], Corpus]) -> Corpus:
    return open_copy(namesakes)


@pytest.mark.parametrize(("key", "verdict"), [("=", "same"), ("!", "different"), ("u", "unsure")])
async def test_a_judged_pair_leaves_the_queue_and_comes_back_when_undone(
    app: CrossreadApp, key: str, verdict: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        first, *_ = app.corpus.doubts()
        await pilot.press("Q")
        await pilot.pause()
        assert isinstance(app.screen, DoubtsScreen)
        shown = painted.text(app)
        assert first.name_a in shown
        assert first.name_b in shown
        await pilot.press(key)
        (judgement,) = app.corpus.judgements()
        assert (judgement.subject, judgement.object) == (first.name_a, first.name_b)
        assert judgement.verdict == verdict
        pairs = {(row.name_a, row.name_b) for row in app.corpus.doubts()}
        assert (first.name_a, first.name_b) not in pairs
        await pilot.press("U")
        assert app.corpus.judgements() == []
        assert first.name_a in painted.text(app)


@pytest.mark.parametrize(("key", "verdicts"), [("v", ["different", "same"]), ("x", ["different"])])
async def test_a_contradiction_is_shown_with_both_sides_and_settled_by_a_key(
    app: CrossreadApp, key: str, verdicts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another program judges the pair, and the reader has not yet looked.
    monkeypatch.setattr(CrossreadApp, "poll", lambda self: None)
    async with app.run_test(size=SIZE) as pilot:
        first, *_ = app.corpus.doubts()
        await pilot.press("Q")
        await pilot.pause()
        app.corpus.judge("actor", first.name_a, first.name_b, "different", "not of one family")
        await pilot.press("=")
        await pilot.pause()
        assert isinstance(app.screen, ContradictionScreen)
        shown = painted.text(app)
        assert f"{first.name_a} = {first.name_b}" in shown
        assert f"{first.name_a} ≠ {first.name_b}" in shown
        assert "not of one family" in shown
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, DoubtsScreen)
        assert [item.verdict for item in app.corpus.judgements()] == verdicts
        assert ("judged:" in painted.lines(app)[-2]) == (key == "v")


async def test_the_list_of_actors_ends_in_the_queue(app: CrossreadApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(app.screen, DoubtsScreen)
