"""What matching asks of the store. Implements `model.passage.Index`."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from model.passage import Named, Outline, Passage, Witness
from model.records import REPORTING_KINDS, Article, EntityType, Sentence
from model.store.passages import Place, read_passages
from model.store.rows import article_of, sentence_of, split_sentence_id
from model.store.text_index import SENTENCES_PER_ARTICLE, TextIndex

#: SQLite allows 32,766 parameters in a statement; a list is asked for in parts.
_PART = 900
#: An entity in more articles than this says little about a sentence, and reading its postings costs.
_POSTINGS = 2_000


class Lookup:
    """Passages, postings and frequencies of one corpus."""

    def __init__(self, database: sqlite3.Connection, text_index: TextIndex) -> None:
        self._database = database
        self._text_index = text_index

    def witness(self, article: str) -> Witness:
        """The article with its passages. Raises KeyError for an unknown id."""
        row = self._database.execute(
            "SELECT key, record, story, text FROM article JOIN article_text ON article = key WHERE id = ?",
            (article,),
        ).fetchone()
        if row is None:
            raise KeyError(article)
        key, record, story, text = row
        return Witness(article_of(record, text, story=story), self._whole(key, article, text))

    def outlines(self, articles: Iterable[str]) -> Mapping[str, Outline]:
        """Outlines of articles, by id; unknown ids are left out. Those that are not stored are worked out."""
        # Matching is not loaded by who only reads.
        from model.matching.outline import outline_of, unpacked

        rows = self._in(
            "SELECT id, published, wordage.record FROM article"
            " LEFT JOIN wordage ON wordage.article = key WHERE id IN ({})",
            sorted(set(articles)),
        )
        return {
            article: outline_of(self.witness(article))
            if stored is None
            else unpacked(article, published, stored)
            for article, published, stored in rows
        }

    def named(self, outlines: Iterable[Outline]) -> Mapping[str, Named]:
        """Whom the sentences of these outlines name, by article, in the order of the text."""
        from model.matching.outline import named

        wanted = {outline.article: outline for outline in outlines}
        ids = dict(self._in("SELECT key, id FROM article WHERE id IN ({})", sorted(wanted)))
        mentions = self._meant(sorted(ids))
        return {article: named(wanted[article], mentions[key]) for key, article in ids.items()}

    def passages(self, sentences: Iterable[str]) -> Mapping[str, Passage]:
        """Passages by sentence id; unknown ids are left out."""
        wanted = _by_article(sentences)
        texts = self._texts(wanted)
        places = [Place(key, article, text, wanted[article]) for article, (key, text) in texts.items()]
        read = read_passages(self._database, places)
        return {passage.sentence.id: passage for passages in read.values() for passage in passages}

    def texts(self, sentences: Iterable[str]) -> Mapping[str, tuple[Sentence, str]]:
        """Sentences and their words by sentence id; unknown ids are left out."""
        found: dict[str, tuple[Sentence, str]] = {}
        wanted = _by_article(sentences)
        for article, (key, text) in self._texts(wanted).items():
            numbers = sorted(wanted[article])
            rows = self._database.execute(
                'SELECT n, start, "end", block FROM json_each(?) CROSS JOIN sentence'
                " ON article = ? AND n = value",
                (json.dumps(numbers), key),
            )
            for row in rows:
                sentence = sentence_of(article, row)
                found[sentence.id] = sentence, sentence.span.of(text)
        return found

    def articles(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """Article records without their text, by id; unknown ids are left out."""
        rows = self._in("SELECT id, record, story FROM article WHERE id IN ({})", sorted(set(ids)))
        return {identity: article_of(record, story=story) for identity, record, story in rows}

    def search(
        self,
        text: str,
        *,
        limit: int,
        exclude_article: str | None = None,
        stories: Collection[str] | None = None,
    ) -> Sequence[tuple[str, float]]:
        """Reporting sentences that share words with `text`, best BM25 first; see the protocol."""
        # Restrictions are applied after ranking: the deeper cut makes up for what they take away.
        hits = self._hits(text, limit * 3 + 50)
        wanted = frozenset(stories) if stories is not None else None
        known = {
            key: identity
            for key, identity, story in self._homes(hits)
            if identity != exclude_article and (wanted is None or story in wanted)
        }
        return _named(hits, known)[:limit]

    def searches(self, texts: Sequence[str], *, limit: int) -> Sequence[Sequence[tuple[str, float]]]:
        """What is found for each of many texts, without restrictions."""
        found = self._all_hits(texts, limit)
        known = {key: identity for key, identity, _ in self._homes(chain.from_iterable(found))}
        return [_named(hits, known) for hits in found]

    def sentences_with_entities(
        self, entities: Collection[str], *, limit: int, exclude_article: str | None = None
    ) -> Sequence[tuple[str, int]]:
        """Reporting sentences that mention any of the entities, most shared entities first."""
        rare = [e for e, articles in self.entity_frequency(entities).items() if articles <= _POSTINGS]
        shared: dict[tuple[str, int], set[str]] = defaultdict(set)
        rows = self._in(
            "SELECT article.id, mention.n, meant.entity FROM meant"
            " JOIN mention ON mention.actor = meant.actor"
            " JOIN article ON article.key = mention.article"
            " JOIN sentence ON sentence.article = mention.article AND sentence.n = mention.n"
            f" WHERE sentence.block IN ({_REPORTING}) AND meant.entity IN ({{}})",
            sorted(rare),
        )
        for article, n, entity in rows:
            if article != exclude_article:
                shared[article, n].add(entity)
        ranked = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(f"{article}:{n}", len(found)) for (article, n), found in ranked[:limit]]

    def document_frequency(self, terms: Iterable[str]) -> Mapping[str, int]:
        """In how many articles each lower-cased word form stands."""
        return self._counts("SELECT term, articles FROM term WHERE term IN ({})", terms)

    def entity_frequency(self, entities: Iterable[str]) -> Mapping[str, int]:
        """In how many articles each entity is mentioned."""
        return self._counts("SELECT id, articles FROM entity WHERE id IN ({})", entities)

    def article_count(self) -> int:
        """How many articles the corpus holds."""
        row = self._database.execute("SELECT number FROM tally WHERE kind = 'article'").fetchone()
        return int(row[0])

    def story_articles(self, story: str) -> Sequence[str]:
        """Ids of the articles of a story, sorted."""
        rows = self._database.execute("SELECT id FROM article WHERE story = ? ORDER BY id", (story,))
        return [row[0] for row in rows]

    def recent_stories(self, published: str | None, *, days: int, limit: int) -> Sequence[str]:
        """Stories with an article published within `days` of the date; all newest first if it is None."""
        if published is None:
            rows = self._database.execute(
                "SELECT story FROM article WHERE story IS NOT NULL GROUP BY story"
                " ORDER BY MAX(published) DESC, story LIMIT ?",
                (limit,),
            )
        else:
            rows = self._database.execute(
                "SELECT story FROM article WHERE story IS NOT NULL"
                " AND (published IS NULL OR published BETWEEN date(?1, ?2) AND date(?1, ?3))"
                " GROUP BY story ORDER BY MIN(ABS(julianday(published) - julianday(?1))), story LIMIT ?4",
                (published[:10], f"-{days} days", f"+{days + 1} days", limit),
            )
        return [row[0] for row in rows]

    def _whole(self, key: int, article: str, text: str) -> tuple[Passage, ...]:
        """All passages of an article."""
        return tuple(read_passages(self._database, [Place(key, article, text)])[article])

    def _hits(self, text: str, limit: int) -> Sequence[tuple[int, float]]:
        """Keys and scores of the sentences that share words with `text`, best first."""
        return self._text_index.search(text, limit=limit)

    def _all_hits(self, texts: Sequence[str], limit: int) -> Sequence[Sequence[tuple[int, float]]]:
        """Keys and scores for each of many texts."""
        return self._text_index.search_all(texts, limit=limit)

    def _homes(self, hits: Iterable[tuple[int, float]]) -> list[tuple[Any, ...]]:
        """Key, id and story of the articles of sentences that were found."""
        articles = sorted({key // SENTENCES_PER_ARTICLE for key, _ in hits})
        return self._in("SELECT key, id, story FROM article WHERE key IN ({})", articles)

    def _meant(self, keys: Sequence[int]) -> Mapping[int, Sequence[tuple[int, EntityType, str]]]:
        """Sentence, type and entity of all mentions of articles, in the order of their texts."""
        entities = dict(self._in("SELECT actor, entity FROM meant WHERE article IN ({})", keys))
        found: dict[int, list[tuple[int, EntityType, str]]] = defaultdict(list)
        for key, n, kind, actor in self._in(
            "SELECT article, n, type, actor FROM mention WHERE article IN ({}) AND actor IS NOT NULL"
            " ORDER BY article, i",
            keys,
        ):
            entity = entities.get(actor)
            if entity is not None:
                found[key].append((n, kind, entity))
        return found

    def _texts(self, articles: Iterable[str]) -> Mapping[str, tuple[int, str]]:
        """Inner key and text by article id; unknown ids are left out."""
        rows = self._in(
            "SELECT id, key, text FROM article JOIN article_text ON article = key WHERE id IN ({})",
            sorted(set(articles)),
        )
        return {identity: (key, text) for identity, key, text in rows}

    def _in(self, query: str, values: Sequence[str] | Sequence[int]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(values), _PART):
            part = values[start : start + _PART]
            rows += self._database.execute(query.format(",".join("?" * len(part))), part).fetchall()
        return rows

    def _counts(self, query: str, values: Iterable[str]) -> Mapping[str, int]:
        return dict(self._in(query, sorted(set(values))))


def _named(hits: Iterable[tuple[int, float]], known: Mapping[int, str]) -> list[tuple[str, float]]:
    """Ids and scores of the sentences of known articles."""
    return [
        (f"{known[key // SENTENCES_PER_ARTICLE]}:{key % SENTENCES_PER_ARTICLE}", score)
        for key, score in hits
        if key // SENTENCES_PER_ARTICLE in known
    ]


def _by_article(sentences: Iterable[str]) -> Mapping[str, Collection[int]]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for sentence in sentences:
        article, n = split_sentence_id(sentence)
        wanted[article].add(n)
    return wanted


_REPORTING = ", ".join(f"'{kind}'" for kind in sorted(REPORTING_KINDS))
