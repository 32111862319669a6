"""Contents: what a cue reports, and whether it reports anything.

A cue in the middle or at the end of what it reports ("…, he said, …") is told from one before it by the words on
either side. After a cue, the complements its verb allows are tried in order: quotation, clause, infinitive,
prepositional phrase, object.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from model.language.claims.cues import VerbCue
from model.language.claims.lexicon import Kind
from model.language.claims.phrases import begins_time, is_finite, phrase_after
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    FINAL_STOPS,
    OBJECT,
    OPEN_CLAUSE,
    QUOTES,
    RELATIVE,
    RELATIVE_PRONOUNS,
    SUBJECT,
    Run,
    Words,
    children,
    is_nominal,
    is_tagged,
    is_verb,
    span_of,
    trimmed,
)

# Where what is reported may begin.
_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_WH = _OPENERS - {"that"}
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_SUBORDINATORS = frozenset(
    "after while when as although though because since until before once whereas amid despite".split()
)
_ADVERBIAL = frozenset("in on at during since amid throughout before after until within".split())
_NOT_RESUMING = frozenset(
    "as while after when who which according speaking though although whereas amid despite".split()
)
_LONGEST_SCAN = 120
#: How far behind a cue its clause or quotation may begin, in tokens: "said on Monday in an interview with … that".
_REACH = 30


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue reports. `cue` has the preposition that belongs to it; `recipient` is who is told."""

    contents: tuple[Run, ...]
    kind: Kind
    cue: Run
    recipient: Run | None = None
    parenthetical: bool = False
    awaits: bool = False


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
    before = trimmed(doc, Run(floor, block.start))
    rest = Run(min(stop + 1, body.end), body.end)
    resumed = trimmed(doc, rest) if rest and _resumes(doc, rest, waited=not _has_verb(doc, before)) else None
    if not before or not (resumed or _is_speech(doc, before, quotations) or words.sentence.block == "title"):
        return None
    if resumed and quotations.at(doc[resumed.start].idx) and not quotations.within(span_of(doc, before)):
        return None  # "When asked, he said, “…”": only what follows is reported
    contents = [before, *([resumed] if resumed else [])]
    told = _recipient(cue, words) if "recipient" in cue.entry.frames else None
    return Complement(tuple(filter(None, contents)), kind, cue.run, told, parenthetical=True)


def _closes_speech(doc: Doc, i: int) -> bool:
    text = doc[i].text
    return text == "," or text in QUOTES or text in _DASHES or text in ("?", "!")


def _has_verb(doc: Doc, run: Run) -> bool:
    return any(is_finite(doc[i]) for i in range(run.start, run.end))


def _is_speech(doc: Doc, run: Run, quotations: Quotations) -> bool:
    first, last = doc[run.start], doc[run.end - 1]
    if quotations.at(last.idx):
        return True
    if first.lower_ in _SUBORDINATORS and not any(doc[i].text == "," for i in range(run.start, run.end)):
        return False
    return _has_verb(doc, run)


def _end_of_block(cue: VerbCue, block: Run, words: Words, *, quoted: bool) -> int | None:
    """The token that closes a parenthetical cue, or the end of the sentence; None if a complement follows instead."""
    doc, end = words.doc, words.body.end
    i = block.end
    while i < end and doc[i].tag_ == "RB" and doc[i].lower_ not in _OPENERS:
        i += 1
    if i < end and (doc[i].lower_ in _OPENERS or doc[i].lower_ in cue.entry.prepositions):
        return None
    if i < end and not _may_follow(cue, doc, i, end):
        return None
    if i < end and doc[i].text in QUOTES and doc[i].text != "'":
        return i - 1
    while i < end:
        token = doc[i]
        if token.text in (",", ";") or token.text in _DASHES:
            return i
        if (
            token.text == ":"
            or is_finite(token)
            or (not quoted and token.text in QUOTES and token.text not in "'’")
        ):
            return _subordinate(doc, block.end, i, end)
        if i - block.end > _REACH:
            return None
        i += 1
    return end


def _may_follow(cue: VerbCue, doc: Doc, i: int, end: int) -> bool:
    """Whether a word behind a cue can still be part of it, and does not begin what it reports."""
    if cue.entry.kind not in ("speech", "directive"):
        return doc[i].text in (",", ";") or doc[i].text in _DASHES
    if _is_infinitive(doc, i, end):
        return False
    return (
        "recipient" in cue.entry.frames
        or begins_time(doc, i, end)
        or not _starts_object(doc[i])
        or doc[i].text in QUOTES
    )


