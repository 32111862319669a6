"""What tells an article's story: how often it uses which words and names whom, and its figures.

The words of an article are counted once and stored: comparing it with a newcomer must not read it again.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable

from model.matching.candidates import reporting
from model.matching.words import words_of
from model.passage import Named, Outline, Passage, Witness
from model.records import EntityType

#: Sentences at the head of an article that tell what it is about.
LEAD = 5

#: Sentences of an article that are read; a book-length text tells its story well before that.
_LONGEST = 150

#: A word of the headline or the lead counts as so many.
_LEAD_WEIGHT = 3

#: Numbers above three are seldom shared by chance.
_SMALL = 3


def outline_of(witness: Witness) -> Outline:
    """The outline of an article at hand."""
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
    return Outline(
        article=witness.article.id,
        published=witness.article.published,
        sentences=frozenset(passage.sentence.n for passage in passages),
        words=words,
        lead=lead,
        forms={stem: sorted(found) for stem, found in forms.items() if found != {stem}},
        numbers=frozenset(_numbers(passages)),
    )


def packed(outline: Outline) -> bytes:
    """The words of an outline as they are stored: all of it but for the article."""
    values = (
        sorted(outline.sentences), outline.words, outline.lead, outline.forms, sorted(outline.numbers)
    )  # fmt: skip
    return zlib.compress(json.dumps(values, separators=(",", ":")).encode("ascii"), 1)


def unpacked(article: str, published: str | None, stored: bytes) -> Outline:
    """The outline of which `packed` made what is stored."""
    sentences, words, lead, forms, numbers = json.loads(zlib.decompress(stored))
    figures = frozenset((value, unit) for value, unit in numbers)
    return Outline(article, published, frozenset(sentences), words, lead, forms, figures)


def named(outline: Outline, mentions: Iterable[tuple[int, EntityType, str]]) -> Named:
    """Whom the outline's sentences name, of its article's mentions (sentence, type, entity) in order."""
    counts: Counter[str] = Counter()
    kinds: dict[str, EntityType] = {}
    for n, kind, entity in mentions:
        if n in outline.sentences:
            counts[entity] += 1
            kinds[entity] = kind
    return {entity: (count, kinds[entity]) for entity, count in counts.items()}


def named_by(witness: Witness, outline: Outline) -> Named:
    """Whom an article at hand names in the sentences of its outline."""
    mentions = (
        (passage.sentence.n, mention.type, mention.entity)
        for passage in witness.passages
        for mention in passage.mentions
        if mention.entity is not None
    )
    return named(outline, mentions)


def _numbers(passages: Iterable[Passage]) -> set[tuple[float, str]]:
    return {
        (quantity.value, quantity.unit or "")
        for passage in passages
        for claim in passage.claims
        for quantity in claim.quantities
        if quantity.value is not None and quantity.value > _SMALL
    }
