"""Writing a corpus: whatever comes, changes and goes, nothing dangles and every count is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.analysis import Analysis
from model.linking import link_new
from model.store.files import CorpusFiles
from tests.bench.large import DAY_ONE, Texts, analysis, store

STORIES = [Texts(seed).story(0) for seed in (1, 2)]
ARTICLES = [made for story in STORIES for made in story[:3]]
TABLES = ("sentence", "mention", "claim", "actor", "block", "article_text", "derivation", "group_member")

#: Each step stores an article, in one of two wordings, or takes it out.
steps = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(("first", "second", "out"))), max_size=8)


def renamed(number: int, wording: str) -> Analysis:
    lines = ARTICLES[number].document.text.split("\n")
    names = sorted({mention.surface for mention in ARTICLES[number].mentions})
    return analysis(f"a{number}", lines if wording == "first" else lines[3:9], names, DAY_ONE)


def count(files: CorpusFiles, query: str) -> int:
    return int(files.database.execute(query).fetchone()[0])


@settings(max_examples=12, deadline=None)
@given(steps)
def test_nothing_dangles_and_every_count_is_right(
    tmp_path_factory: pytest.TempPathFactory, taken: list[tuple[int, str]]
) -> None:
    files = CorpusFiles(tmp_path_factory.mktemp("corpus"), create=True)
    for number, wording in taken:
        if wording == "out":
            with files.writer.transaction():
                files.writer.remove(f"a{number}")
        else:
            store(files, [renamed(number, wording)])
        link_new(files)
    for table in TABLES:
        assert not count(
            files, f"SELECT COUNT(*) FROM {table} WHERE article NOT IN (SELECT key FROM article)"
        )
    held = dict(files.database.execute("SELECT kind, number FROM tally").fetchall())
    for table in ("article", "sentence", "entity", "match"):
        assert held[table] == count(files, f'SELECT COUNT(*) FROM "{table}"'), table
    assert held["story"] == count(files, "SELECT COUNT(DISTINCT story || ' ' || family) FROM article")
    assert count(files, "SELECT COUNT(*) FROM stale_story") == 0
    stories = "SELECT DISTINCT story FROM article"
    assert not count(files, f"SELECT COUNT(*) FROM origin WHERE story NOT IN ({stories})")
    assert not count(files, f'SELECT COUNT(*) FROM "group" WHERE story NOT IN ({stories})')
    assert count(files, "SELECT COUNT(*) FROM story") == count(files, f"SELECT COUNT(*) FROM ({stories})")
    assert not files.writer.repair()
    files.close()


def test_the_label_of_an_article_that_is_gone_is_not_given_again(tmp_path: Path) -> None:
    files = CorpusFiles(tmp_path, create=True)
    store(files, [renamed(0, "first"), renamed(1, "first")])
    with files.writer.transaction():
        files.writer.remove("a1")
    store(files, [renamed(2, "first")])
    assert files.writer.key_of("a2") == 2
    files.close()


def test_a_change_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    files = CorpusFiles(tmp_path, create=True)
    store(files, [renamed(0, "first")])
    word = ARTICLES[0].document.text.split()[0]
    before = files.generation(), files.text_index.search(word, limit=99)
    with pytest.raises(KeyError), files.writer.transaction():
        files.writer.add(renamed(1, "second"), source="x")
        files.writer.add(renamed(0, "second"), source="x")
        raise KeyError
    assert (files.generation(), files.text_index.search(word, limit=99)) == before
    store(files, [renamed(1, "first")])
    assert not files.writer.repair()
    files.close()


def test_judging_while_another_process_indexes_does_not_claim_its_sentences(tmp_path: Path) -> None:
    files = CorpusFiles(tmp_path, create=True)
    store(files, [renamed(0, "first")])
    stamp = files.text_index.generation
    with files.writer.transaction():
        files.writer.unsettle(["s"])
    assert files.text_index.generation == stamp
    assert not files.writer.repair()
    files.close()
