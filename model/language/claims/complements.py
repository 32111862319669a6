"""Complements: what stands behind a cue, and whether it is something reported.

What the verb allows is tried in order: a quotation or a clause, an infinitive, a prepositional phrase, an
object.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.language.claims.boundaries import (
    DASHES,
    OPENERS,
    REACH,
    SUBORDINATORS,
    is_infinitive,
    starts_object,
)
from model.language.claims.cues import VerbCue
from model.language.claims.lexicon import Kind
from model.language.claims.phrases import begins_time, is_finite, phrase_after
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import (
    CLAUSE,
    OBJECT,
    OPEN_CLAUSE,
    RELATIVE_PRONOUNS,
    SUBJECT,
    Run,
    Words,
    children,
    is_tagged,
    trimmed,
    word_set,
)
from model.language.tokens import Token, Tokens

_LATER = word_set("after while when because although during amid")
_ADVERBIAL = word_set("in on at during since amid throughout before after until within")


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue reports. `cue` has the preposition that belongs to it; `recipient` is who is told."""

    contents: tuple[Run, ...]
    kind: Kind
    cue: Run
    recipient: Run | None = None
    parenthetical: bool = False
    awaits: bool = False


def complement(
    cue: VerbCue, words: Words, high: int, quotations: Quotations, *, by_document: bool = False
) -> Complement | None:
    """What stands behind the cue and before token `high`; None if the verb reports nothing here.

    `by_document` says that the source is a poll, a report or the like, which can "show a lead".
    """
    doc, entry = words.doc, cue.entry
    start = cue.run.end
    told = recipient(cue, words) if "recipient" in entry.frames else None
    after = told.end if told else start
    clause_kind = entry.frames.get("clause") or entry.frames.get("recipient")
    infinitive = is_infinitive(doc, start, high)
    if clause_kind and not (infinitive and "infinitive" in entry.frames):
        begin = _clause_start(cue, words, start if told is None else after, high, quotations)
        if begin is not None:
            return _made(doc, Run(begin, high), clause_kind, cue, told)
    elif "quotation" in entry.frames:
        begin = _quotation_start(doc, start, high, quotations)
        if begin is not None:
            return _made(doc, Run(begin, high), entry.frames["quotation"], cue, None)
    if told and is_infinitive(doc, after, high):
        kind = entry.frames["recipient"]
        begin = start if kind != "speech" else after
        return _made(doc, Run(begin, high), kind, cue, told if kind == "speech" else None)
    if infinitive and "infinitive" in entry.frames:
        return _made(doc, Run(start, high), entry.frames["infinitive"], cue, None)
    found = _prepositional(cue, words, high, quotations)
    if found:
        return found
    start = _after_day(doc, start, high)
    if "object" in entry.frames and start < high and starts_object(doc[start]):
        if entry.frames["object"] == "evidence" and not by_document:
            return None
        end = _parsed_object_end(cue, words, _object_end(cue, words, high, quotations))
        return _made(doc, Run(start, end), entry.frames["object"], cue, told)
    return None


def _after_day(doc: Tokens, start: int, high: int) -> int:
    """`start`, or the token behind a day that stands between verb and object: "announced on Friday the …"."""
    if start + 2 < high and doc[start].lower_ == "on" and begins_time(doc, start + 1, high):
        return start + 2
    return start


def _made(doc: Tokens, run: Run, kind: Kind, cue: VerbCue, told: Run | None) -> Complement | None:
    content = trimmed(doc, run)
    return Complement((content,), kind, cue.run, told) if content else None


def recipient(cue: VerbCue, words: Words) -> Run | None:
    """Who is told, right behind the verb."""
    found = phrase_after(words.doc, cue.run.end, words.body.end, relatives=False)
    if not found or words.doc[found.start].lower_ in ("that", "what"):
        return None
    return found


def _clause_start(cue: VerbCue, words: Words, start: int, high: int, quotations: Quotations) -> int | None:
    """Where a reported clause or quotation begins behind the cue."""
    doc = words.doc
    if start >= high:
        return None
    first = doc[start]
    if first.lower_ in OPENERS:
        return start
    adverbial = begins_time(doc, start, high) or not starts_object(first)
    for i in range(start, min(high, start + REACH)):
        token = doc[i]
        if is_finite(token):
            break
        if token.lower_ == "that" and i + 1 < high and (adverbial or "recipient" in cue.entry.frames):
            return i
        quotation = quotations.at(token.idx)
        if quotation and quotation.start == token.idx:
            if i == start or doc[i - 1].text in (",", ":"):
                return i
            break
        if token.text == ":" and i + 1 < high:
            return i + 1
    return _bare_clause(cue, words, start, high)


def _quotation_start(doc: Tokens, start: int, high: int, quotations: Quotations) -> int | None:
    """Where a quotation begins that follows at once, behind a comma or a colon."""
    i = start + 1 if start < high and doc[start].text in (",", ":") else start
    if i < high:
        quotation = quotations.at(doc[i].idx)
        if quotation and quotation.start == doc[i].idx:
            return i
    return None


