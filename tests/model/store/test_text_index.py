"""The ranked index: words in any inflection, text never taken for syntax, repaired when it is behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.store.text_index import TextIndex, sentence_key


@pytest.fixture(scope="module")
def text_index(tmp_path_factory: pytest.TempPathFactory) -> TextIndex:
    index = TextIndex(tmp_path_factory.mktemp("text"))
    index.add(1, [(0, "The ministers were ready to resign.", True), (1, "A minister, in Rome (AP)", False)])
    index.add(2, [(0, "One minister resigned on Friday.", True), (1, "Rain fell.", True)])
    index.commit("1")
    return index


def keys(hits: list[tuple[int, float]]) -> list[int]:
    return [key for key, _ in hits]


def test_words_are_found_in_any_inflection_and_asides_never(text_index: TextIndex) -> None:
    assert set(keys(text_index.search("ministers resigning", limit=9))) == {
        sentence_key(1, 0),
        sentence_key(2, 0),
    }


def test_finding_looks_at_asides_too(text_index: TextIndex) -> None:
    assert sentence_key(1, 1) in keys(text_index.find([["Rome"]], [], limit=9))


def test_phrases_alternatives_and_exclusions(text_index: TextIndex) -> None:
    assert keys(text_index.find([["ready to resign"]], [], limit=9)) == [sentence_key(1, 0)]
    assert set(keys(text_index.find([["rain", "Rome"]], [], limit=9))) == {
        sentence_key(2, 1),
        sentence_key(1, 1),
    }
    assert keys(text_index.find([["minister"]], ["ready", "Rome"], limit=9)) == [sentence_key(2, 0)]


@given(st.text(max_size=60))
def test_any_text_is_data(text_index: TextIndex, text: str) -> None:
    text_index.search(text, limit=5)
    text_index.find([[text]], [text], limit=5)


def test_a_replaced_article_leaves_nothing_behind(tmp_path: Path) -> None:
    index = TextIndex(tmp_path / "text")
    index.add(7, [(0, "An old headline", True)])
    index.commit("1")
    index.add(7, [(0, "A new headline", True)])
    index.commit("2")
    assert index.search("old", limit=5) == []
    assert keys(index.search("headline", limit=5)) == [sentence_key(7, 0)]
    assert TextIndex(tmp_path / "text").generation == "2"


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    directory = tmp_path / "text"
    index = TextIndex(directory)
    index.add(1, [(0, "Words", True)])
    index.commit("1")
    (directory / "meta.json").write_text("nonsense")
    index = TextIndex(directory)
    assert (index.lost, index.generation, index.search("words", limit=5)) == (True, "", [])
    index.clear()
    index.add(1, [(0, "other words", True)])
    index.commit("2")
    assert [key for key, _ in TextIndex(directory).search("words", limit=5)] == [sentence_key(1, 0)]


@given(st.lists(st.text("minster rome fell", max_size=40), max_size=5), st.integers(1, 3))
def test_many_searches_at_once_find_what_each_finds(
    text_index: TextIndex, texts: list[str], limit: int
) -> None:
    texts.append("A minister resigned in the rain")
    found = text_index.search_all(texts, limit=limit)
    assert found == [text_index.search(text, limit=limit) for text in texts]
    assert found[-1]


def test_a_search_finds_the_beginning_of_a_deeper_one(tmp_path: Path) -> None:
    index = TextIndex(tmp_path)
    for article in range(40):
        # Many score the same, in several segments.
        index.add(article, [(n, "Rain fell on Rome" if n % 2 else "Rain fell", True) for n in range(8)])
        if article % 10 == 9:
            index.commit(str(article))
    deep = index.search("Rain in Rome", limit=300)
    assert len({score for _, score in deep}) < 20 < len(deep)
    assert all(index.search("Rain in Rome", limit=limit) == deep[:limit] for limit in (1, 7, 50, 200))
