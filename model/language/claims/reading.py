"""One sentence read: every attribution in it, from its cues, sources and contents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from model.language.claims.attribution import Attribution, Style
from model.language.claims.complements import Complement, complement
from model.language.claims.cues import VerbCue, verb_cues
from model.language.claims.kinds import is_document
from model.language.claims.lexicon import lexicon
from model.language.claims.limits import limit
from model.language.claims.nouns import by_nouns
from model.language.claims.parentheses import parenthetical
from model.language.claims.phrases import is_finite, phrase_after, phrase_before
from model.language.claims.quotes import Quotations
from model.language.claims.sources import (
    agent,
    is_expletive,
    shared_source,
    source_after,
    source_before,
)
from model.language.claims.standing import standing_attribution
from model.language.claims.syntax import QUOTES, Run, Words, trimmed

#: Longest announcement of words to come, in tokens behind its verb.
_LONGEST_ANNOUNCEMENT = 10
#: How many of the cues that follow are looked at as second verbs of one subject.
_COORDINATED = 12


def read_sentence(words: Words, quotations: Quotations) -> list[Attribution]:
    """The attributions of a sentence, in the order of their cues."""
    if not words.run:
        return []
    standing = standing_attribution(words, quotations)
    if standing:
        return [standing]
    found = list(_according(words, quotations))
    blocked = [Run(a.cue.start, max(a.cue.end, a.source.end)) for a in found if a.cue and a.source]
    verbs = _VerbReader(words, quotations, blocked).read()
    nouns = by_nouns(words, quotations)
    return sorted([*found, *verbs, *nouns], key=lambda a: a.cue.start if a.cue else a.extent.start)


def _according(words: Words, quotations: Quotations) -> Iterator[Attribution]:
    doc, body = words.doc, words.body
    floor = words.run.start
    phrases = lexicon().according
    for i in range(body.start, body.end):
        begun = phrases.get(doc[i].lower_)
        phrase = next((p for p in begun if _matches(words, i, p)), None) if begun else None
        if phrase is None or (len(phrase) == 1 and not _may_stand_alone(words, i)):
            continue
        quotation = quotations.at(doc[i].idx)
        if quotation and quotation.whole:
            continue
        cue = Run(i, i + len(phrase))
        source = phrase_after(doc, cue.end, body.end, loose=True)
        if not source:
            continue
        contents = _around(words, floor, Run(cue.start, source.end))
        if contents:
            yield Attribution(cue, source, contents, "speech", "according", " ".join(phrase))
            floor = source.end


def _matches(words: Words, i: int, phrase: tuple[str, ...]) -> bool:
    if i + len(phrase) > words.body.end:
        return False
    return all(words.doc[i + k].lower_ == word for k, word in enumerate(phrase))


def _may_stand_alone(words: Words, i: int) -> bool:
    """Whether a one-word phrase ("per") is set off as an attribution, and is no "5 per cent"."""
    return i == words.run.start or words.doc[i - 1].text in (",", "—", "–", "(")


def _around(words: Words, floor: int, block: Run) -> tuple[Run, ...]:
    """What a phrase of attribution covers: all before it, or all behind it where it begins the sentence."""
    doc, body = words.doc, words.body
    before = trimmed(doc, Run(floor, block.start))
    after = trimmed(doc, Run(block.end, body.end))
    if before and any(is_finite(doc[i]) for i in range(before.start, before.end)):
        resumes = after and doc[block.end].text == "," and doc[after.start].tag_ not in ("VBG", "VBN")
        resumes = resumes and doc[after.start].lower_ not in ("who", "which", "and", "but", "while", "though")
        return (before, after) if resumes else (before,)
    return tuple(run for run in (after or before,) if run)


class _VerbReader:
    """Reads the verb cues of one sentence from left to right.

    `blocked` holds the phrases ("according to …") that belong to no report of a verb; `_floor` is the first
    token that no cue set in commas has claimed yet.
    """

    def __init__(self, words: Words, quotations: Quotations, blocked: list[Run]) -> None:
        self._words = words
        self._quotations = quotations
        self._blocked = blocked
        taken = {i for run in blocked for i in range(run.start, run.end)}
        self._cues = [cue for cue in verb_cues(words, quotations) if cue.verb.i not in taken]
        self._floor = words.run.start
        self._found: list[Attribution] = []

    def read(self) -> list[Attribution]:
        """The attributions, in the order of their cues."""
        for n, cue in enumerate(self._cues):
            last = self._found[-1].cue if self._found else None
            if last and last.overlaps(cue.run):
                continue
            passed = bisect_right(self._blocked, cue.run.start, key=lambda run: run.end)
            if passed:
                self._floor = max(self._floor, self._blocked[passed - 1].end)
            later = self._cues[n + 1 : n + 1 + _COORDINATED]
            attribution = self._passive(cue, later) if cue.passive else self._active(cue, later)
            if attribution:
                self._found.append(attribution)
                if attribution.style == "parenthetical":
                    self._floor = cue.run.end
        return self._found

    def _active(self, cue: VerbCue, later: list[VerbCue]) -> Attribution | None:
        words = self._words
        opening = _opening(cue, words, self._quotations)
        if opening:
            return opening
        source = None if _shares_subject(cue, words) else source_before(cue, words)
        inverted = _inverted(cue, words)
        speaker = source_after(cue, words) if inverted else source
        if speaker and (inverted or speaker.end >= cue.run.start - 3):
            around = parenthetical(cue, speaker, words, self._floor, self._quotations)
            if around:
                return _made(around, speaker, cue)
        source = source or shared_source(cue, words, self._found)
        if source is None or is_expletive(source, words):
            return None
        high = limit(cue, words, later, self._next_block(cue), self._quotations)
        by_document = is_document(words.doc, source)
        behind = complement(cue, words, high, self._quotations, by_document=by_document)
        return _made(behind, source, cue) if behind else _announcement(cue, source, words)

    def _next_block(self, cue: VerbCue) -> int:
        """Where the next phrase that belongs to no verb begins behind a cue, or the sentence ends."""
        n = bisect_left(self._blocked, cue.run.end, key=lambda run: run.start)
        return self._blocked[n].start if n < len(self._blocked) else self._words.body.end

    def _passive(self, cue: VerbCue, later: list[VerbCue]) -> Attribution | None:
        """ "X was quoted as saying …", and passives that name an agent."""
        words = self._words
        quoted = _quoted_as(cue, words, limit(cue, words, later, self._next_block(cue), self._quotations))
        if quoted or set(cue.entry.frames) <= {"quotation", "recipient"}:
            return quoted
        by, patient = agent(cue, words), source_before(cue, words)
        if by is None or patient is None:
            return None
        run = Run(cue.run.start, by.start)
        return Attribution(run, by, (patient,), cue.entry.kind, "complement", cue.entry.lemma)


def _opening(cue: VerbCue, words: Words, quotations: Quotations) -> Attribution | None:
    """ "Said Ann Lee: “…”", at the beginning of a sentence."""
    doc, kind = words.doc, cue.entry.frames.get("clause") or cue.entry.frames.get("quotation")
    if kind is None or cue.run.start != words.run.start or "past" not in cue.reading.forms:
        return None
    source = source_after(cue, words)
    if source is None or source.end + 1 >= words.body.end or doc[source.end].text not in (":", ","):
        return None
    content = Run(source.end + 1, words.body.end)
    if not quotations.at(doc[content.start].idx):
        return None
    return Attribution(cue.run, source, (content,), kind, "complement", cue.entry.lemma)


def _quoted_as(cue: VerbCue, words: Words, high: int) -> Attribution | None:
    """ "was quoted as saying": the subject is the source."""
    doc = words.doc
    if cue.entry.lemma not in ("quote", "cite", "report"):
        return None
    for i in range(cue.run.end, min(high, cue.run.end + 10) - 1):
        if doc[i].lower_ == "as" and doc[i + 1].lower_ in ("saying", "telling", "warning"):
            content, source = trimmed(doc, Run(i + 2, high)), source_before(cue, words)
            if content and source:
                run = Run(cue.run.start, i + 2)
                return Attribution(run, source, (content,), "speech", "complement", "say")
    return None


def _announcement(cue: VerbCue, source: Run, words: Words) -> Attribution | None:
    """A cue at the end of its sentence, whose words come in the next: "he added:", "she told reporters."."""
    kind = (
        cue.entry.frames.get("clause")
        or cue.entry.frames.get("quotation")
        or cue.entry.frames.get("recipient")
    )
    if kind != "speech" or words.body.end - cue.run.end > _LONGEST_ANNOUNCEMENT:
        return None
    return Attribution(cue.run, source, (), kind, "complement", cue.entry.lemma, awaits=True)


def _made(found: Complement, source: Run | None, cue: VerbCue) -> Attribution:
    style: Style = "parenthetical" if found.parenthetical else "complement"
    return Attribution(
        found.cue, source, found.contents, found.kind, style, cue.entry.lemma, found.recipient, found.awaits
    )


def _shares_subject(cue: VerbCue, words: Words) -> bool:
    """Whether the subject of the cue stands elsewhere: a participle, or a second verb after "and"."""
    if cue.is_participle:
        return True
    before = words.doc[cue.run.start - 1] if cue.run.start > words.run.start else None
    return before is not None and (before.tag_ == "CC" or before.lower_ in ("and", "but"))


def _inverted(cue: VerbCue, words: Words) -> bool:
    """Whether the source stands behind the cue: a quotation or a comma comes right before it."""
    doc = words.doc
    if (
        not cue.reading.forms & {"past", "third"}
        or cue.run.start == words.run.start
        or cue.entry.lemma == "tell"
    ):
        return False
    before = doc[cue.run.start - 1]
    if before.text in QUOTES and before.text not in "'’":
        return True
    if before.text not in (",", "—", "–", "?", "!"):
        return False
    return not phrase_before(doc, cue.run.start, words.run.start)