def _bare_clause(cue: VerbCue, words: Words, start: int, high: int) -> int | None:
    """A clause without "that": by the parse, and by a finite verb with a subject before it."""
    doc = words.doc
    parsed = [c for c in children(cue.verb, CLAUSE) if cue.run.end <= c.i < high and _has_subject(c)]
    gap = range(start + 1, parsed[0].left_edge.i) if parsed else range(0)
    broken = cue.entry.lemma != "say" and any(doc[i].text == "," for i in gap)
    if parsed and not broken and parsed[0].left_edge.i >= cue.run.end and _starts_clause(doc[start]):
        return max(start, min(parsed[0].left_edge.i, high - 1)) if doc[start].text == "," else start
    if doc[start].text in (",", ";", ")") or doc[start].lower_ in SUBORDINATORS:
        return None
    if not _starts_clause(doc[start]):
        # "which he said were lost": the subject of the clause stands before the cue.
        gapped = cue.entry.kind in ("speech", "belief") and is_finite(doc[start]) and high - start > 1
        return start if gapped else None
    if cue.entry.lemma == "say" and high - start > 3:
        return start
    if cue.entry.kind not in ("speech", "belief", "evidence"):
        return None
    tenses = (
        ("VBD", "VBZ", "VBP", "MD") if "object" in cue.entry.frames else ("VBD", "VBZ", "VBP", "VBN", "MD")
    )
    for i in range(start + 1, min(high, start + REACH)):
        if doc[i].lower_ in RELATIVE_PRONOUNS or doc[i].text == ",":
            break
        if doc[i].tag_ in tenses or not is_tagged(doc[i]):
            return start
    return None


def _starts_clause(token: Token) -> bool:
    return not token.tag_.startswith("VB") and not token.lower_.endswith(("self", "selves"))


def _has_subject(clause: Token) -> bool:
    return bool(children(clause, SUBJECT)) or not is_tagged(clause)


def _prepositional(cue: VerbCue, words: Words, high: int, quotations: Quotations) -> Complement | None:
    """A prepositional phrase the verb reports with; an object may stand between ("accuse X of")."""
    doc, start = words.doc, cue.run.end
    for i in range(start, min(high, start + 2)):
        kind = cue.entry.prepositions.get(doc[i].lower_)
        if kind and i + 1 < high:
            content = trimmed(doc, Run(i + 1, _object_end(cue, words, high, quotations)))
            return Complement((content,), kind, Run(cue.run.start, i + 1)) if content else None
        if doc[i].tag_ not in ("RB", "RP"):
            break
    return None


def _parsed_object_end(cue: VerbCue, words: Words, high: int) -> int:
    """`high`, or where a parsed object ends before an adverbial of place or time."""
    doc = words.doc
    objects = [
        child for child in children(cue.verb, OBJECT | OPEN_CLAUSE | CLAUSE) if cue.run.end <= child.i < high
    ]
    if not objects:
        return high
    end = max(child.right_edge.i + 1 for child in objects)
    adverbial = end < high and (doc[end].lower_ in _ADVERBIAL or begins_time(doc, end, high))
    return end if adverbial else high


def _object_end(cue: VerbCue, words: Words, high: int, quotations: Quotations) -> int:
    """Where an object with its modifiers ends: before a later clause of time or reason, or a new main
    clause."""
    doc = words.doc
    for i in range(cue.run.end + 1, high):
        token = doc[i]
        quotation = quotations.at(token.idx)
        if quotation and quotation.whole and quotation.start < token.idx:
            continue
        if token.text == "," and i + 1 < high and _new_clause(doc, i + 1, high):
            return i
        if token.lower_ in _LATER and token.tag_ in (
            "IN",
            "WRB",
            "",
        ):
            return i
        if token.text in (";", ":") or token.text in DASHES - {"-"}:
            return i
        if token.lower_ == "on" and i + 1 < high and begins_time(doc, i + 1, high):
            return i
        if token.lower_ == "as" and token.tag_ == "IN" and _clause_follows(doc, i + 1, high):
            return i
    return high


def _clause_follows(doc: Tokens, i: int, high: int) -> bool:
    """Whether a subject with a finite verb comes next."""
    phrase = phrase_after(doc, i, high, relatives=False)
    return bool(phrase) and phrase.end < high and is_finite(doc[phrase.end])


def _new_clause(doc: Tokens, i: int, high: int) -> bool:
    follower = doc[i]
    if follower.lower_ in SUBORDINATORS | {"but", "so", "which", "who"} or follower.tag_ == "VBG":
        return True
    if follower.lower_ in ("and", "or"):
        return any(is_finite(doc[k]) for k in range(i, min(high, i + 8)))
    return False
