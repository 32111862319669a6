"""The names of a corpus as actor resolution reads and changes them. Implements `model.actors.ActorIndex`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from model.actors import Actor, LocalActor, NameNode, Resolution, node_blocks
from model.store.rows import pack, unpack

_PART = 900


class Names:
    """Names, the entities they mean, and the actors of each article."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def nodes(self, keys: Iterable[str]) -> Mapping[str, NameNode]:
        """The nodes of these keys; unknown ones are left out."""
        rows = self._in("SELECT key, record FROM name WHERE key IN ({})", keys)
        return {key: unpack(NameNode, record) for key, record in rows}

    def under(self, blocks: Iterable[str]) -> frozenset[str]:
        """Keys of all nodes stored under any of these blocks."""
        return frozenset(
            row[0] for row in self._in("SELECT name FROM name_block WHERE block IN ({})", blocks)
        )

    def actors_of(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Node key → id of the entity it belongs to."""
        rows = self._in("SELECT key, entity FROM name WHERE entity IS NOT NULL AND key IN ({})", keys)
        return dict(rows)

    def actors(self, ids: Iterable[str]) -> Mapping[str, Actor]:
        """The entities of these ids."""
        rows = self._in("SELECT id, record FROM entity WHERE id IN ({})", ids)
        return {key: unpack(Actor, record) for key, record in rows}

    def local(self, article: int) -> Sequence[LocalActor]:
        """The actors of an article, as they were found in it."""
        rows = self._database.execute("SELECT record FROM actor WHERE article = ? ORDER BY id", (article,))
        return [unpack(LocalActor, row[0]) for row in rows]

    def set_local(self, article: int, actors: Iterable[LocalActor]) -> None:
        """Store the actors of an article in place of those it had."""
        self._database.execute("DELETE FROM actor WHERE article = ?", (article,))
        self._database.executemany(
            "INSERT INTO actor VALUES (?, ?, ?, ?)", [(a.id, article, a.key, pack(a)) for a in actors]
        )

    def apply(self, resolution: Resolution) -> None:
        """Store what a resolution changed, and touch no row that stays as it is."""
        run = self._database.executemany
        gone = [(key,) for key in resolution.gone_nodes]
        run("DELETE FROM name WHERE key = ?", gone)
        run(
            "INSERT INTO name (key, record) VALUES (?, ?) ON CONFLICT DO UPDATE SET record = excluded.record",
            [(node.key, pack(node)) for node in resolution.nodes],
        )
        self._set_blocks(resolution)
        run("DELETE FROM entity WHERE id = ?", [(identity,) for identity in resolution.gone_actors])
        run(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name,"
            " type = excluded.type, mentions = excluded.mentions, articles = excluded.articles,"
            " record = excluded.record",
            [(a.id, a.name, a.type, a.mentions, a.articles, pack(a)) for a in resolution.actors],
        )
        run(
            "UPDATE name SET entity = ?1 WHERE key = ?2 AND entity IS NOT ?1",
            [(actor.id, key) for actor in resolution.actors for key in actor.keys],
        )

    def _set_blocks(self, resolution: Resolution) -> None:
        keys = (*resolution.gone_nodes, *(node.key for node in resolution.nodes))
        before = set(self._in("SELECT block, name FROM name_block WHERE name IN ({})", keys))
        after = {(block, node.key) for node in resolution.nodes for block in node_blocks(node)}
        run = self._database.executemany
        run("DELETE FROM name_block WHERE block = ? AND name = ?", sorted(before - after))
        run("INSERT INTO name_block VALUES (?, ?)", sorted(after - before))

    def _in(self, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = sorted(set(values))
        for start in range(0, len(wanted), _PART):
            part = wanted[start : start + _PART]
            yield from self._database.execute(query.format(",".join("?" * len(part))), part)
