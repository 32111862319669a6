"""Actors as the reader asks for them: lists, dossiers, and every place where one is mentioned."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from model.records import Claim, Entity, EntityType, Mention, Sentence, SurfaceForm
from model.store.claims import Resolved
from model.store.listing import Listing
from model.store.rows import mention_of, sentence_of
from model.views import ActorRow, Concordance, Dossier, SaidClaim

#: A dossier of the most mentioned actor of a large corpus must still open at once.
_CONCORDANCE = 2_000
_CLAIMS = 500
_COMPANY = 20
#: The spellings of names with their numbers: kept with the names, so that no mention need be read.
_SPELLINGS = "name, json_each(name.record, '$.spellings') AS spelling"


class People:
    """Queries about entities."""

    def __init__(self, database: sqlite3.Connection, listing: Listing) -> None:
        self._database = database
        self._listing = listing

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

    def names(self) -> Sequence[tuple[str, str, EntityType, int]]:
        """All (entity id, surface form, type, mentions of that form), for a name index."""
        rows = self._database.execute(
            f"SELECT entity.id, spelling.key, entity.type, SUM(spelling.value) FROM {_SPELLINGS}"
            " JOIN entity ON entity.id = name.entity GROUP BY entity.id, 2"
        )
        return rows.fetchall()

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

    def dossier(self, entity: str) -> Dossier:
        """All the corpus holds on an actor. Raises KeyError if it is unknown."""
        record = self.entity(entity)
        if record is None:
            raise KeyError(entity)
        return Dossier(
            entity=record,
            says=self._claims(
                "SELECT claim.article, claim.n, claim.record FROM meant"
                " JOIN claim ON claim.source_actor = meant.actor WHERE entity = ? LIMIT ?",
                entity,
            ),
            about=self._claims(
                "SELECT DISTINCT claim.article, claim.n, claim.record FROM meant"
                " JOIN mention ON mention.actor = meant.actor"
                " JOIN claim ON claim.article = mention.article AND claim.n = mention.n"
                " WHERE entity = ?1 AND claim.source_actor IS NOT meant.actor"
                " AND mention.start >= json_extract(claim.record, '$.content.start')"
                " AND mention.\"end\" <= json_extract(claim.record, '$.content.end')"
                " AND json_extract(claim.record, '$.source_kind') <> 'author' LIMIT ?2",
                entity,
            ),
            company=self._company(entity),
            concordance=self._concordance(entity),
        )

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

    def _claims(self, query: str, entity: str) -> tuple[SaidClaim, ...]:
        found: list[tuple[Claim, Sentence, str]] = []
        for key, n, stored in self._database.execute(query, (entity, _CLAIMS)).fetchall():
            sentence, text = self._sentence(key, n)
            found.append((Resolved(self._database, key).claim(stored), sentence, text))
        rows = self._listing.by_id(sentence.article for _, sentence, _ in found)
        return tuple(SaidClaim(claim, rows[s.article], s, text) for claim, s, text in found)

    def _company(self, entity: str) -> tuple[tuple[str, str, int], ...]:
        rows = self._database.execute(
            "SELECT entity.id, entity.name, COUNT(DISTINCT own.article || ':' || own.n) AS together"
            " FROM meant AS mine JOIN mention AS own ON own.actor = mine.actor"
            " JOIN mention AS other ON other.article = own.article AND other.n = own.n"
            " JOIN meant AS theirs ON theirs.actor = other.actor JOIN entity ON entity.id = theirs.entity"
            " WHERE mine.entity = ?1 AND theirs.entity <> ?1"
            " GROUP BY entity.id ORDER BY together DESC, entity.name LIMIT ?2",
            (entity, _COMPANY),
        )
        return tuple(rows.fetchall())

    def _concordance(self, entity: str) -> tuple[Concordance, ...]:
        mentions = self.mentions(entity, limit=_CONCORDANCE)
        rows = self._listing.by_id(mention.article for mention in mentions)
        found = []
        for mention in mentions:
            n = int(mention.sentence.rpartition(":")[2])
            key = self._key(mention.article)
            sentence, text = self._sentence(key, n)
            at, to = mention.start - sentence.start, mention.end - sentence.start
            found.append(Concordance(mention, rows[mention.article], n, text[: max(0, at)], text[to:]))
        return tuple(found)

    def _key(self, article: str) -> int:
        return int(self._database.execute("SELECT key FROM article WHERE id = ?", (article,)).fetchone()[0])

    def _sentence(self, key: int, n: int) -> tuple[Sentence, str]:
        row = self._database.execute(
            'SELECT article.id, n, start, "end", block, text FROM sentence'
            " JOIN article ON article.key = sentence.article"
            " JOIN article_text ON article_text.article = sentence.article"
            " WHERE sentence.article = ? AND n = ?",
            (key, n),
        ).fetchone()
        sentence = sentence_of(row[0], row[1:5])
        # Sliced here and not by SQLite, whose SUBSTR ends a text at a NUL.
        return sentence, sentence.span.of(row[5])
