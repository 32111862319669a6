"""What matching asks of the store. Implements `model.passage.Index`."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from model.passage import Passage, Witness
from model.records import REPORTING_KINDS, Article, Claim, Mention, Sentence
from model.store.claims import Resolved
from model.store.rows import article_of, mention_of, sentence_of, split_sentence_id
from model.store.text_index import SENTENCES_PER_ARTICLE, TextIndex

#: SQLite allows 32,766 parameters in a statement; a list is asked for in parts.
_PART = 900
#: An entity in more articles than this says little about a sentence, and reading its postings costs.
_POSTINGS = 2_000


class Lookup:
    """Passages, postings and frequencies of one corpus.

    `keep` is the number of articles whose passages are kept in memory: for a run that comes back to the same
    ones again and again, and changes none of them.
    """

    def __init__(self, database: sqlite3.Connection, text_index: TextIndex, *, keep: int = 0) -> None:
        self._database = database
        self._text_index = text_index
        self._keep = keep
        self._kept: dict[str, tuple[Passage, ...]] = {}

    def witness(self, article: str) -> Witness:
        """The article with its passages. Raises KeyError for an unknown id."""
        row = self._database.execute(
            "SELECT key, record, story, text FROM article JOIN article_text ON article = key WHERE id = ?",
            (article,),
        ).fetchone()
        if row is None:
            raise KeyError(article)
        key, record, story, text = row
        passages = self._kept.pop(article, None) or tuple(self._passages(key, article, text))
        if self._keep:
            if len(self._kept) >= self._keep:
                del self._kept[next(iter(self._kept))]
            self._kept[article] = passages
        return Witness(article_of(record, text, story=story), passages)

    def passages(self, sentences: Iterable[str]) -> Mapping[str, Passage]:
        """Passages by sentence id; unknown ids are left out."""
        found: dict[str, Passage] = {}
        for article, numbers in _by_article(sentences).items():
            if article in self._kept:
                passages: Iterable[Passage] = (p for p in self._kept[article] if p.sentence.n in numbers)
            else:
                key, text = self._text(article)
                passages = self._passages(key, article, text, numbers)
            found |= {passage.sentence.id: passage for passage in passages}
        return found

    def texts(self, sentences: Iterable[str]) -> Mapping[str, tuple[Sentence, str]]:
        """Sentences and their words by sentence id; unknown ids are left out."""
        found: dict[str, tuple[Sentence, str]] = {}
        for article, numbers in _by_article(sentences).items():
            key, text = self._text(article)
            for row in self._rows('SELECT n, start, "end", block FROM sentence', key, numbers):
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
        hits = self._text_index.search(text, limit=limit * 3 + 50)
        articles = {key // SENTENCES_PER_ARTICLE for key, _ in hits}
        rows = self._in("SELECT key, id, story FROM article WHERE key IN ({})", sorted(articles))
        known = {
            key: identity
            for key, identity, story in rows
            if identity != exclude_article and (stories is None or story in stories)
        }
        ranked = [
            (f"{known[key // SENTENCES_PER_ARTICLE]}:{key % SENTENCES_PER_ARTICLE}", score)
            for key, score in hits
            if key // SENTENCES_PER_ARTICLE in known
        ]
        return ranked[:limit]

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

    def _text(self, article: str) -> tuple[int, str]:
        """Inner key and text; a key that nothing has for an unknown article."""
        row = self._database.execute(
            "SELECT key, text FROM article JOIN article_text ON article = key WHERE id = ?", (article,)
        ).fetchone()
        return (int(row[0]), str(row[1])) if row is not None else (-1, "")

    def _passages(
        self, key: int, article: str, text: str, numbers: Collection[int] | None = None
    ) -> Iterator[Passage]:
        sentences = self._rows('SELECT n, start, "end", block FROM sentence', key, numbers)
        mentions: dict[int, list[Mention]] = defaultdict(list)
        for row in self._rows(
            'SELECT n, start, "end", surface, mention.type, form, confidence, entity'
            # Not by `meant`: SQLite makes a table of all actors out of a view joined from the left.
            " FROM mention LEFT JOIN actor ON actor.id = mention.actor"
            " LEFT JOIN name ON name.key = actor.name",
            key,
            numbers,
            table="mention",
        ):
            mentions[row[0]].append(mention_of(article, row))
        claims: dict[int, list[Claim]] = defaultdict(list)
        resolved = Resolved(self._database, key)
        for n, stored in self._rows("SELECT n, record FROM claim", key, numbers):
            claims[n].append(resolved.claim(stored))
        for row in sentences:
            sentence = sentence_of(article, row)
            n = sentence.n
            yield Passage(sentence, sentence.span.of(text), tuple(mentions[n]), tuple(claims[n]))

    def _rows(
        self, select: str, key: int, numbers: Collection[int] | None, *, table: str = ""
    ) -> list[tuple[Any, ...]]:
        column = f"{table}.article" if table else "article"
        if numbers is None:
            return self._database.execute(f"{select} WHERE {column} = ?", (key,)).fetchall()
        marks = ",".join("?" * len(numbers))
        query = f"{select} WHERE {column} = ? AND n IN ({marks})"
        return self._database.execute(query, (key, *sorted(numbers))).fetchall()

    def _in(self, query: str, values: Sequence[str] | Sequence[int]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(values), _PART):
            part = values[start : start + _PART]
            yield from self._database.execute(query.format(",".join("?" * len(part))), part)

    def _counts(self, query: str, values: Iterable[str]) -> Mapping[str, int]:
        return {key: int(count) for key, count in self._in(query, sorted(set(values)))}


def _by_article(sentences: Iterable[str]) -> Mapping[str, Collection[int]]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for sentence in sentences:
        article, n = split_sentence_id(sentence)
        wanted[article].add(n)
    return wanted


_REPORTING = ", ".join(f"'{kind}'" for kind in sorted(REPORTING_KINDS))
