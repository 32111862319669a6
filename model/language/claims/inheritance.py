"""Speech that goes on: which attribution a quotation has whose speaker is named in another sentence.

A quotation over several sentences or paragraphs has one speaker. So has one that begins right behind a
quotation with its speaker ("“…,” he said. “…”"), one that a colon announced, and a paragraph that is nothing
but a quotation after a paragraph in which somebody spoke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.language.claims.attribution import Attribution
from model.language.claims.quotes import Quotation, Quotations
from model.language.claims.syntax import Words, span_of
from model.records import Span

#: A quotation that stands alone in its paragraph, in code points: a shorter one is a heading.
_SHORTEST_PARAGRAPH = 40
#: A second quotation in a sentence that goes on with the first, in code points: a shorter one is a scare
#: quote.
_SHORTEST_RESUMPTION = 20


@dataclass(frozen=True, slots=True)
class Carried:
    """Part of what an attribution reports, in a place that its own cue and clause do not reach."""

    attribution: Attribution
    content: Span


@dataclass(slots=True)
class _Before:
    """What the sentence before leaves behind: who has the word, and whose words are still to come."""

    words: Words
    speaker: Attribution | None
    awaited: Attribution | None
    carried: Sequence[Carried]

    @property
    def ends_in_colon(self) -> bool:
        return self.words.doc[self.words.run.end - 1].text == ":"


def carry(
    text: str, sentences: Sequence[Words], attributions: Sequence[list[Attribution]], quotations: Quotations
) -> list[list[Carried]]:
    """For each sentence what it holds of reports whose cue does not reach it; the sequences run in
    parallel."""
    owners = _owners(sentences, attributions, quotations)
    result: list[list[Carried]] = []
    before: _Before | None = None
    for words, own in zip(sentences, attributions, strict=True):
        found: list[Carried] = []
        covered = [span_of(words.doc, run) for a in own for run in a.contents if run]
        announced = _announced(text, before, words) if before else None
        for quotation in quotations.within(words.sentence.span):
            part = _shared(quotation, words.sentence.span)
            if any(part.overlap(span) for span in covered):
                continue
            owner = owners.get(quotation.start) or announced or _resumed(text, quotation, own, words)
            owner = owner or (_continued(text, quotation, before, words) if before else None)
            if owner:
                owners[quotation.start] = owner
                found.append(Carried(owner, part))
        in_full = before and announced and (announced.contents or before.ends_in_colon or before.carried)
        if announced and in_full and not own and not found:
            found.append(Carried(announced, words.sentence.span))
        result.append(found)
        speaker = _last_speaker(own) or (found[-1].attribution if found else None)
        before = _Before(words, speaker, next((a for a in own if a.awaits), None), found)
    return result


def _last_speaker(own: list[Attribution]) -> Attribution | None:
    """Who has the word at the end of a sentence: the last who is quoted, else the last who says something."""
    spoke = [a for a in own if a.source and a.kind == "speech"]
    quoted = [a for a in spoke if a.style == "parenthetical"]
    return next(iter((quoted or spoke)[-1:]), None)


def _owners(
    sentences: Sequence[Words], attributions: Sequence[list[Attribution]], quotations: Quotations
) -> dict[int, Attribution]:
    """By the start of a quotation, the attribution that reports it from outside."""
    owners: dict[int, Attribution] = {}
    for words, own in zip(sentences, attributions, strict=True):
        for attribution in own:
            if attribution.quoted is not None:
                owners.setdefault(attribution.quoted, attribution)
            for run in filter(None, attribution.contents):
                for quotation in quotations.within(span_of(words.doc, run)):
                    owners.setdefault(quotation.start, attribution)
    chained = [(first, second) for first, second in pairwise(quotations) if second.continues]
    for first, second in chained:
        if first.start in owners:
            owners.setdefault(second.start, owners[first.start])
    for first, second in reversed(chained):
        if second.start in owners:
            owners.setdefault(first.start, owners[second.start])
    return owners


def _shared(quotation: Quotation, sentence: Span) -> Span:
    return Span(max(quotation.start, sentence.start), min(quotation.end, sentence.end))


def _resumed(text: str, quotation: Quotation, own: list[Attribution], words: Words) -> Attribution | None:
    """The attribution of this sentence that a second quotation goes on with: "“…,” he said, smiling, “…”"."""
    if len(quotation.span) < _SHORTEST_RESUMPTION or not text[
        words.sentence.start : quotation.start
    ].rstrip().endswith(","):
        return None
    for attribution in reversed(own):
        cue = attribution.cue
        if cue and attribution.style == "parenthetical" and words.doc[cue.end - 1].idx < quotation.start:
            return attribution
    return None


def _continued(text: str, quotation: Quotation, before: _Before, words: Words) -> Attribution | None:
    """The speaker of a quotation that begins its sentence and has none of its own."""
    if before.speaker is None or quotation.start != words.sentence.start:
        return None
    if "\n" not in text[before.words.sentence.end : words.sentence.start]:
        return before.speaker
    alone = quotation.end >= words.sentence.end or not quotation.whole
    return before.speaker if alone and len(quotation.span) >= _SHORTEST_PARAGRAPH else None


def _announced(text: str, before: _Before, words: Words) -> Attribution | None:
    """The attribution whose words were announced by the sentence before, and those that go on from it."""
    new_paragraph = "\n" in text[before.words.sentence.end : words.sentence.start]
    if before.awaited and not (new_paragraph and before.awaited.contents):
        return before.awaited
    if new_paragraph:
        return None
    return next((part.attribution for part in before.carried if part.attribution.awaits), None)
