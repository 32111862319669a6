"""Sources: the noun phrase that names who speaks, for a cue whose place is known.

The words next to the cue propose it; the parse decides where they do not settle it: a subject far away, a
participle ("adding that …"), a relative clause ("Lee, who said …"), a second verb of one subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.language.claims.attribution import Attribution
from model.language.claims.cues import VerbCue
from model.language.claims.phrases import LONGEST, is_finite, phrase_after, phrase_before
from model.language.claims.syntax import (
    MODIFIER_CLAUSE,
    QUOTES,
    RELATIVE_PRONOUNS,
    Run,
    Words,
    is_nominal,
    subject,
    subtree,
    word_set,
)

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "one", "both", "all", "some", "many", "others"}
)
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_EXPLETIVES = frozenset({"there", "what", "this", "that"})
_LEADING = word_set(
    """
    as but and or so by for with if when while though although because that than like since after
    """
)


def source_before(cue: VerbCue, words: Words) -> Run | None:
    """The source that stands before the cue."""
    doc, low, at = words.doc, words.run.start, cue.run.start
    while at > low and doc[at - 1].tag_ == "RB":
        at -= 1
    if at == low:
        return None
    before = doc[at - 1]
    if before.lower_ == "whom" and at - 3 >= low and doc[at - 2].lower_ == "of":
        return Run(at - 3, at)  # "many of whom say"
    if before.lower_ in RELATIVE_PRONOUNS and before.tag_ != "DT":
        return _antecedent(words, at - 1)
    if before.tag_ == "PRP$":
        return None
    if before.lower_ in _PRONOUNS or before.tag_ == "PRP":
        return Run(at - 1, at)
    near = phrase_before(doc, at, low)
    parsed = _parsed_subject(cue, words)
    adverbial = parsed is not None and doc[parsed.start].tag_ == "IN"
    if near and parsed and not adverbial and parsed.contains(near) and not _holds_clause(words, parsed):
        return parsed
    if near or parsed is None or parsed.end > cue.run.start:
        return near or None
    return parsed


def _holds_clause(words: Words, run: Run) -> bool:
    """Whether a parsed phrase has swallowed a clause in front of it."""
    doc = words.doc
    return any(is_finite(doc[i]) and not _after_relative(words, i) for i in range(run.start, run.end))


def _after_relative(words: Words, i: int) -> bool:
    return any(words.doc[k].lower_ in RELATIVE_PRONOUNS for k in range(max(words.run.start, i - 8), i))


def _antecedent(words: Words, relative: int) -> Run | None:
    doc = words.doc
    end = relative - 1 if relative > words.run.start and doc[relative - 1].text == "," else relative
    start = end
    while start > words.run.start and doc[start - 1].tag_ in ("NNP", "NNPS"):
        start -= 1
    if start < end and start > words.run.start and doc[start - 1].tag_ == "IN":
        return Run(start, end)
    return phrase_before(doc, end, words.run.start) or None


def _parsed_subject(cue: VerbCue, words: Words) -> Run | None:
    found = subject(cue.verb)
    if found is None or not words.run.start <= found.i < words.run.end or not is_nominal(found):
        return None
    if found.lower_ in RELATIVE_PRONOUNS and found.head.dep_ in MODIFIER_CLAUSE:
        found = found.head.head
    return clipped_phrase(found.i, words, avoid=cue.run)


def clipped_phrase(head: int, words: Words, *, avoid: Run) -> Run | None:
    """The subtree of a noun, cut at the cue, at quotation marks and to a sensible length."""
    doc = words.doc
    whole = subtree(doc[head])
    start, end = max(whole.start, words.run.start), min(whole.end, words.run.end)
    if start <= avoid.start < end:
        if head < avoid.start:
            end = avoid.start
        else:
            start = avoid.end
    for i in range(head, max(start, head - LONGEST) - 1, -1):
        if doc[i].text in QUOTES and doc[i].text not in "'’‘":
            start = i + 1
            break
    end = min(end, head + LONGEST)
    while end > head + 1 and (doc[end - 1].text in (",", "—", "–", "-") or doc[end - 1].is_space):
        end -= 1
    while start < head and (doc[start].is_punct or doc[start].tag_ == "RB" or doc[start].lower_ in _LEADING):
        start += 1
    return Run(start, end) if start <= head < end and end - start <= LONGEST else Run(head, head + 1)


def source_after(cue: VerbCue, words: Words) -> Run | None:
    """The source that stands behind an inverted cue: "…,” said the minister."""
    found = phrase_after(words.doc, cue.run.end, words.body.end)
    return found or None


def shared_source(cue: VerbCue, words: Words, earlier: Sequence[Attribution]) -> Run | None:
    """The source of a participle or of a second verb: its parsed subject, else that of the cue before."""
    doc = words.doc
    parsed = _parsed_subject(cue, words)
    before = doc[cue.run.start - 1] if cue.run.start > words.run.start else None
    if cue.is_participle and before is not None:
        if before.tag_ == "IN" and cue.entry.kind != "speech":
            return None
        if is_nominal(before) and before.tag_ != "PRP":
            near = phrase_before(doc, cue.run.start, words.run.start)
            return _publisher(near, earlier) or near or parsed
    second = before is not None and before.lower_ in ("and", "but")
    for attribution in reversed(earlier):
        if attribution.source and attribution.cue and attribution.cue.start < cue.run.start:
            ended = bool(attribution.contents) and attribution.contents[-1].end == cue.run.start - 1
            if (
                (second and ended)
                or parsed is None
                or attribution.source.overlaps(parsed)
                or attribution.style == "parenthetical"
            ):
                return attribution.source
            break
    return parsed


def _publisher(near: Run, earlier: Sequence[Attribution]) -> Run | None:
    """Who published what speaks: in "The Post ran a report claiming …" the Post, not the report."""
    for attribution in earlier:
        if near and attribution.contents and attribution.contents[0].start == near.start:
            return attribution.source
    return None


def agent(cue: VerbCue, words: Words) -> Run | None:
    """Who a passive names after "by"."""
    doc = words.doc
    for i in range(cue.run.end, min(words.body.end, cue.run.end + 14)):
        if doc[i].lower_ == "by":
            return phrase_after(doc, i + 1, words.body.end, loose=True) or None
        if doc[i].text in (",", ";", ":") or doc[i].tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def is_expletive(run: Run, words: Words) -> bool:
    """Whether it names nobody: "there", "what", "no group"."""
    first = words.doc[run.start].lower_
    return first in _NOBODY or (run.end - run.start == 1 and first in _EXPLETIVES)
