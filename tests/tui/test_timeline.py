"""The timeline: publications and dated claims in order, each with the words its date rests on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from tests.tui import painted
from tui.app import CrossreadApp
from tui.screens.reader import ReaderScreen
from tui.screens.timeline import TimelineScreen
from tui.themes import THEMES

FERRY = (
    "The passenger ferry Halda capsized off Tarvik island, killing 31, the coast guard of Tarvik said.\n\n"
    "Captain Olen Brask bought the ferry on 12 March 2019, transport minister Hedda Lonn said.\n\n"
    "The ferry Halda was built in 1984 and failed an inspection in May 2022, the ministry said."
)


@pytest.fixture
def dated(tmp_path: Path) -> Corpus:
    source = tmp_path / "ferry.jsonl"
    days = ("2024-06-03", "2024-06-01")
    lines = [
        {
            "id": f"a{n}",
            "title": "Ferry capsizes off Tarvik",
            "outlet": "Post",
            "published": day,
            "text": FERRY,
        }
        for n, day in enumerate(days)
    ]
    source.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    index(tmp_path / "corpus", [source])
    return Corpus.open(tmp_path / "corpus")


def test_events_come_in_order_and_each_shows_what_its_date_rests_on(dated: Corpus) -> None:
    rows = dated.timeline(dated.articles()[0].story)
    assert [row.value for row in rows] == sorted(row.value for row in rows)
    published = [(row.value, row.row.id) for row in rows if row.kind == "published"]
    assert published == [("2024-06-01", "a1"), ("2024-06-03", "a0")]
    claims = [row for row in rows if row.kind == "claim"]
    assert {"1984", "2019-03-12", "2022-05"} <= {row.value for row in claims}
    for row in claims:
        assert row.evidence
        assert row.evidence in row.text
    dated.close()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_date_is_said_once_and_leads_to_its_sentence(dated: Corpus, size: tuple[int, int]) -> None:
    app = CrossreadApp(dated, look=THEMES["dark"])
    async with app.run_test(size=size) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)
        first = dated.timeline(dated.articles()[0].story)[0]
        assert painted.text(app).count(f"{first.value}  ") == 1
        assert painted.widths(app) == {size[0]}
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.selected == first.sentence
    dated.close()
