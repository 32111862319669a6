"""What tells an article's story: how often it uses which words, names whom, and its figures.

The words of an article are counted once and stored: comparing it with a newcomer must not read it again.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.matching.candidates import reporting
from model.matching.words import words_of
from model.passage import Outline, Passage, Witness
from model.records import EntityType

#: Sentences at the head of an article that tell what it is about.
LEAD = 5

#: Sentences of an article that are read; a book-length text tells its story well before that.
_LONGEST = 150

#: A word of the headline or the lead counts as so many.
_LEAD_WEIGHT = 3

#: Numbers above three are seldom shared by chance.
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Wordage:
    """What of an outline does not depend on who its actors are.

    `sentences` are the numbers of those that were read, `forms` the word forms of each stem that has others
    than itself.
    """

    sentences: Sequence[int]
    words: Mapping[str, int]
    lead: Mapping[str, int]
    forms: Mapping[str, Sequence[str]]
    numbers: Sequence[tuple[float, str]]

    def packed(self) -> bytes:
        """As it is stored."""
        values = (self.sentences, self.words, self.lead, self.forms, self.numbers)
        return zlib.compress(json.dumps(values, separators=(",", ":")).encode("ascii"), 1)

    @classmethod
    def unpacked(cls, stored: bytes) -> Wordage:
        """What `packed` made."""
        sentences, words, lead, forms, numbers = json.loads(zlib.decompress(stored))
        return cls(sentences, words, lead, forms, [(value, unit) for value, unit in numbers])

    def outline(
        self, article: str, published: str | None, actors: Iterable[tuple[int, EntityType, str]]
    ) -> Outline:
        """The outline of the article with these mentions (sentence, type, entity), in their order."""
        read = frozenset(self.sentences)
        named: Counter[str] = Counter()
        kinds: dict[str, EntityType] = {}
        for n, kind, entity in actors:
            if n in read:
                named[entity] += 1
                kinds[entity] = kind
        return Outline(
            article=article,
            published=published,
            words=self.words,
            lead=self.lead,
            forms=self.forms,
            actors={entity: (count, kinds[entity]) for entity, count in named.items()},
            numbers=frozenset(self.numbers),
        )


def outline_of(witness: Witness) -> Outline:
    """The outline of an article at hand."""
    return outline_with(wordage_of(witness), witness)


def outline_with(wordage: Wordage, witness: Witness) -> Outline:
    """The outline of an article at hand whose words are counted."""
    actors = (
        (passage.sentence.n, mention.type, mention.entity)
        for passage in witness.passages
        for mention in passage.mentions
        if mention.entity is not None
    )
    return wordage.outline(witness.article.id, witness.article.published, actors)


def wordage_of(witness: Witness) -> Wordage:
    """The words and figures of an article."""
    words: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    forms: dict[str, set[str]] = {}
    passages = reporting(witness.passages)[:_LONGEST]
    for n, text in enumerate((witness.article.title or "", *(passage.text for passage in passages))):
        for word in words_of(text):
            if word.content and not word.form[0].isdigit():
                words[word.stem] += _LEAD_WEIGHT if n < LEAD else 1
                forms.setdefault(word.stem, set()).add(word.form)
                if n <= LEAD:
                    lead[word.stem] += 1
    return Wordage(
        sentences=[passage.sentence.n for passage in passages],
        words=words,
        lead=lead,
        forms={stem: sorted(found) for stem, found in forms.items() if found != {stem}},
        numbers=sorted(_numbers(passages)),
    )


def _numbers(passages: Iterable[Passage]) -> set[tuple[float, str]]:
    return {
        (quantity.value, quantity.unit or "")
        for passage in passages
        for claim in passage.claims
        for quantity in claim.quantities
        if quantity.value is not None and quantity.value > _SMALL
    }