def _subordinate(doc: Doc, start: int, finite: int, end: int) -> int | None:
    """A finite verb is no complement of the cue where "as", "after" … stands between ("he said as he left")."""
    for i in range(start, finite):
        if doc[i].lower_ in _SUBORDINATORS or doc[i].lower_ in ("who", "which"):
            return next((k for k in range(finite, end) if doc[k].text == ","), end)
    return None


def _resumes(doc: Doc, rest: Run, *, waited: bool) -> bool:
    """Whether what is reported goes on behind a cue set off by commas.

    `waited` says that there is no verb yet before the cue: "The museum, he said, …".
    """
    first = doc[rest.start]
    if first.lower_ in ("and", "but", "or"):
        return any(doc[i].text in QUOTES for i in range(rest.start, min(rest.end, rest.start + 3)))
    if waited and is_verb(first):
        return True
    if (first.tag_ in ("VBG", "VBN") and first.dep_ not in SUBJECT) or first.lower_ in _NOT_RESUMING:
        return False
    return first.text in QUOTES or _has_verb(doc, rest)


def complement(
    cue: VerbCue, words: Words, high: int, quotations: Quotations, *, by_document: bool = False
) -> Complement | None:
    """What stands behind the cue and before token `high`; None if the verb reports nothing here.

    `by_document` says that the source is a poll, a report or the like, which can "show a lead".
    """
    doc, entry = words.doc, cue.entry
    start = cue.run.end
    told = _recipient(cue, words) if "recipient" in entry.frames else None
    after = told.end if told else start
    clause_kind = entry.frames.get("clause") or entry.frames.get("recipient")
    if clause_kind:
        begin = _clause_start(cue, words, start if told is None else after, high, quotations)
        if begin is not None:
            return _made(doc, Run(begin, high), clause_kind, cue, told)
    elif "quotation" in entry.frames:
        begin = _quotation_start(doc, start, high, quotations)
        if begin is not None:
            return _made(doc, Run(begin, high), entry.frames["quotation"], cue, None)
    if told and _is_infinitive(doc, after, high):
        kind = entry.frames["recipient"]
        begin = start if kind != "speech" else after
        return _made(doc, Run(begin, high), kind, cue, told if kind == "speech" else None)
    if "infinitive" in entry.frames and _is_infinitive(doc, start, high):
        return _made(doc, Run(start, high), entry.frames["infinitive"], cue, None)
    found = _prepositional(cue, words, high)
    if found:
        return found
    if "object" in entry.frames and start < high and _starts_object(doc[start]):
        if entry.frames["object"] == "evidence" and not by_document:
            return None
        end = _parsed_object_end(cue, words, _object_end(cue, words, high))
        return _made(doc, Run(start, end), entry.frames["object"], cue, told)
    return None


def _made(doc: Doc, run: Run, kind: Kind, cue: VerbCue, told: Run | None) -> Complement | None:
    content = trimmed(doc, run)
    return Complement((content,), kind, cue.run, told) if content else None


def _recipient(cue: VerbCue, words: Words) -> Run | None:
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
    if first.lower_ in _OPENERS:
        return start
    adverbial = begins_time(doc, start, high) or not _starts_object(first)
    for i in range(start, min(high, start + _REACH)):
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


def _quotation_start(doc: Doc, start: int, high: int, quotations: Quotations) -> int | None:
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
    if (
        doc[start].text in (",", ";", ")")
        or doc[start].lower_ in _SUBORDINATORS
        or not _starts_clause(doc[start])
    ):
        return None
    if cue.entry.lemma == "say" and high - start > 3:
        return start
    if cue.entry.kind not in ("speech", "belief", "evidence"):
        return None
    tenses = (
        ("VBD", "VBZ", "VBP", "MD") if "object" in cue.entry.frames else ("VBD", "VBZ", "VBP", "VBN", "MD")
    )
    for i in range(start + 1, min(high, start + _REACH)):
        if doc[i].lower_ in RELATIVE_PRONOUNS or doc[i].text == ",":
            break
        if doc[i].tag_ in tenses or not is_tagged(doc[i]):
            return start
    return None


def _starts_clause(token: Token) -> bool:
    return not token.tag_.startswith("VB") and not token.lower_.endswith(("self", "selves"))


def _has_subject(clause: Token) -> bool:
    return bool(children(clause, SUBJECT)) or not is_tagged(clause)


def _is_infinitive(doc: Doc, i: int, high: int) -> bool:
    while i < high and doc[i].tag_ == "RB":
        i += 1
    if not (i + 1 < high and doc[i].lower_ == "to"):
        return False
    follower = doc[i + 1]
    return follower.tag_ in ("VB", "RB", "") or follower.pos_ in ("VERB", "AUX")


