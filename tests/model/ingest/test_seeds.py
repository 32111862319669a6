"""The five articles that come with crossread, read as a whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from model.analysis import Document
from model.ingest import Source, discover, read

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Document]:
    found: dict[str, Document] = {}
    for source in discover([SEEDS]):
        assert isinstance(source, Source)
        [document] = read(source)
        assert isinstance(document, Document)
        found[source.path.name[:3]] = document
    return found


def test_the_text_is_the_file(seeds: dict[str, Document]) -> None:
    for key, document in seeds.items():
        [path] = SEEDS.glob(f"{key}*")
        assert document.text == path.read_text("utf-8")
        assert document.article.language == "en"


def test_zones(seeds: dict[str, Document]) -> None:
    counts = {key: Counter(block.kind for block in document.blocks) for key, document in seeds.items()}
    assert counts == {
        "000": {"title": 1, "standfirst": 1, "body": 14, "boilerplate": 5, "other_language": 4, "caption": 4},
        "001": {"body": 30, "caption": 7, "boilerplate": 7},
        "002": {"title": 1, "body": 7},
        "003": {"title": 1, "body": 10, "boilerplate": 16},
        "004": {"body": 9, "embed": 2, "boilerplate": 1},
    }


def test_only_what_is_proven_is_stated(seeds: dict[str, Document]) -> None:
    assert {key: document.article.outlet for key, document in seeds.items()} == {
        "000": "Ynet News",
        "001": "Times of Israel",
        "002": None,
        "003": None,
        "004": None,
    }
    assert all(document.article.published is None for document in seeds.values())
    evidence = {key: [one.kind for one in doc.article.date_evidence] for key, doc in seeds.items()}
    assert "page_clock" in evidence["003"]
    assert "time_stamp" in evidence["001"]
    assert evidence["004"] == ["embed_id", "embed_id"]
