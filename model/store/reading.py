"""One article to read, and who else reports what one of its sentences says."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from model.passage import Passage
from model.reasons import turned_reason
from model.records import LOUDNESS, Difference, EntityType, Group, Match, Mention, Origin, Relation, Side
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.rows import batched, block_of, split_sentence_id, unpack
from model.views import ArticleRow, OriginSummary, Reading, Report, WhoElse

_SILENT = len(LOUDNESS)
_PART = 900


class ReadingRoom:
    """Answers what the reader asks about the article and the sentence before it."""

    def __init__(self, database: sqlite3.Connection, listing: Listing, lookup: Lookup) -> None:
        self._database = database
        self._listing = listing
        self._lookup = lookup

    def reading(self, article: str) -> Reading:
        """All that is shown of an article. Raises KeyError for an unknown id."""
        witness = self._lookup.witness(article)
        key = self._key(article)
        blocks = self._database.execute(
            'SELECT start, "end", kind, reason FROM block WHERE article = ? ORDER BY start', (key,)
        )
        passages = self._typed(witness.passages)
        return Reading(
            row=self._listing.by_id([article])[article],
            article=witness.article,
            blocks=tuple(block_of(article, row) for row in blocks),
            sentences=tuple(passage.sentence for passage in passages),
            mentions=tuple(mention for passage in passages for mention in passage.mentions),
            claims=tuple(claim for passage in passages for claim in passage.claims),
            loudest=self._loudest(key, article),
        )

    def matches(self, sentence: str) -> Sequence[Match]:
        """Matches of a sentence, turned so that it is their `a`, the most telling first."""
        article, n = split_sentence_id(sentence)
        key = self._key(article)
        rows = self._database.execute(
            'SELECT record FROM "match" WHERE article_a = ?1 AND n_a = ?2'
            ' UNION ALL SELECT record FROM "match" WHERE article_b = ?1 AND n_b = ?2',
            (key, n),
        )
        found = [turned(unpack(Match, row[0]), sentence) for row in rows]
        return sorted(found, key=lambda m: (LOUDNESS.get(m.told or "", _SILENT), -m.score, m.b))

    def who_else(self, sentence: str) -> WhoElse:
        """Who else reports it, who is silent, and what stands behind. Raises KeyError if unknown."""
        article, _ = split_sentence_id(sentence)
        matches = [match for match in self.matches(sentence) if match.judged != "rejected"]
        found = self._typed(self._lookup.passages(match.b for match in matches).values())
        others = {passage.sentence.id: passage for passage in found}
        rows = self._listing.by_id({article, *(passage.sentence.article for passage in others.values())})
        own = rows[article]
        reports = tuple(
            report(match, others[match.b], rows[others[match.b].sentence.article], story=own.story)
            for match in matches
            if match.b in others
        )
        telling = {found.row.id for found in reports if found.match.relation != "background"}
        silent = [row for row in self._witnesses(own) if row.id not in telling]
        origins, independent = self._behind(sentence)
        return WhoElse(sentence, reports, tuple(silent), origins, independent)

    def _typed(self, passages: Collection[Passage]) -> Sequence[Passage]:
        """The passages with every mention of the type that its actor is of, by the user's word, too."""
        entities = {m.entity for passage in passages for m in passage.mentions if m.entity}
        types: dict[str, EntityType] = {}
        for part in batched(sorted(entities), _PART):
            query = f"SELECT id, type FROM entity WHERE id IN ({','.join('?' * len(part))})"
            types.update(self._database.execute(query, part).fetchall())
        return [
            replace(passage, mentions=tuple(_of_type(m, types.get(m.entity or "")) for m in passage.mentions))
            for passage in passages
        ]

    def _witnesses(self, own: ArticleRow) -> Sequence[ArticleRow]:
        """The other articles that could report what this one does: those of its story."""
        if own.story is None:
            return ()
        return [row for row in self._listing.of_story(own.story) if row.id != own.id]

    def _behind(self, sentence: str) -> tuple[tuple[OriginSummary, ...], int]:
        """The origins behind the largest group that the sentence belongs to, and their number."""
        article, n = split_sentence_id(sentence)
        found = self._database.execute(
            'SELECT record FROM "group" JOIN group_member ON "group" = id WHERE article = ? AND n = ?',
            (self._key(article), n),
        )
        groups = sorted((unpack(Group, row[0]) for row in found), key=lambda g: (-len(g.articles), g.id))
        if not groups:
            return (), 1
        group = groups[0]
        origins = [unpack(Origin, row[0]) for row in self._records("origin", group.origins)]
        rows = self._listing.by_id(group.articles)
        return tuple(
            OriginSummary(origin, tuple(rows[a] for a in origin.articles if a in rows)) for origin in origins
        ), group.independent

    def _records(self, table: str, ids: Sequence[str]) -> Sequence[tuple[str]]:
        marks = ",".join("?" * len(ids))
        query = f'SELECT record FROM "{table}" WHERE id IN ({marks}) ORDER BY id'
        return self._database.execute(query, tuple(ids)).fetchall()

    def _loudest(self, key: int, article: str) -> Mapping[str, Relation]:
        rows = self._database.execute(
            'SELECT n_a, record FROM "match" WHERE article_a = ?1'
            ' UNION ALL SELECT n_b, record FROM "match" WHERE article_b = ?1',
            (key,),
        )
        loudest: dict[str, Relation] = {}
        for n, record in rows:
            match = unpack(Match, record)
            relation = match.told
            sentence = f"{article}:{n}"
            if relation is None or match.judged == "rejected":
                continue
            if sentence not in loudest or LOUDNESS[relation] < LOUDNESS[loudest[sentence]]:
                loudest[sentence] = relation
        return loudest

    def _key(self, article: str) -> int:
        row = self._database.execute("SELECT key FROM article WHERE id = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        return int(row[0])


def turned(match: Match, sentence: str) -> Match:
    """The match with `sentence` as its `a`."""
    if match.a == sentence:
        return match
    sides: Mapping[Side | None, Side | None] = {"a": "b", "b": "a", "both": "both", None: None}
    return replace(
        match,
        a=match.b,
        b=match.a,
        adds=sides[match.adds],
        differences=tuple(_turned_difference(difference) for difference in match.differences),
    )


def _turned_difference(difference: Difference) -> Difference:
    return replace(difference, a=difference.b, b=difference.a, why=turned_reason(difference.why))


def _of_type(mention: Mention, kind: EntityType | None) -> Mention:
    return mention if kind is None or kind == mention.type else replace(mention, type=kind)


def report(match: Match, passage: Passage, row: ArticleRow, *, story: str | None) -> Report:
    """What `passage` of the article `row` says, as answer to a sentence of `story`."""
    return Report(
        match=match,
        row=row,
        sentence=passage.sentence,
        text=passage.text,
        mentions=passage.mentions,
        claims=passage.claims,
        other_story=row.story != story,
    )