def _prepositional(cue: VerbCue, words: Words, high: int) -> Complement | None:
    """A prepositional phrase the verb reports with; an object may stand between ("accuse X of")."""
    doc, start = words.doc, cue.run.end
    for i in range(start, min(high, start + 2)):
        kind = cue.entry.prepositions.get(doc[i].lower_)
        if kind and i + 1 < high:
            content = trimmed(doc, Run(i + 1, _object_end(cue, words, high)))
            return Complement((content,), kind, Run(cue.run.start, i + 1)) if content else None
        if doc[i].tag_ not in ("RB", "RP"):
            break
    return None


def _starts_object(token: Token) -> bool:
    if token.text in QUOTES:
        return True
    if not is_tagged(token):
        return token.is_alpha
    return token.tag_ in (
        "DT",
        "PDT",
        "PRP",
        "PRP$",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "$",
        "VBG",
        "WP",
        "EX",
    )


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


def _object_end(cue: VerbCue, words: Words, high: int) -> int:
    """Where an object with its modifiers ends: before a later clause of time or reason, or a new main clause."""
    doc = words.doc
    for i in range(cue.run.end + 1, high):
        token = doc[i]
        if token.text == "," and i + 1 < high and _new_clause(doc, i + 1, high):
            return i
        if token.lower_ in ("after", "while", "when", "because", "although") and token.tag_ in (
            "IN",
            "WRB",
            "",
        ):
            return i
        if token.text in (";", ":") or token.text in _DASHES - {"-"}:
            return i
    return high


def _new_clause(doc: Doc, i: int, high: int) -> bool:
    follower = doc[i]
    if follower.lower_ in _SUBORDINATORS | {"but", "so", "which", "who"} or follower.tag_ == "VBG":
        return True
    if follower.lower_ in ("and", "or"):
        return any(is_finite(doc[k]) for k in range(i, min(high, i + 8)))
    return False


def limit(cue: VerbCue, words: Words, later: list[VerbCue], blocked: list[Run]) -> int:
    """The first token behind the cue that cannot belong to what it reports."""
    doc, end = words.doc, words.body.end
    for run in blocked:
        if run.start >= cue.run.end:
            end = min(end, run.start)
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
    end = _concession(doc, cue, end)
    return _closing_bracket(doc, cue.run.end, end, words.run.start)


def _concession(doc: Doc, cue: VerbCue, end: int) -> int:
    """`end`, or the comma before a clause in the author's own words: ", although …", ", and <clause>" by the parse."""
    for i in range(cue.run.end + 2, min(end, cue.run.end + _LONGEST_SCAN)):
        if doc[i - 1].text == ";":
            return i - 1
        if doc[i - 1].text != ",":
            continue
        if doc[i].lower_ in ("although", "though", "whereas"):
            return i - 1
        if doc[i].lower_ in ("and", "but", "yet") and _belongs_to(doc[i].head, cue.verb):
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
            return i - 1 if all(is_nominal(doc[k]) or doc[k].tag_ == "DT" for k in range(i + 1, at)) else None
        if doc[i].text == ",":
            return None
    return None


def _coordinated(second: VerbCue, first: VerbCue, doc: Doc) -> bool:
    """Whether a verb behind "and" has the subject of the first cue, and is no part of what that reports."""
    head = second.verb
    for _ in range(6):
        if head.dep_ != "conj":
            break
        head = head.head
        if head.i == first.verb.i:
            return not children(second.verb, SUBJECT)
    nearest = next((doc[i] for i in range(second.run.start - 2, first.run.end, -1) if is_verb(doc[i])), None)
    tense = second.verb.tag_
    return (
        tense in ("VBD", "VBZ")
        and tense == first.verb.tag_
        and nearest is not None
        and nearest.tag_ in ("VB", "VBG")
    )


def _closing_bracket(doc: Doc, start: int, end: int, low: int) -> int:
    """`end`, or where a bracket or a pair of dashes that holds the cue closes."""
    depth = 0
    for i in range(start, end):
        if doc[i].text in ("(", "["):
            depth += 1
        elif doc[i].text in (")", "]"):
            depth -= 1
            if depth < 0:
                return i
    opened = [i for i in range(low, start) if doc[i].text in _DASHES - {"-"}]
    if len(opened) % 2:
        return next((i for i in range(start, end) if doc[i].text in _DASHES - {"-"}), end)
    return end


def is_final_stop(token: Token) -> bool:
    """Whether it ends a sentence."""
    return token.text in FINAL_STOPS
