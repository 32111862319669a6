"""Reading passages from the tables: those of a whole article, or single ones of many articles at once."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.passage import Passage
from model.records import Claim, Mention
from model.store.rows import mention_of, sentence_of

_Rows = Iterable[tuple[Any, ...]]

#: A sentence inside a query as one number: its article's key and its own number.
_SENTENCE = "({table}.article << 20 | {table}.n)"


@dataclass(frozen=True, slots=True)
class Place:
    """An article to read: inner key, id and text, and the numbers of the sentences wanted, None for all."""

    key: int
    article: str
    text: str
    numbers: Collection[int] | None = None


def read_passages(database: sqlite3.Connection, places: Sequence[Place]) -> dict[str, list[Passage]]:
    """The passages of each article, by its id, in reading order. One query a table, however many articles."""
    reader = _Reader(database, places)
    mentions = reader.mentions()
    claims = reader.claims()
    articles = {place.key: place for place in places}
    found: dict[str, list[Passage]] = {place.article: [] for place in places}
    for key, *row in reader.rows("sentence", 'n, start, "end", block'):
        place = articles[key]
        sentence = sentence_of(place.article, tuple(row))
        at = key, sentence.n
        found[place.article].append(
            Passage(sentence, sentence.span.of(place.text), tuple(mentions[at]), tuple(claims[at]))
        )
    return found


class _Reader:
    """Rows of all articles, or of their wanted sentences alone."""

    def __init__(self, database: sqlite3.Connection, places: Sequence[Place]) -> None:
        self._database = database
        self._ids = {place.key: place.article for place in places}
        self._keys = json.dumps(list(self._ids))
        wanted = [place.key << 20 | n for place in places for n in place.numbers or ()]
        self._wanted = json.dumps(wanted) if any(place.numbers is not None for place in places) else None

    def rows(self, table: str, columns: str, join: str = "") -> _Rows:
        """The key of the article and the `columns`, in the order of the table's primary key."""
        query = (
            f"SELECT {table}.article, {columns} FROM json_each(?) AS asked"
            f" CROSS JOIN {table} ON {table}.article = asked.value {join}"
        )
        if self._wanted is None:
            return self._database.execute(query, (self._keys,)).fetchall()
        query += f" WHERE {_SENTENCE.format(table=table)} IN (SELECT value FROM json_each(?))"
        return self._database.execute(query, (self._keys, self._wanted)).fetchall()

    def mentions(self) -> Mapping[tuple[int, int], list[Mention]]:
        """Mentions by article and sentence."""
        found: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        columns = 'mention.n, start, "end", surface, mention.type, form, confidence, entity'
        # Not by `meant`: SQLite makes a table of all actors out of a view joined from the left.
        join = "LEFT JOIN actor ON actor.id = mention.actor LEFT JOIN name ON name.key = actor.name"
        for key, *row in self.rows("mention", columns, join):
            found[key, row[0]].append(mention_of(self._ids[key], tuple(row)))
        return found

    def claims(self) -> Mapping[tuple[int, int], list[Claim]]:
        """Claims by article and sentence, their sources and conduits as entity ids where they are known."""
        stored = [(key, n, json.loads(record)) for key, n, record in self.rows("claim", "n, record")]
        entities = self._entities({name for *_, data in stored for name in _named(data)})
        found: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for key, n, data in stored:
            if data["source_entity"]:
                data["source_entity"] = entities.get((key, data["source_entity"]))
            if data["via"]:
                data["via"] = [entities.get((key, name)) or name for name in data["via"]]
            found[key, n].append(Claim.from_json(data))
        return found

    def _entities(self, actors: Iterable[str]) -> Mapping[tuple[int, str], str | None]:
        rows = self._database.execute(
            "SELECT article, actor, entity FROM json_each(?) AS asked JOIN meant ON actor = asked.value",
            (json.dumps(sorted(actors)),),
        )
        return {(key, actor): entity for key, actor, entity in rows}


def _named(data: Mapping[str, Any]) -> Iterable[str]:
    """Whom a stored claim names: ids of actors of its article."""
    if data["source_entity"]:
        yield data["source_entity"]
    yield from data["via"]
