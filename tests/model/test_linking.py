"""Linking: what was concluded of a story holds, however its articles came and whatever a run remembered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.linking import link_new, settle_story
from model.store.files import CorpusFiles
from model.store.lookup import Lookup
from tests.bench.large import Texts, store

ARTICLES = [article for seed in (1, 2) for article in Texts(seed).story(seed)[:3]]


def concluded(files: CorpusFiles) -> list[list[tuple[Any, ...]]]:
    """All that is concluded of stories, and the places of their articles."""
    tables = ("group", "group_member", "origin", "derivation", "story", "stale_story")
    rows = [files.database.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2, 3') for table in tables[:4]]
    rows += [files.database.execute(f"SELECT * FROM {table} ORDER BY 1") for table in tables[4:]]
    rows.append(files.database.execute("SELECT id, story, family, place FROM article ORDER BY 1"))
    return [found.fetchall() for found in rows]


def settle_all(files: CorpusFiles) -> None:
    """Settle every story from what is stored."""
    lookup = Lookup(files.database, files.text_index)
    for (story,) in files.database.execute("SELECT DISTINCT story FROM article").fetchall():
        with files.writer.transaction():
            files.writer.drop_story(story)
        settle_story(files, lookup, story)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(ARTICLES))), runs=st.lists(st.integers(1, 4), max_size=6))
def test_conclusions_are_those_of_settling_all_anew(
    tmp_path: Path, order: list[int], runs: list[int]
) -> None:
    files = CorpusFiles(tmp_path / "-".join(map(str, (*order, "in", *runs))), create=True)
    waiting = [ARTICLES[n] for n in order]
    for size in (*runs, len(ARTICLES)):
        if waiting:
            store(files, waiting[:size])
            link_new(files)
        del waiting[:size]
    found = concluded(files)
    assert all(rows for rows in (found[0], found[4]))
    settle_all(files)
    assert concluded(files) == found
    files.close()


def test_an_article_finds_its_story_with_and_without_stored_words(tmp_path: Path) -> None:
    stories = []
    for forget in (False, True):
        files = CorpusFiles(tmp_path / str(forget), create=True)
        store(files, ARTICLES[:2])
        link_new(files)
        if forget:
            with files.writer.transaction():
                files.database.execute("DELETE FROM wordage")
        store(files, ARTICLES[2:4])
        link_new(files)
        stories.append(files.database.execute("SELECT id, story FROM article ORDER BY id").fetchall())
        files.close()
    assert stories[0] == stories[1]
    assert len({story for _, story in stories[0]}) == 2
