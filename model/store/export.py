"""A corpus as the records of the format, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from model.records import (
    FORMAT,
    VERSION,
    Derivation,
    Group,
    Header,
    Match,
    Node,
    Origin,
    Record,
)
from model.store.files import CorpusFiles
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.people import People
from model.store.rows import block_of, unpack
from model.store.schema import get_meta


def records(files: CorpusFiles, *, text: bool = False) -> Iterator[Record]:
    """Every record: the header, then kind after kind, articles in list order and the rest by id."""
    database = files.database
    counts = Listing(database).counts()
    created = get_meta(database, "created")
    yield Header(
        FORMAT, VERSION, files.directory.name, created, counts.articles, counts.sentences, counts.entities
    )
    yield from _articles(files, text=text)
    people = People(database)
    for (identity,) in database.execute("SELECT id FROM entity ORDER BY id").fetchall():
        entity = people.entity(identity)
        if entity is not None:
            yield entity
    for table, kind in _CONCLUSIONS:
        for (stored,) in database.execute(f'SELECT record FROM "{table}" ORDER BY {_ORDER.get(table, "id")}'):
            yield unpack(kind, stored)  # type: ignore[misc]
    yield from files.judgements.all()


def _articles(files: CorpusFiles, *, text: bool) -> Iterator[Record]:
    lookup = Lookup(files.database, files.text_index)
    for key, identity in files.database.execute("SELECT key, id FROM article ORDER BY place").fetchall():
        witness = lookup.witness(identity)
        yield witness.article if text else replace(witness.article, text=None)
        blocks = files.database.execute(
            'SELECT start, "end", kind, reason FROM block WHERE article = ? ORDER BY start', (key,)
        )
        yield from (block_of(identity, row) for row in blocks.fetchall())
        yield from (passage.sentence for passage in witness.passages)
        for passage in witness.passages:
            yield from passage.mentions
            yield from passage.claims


_CONCLUSIONS: tuple[tuple[str, type[Node]], ...] = (
    ("match", Match),
    ("derivation", Derivation),
    ("origin", Origin),
    ("group", Group),
)
_ORDER = {"match": "article_a, n_a, article_b, n_b", "derivation": "article, origin"}
