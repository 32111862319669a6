"""The words of a story: sentences, speakers and passages with the places where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from model.corpus import Corpus
from model.records import Claim, Sentence, Span
from model.reports.brief import Cited, Place, Speaker
from model.views import ArticleRow, Reading

#: Code points of the longest passage that is cited whole.
_WHOLE = 200
#: Code points shown of each end of a longer one.
_END = 80


class StoryTexts:
    """The articles of a story, read when they are first asked for."""

    def __init__(self, corpus: Corpus, rows: Sequence[ArticleRow]) -> None:
        self._corpus = corpus
        self._ranks = {row.id: rank for rank, row in enumerate(rows)}
        self._readings: dict[str, Reading] = {}
        self._starts: dict[str, list[int]] = {}
        self._sentences: dict[str, Sentence] = {}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._names: dict[str, str | None] = {}

    @property
    def articles(self) -> Sequence[str]:
        """Ids of the articles, in list order."""
        return list(self._ranks)

    def reading(self, article: str) -> Reading:
        """An article with its text. It may be one of another story, if something here points at it."""
        if article not in self._readings:
            reading = self._corpus.reading(article)
            self._readings[article] = reading
            self._starts[article] = [sentence.start for sentence in reading.sentences]
            self._sentences |= {sentence.id: sentence for sentence in reading.sentences}
            for claim in reading.claims:
                self._claims[claim.sentence].append(claim)
        return self._readings[article]

    def row(self, sentence: str) -> ArticleRow:
        """The list row of a sentence's article."""
        return self.reading(article_of(sentence)).row

    def holds(self, sentence: str) -> bool:
        """Whether a sentence id is one of the story's articles."""
        article = article_of(sentence)
        return article in self._ranks and bool(self.reading(article)) and sentence in self._sentences

    def order(self, sentence: str) -> tuple[int, int]:
        """A sort key for sentence ids: articles in list order, then reading order."""
        return self._ranks[article_of(sentence)], self._sentence(sentence).n

    def words(self, sentence: str) -> str:
        """The verbatim words of a sentence."""
        return self._sentence(sentence).span.of(self.reading(article_of(sentence)).text)

    def cited(self, sentence: str) -> Cited:
        """A sentence with its place and those it is attributed to."""
        span = self._sentence(sentence).span
        return Cited(self.place(article_of(sentence), span), self.words(sentence), self._speakers(sentence))

    def place(self, article: str, span: Span) -> Place:
        """Where a span of an article stands. A span before the first sentence counts to that one."""
        label, starts = self.reading(article).row.label, self._starts[article]
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)
        return Place(article, label, first, last, span.start, span.end)

    def name(self, entity: str) -> str | None:
        """The name of an actor."""
        if entity not in self._names:
            found = self._corpus.entity(entity)
            self._names[entity] = found.name if found else None
        return self._names[entity]

    def meaning(self, sentence: str, source: Span) -> str | None:
        """The actor whom the words for a source of a sentence's claims mean, unless they name it."""
        self._sentence(sentence)
        for claim in self._claims[sentence]:
            if claim.source == source and claim.source_entity:
                return unsaid(
                    self.name(claim.source_entity), source.of(self.reading(article_of(sentence)).text)
                )
        return None

    def _sentence(self, sentence: str) -> Sentence:
        self.reading(article_of(sentence))
        return self._sentences[sentence]

    def _speakers(self, sentence: str) -> tuple[Speaker, ...]:
        text = self.reading(article_of(sentence)).text
        found = [
            Speaker(
                claim.source.of(text),
                claim.source_kind,
                self.name(claim.source_entity) if claim.source_entity else None,
                tuple(self.name(via) or via for via in claim.via),
            )
            for claim in self._claims[sentence]
            if claim.source is not None
        ]
        return tuple(dict.fromkeys(found))


def article_of(sentence: str) -> str:
    """The article of a sentence id."""
    return sentence.rpartition(":")[0]


def unsaid(name: str | None, words: str) -> str | None:
    """A name, unless the words hold it already."""
    return None if name is None or name in words else name


def excerpt(text: str, span: Span) -> str:
    """The words of a span; of a long passage, its first and last words with an ellipsis between them."""
    words = span.of(text)
    return words if len(words) <= _WHOLE else f"{words[:_END].rstrip()} […] {words[-_END:].lstrip()}"
