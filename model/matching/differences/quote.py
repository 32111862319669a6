"""Words that changed inside quotation marks. A part of a quotation, quoted alone, is no change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Quotation
from model.matching.related import family, related
from model.matching.speakers import same_speaker
from model.matching.words import Word
from model.records import Difference, Span

#: Words that both quotations need, and the share of the shorter that must be common, to be two versions of one.
_LEAST_WORDS = 2
_COMMON = 0.45

#: Two words so close are one word in two spellings.
_ONE_WORD = 0.8

#: Beyond this many words a quotation is compared by its beginning.
_LONGEST = 120


def quotes(pair: Comparison) -> Iterator[Difference]:
    """The changed stretch of each quotation that both sides give in different words."""
    speaker = same_speaker(pair.a.speakers, pair.b.speakers)
    if speaker < 0:
        return
    for one in pair.a.quotations:
        version = _version(one, pair.b.quotations, speaker > 0)
        if version is None:
            continue
        changed = _changed(one, version)
        if changed is not None:
            here, there = changed
            yield Difference(
                "quote",
                here,
                there,
                f"{cited(pair.a, here)} became {cited(pair.b, there)} inside quotation marks",
            )


def _version(quotation: Quotation, others: Sequence[Quotation], same: bool) -> Quotation | None:
    """The quotation of the other side that says the same, if there is one; two words do only for `same` speakers."""
    best, most = None, _COMMON
    least = _LEAST_WORDS if same else _LEAST_WORDS + 1
    mine = {word.stem for word in quotation.words}
    if len(quotation.words) < least:
        return None
    for other in others:
        theirs = {word.stem for word in other.words}
        if len(other.words) >= least:
            common = len(mine & theirs) / min(len(mine), len(theirs))
            if common >= most:
                best, most = other, common
    return best


def _changed(one: Quotation, other: Quotation) -> tuple[Span, Span] | None:
    """The first stretch of words that was replaced, on both sides; None where one only leaves words out at its ends."""
    mine, theirs = one.words[:_LONGEST], other.words[:_LONGEST]
    matcher = SequenceMatcher(None, [w.stem for w in mine], [w.stem for w in theirs], autojunk=False)
    edits = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    for _, i, j, k, m in edits:
        before, after = mine[i:j], theirs[k:m]
        if not before or not after or _respelt(before, after):
            continue
        if any(w.content for w in (*before, *after)):
            return Span(before[0].start, before[-1].end), Span(after[0].start, after[-1].end)
    if {code[0] for code in edits} == {"insert", "delete"} and any(w.content for w in (*mine, *theirs)):
        return one.span, other.span
    return None


def _respelt(before: Sequence[Word], after: Sequence[Word]) -> bool:
    if len(before) != 1 or len(after) != 1:
        return False
    one, other = before[0].stem, after[0].stem
    return family(one, other) > _ONE_WORD or related(one).get(other, 0.0) > _ONE_WORD
