"""In what the tellings of one claim differ: each difference once, with all the places on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.corpus import Corpus
from model.reasons import named_reason
from model.records import Difference, DifferenceKind, Match, Span
from model.reports.brief import Disagreement, Place, Side
from model.reports.texts import StoryTexts, article_of


@dataclass
class _Merged:
    """One difference that several pairs of tellings show. The places are kept in order and apart."""

    kind: DifferenceKind
    why: str
    quiet: bool
    words: tuple[str | None, str | None]
    places: tuple[dict[Place, None], dict[Place, None]] = field(default_factory=lambda: ({}, {}))


def differences(corpus: Corpus, sentences: Sequence[str], texts: StoryTexts) -> tuple[Disagreement, ...]:
    """The differences between the tellings of a claim, the loud ones first.

    `sentences` are in the order of the brief: side a is the earlier of two.
    """
    merged: dict[tuple[object, ...], _Merged] = {}
    for match in _pairs(corpus, sentences):
        for difference in match.differences:
            words = _words(match.a, difference.a, texts), _words(match.b, difference.b, texts)
            key = difference.kind, difference.why, *(_folded(side) for side in words)
            entry = merged.setdefault(
                key, _Merged(difference.kind, difference.why, difference.is_quiet, words)
            )
            for places, sentence, span in zip(
                entry.places, (match.a, match.b), _spans(difference), strict=True
            ):
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
    a, b = (tuple(places) for places in entry.places)
    why = named_reason(entry.why, a=_labels(a), b=_labels(b))
    return Disagreement(entry.kind, why, entry.quiet, Side(entry.words[0], a), Side(entry.words[1], b))


def _labels(places: Sequence[Place]) -> str:
    return ", ".join(dict.fromkeys(place.label for place in places))


def _spans(difference: Difference) -> tuple[Span | None, Span | None]:
    return difference.a, difference.b


def _words(sentence: str, span: Span | None, texts: StoryTexts) -> str | None:
    return None if span is None else span.of(texts.reading(article_of(sentence)).text)


def _place(sentence: str, span: Span | None, texts: StoryTexts) -> Place:
    """Where the words stand; where they are left out, the sentence that leaves them out."""
    return texts.place(article_of(sentence), span) if span else texts.cited(sentence).place


def _folded(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split()).casefold()
