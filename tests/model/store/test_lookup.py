"""What matching asks of the store: the same answer whole or in part, from the tables or from memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.linking import link_new
from model.matching.outline import named_by, outline_of
from model.store.files import CorpusFiles
from model.store.lookup import Lookup
from model.store.remembered import Remembered
from tests.bench.large import Texts, store


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a linked corpus of two stories."""
    directory = tmp_path_factory.mktemp("lookup") / "corpus"
    files = CorpusFiles(directory, create=True)
    store(files, [article for seed in (1, 2) for article in Texts(seed).story(seed)[:3]])
    link_new(files)
    files.close()
    return directory


@pytest.fixture
def files(directory: Path) -> Iterator[CorpusFiles]:
    files = CorpusFiles(directory)
    yield files
    files.close()


@pytest.fixture
def ids(files: CorpusFiles) -> list[str]:
    return [row[0] for row in files.database.execute("SELECT id FROM article ORDER BY id")]


def test_single_passages_are_those_of_their_articles(files: CorpusFiles, ids: list[str]) -> None:
    lookup = Lookup(files.database, files.text_index)
    whole = {p.sentence.id: p for article in ids for p in lookup.witness(article).passages}
    some = [sentence for n, sentence in enumerate(whole) if n % 3]
    found = lookup.passages([*some, "nowhere:0", f"{ids[0]}:99999"])
    assert found == {sentence: whole[sentence] for sentence in some}
    assert any(passage.claims and passage.mentions for passage in found.values())
    texts = lookup.texts(some)
    assert {s: (p.sentence, p.text) for s, p in found.items()} == texts


def test_many_searches_at_once_find_what_each_finds(files: CorpusFiles, ids: list[str]) -> None:
    lookup = Lookup(files.database, files.text_index)
    texts = [passage.text for article in ids for passage in lookup.witness(article).passages]
    found = lookup.searches(texts, limit=4)
    assert found == [lookup.search(text, limit=4) for text in texts]
    assert all(found)


def test_a_stored_outline_is_that_of_the_article(files: CorpusFiles, ids: list[str]) -> None:
    lookup = Lookup(files.database, files.text_index)
    of_articles = {article: outline_of(lookup.witness(article)) for article in ids}
    assert files.database.execute("SELECT COUNT(*) FROM wordage").fetchone() == (len(ids),)
    assert lookup.outlines([*ids, "nobody"]) == of_articles
    actors = {article: named_by(lookup.witness(article), outline) for article, outline in of_articles.items()}
    assert lookup.named(of_articles.values()) == actors
    assert all(outline.words and actors[article] for article, outline in of_articles.items())


def test_an_outline_that_is_not_stored_is_worked_out(files: CorpusFiles, ids: list[str]) -> None:
    lookup = Lookup(files.database, files.text_index)
    stored = lookup.outlines(ids)
    files.database.execute("BEGIN")
    files.database.execute("DELETE FROM wordage")
    assert lookup.outlines(ids) == stored
    files.database.execute("ROLLBACK")


def test_memory_answers_what_the_tables_answer(files: CorpusFiles, ids: list[str]) -> None:
    plain = Lookup(files.database, files.text_index)
    # Fewer than there are: some are forgotten and read again.
    remembered = Remembered(files.database, files.text_index, keep=2)
    text = plain.witness(ids[0]).article.text or ""
    words = {word.lower().strip(".") for word in text.split()} | {"nowhere"}
    for _ in range(2):
        for article in ids:
            witness = plain.witness(article)
            sentences = [p.sentence.id for p in witness.passages if p.sentence.n % 2]
            entities = {m.entity for p in witness.passages for m in p.mentions if m.entity} | {"nobody"}
            assert remembered.witness(article) == witness
            sentences.append(f"{ids[0]}:1")
            assert remembered.passages(sentences) == plain.passages(sentences)
            counts = plain.entity_frequency(entities)
            assert remembered.entity_frequency(entities) == dict.fromkeys(entities, 0) | dict(counts)
            line = witness.passages[3].text
            assert remembered.search(line, limit=5) == plain.search(line, limit=5)
            lines = [line, witness.passages[4].text, "nothing"]
            assert remembered.searches(lines, limit=5) == plain.searches(lines, limit=5)
        outlines = plain.outlines(ids)
        assert remembered.outlines(ids) == outlines
        assert remembered.named(outlines.values()) == plain.named(outlines.values())
        counts = plain.document_frequency(words)
        assert remembered.document_frequency(words) == dict.fromkeys(words, 0) | dict(counts)
        assert len(counts) > 5


def test_memory_is_lost_when_another_process_writes(
    directory: Path, files: CorpusFiles, ids: list[str]
) -> None:
    remembered = Remembered(files.database, files.text_index, keep=10)
    witness = remembered.witness(ids[0])
    entity = next(m.entity for p in witness.passages for m in p.mentions if m.entity)
    before = remembered.entity_frequency([entity])
    other = CorpusFiles(directory)
    try:
        with other.writer.transaction():
            other.database.execute("UPDATE entity SET articles = articles + 7 WHERE id = ?", (entity,))
        assert remembered.witness(ids[0]) == witness
        assert remembered.entity_frequency([entity]) == {entity: before[entity] + 7}
    finally:
        with other.writer.transaction():
            other.database.execute("UPDATE entity SET articles = articles - 7 WHERE id = ?", (entity,))
        other.close()
