"""Speech that goes on: which attribution a quotation has whose speaker is named in another sentence.

A quotation over several sentences or paragraphs has one speaker. So has one that begins right behind a quotation
with its speaker ("“…,” he said. “…”"), one that a colon announced, and a paragraph that is nothing but a quotation
after a paragraph in which somebody spoke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.claims.attribution import Attribution
from model.language.claims.quotes import Quotation, Quotations
from model.language.claims.syntax import Words, span_of
from model.records import Span

#: Shorter quotations, in code points, are names and scare quotes, not speech that goes on.
_SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Carried:
    """Part of what an attribution of another sentence reports, standing in this one."""

    attribution: Attribution
    content: Span


def carry(
    text: str, sentences: Sequence[Words], attributions: Sequence[list[Attribution]], quotations: Quotations
) -> list[list[Carried]]:
    """For each sentence what it holds of the reports of others; sequences run in parallel."""
    owners = _owners(sentences, attributions, quotations)
    carried: list[list[Carried]] = []
    last: Attribution | None = None
    previous: Words | None = None
    for n, (words, own) in enumerate(zip(sentences, attributions, strict=True)):
        found: list[Carried] = []
        covered = [span_of(words.doc, run) for a in own for run in a.contents if run]
        announced = _announced(
            text, previous, attributions[n - 1] if n else [], carried[-1] if carried else [], words
        )
        for quotation in quotations.within(words.sentence.span):
            part = _shared(quotation, words.sentence.span)
            if any(part.overlap(span) for span in covered):
                continue
            owner = (
                owners.get(quotation.start) or announced or _speaker(text, quotation, words, previous, last)
            )
            if owner is not None and len(part) >= (1 if quotation.start in owners else _SHORTEST):
                owners[quotation.start] = owner
                found.append(Carried(owner, part))
        if announced and not own and not found and (announced.contents or _ends_in_colon(previous)):
            found.append(Carried(announced, words.sentence.span))
        carried.append(found)
        last = _last_speaker(own) or (found[-1].attribution if found else None)
        previous = words
    return carried


def _ends_in_colon(words: Words | None) -> bool:
    return words is not None and words.doc[words.run.end - 1].text == ":"


def _last_speaker(own: list[Attribution]) -> Attribution | None:
    """Who has the word at the end of a sentence: the last who is quoted, else the last who says something."""
    spoke = [a for a in own if a.source and a.kind == "speech"]
    quoted = [a for a in spoke if a.style == "parenthetical"]
    return (quoted or spoke or [None])[-1]


def _owners(
    sentences: Sequence[Words], attributions: Sequence[list[Attribution]], quotations: Quotations
) -> dict[int, Attribution]:
    """By the start of a quotation, the attribution that reports it from outside."""
    owners: dict[int, Attribution] = {}
    for words, own in zip(sentences, attributions, strict=True):
        for attribution in own:
            for run in attribution.contents:
                if not run:
                    continue
                for quotation in quotations.within(span_of(words.doc, run)):
                    owners.setdefault(quotation.start, attribution)
    before: Quotation | None = None
    for quotation in quotations:
        if quotation.continues and before and before.start in owners:
            owners.setdefault(quotation.start, owners[before.start])
        before = quotation
    for quotation in reversed(list(quotations)):
        if before and before.continues and before.start in owners and before is not quotation:
            owners.setdefault(quotation.start, owners[before.start])
        before = quotation
    return owners


def _shared(quotation: Quotation, sentence: Span) -> Span:
    return Span(max(quotation.start, sentence.start), min(quotation.end, sentence.end))


def _speaker(
    text: str, quotation: Quotation, words: Words, previous: Words | None, last: Attribution | None
) -> Attribution | None:
    """The speaker of a quotation that begins its sentence and has none of its own."""
    if previous is None or last is None or quotation.start != words.sentence.start:
        return None
    between = text[previous.sentence.end : words.sentence.start]
    if "\n" not in between:
        return last
    if quotation.end < words.sentence.end and quotation.whole:
        return None
    return last if len(quotation.span) >= 2 * _SHORTEST else None


def _announced(
    text: str, previous: Words | None, before: list[Attribution], carried: list[Carried], words: Words
) -> Attribution | None:
    """The attribution whose words a colon announced, for the paragraph behind it."""
    if previous is None:
        return None
    new_paragraph = "\n" in text[previous.sentence.end : words.sentence.start]
    waiting = next((a for a in before if a.awaits), None)
    if waiting and not (new_paragraph and waiting.contents):
        return waiting
    if new_paragraph:
        return None
    return next((c.attribution for c in carried if c.attribution.awaits), None)
