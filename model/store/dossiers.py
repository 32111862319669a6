"""What a corpus holds on one actor: spellings and roles with those who write them, claims, company, dates."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from model.records import Claim, Entity, Judgement, Sentence
from model.store.claims import Resolved
from model.store.listing import Listing, label_of
from model.store.people import People
from model.store.rows import batched, sentence_of
from model.views import Apart, Dossier, SaidClaim, Source, Usage

_COMPANY = 20
#: Articles whose claims and mentions are read at a time.
_PART = 25

#: A claim as stored: key of its article, number of its sentence, its record.
_Stored = tuple[int, int, str]


class _Article(NamedTuple):
    """An article that mentions the actor, and as which of its own actors."""

    key: int
    id: str
    outlet: str | None
    published: str | None
    actor: str


class Dossiers:
    """Puts dossiers together."""

    def __init__(self, database: sqlite3.Connection, listing: Listing, people: People) -> None:
        self._database = database
        self._listing = listing
        self._people = people

    def dossier(
        self,
        entity: str,
        word: Sequence[Judgement],
        notes: Sequence[Judgement],
        *,
        claims: int,
        within: int | None,
    ) -> Dossier:
        """The dossier of an entity with at most `claims` of each kind. Raises KeyError if it is unknown.

        `word` are the judgements on actors that are in force, `notes` those that are notes on this one.

        Company, and what is said about it, are looked for in the first `within` of its articles, in all of
        them if it is None: an actor of thousands of articles takes a second otherwise.
        """
        record = self._people.entity(entity)
        if record is None:
            raise KeyError(entity)
        articles = self._articles(entity)
        near = articles[:within]
        dates = {item.id: item.published for item in articles}
        dated = sorted((day, identity) for identity, day in dates.items() if day)
        rows = self._listing.by_id({identity for _, identity in dated[:1] + dated[-1:]})
        return Dossier(
            entity=record,
            roles=self._roles(record, articles),
            spellings=_usages(((f.text, f.article, f.count) for f in record.surface_forms), articles),
            company=self._company(entity, near),
            articles=len(dates),
            within=len({item.key for item in near}),
            says=self._said(self._says(articles, claims)),
            about=self._said(self._about(near, claims)),
            first=rows[dated[0][1]] if dated else None,
            last=rows[dated[-1][1]] if dated else None,
            undated=len(dates) - len(dated),
            apart=self._apart(record, word),
            notes=tuple(notes),
        )

    def _articles(self, entity: str) -> Sequence[_Article]:
        """The articles of an entity in list order; one in which two names mean it stands there twice."""
        rows = self._database.execute(
            "SELECT article.key, article.id, outlet, published, actor.id"
            " FROM name CROSS JOIN actor ON actor.name = name.key JOIN article ON article.key = actor.article"
            " WHERE name.entity = ? ORDER BY place, actor.id",
            (entity,),
        )
        return list(map(_Article._make, rows))

    def _roles(self, entity: Entity, articles: Sequence[_Article]) -> tuple[Usage, ...]:
        if not entity.roles:
            return ()
        rows = self._database.execute(
            "SELECT role.value, article.id, 1"
            " FROM name CROSS JOIN actor ON actor.name = name.key, json_each(actor.record, '$.roles') AS role"
            " JOIN article ON article.key = actor.article WHERE name.entity = ?",
            (entity.id,),
        )
        return _usages((row for row in rows if row[0] in entity.roles), articles)

    def _company(self, entity: str, articles: Sequence[_Article]) -> tuple[tuple[str, str, int], ...]:
        """Who is mentioned in the same sentences, and in how many of them."""
        together: Counter[str] = Counter()
        for part in batched(articles, _PART):
            keys = sorted({item.key for item in part})
            rows = self._database.execute(
                "SELECT DISTINCT name.entity, mention.article, mention.n"
                " FROM actor CROSS JOIN name ON name.key = actor.name"
                " CROSS JOIN mention ON mention.actor = actor.id"
                f" WHERE actor.article IN ({_marks(keys)}) AND name.entity IS NOT NULL",
                keys,
            ).fetchall()
            own = {(article, n) for other, article, n in rows if other == entity}
            together.update(other for other, article, n in rows if (article, n) in own and other != entity)
        names = self._names(together)
        ranked = sorted(together.items(), key=lambda item: (-item[1], names.get(item[0], "")))
        return tuple((other, names[other], count) for other, count in ranked if other in names)[:_COMPANY]

    def _says(self, articles: Sequence[_Article], limit: int) -> Sequence[_Stored]:
        """Claims of which the actor is the source."""
        found: list[_Stored] = []
        for part in batched(articles, _PART):
            actors = [item.actor for item in part]
            query = f"SELECT article, n, record FROM claim WHERE source_actor IN ({_marks(actors)})"
            found += _in_order(self._database.execute(query, actors).fetchall(), part)
            if len(found) >= limit:
                break
        return found[:limit]

    def _about(self, articles: Sequence[_Article], limit: int) -> Sequence[_Stored]:
        """Claims of others in whose content the actor is mentioned."""
        found: list[_Stored] = []
        for part in batched(articles, _PART):
            actors = [item.actor for item in part]
            keys = sorted({item.key for item in part})
            spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
            for article, n, start, end in self._database.execute(
                f'SELECT article, n, start, "end" FROM mention WHERE actor IN ({_marks(actors)})', actors
            ):
                spans.setdefault((article, n), []).append((start, end))
            rows = self._database.execute(
                f"SELECT article, n, record, source_actor FROM claim WHERE article IN ({_marks(keys)})", keys
            )
            told = [
                (article, n, record)
                for article, n, record, source in rows
                if (article, n) in spans and source not in actors and _is_about(record, spans[article, n])
            ]
            found += _in_order(told, part)
            if len(found) >= limit:
                break
        return found[:limit]

    def _said(self, stored: Sequence[_Stored]) -> tuple[SaidClaim, ...]:
        found: list[tuple[Claim, Sentence, str]] = []
        texts: dict[int, tuple[str, str, Resolved]] = {}
        for key, n, record in stored:
            if key not in texts:
                texts[key] = (*self._text(key), Resolved(self._database, key))
            article, text, resolved = texts[key]
            sentence = self._sentence(key, n, article)
            found.append((resolved.claim(record), sentence, sentence.span.of(text)))
        rows = self._listing.by_id(sentence.article for _, sentence, _ in found)
        names = self._names(claim.source_entity for claim, _, _ in found if claim.source_entity)
        return tuple(
            SaidClaim(claim, rows[s.article], s, text, names.get(claim.source_entity or ""))
            for claim, s, text in found
        )

    def _apart(self, entity: Entity, word: Sequence[Judgement]) -> tuple[Apart, ...]:
        if not entity.never:
            return ()
        from model.actors import ActorJudgements

        judged = ActorJudgements(word)
        names, found = self._names(entity.never), []
        for other in (self._people.entity(identity) for identity in entity.never if identity in names):
            if other is not None:
                relation = judged.relation(_names_of(entity), _names_of(other))
                why = _judged(relation[1]) if relation and not relation[0] else None
                found.append(Apart(other.id, other.name, why))
        return tuple(sorted(found, key=lambda item: item.name))

    def _names(self, entities: Iterable[str]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for part in batched(sorted(set(entities)), 900):
            query = f"SELECT id, name FROM entity WHERE id IN ({_marks(part)})"
            found.update(self._database.execute(query, part).fetchall())
        return found

    def _text(self, key: int) -> tuple[str, str]:
        query = "SELECT id, text FROM article JOIN article_text ON article = key WHERE key = ?"
        identity, text = self._database.execute(query, (key,)).fetchone()
        return identity, text

    def _sentence(self, key: int, n: int, article: str) -> Sentence:
        query = 'SELECT n, start, "end", block FROM sentence WHERE article = ? AND n = ?'
        return sentence_of(article, self._database.execute(query, (key, n)).fetchone())


def _in_order(claims: Sequence[_Stored], articles: Sequence[_Article]) -> list[_Stored]:
    """Claims in the order in which the articles stand, then of the text."""
    place = {item.key: number for number, item in enumerate(articles)}
    return sorted(claims, key=lambda claim: (place[claim[0]], claim[1]))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _usages(found: Iterable[tuple[str, str, int]], articles: Sequence[_Article]) -> tuple[Usage, ...]:
    """From (text, article id, count): each text with its sources, the most frequent first."""
    outlets = {item.id: (item.outlet, label_of(item.key)) for item in articles}
    counts: dict[str, dict[tuple[str | None, str], Counter[str]]] = {}
    for text, article, count in found:
        outlet, label = outlets[article]
        source = (outlet, "" if outlet else label)
        counts.setdefault(text, {}).setdefault(source, Counter())[label] += count
    usages = []
    for text, by_source in counts.items():
        sources = [
            Source(outlet, tuple(sorted(labels)), labels.total()) for (outlet, _), labels in by_source.items()
        ]
        sources.sort(key=lambda source: (-source.count, source.labels))
        usages.append(Usage(text, sum(source.count for source in sources), tuple(sources)))
    return tuple(sorted(usages, key=lambda usage: (-usage.count, usage.text)))


def _is_about(record: str, spans: Sequence[tuple[int, int]]) -> bool:
    claim = json.loads(record)
    first, last = claim["content"]["start"], claim["content"]["end"]
    return claim["source_kind"] != "author" and any(start >= first and end <= last for start, end in spans)


def _names_of(entity: Entity) -> set[str]:
    return {entity.name, *(form.text for form in entity.surface_forms)}


def _judged(judgement: Judgement) -> str:
    why = f": {judgement.note}" if judgement.note else ""
    return f"your word, {judgement.at[:10]}{why}"
