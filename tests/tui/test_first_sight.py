"""What is on the screen before any key: articles that can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from tui.app import CrossreadApp
from tui.themes import THEMES

SIZE = (120, 40)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[CrossreadApp]:
    app = CrossreadApp(Corpus.open(tmp_path / "corpus", create=True), look=THEMES["dark"])
    yield app
    app.close()


async def test_who_touches_no_key_while_sources_are_read_sees_what_compares(
    empty: CrossreadApp, seeds: Path
) -> None:
    async with empty.run_test(size=SIZE) as pilot:
        await pilot.pause()
        index(empty.corpus.directory, sorted(seeds.glob("000*")))
        empty.poll()
        assert empty.session.article == 0
        index(empty.corpus.directory, [seeds])
        empty.poll()
        assert empty.session.article == 1
        assert empty.session.reading is not None
        assert empty.session.reading.loudest


async def test_who_has_begun_to_read_stays(empty: CrossreadApp, seeds: Path) -> None:
    async with empty.run_test(size=SIZE) as pilot:
        await pilot.pause()
        index(empty.corpus.directory, sorted(seeds.glob("000*")))
        empty.poll()
        await pilot.press("j")
        place = empty.session.place
        index(empty.corpus.directory, [seeds])
        empty.poll()
        assert empty.session.place == place
