"""Claims as stored: their sources point at actors of the article, and are read as entities."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from model.records import Claim
from model.store.rows import unpack


class Resolved:
    """Turns the stored claims of one article into records that name entities."""

    def __init__(self, database: sqlite3.Connection, article: int) -> None:
        rows = database.execute("SELECT actor, entity FROM meant WHERE article = ?", (article,))
        self._entities: dict[str, str | None] = dict(rows.fetchall())

    def claim(self, stored: str) -> Claim:
        """The claim record, source and conduits as entity ids where they are known."""
        claim = unpack(Claim, stored)
        source = self._entities.get(claim.source_entity) if claim.source_entity else None
        via = tuple(self._entities.get(name) or name for name in claim.via)
        return replace(claim, source_entity=source, via=via)
