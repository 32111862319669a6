"""Limits: the first token behind a cue that cannot belong to what it reports."""

from __future__ import annotations

from model.language.claims.boundaries import DASHES, LONGEST_SCAN, SUBORDINATORS
from model.language.claims.cues import VerbCue
from model.language.claims.phrases import is_finite, phrase_after
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import (
    ADVERBIAL_CLAUSE,
    QUOTES,
    RELATIVE,
    SUBJECT,
    Words,
    children,
    is_nominal,
    is_verb,
)
from model.language.tokens import Token, Tokens

_BEFORE_NOUN = frozenset({"DT", "JJ", "POS", "PRP$", "HYPH", "VBN"})

#: Longest content behind a cue, in tokens.
_LONGEST_CONTENT = 400


def limit(cue: VerbCue, words: Words, later: list[VerbCue], high: int, quotations: Quotations) -> int:
    """The first token behind the cue that cannot belong to what it reports; at most `high`."""
    doc, end = words.doc, min(high, cue.run.end + _LONGEST_CONTENT)
    for other in later:
        cut = _next_report(other, cue, words)
        if cut is not None:
            end = min(end, cut)
            break
        start = other.run.start
        if start - 1 > cue.run.end and doc[start - 1].tag_ == "CC" and _coordinated(other, cue, doc):
            end = min(end, start - 1)
    if cue.verb.dep_ in RELATIVE | ADVERBIAL_CLAUSE | SUBJECT:
        edge = max(cue.verb.right_edge.i + 1, cue.run.end)
        if edge < end and edge > cue.run.end + 1 and doc[edge].text in (",", ")", "—", "–", "―"):
            end = edge
    end = _adjunct(cue, words, _leading_clause(cue, words, _concession(doc, cue, end, quotations)))
    return _closing_bracket(doc, cue.run.end, end, words.run.start)


def _concession(doc: Tokens, cue: VerbCue, end: int, quotations: Quotations) -> int:
    """`end`, or the comma before a clause in the author's own words: ", although …", ", and <clause>" by the
    parse."""
    for i in range(cue.run.end + 2, min(end, cue.run.end + LONGEST_SCAN)):
        if doc[i - 1].text not in (",", ";"):
            continue
        quotation = quotations.at(doc[i - 1].idx)
        if (quotation and quotation.whole) or (i + 1 < end and doc[i + 1].text in QUOTES):
            continue
        if doc[i - 1].text == ";":
            return i - 1
        if doc[i].lower_ in ("although", "though", "whereas"):
            return i - 1
        if doc[i].lower_ in ("and", "but", "yet") and _belongs_to(doc[i].head, cue.verb):
            return i - 1
    return end


def _leading_clause(cue: VerbCue, words: Words, end: int) -> int:
    """`end`, or the comma before the main clause where the cue stands in a clause that opens the sentence:
    "While he admits …, the minister …", "Saying …, the minister …"."""
    doc, first = words.doc, words.run.start
    if doc[first].tag_ == "CC" and first + 1 < cue.run.start:
        first += 1
    opens = cue.is_participle and cue.run.start <= first + 1
    subordinate = doc[first].lower_ in SUBORDINATORS or doc[first].lower_ in ("if", "with")
    if not opens and not (
        subordinate
        and cue.run.start - first < LONGEST_SCAN
        and all(doc[i].text != "," for i in range(first, cue.run.start))
    ):
        return end
    for i in range(cue.run.end + 1, min(end - 1, cue.run.end + LONGEST_SCAN)):
        if doc[i].text == ",":
            subject = phrase_after(doc, i + 1, end, relatives=False)
            k = subject.end
            while subject and k < end and doc[k].tag_ == "RB":
                k += 1
            if subject and k < end and is_finite(doc[k]):
                return i
    return end


def _adjunct(cue: VerbCue, words: Words, end: int) -> int:
    """`end`, or the comma before a participle of the author's own: "He said …, drawing laughter"."""
    doc = words.doc
    for i in range(cue.run.end + 2, min(end - 1, cue.run.end + LONGEST_SCAN)):
        if doc[i - 1].text == "," and doc[i].tag_ == "VBG" and doc[i].head.i == cue.verb.i:
            return i - 1
    return end


def _belongs_to(verb: Token, cue: Token) -> bool:
    """Whether the parse joins a clause with a subject of its own to the cue, not to what it reports."""
    return verb.dep_ == "conj" and verb.head.i == cue.i and bool(children(verb, SUBJECT))


def _next_report(other: VerbCue, cue: VerbCue, words: Words) -> int | None:
    """Where a later cue begins a report of its own: ", but he said", ", adding"."""
    doc, at = words.doc, other.run.start
    if (
        other.is_participle
        and doc[at - 1].text == ","
        and at - 1 > cue.run.end
        and other.entry.kind == "speech"
    ):
        return at - 1
    for i in range(at - 1, max(cue.run.end + 1, at - 6), -1):
        if doc[i].tag_ == "CC" and doc[i - 1].text == ",":
            return (
                i - 1
                if all(is_nominal(doc[k]) or doc[k].tag_ in _BEFORE_NOUN for k in range(i + 1, at))
                else None
            )
        if doc[i].text == ",":
            return None
    return None


def _coordinated(second: VerbCue, first: VerbCue, doc: Tokens) -> bool:
    """Whether a verb behind "and" has the subject of the first cue, and is no part of what that reports."""
    head = second.verb
    for _ in range(6):
        if head.dep_ != "conj":
            break
        head = head.head
        if head.i == first.verb.i:
            return not children(second.verb, SUBJECT)
    ahead = second.run.end < len(doc) and doc[second.run.end].lower_ == "that"
    if ahead and second.entry.kind == first.entry.kind == "speech" and is_finite(second.verb):
        return True
    bare = second.run.start == second.verb.i
    past = bare and "past" in second.reading.forms and first.verb.tag_ == "VBD"
    if not past and not (second.verb.tag_ == first.verb.tag_ == "VBZ"):
        return False
    # "said it would open and pledged …": what is not of one tense with the nearest verb is not joined to it.
    before = (doc[i] for i in range(second.run.start - 2, first.run.end, -1))
    nearest = next((token for token in before if is_verb(token) or token.tag_ == "MD"), None)
    return nearest is not None and nearest.tag_ in ("VB", "VBG", "MD")


def _closing_bracket(doc: Tokens, start: int, end: int, low: int) -> int:
    """`end`, or where a bracket or a pair of dashes that holds the cue closes."""
    depth = 0
    for i in range(start, end):
        if doc[i].text in ("(", "["):
            depth += 1
        elif doc[i].text in (")", "]"):
            depth -= 1
            if depth < 0:
                return i
    opened = [i for i in range(max(low, start - LONGEST_SCAN), start) if doc[i].text in DASHES - {"-"}]
    if len(opened) % 2:
        return next((i for i in range(start, end) if doc[i].text in DASHES - {"-"}), end)
    return end
