"""Actors as the reader asks for them: records, lists, and every place where one is mentioned."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from model.records import Entity, EntityType, Mention, SurfaceForm
from model.store.rows import mention_of
from model.views import ActorRow

#: The spellings of names with their numbers: kept with the names, so that no mention need be read.
_SPELLINGS = "name, json_each(name.record, '$.spellings') AS spelling"


class People:
    """Queries about entities."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def entity(self, entity: str) -> Entity | None:
        """The record of an entity."""
        row = self._database.execute("SELECT record FROM entity WHERE id = ?", (entity,)).fetchone()
        if row is None:
            return None
        # Read as plain values: the class that resolution stores brings all of resolution with it.
        actor = json.loads(row[0])
        never = actor.get("never", ())
        marks = ",".join("?" * len(never))
        others = self._database.execute(
            f"SELECT DISTINCT entity FROM name WHERE key IN ({marks}) AND entity IS NOT NULL", never
        )
        return Entity(
            id=actor["id"],
            name=actor["name"],
            type=actor["type"],
            surface_forms=self._surface_forms(entity),
            mentions=actor["mentions"],
            articles=actor["articles"],
            never=tuple(sorted(row[0] for row in others)),
            roles=tuple(actor.get("roles", ())),
            why=(*actor.get("why", ()), *actor.get("leaning", ())),
        )

    def rows(self, ids: Iterable[tuple[str, str]]) -> Sequence[ActorRow]:
        """Rows of (entity id, surface form that was matched), in the order given."""
        return [row for identity, matched in ids if (row := self._row(identity, matched)) is not None]

    def largest(self, *, kind: str | None, limit: int) -> Sequence[ActorRow]:
        """The most mentioned actors, of one type if given."""
        rows = self._database.execute(
            "SELECT id, name FROM entity WHERE ?1 IS NULL OR type = ?1 ORDER BY mentions DESC, name LIMIT ?2",
            (kind, limit),
        )
        return self.rows(rows.fetchall())

    def called(self, query: str, *, limit: int) -> Sequence[ActorRow]:
        """The most mentioned actors whose name has `query` in it, in capitals or not."""
        rows = self._database.execute(
            "SELECT id, name FROM entity WHERE instr(lower(name), lower(?))"
            " ORDER BY mentions DESC, name LIMIT ?",
            (query, limit),
        )
        return self.rows(rows.fetchall())

    def names(self) -> Sequence[tuple[str, str, EntityType, int]]:
        """All (entity id, surface form, type, mentions of that form), for a name index.

        An actor that has its name from the user or the alias pack is listed under that too, as if all its
        mentions were written so.
        """
        written = self._database.execute(
            f"SELECT entity.id, spelling.key, entity.type, SUM(spelling.value) FROM {_SPELLINGS}"
            " JOIN entity ON entity.id = name.entity GROUP BY entity.id, 2"
        ).fetchall()
        known = {(row[0], row[1]) for row in written}
        called = self._database.execute("SELECT id, name, type, mentions FROM entity")
        return [*written, *(row for row in called if (row[0], row[1]) not in known)]

    def mentions(self, entity: str, *, limit: int = -1) -> Sequence[Mention]:
        """Mentions of an entity in the order of the article list, then of the text."""
        rows = self._database.execute(
            'SELECT article.id, mention.n, mention.start, mention."end", surface, mention.type, form,'
            " confidence, entity FROM meant JOIN mention ON mention.actor = meant.actor"
            " JOIN article ON article.key = mention.article WHERE entity = ?"
            " ORDER BY place, mention.start LIMIT ?",
            (entity, limit),
        )
        return [mention_of(row[0], row[1:]) for row in rows]

    def _row(self, entity: str, matched: str) -> ActorRow | None:
        row = self._database.execute(
            "SELECT id, name, type, mentions, articles FROM entity WHERE id = ?", (entity,)
        ).fetchone()
        if row is None:
            return None
        spellings = self._database.execute(
            f"SELECT spelling.key FROM {_SPELLINGS} WHERE name.entity = ?"
            " GROUP BY 1 ORDER BY SUM(spelling.value) DESC, 1",
            (entity,),
        )
        others = tuple(text for (text,) in spellings if text != row[1])
        identity, name, kind, mentions, articles = row
        return ActorRow(identity, name, kind, mentions, articles, others, matched)

    def _surface_forms(self, entity: str) -> tuple[SurfaceForm, ...]:
        rows = self._database.execute(
            "SELECT surface, article.id, COUNT(*) FROM meant JOIN mention ON mention.actor = meant.actor"
            " JOIN article ON article.key = mention.article WHERE entity = ? AND form = 'name'"
            " GROUP BY surface, article.id ORDER BY COUNT(*) DESC, surface, article.id",
            (entity,),
        )
        return tuple(SurfaceForm(*row) for row in rows)
