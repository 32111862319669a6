"""An index of articles in memory, as plain as can be: what matching asks of a store, for tests."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from model.matching.outline import named_by, outline_of
from model.matching.words import words_of
from model.passage import Named, Outline, Passage, Witness
from model.records import REPORTING_KINDS, Article


class MemoryIndex:
    """Implements `model.passage.Index`; `add` an article after its story is known."""

    def __init__(self, witnesses: Iterable[Witness] = ()) -> None:
        self._witnesses: dict[str, Witness] = {}
        self._passages: dict[str, Passage] = {}
        self._postings: dict[str, dict[str, int]] = defaultdict(dict)
        self._lengths: dict[str, int] = {}
        self._word_articles: dict[str, set[str]] = defaultdict(set)
        self._entity_articles: dict[str, set[str]] = defaultdict(set)
        self._entity_sentences: dict[str, set[str]] = defaultdict(set)
        self._stories: dict[str, set[str]] = defaultdict(set)
        for witness in witnesses:
            self.add(witness)

    def add(self, witness: Witness, story: str | None = None) -> None:
        """Store an article, in `story` if one is given."""
        if story is not None:
            witness = replace(witness, article=replace(witness.article, story=story))
        article = witness.article
        self._witnesses[article.id] = witness
        if article.story is not None:
            self._stories[article.story].add(article.id)
        for passage in witness.passages:
            self._passages[passage.sentence.id] = passage
            if passage.sentence.block in REPORTING_KINDS:
                self._post(article.id, passage)

    def _post(self, article: str, passage: Passage) -> None:
        sentence = passage.sentence.id
        words = words_of(passage.text)
        for word in words:
            self._word_articles[word.form].add(article)
        content = Counter(word.stem for word in words if word.content)
        self._lengths[sentence] = content.total()
        for stem, count in content.items():
            self._postings[stem][sentence] = count
        for entity in {m.entity for m in passage.mentions if m.entity is not None}:
            self._entity_articles[entity].add(article)
            self._entity_sentences[entity].add(sentence)

    def witness(self, article: str) -> Witness:
        return self._witnesses[article]

    def outlines(self, articles: Iterable[str]) -> Mapping[str, Outline]:
        return {i: outline_of(self._witnesses[i]) for i in articles if i in self._witnesses}

    def named(self, outlines: Iterable[Outline]) -> Mapping[str, Named]:
        return {o.article: named_by(self._witnesses[o.article], o) for o in outlines}

    def passages(self, sentences: Iterable[str]) -> Mapping[str, Passage]:
        return {s: self._passages[s] for s in sentences if s in self._passages}

    def articles(self, ids: Iterable[str]) -> Mapping[str, Article]:
        return {i: replace(self._witnesses[i].article, text=None) for i in ids if i in self._witnesses}

    def search(
        self,
        text: str,
        *,
        limit: int,
        exclude_article: str | None = None,
        stories: Collection[str] | None = None,
    ) -> Sequence[tuple[str, float]]:
        scores: dict[str, float] = defaultdict(float)
        mean = sum(self._lengths.values()) / max(1, len(self._lengths))
        for stem in {word.stem for word in words_of(text) if word.content}:
            rows = self._postings.get(stem, {})
            rarity = math.log(1 + (len(self._lengths) - len(rows) + 0.5) / (len(rows) + 0.5))
            for sentence, count in rows.items():
                length = 0.25 + 0.75 * self._lengths[sentence] / mean
                scores[sentence] += rarity * count * 2.2 / (count + 1.2 * length)
        found = [
            (sentence, score)
            for sentence, score in scores.items()
            if self._wanted(self._passages[sentence].sentence.article, exclude_article, stories)
        ]
        return sorted(found, key=lambda row: (-row[1], row[0]))[:limit]

    def searches(self, texts: Sequence[str], *, limit: int) -> Sequence[Sequence[tuple[str, float]]]:
        return [self.search(text, limit=limit) for text in texts]

    def _wanted(self, article: str, exclude: str | None, stories: Collection[str] | None) -> bool:
        return article != exclude and (stories is None or self._witnesses[article].article.story in stories)

    def sentences_with_entities(
        self, entities: Collection[str], *, limit: int, exclude_article: str | None = None
    ) -> Sequence[tuple[str, int]]:
        shared = Counter(
            sentence
            for entity in set(entities)
            for sentence in self._entity_sentences.get(entity, ())
            if self._passages[sentence].sentence.article != exclude_article
        )
        return sorted(shared.items(), key=lambda row: (-row[1], row[0]))[:limit]

    def document_frequency(self, terms: Iterable[str]) -> Mapping[str, int]:
        return {term: len(self._word_articles.get(term, ())) for term in terms}

    def entity_frequency(self, entities: Iterable[str]) -> Mapping[str, int]:
        return {entity: len(self._entity_articles.get(entity, ())) for entity in entities}

    def article_count(self) -> int:
        return len(self._witnesses)

    def story_articles(self, story: str) -> Sequence[str]:
        return sorted(self._stories.get(story, ()))

    def recent_stories(self, published: str | None, *, days: int, limit: int) -> Sequence[str]:
        wanted = _day(published)
        rows = [
            (_day(w.article.published), w.article.story) for w in self._witnesses.values() if w.article.story
        ]
        if wanted is not None:
            rows = [
                (day, story) for day, story in rows if day is not None and abs((day - wanted).days) <= days
            ]
        newest = sorted(rows, key=lambda row: (row[0] or date.min, row[1] or ""), reverse=True)
        return list(dict.fromkeys(story for _, story in newest if story is not None))[:limit]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
