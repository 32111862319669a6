"""Cues set in commas: "…, he said, …", "…,” said the minister", "…, as police have said".

Such a cue stands in the middle or at the end of what it reports; it is told from one that comes first by the
words on either side of it.
"""

from __future__ import annotations

from model.language.claims.boundaries import (
    DASHES,
    OPENERS,
    REACH,
    SUBORDINATORS,
    has_verb,
    is_infinitive,
    starts_object,
)
from model.language.claims.complements import Complement, recipient
from model.language.claims.cues import VerbCue
from model.language.claims.phrases import begins_time, is_finite
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import QUOTES, SUBJECT, Run, Words, is_verb, span_of, trimmed, word_set
from model.language.tokens import Tokens

_NOT_RESUMING = word_set(
    """
    as while after when who which according speaking though although whereas amid despite
    """
)


def parenthetical(
    cue: VerbCue, source: Run | None, words: Words, floor: int, quotations: Quotations
) -> Complement | None:
    """What stands before (and behind) a cue that interrupts or follows it; None if it does not.

    `floor` is the first token that no earlier cue has claimed.
    """
    kind = (
        cue.entry.frames.get("clause")
        or cue.entry.frames.get("recipient")
        or cue.entry.frames.get("quotation")
    )
    if kind is None:
        return None
    doc, body = words.doc, words.body
    block = Run(min(cue.run.start, source.start), max(cue.run.end, source.end)) if source else cue.run
    if block.start > floor and doc[block.start - 1].lower_ == "as":
        block = Run(block.start - 1, block.end)
    if block.start <= floor or not _closes_speech(doc, block.start - 1):
        return None
    quoted = quotations.at(doc[block.start - 1].idx) is not None
    stop = _end_of_block(cue, block, words, quoted=quoted)
    if stop is None:
        return None
    before = trimmed(doc, Run(_after_colon(doc, floor, block.start, quotations), block.start))
    rest = Run(min(stop + 1, body.end), body.end)
    resumed = trimmed(doc, rest) if rest and _resumes(doc, rest, waited=not has_verb(doc, before)) else None
    if not before or not (resumed or _is_speech(doc, before, quotations) or words.sentence.block == "title"):
        return None
    if resumed and quotations.at(doc[resumed.start].idx) and not quotations.within(span_of(doc, before)):
        return None  # "When asked, he said, “…”": only what follows is reported
    contents = [before, *([_without_concession(doc, resumed)] if resumed else [])]
    told = recipient(cue, words) if "recipient" in cue.entry.frames else None
    return Complement(tuple(filter(None, contents)), kind, cue.run, told, parenthetical=True)


def _after_colon(doc: Tokens, floor: int, end: int, quotations: Quotations) -> int:
    """`floor`, or the quotation that ends before `end` where a colon announces it: "a note: “…,” he said"."""
    quotation = quotations.at(doc[end - 1].idx)
    if quotation is None or not quotation.whole:
        return floor
    opening = next((i for i in range(end - 1, floor, -1) if doc[i].idx <= quotation.start), floor)
    return opening if opening > floor and doc[opening - 1].text == ":" else floor


def _without_concession(doc: Tokens, run: Run) -> Run:
    """`run`, or what stands before a clause in the author's own words: ", although …"."""
    for i in range(run.start + 1, run.end):
        if doc[i].lower_ in ("although", "though", "whereas") and doc[i - 1].text == ",":
            return Run(run.start, i - 1)
    return run


def _closes_speech(doc: Tokens, i: int) -> bool:
    text = doc[i].text
    return text == "," or text in QUOTES or text in DASHES or text in ("?", "!")


def _is_speech(doc: Tokens, run: Run, quotations: Quotations) -> bool:
    first, last = doc[run.start], doc[run.end - 1]
    if quotations.at(last.idx):
        return True
    if first.lower_ in SUBORDINATORS and not any(doc[i].text == "," for i in range(run.start, run.end)):
        return False
    return any(is_verb(doc[i]) for i in range(run.start, run.end)) or has_verb(doc, run)


def _end_of_block(cue: VerbCue, block: Run, words: Words, *, quoted: bool) -> int | None:
    """The token that closes a parenthetical cue, or the end of the sentence; None if a complement follows
    instead."""
    doc, end = words.doc, words.body.end
    i = block.end
    while i < end and doc[i].tag_ == "RB" and doc[i].lower_ not in OPENERS:
        i += 1
    if i < end and (doc[i].lower_ in OPENERS or doc[i].lower_ in cue.entry.prepositions):
        return None
    if i < end and not quoted and not _may_follow(cue, doc, i, end):
        return None
    if i < end and doc[i].text in QUOTES and doc[i].text != "'":
        return i - 1
    while i < end:
        token = doc[i]
        if token.text in (",", ";") or token.text in DASHES:
            return i
        if (
            token.text == ":"
            or is_finite(token)
            or (not quoted and token.text in QUOTES and token.text not in "'’")
        ):
            return _subordinate(doc, block.end, i, end)
        if i - block.end > REACH:
            return None
        i += 1
    return end


def _may_follow(cue: VerbCue, doc: Tokens, i: int, end: int) -> bool:
    """Whether a word behind a cue can still be part of it, and does not begin what it reports."""
    if cue.entry.kind not in ("speech", "directive"):
        return doc[i].text in (",", ";") or doc[i].text in DASHES
    if is_infinitive(doc, i, end):
        return False
    return (
        "recipient" in cue.entry.frames
        or begins_time(doc, i, end)
        or not starts_object(doc[i])
        or doc[i].text in QUOTES
    )


def _subordinate(doc: Tokens, start: int, finite: int, end: int) -> int | None:
    """A finite verb is no complement of the cue where "as", "after" … stands between ("he said as he
    left")."""
    for i in range(start, finite):
        if doc[i].lower_ in SUBORDINATORS or doc[i].lower_ in ("who", "which"):
            return next((k for k in range(finite, end) if doc[k].text == ","), end)
    return None


def _resumes(doc: Tokens, rest: Run, *, waited: bool) -> bool:
    """Whether what is reported goes on behind a cue set off by commas.

    `waited` says that there is no verb yet before the cue: "The bridge, he said, …".
    """
    first = doc[rest.start]
    if first.lower_ in ("and", "but", "or"):
        return any(doc[i].text in QUOTES for i in range(rest.start, min(rest.end, rest.start + 3)))
    if waited and (is_verb(first) or is_finite(first)):
        return True
    if (first.tag_ in ("VBG", "VBN") and first.dep_ not in SUBJECT) or first.lower_ in _NOT_RESUMING:
        return False
    return first.text in QUOTES or has_verb(doc, rest)
