"""The unit that matching compares, and what matching needs to know of a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from model.records import Article, Claim, EntityType, Mention, Sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with all that a comparison may look at.

    Mentions and claims are those of this sentence, entities resolved; all their offsets count into the
    article's text, as everywhere (`text` is the slice sentence.start..sentence.end of it).
    """

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """An article as a witness: its record (text included) and its passages in reading order.

    `passages` holds every sentence, also those that report nothing (captions, boilerplate).
    """

    article: Article
    passages: tuple[Passage, ...]


#: Actors by entity: how often each is named, and its type.
Named = Mapping[str, tuple[int, EntityType]]


@dataclass(frozen=True, slots=True)
class Outline:
    """What tells the story of an article, but for its actors: counts of its words by stem, in all of it and
    in its headline and lead, and its numbers with their units.

    `sentences` are the numbers of those that were read; `forms` gives the word forms of each stem that stands
    in another form than itself.
    """

    article: str
    published: str | None
    sentences: frozenset[int]
    words: Mapping[str, int]
    lead: Mapping[str, int]
    forms: Mapping[str, Sequence[str]]
    numbers: frozenset[tuple[float, str]]


class Index(Protocol):
    """What matching asks of the store. Every call costs by its answer, never by the size of the corpus."""

    def witness(self, article: str) -> Witness:
        """The article with its passages. Raises KeyError for an unknown id."""

    def outlines(self, articles: Iterable[str]) -> Mapping[str, Outline]:
        """Outlines of articles, by id; unknown ids are left out."""

    def named(self, outlines: Iterable[Outline]) -> Mapping[str, Named]:
        """Whom the sentences of these outlines name, by article, in the order of the text."""

    def passages(self, sentences: Iterable[str]) -> Mapping[str, Passage]:
        """Passages by sentence id; unknown ids are left out."""

    def articles(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """Article records without their text, by id; unknown ids are left out."""

    def search(
        self,
        text: str,
        *,
        limit: int,
        exclude_article: str | None = None,
        stories: Collection[str] | None = None,
    ) -> Sequence[tuple[str, float]]:
        """Reporting sentences that share words with `text` (stemmed, stop words dropped), best BM25 first.

        `text` is data, never query syntax. `stories` restricts the answer to articles of these stories.
        """

    def searches(self, texts: Sequence[str], *, limit: int) -> Sequence[Sequence[tuple[str, float]]]:
        """What `search` finds for each of many texts, without restrictions."""

    def sentences_with_entities(
        self, entities: Collection[str], *, limit: int, exclude_article: str | None = None
    ) -> Sequence[tuple[str, int]]:
        """Reporting sentences that mention any of the entities, most shared entities first."""

    def document_frequency(self, terms: Iterable[str]) -> Mapping[str, int]:
        """In how many articles each lower-cased word form stands."""

    def entity_frequency(self, entities: Iterable[str]) -> Mapping[str, int]:
        """In how many articles each entity is mentioned."""

    def article_count(self) -> int:
        """How many articles the corpus holds."""

    def story_articles(self, story: str) -> Sequence[str]:
        """Ids of the articles of a story, sorted."""

    def recent_stories(self, published: str | None, *, days: int, limit: int) -> Sequence[str]:
        """Stories with an article published within `days` of the date; all newest first if it is None."""
