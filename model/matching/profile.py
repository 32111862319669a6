"""What a comparison looks at in one passage, worked out once and used for every pair the passage is in."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeVar

from model.matching.background import Frequencies, StoryWords
from model.matching.speakers import Speaker, speakers_of
from model.matching.words import LONGEST_SENTENCE, Word, words_of
from model.passage import Passage
from model.records import Claim, Mention, Quantity, Span, TimeExpression

_Item = TypeVar("_Item", Quantity, TimeExpression)

#: What a word counts that only names or describes the source of a statement, or the saying of it.
_SOURCE_SHARE = 0.6

_GRAM = 4
_SPACES = re.compile(r"[\W_]+")

#: Characters of a passage beyond which nothing is compared: keeps a runaway sentence from costing more.
_LONGEST_TEXT = 4_000

#: Words beyond which a passage is no one sentence.
_RUN_ON_WORDS = 90

_QUOTATION = re.compile(r"[“„«\"‟]([^“”„«»\"‟]{2,2000})(?:[”“»\"]|$)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks: the span inside the marks, in the article, and its words."""

    span: Span
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Profile:
    """A passage made ready for comparison; `weights` gives each content stem its weight.

    `aside` tells where the words start that only say who says it. All that a first look does not need is
    worked out when it is asked for: most passages are never looked at again.
    """

    passage: Passage
    words: tuple[Word, ...]
    aside: frozenset[int]
    weights: Mapping[str, float]
    total: float
    norm: float
    actors: Mapping[str, float]

    @cached_property
    def prefixes(self) -> Mapping[str, tuple[str, ...]]:
        """Stems by their first three letters."""
        found: dict[str, tuple[str, ...]] = {}
        for stem in self.weights:
            found[stem[:3]] = (*found.get(stem[:3], ()), stem)
        return found

    @cached_property
    def actor_of(self) -> Mapping[str, str]:
        """Which actor a stem names, for stems inside a name."""
        return _actor_of(self.passage.mentions, self.words)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of all claims, each place once."""
        return _unique(q for claim in self.claims for q in claim.quantities)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The times of all claims, each place once."""
        return _unique(t for claim in self.claims for t in claim.times)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        return _quotations(self.passage, self.words)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """The sources of its claims."""
        return speakers_of(self.passage)

    @cached_property
    def grams(self) -> frozenset[str]:
        """Runs of characters, without who says it."""
        return _grams(_without(self.passage, _said_by(self.claims)))

    @cached_property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """Pairs of neighbouring content stems, without who says it."""
        stems = [word.stem for word in self.words if word.content and word.start not in self.aside]
        return frozenset(pairwise(stems))

    @property
    def text(self) -> str:
        """The passage's own words."""
        return self.passage.text

    @property
    def offset(self) -> int:
        """Where the passage begins in its article."""
        return self.passage.sentence.start

    @property
    def runs_on(self) -> bool:
        """Whether the passage is too long for one sentence: teasers, lists or tables that run together."""
        return len(self.words) > _RUN_ON_WORDS

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims of the passage."""
        return self.passage.claims


def profiles(
    passages: Iterable[Passage], frequencies: Frequencies, story: StoryWords | None = None
) -> list[Profile]:
    """Profiles of passages, in order. The weights of all their words are fetched in one question to the
    index.

    In a `story`, words that much of it shares weigh less.
    """
    read = [(passage, _words(passage.text[:_LONGEST_TEXT], passage.sentence.start)) for passage in passages]
    forms: dict[str, set[str]] = {}
    for _, words in read:
        for word in words:
            if word.content:
                forms.setdefault(word.stem, set()).add(word.form)
    frequencies.load(forms, forms)
    frequencies.load_entities({m.entity for p, _ in read for m in p.mentions if m.entity is not None})
    return [_profile(passage, words, frequencies, story) for passage, words in read]


def story_words(passages: Iterable[Passage]) -> StoryWords:
    """What the passages of a story have in common."""
    return StoryWords(
        {word.stem for word in _words(p.text[:_LONGEST_TEXT], p.sentence.start) if word.content}
        for p in passages
    )


@lru_cache(maxsize=8_192)
def _words(text: str, offset: int) -> tuple[Word, ...]:
    return words_of(text, offset, LONGEST_SENTENCE)


def _profile(
    passage: Passage, words: tuple[Word, ...], frequencies: Frequencies, story: StoryWords | None
) -> Profile:
    aside = _covered(words, _said_by(passage.claims))
    weights = _weights(words, aside, frequencies)
    if story is not None:
        weights = {stem: weight * story.share(stem) for stem, weight in weights.items()}
    return Profile(
        passage=passage,
        words=words,
        aside=aside,
        weights=weights,
        total=sum(weights.values()),
        norm=math.sqrt(sum([weight * weight for weight in weights.values()])),
        actors=_actors(passage.mentions, frequencies),
    )


def _said_by(claims: Iterable[Claim]) -> list[Span]:
    """Where a passage says who says it, and that it is said: one speaker says many things."""
    return [span for claim in claims for span in (claim.source, claim.cue) if span is not None and len(span)]


def _covered(words: Iterable[Word], spans: Sequence[Span]) -> frozenset[int]:
    """Where the words start that stand inside one of the spans."""
    if not spans:
        return frozenset()
    return frozenset(w.start for w in words if any(s.start <= w.start and w.end <= s.end for s in spans))


def _without(passage: Passage, spans: Iterable[Span]) -> str:
    """The passage's text, without what the spans cover of it."""
    text = passage.text[:_LONGEST_TEXT]
    for span in sorted(spans, reverse=True):
        here = span.shifted(-passage.sentence.start)
        if here.end > 0:
            text = text[: max(0, here.start)] + " " + text[here.end :]
    return text


def _weights(words: Iterable[Word], aside: Collection[int], frequencies: Frequencies) -> dict[str, float]:
    """Weights of the content stems; those of the source, which stand aside, count less."""
    weights: dict[str, float] = {}
    for word in words:
        if word.content:
            weight = frequencies.word(word.stem)
            if word.start in aside:
                weight *= _SOURCE_SHARE
            if weight > weights.get(word.stem, 0.0):
                weights[word.stem] = weight
    return weights


def _actors(mentions: Iterable[Mention], frequencies: Frequencies) -> dict[str, float]:
    return {m.entity: frequencies.entity(m.entity) for m in mentions if m.entity is not None}


def _actor_of(mentions: Iterable[Mention], words: tuple[Word, ...]) -> dict[str, str]:
    named = [m for m in mentions if m.entity is not None and m.form == "name"]
    return {
        word.stem: mention.entity
        for mention in named
        for word in words
        if mention.entity is not None
        and mention.start <= word.start
        and word.end <= mention.end
        and word.content
    }


def _unique(items: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple({(item.start, item.end): item for item in items}.values())


def _quotations(passage: Passage, words: tuple[Word, ...]) -> tuple[Quotation, ...]:
    found = []
    for match in _QUOTATION.finditer(passage.text[:_LONGEST_TEXT]):
        start, end = (passage.sentence.start + at for at in match.span(1))
        inside = tuple(word for word in words if start <= word.start and word.end <= end)
        if inside:
            found.append(Quotation(Span(start, end), inside))
    return tuple(found)


@lru_cache(maxsize=8_192)
def _grams(text: str) -> frozenset[str]:
    plain = _SPACES.sub(" ", text.casefold())
    return frozenset(plain[i : i + _GRAM] for i in range(max(1, len(plain) - _GRAM + 1)))
