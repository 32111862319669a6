"""In what the tellings of one claim differ: each difference once, with all the places on either side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from model.corpus import Corpus
from model.reasons import named_reason
from model.records import DifferenceKind, Match, Span
from model.reports.brief import Disagreement, Place, Side
from model.reports.texts import StoryTexts, article_of


@dataclass
class _Merged:
    """One difference that several pairs of tellings show. The places are kept in order and apart."""

    kind: DifferenceKind
    why: str
    quiet: bool
    words: tuple[str | None, str | None]
    meanings: tuple[str | None, str | None]
    places: tuple[dict[Place, None], dict[Place, None]] = field(default_factory=lambda: ({}, {}))


def differences(corpus: Corpus, sentences: Sequence[str], texts: StoryTexts) -> tuple[Disagreement, ...]:
    """The differences between the tellings of a claim, the loud ones first.

    `sentences` are in the order of the brief: side a is the earlier of two.
    """
    merged: dict[tuple[object, ...], _Merged] = {}
    for match in _pairs(corpus, sentences):
        ends = match.a, match.b
        for difference in match.differences:
            spans = difference.a, difference.b
            words = _each(_words, ends, spans, texts)
            is_source = difference.kind == "attribution"
            meanings = _each(_meaning, ends, spans, texts) if is_source else (None, None)
            key = difference.kind, difference.why, *map(_folded, words), *meanings
            new = _Merged(difference.kind, difference.why, difference.is_quiet, words, meanings)
            entry = merged.setdefault(key, new)
            for places, sentence, span in zip(entry.places, ends, spans, strict=True):
                places[_place(sentence, span, texts)] = None
    found = [_disagreement(entry) for entry in merged.values()]
    return tuple(sorted(found, key=lambda difference: difference.quiet))


def _pairs(corpus: Corpus, sentences: Sequence[str]) -> list[Match]:
    rank = {sentence: n for n, sentence in enumerate(sentences)}
    return [
        match
        for sentence in sentences
        for match in sorted(corpus.matches(sentence), key=lambda match: rank.get(match.b, 0))
        if rank.get(match.b, -1) > rank[sentence] and match.judged != "rejected"
    ]


def _disagreement(entry: _Merged) -> Disagreement:
    a, b = (
        Side(words, meaning, tuple(places))
        for words, meaning, places in zip(entry.words, entry.meanings, entry.places, strict=True)
    )
    why = named_reason(entry.why, a=_labels(a.places), b=_labels(b.places))
    return Disagreement(entry.kind, why, entry.quiet, a, b)


def _labels(places: Sequence[Place]) -> str:
    return ", ".join(dict.fromkeys(place.label for place in places))


def _each(
    ask: Callable[[str, Span | None, StoryTexts], str | None],
    ends: tuple[str, str],
    spans: tuple[Span | None, Span | None],
    texts: StoryTexts,
) -> tuple[str | None, str | None]:
    """The answer for either side."""
    return ask(ends[0], spans[0], texts), ask(ends[1], spans[1], texts)


def _words(sentence: str, span: Span | None, texts: StoryTexts) -> str | None:
    return None if span is None else span.of(texts.reading(article_of(sentence)).text)


def _meaning(sentence: str, span: Span | None, texts: StoryTexts) -> str | None:
    return None if span is None else texts.meaning(sentence, span)


def _place(sentence: str, span: Span | None, texts: StoryTexts) -> Place:
    """Where the words stand; where they are left out, the sentence that leaves them out."""
    return texts.place(article_of(sentence), span) if span else texts.cited(sentence).place


def _folded(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split()).casefold()
