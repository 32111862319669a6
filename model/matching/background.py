"""How telling a word is: rare words, in English at large and in this corpus, tell one event from another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain

from model.passage import Index

#: The table of general English counts for as much as a corpus of this many articles.
_PRIOR_ARTICLES = 40.0

#: A story of fewer sentences says nothing about what is common in it.
_FEWEST_SENTENCES = 12

#: Articles behind the table; a word that it lacks is taken to stand in half of one.
_UNSEEN = 0.5


@cache
def _general() -> tuple[float, Mapping[str, int]]:
    lines = files("model.matching").joinpath("data", "word_frequencies.txt").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    documents = next(float(count) for stem, count in rows if stem == "*")
    return documents, {stem: int(count) for stem, count in rows if stem != "*"}


def text_frequencies() -> Mapping[str, int]:
    """In how many texts of the general table each stem stands."""
    return _general()[1]


class StoryWords:
    """How many sentences of a story share each stem: what all of it is about tells its claims apart badly."""

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        """`sentences` are the stems of each sentence, repeated ones counted once."""
        self._counts: Counter[str] = Counter()
        self._total = 0
        for stems in sentences:
            self._counts.update(stems)
            self._total += 1

    def share(self, stem: str) -> float:
        """What is left of a stem's weight, 0..1: all of it if one sentence has the stem, little if most
        have.
        """
        if self._total < _FEWEST_SENTENCES:
            return 1.0
        count = max(1, self._counts.get(stem, 1))
        return math.log((self._total + 1) / count) / math.log(self._total + 1)


class Frequencies:
    """Weights of stems and entities (inverse document frequency, in nats), asked of the index once each.

    Without an index the table of general English speaks alone. An instance is a snapshot: make a new one
    when articles have been added.
    """

    def __init__(self, index: Index | None = None) -> None:
        self._index = index
        self._articles = float(index.article_count()) if index is not None else 0.0
        self._documents, self._table = _general()
        self._words: dict[str, float] = {}
        self._entities: dict[str, float] = {}

    def load(self, stems: Iterable[str], forms: Mapping[str, Collection[str]]) -> None:
        """Fetch the frequencies of stems not yet known; `forms` gives the word forms of those that stand for
        others than themselves.
        """
        known = self._words
        missing = {stem: forms.get(stem) or (stem,) for stem in stems if stem not in known}
        if not missing:
            return
        counts: Mapping[str, int] = {}
        if self._index is not None:
            counts = self._index.document_frequency(set(chain.from_iterable(missing.values())))
        for stem, words in missing.items():
            known[stem] = self._weight(stem, max([counts.get(word, 0) for word in words]))

    def load_entities(self, entities: Iterable[str]) -> None:
        """Fetch the frequencies of entities not yet known."""
        missing = {entity for entity in entities if entity not in self._entities}
        if not missing:
            return
        counts = self._index.entity_frequency(missing) if self._index is not None else {}
        for entity in missing:
            share = (counts.get(entity, 0) + 0.5) / (self._articles + _PRIOR_ARTICLES)
            self._entities[entity] = -math.log(share)

    def word(self, stem: str) -> float:
        """Weight of a stem, at least 0.3: even the commonest word, shared, says something."""
        known = self._words.get(stem)
        if known is None:
            known = self._words[stem] = self._weight(stem, 0)
        return known

    def words(self, stems: Iterable[str]) -> Mapping[str, float]:
        """Weights of many stems that were loaded, each as `word` gives it."""
        known = self._words
        return {stem: known[stem] for stem in stems}

    def entity(self, entity: str) -> float:
        """Weight of an entity; one that was not loaded counts as rare."""
        return self._entities.get(entity, math.log(2 * _PRIOR_ARTICLES))

    def _weight(self, stem: str, here: int) -> float:
        at_large = self._table.get(stem, _UNSEEN) / self._documents
        share = (_PRIOR_ARTICLES * at_large + here) / (_PRIOR_ARTICLES + self._articles)
        return max(0.3, -math.log(share))
