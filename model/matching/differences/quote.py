"""Words that changed inside quotation marks. A part of a quotation, quoted alone, is no change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Quotation
from model.matching.related import family, related
from model.matching.speakers import same_speaker
from model.records import Difference, Span

#: Words that both quotations need, and the share of the shorter that must be common, to be two versions of one.
_LEAST_WORDS = 3
_COMMON = 0.45

#: Beyond this many words a quotation is compared by its beginning.
_LONGEST = 120


def quotes(pair: Comparison) -> Iterator[Difference]:
    """The changed stretch of each quotation that both sides give in different words."""
    if same_speaker(pair.a, pair.b) < 0:
        return
    for one in pair.a.quotations:
        version = _version(one, pair.b.quotations)
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


def _version(quotation: Quotation, others: Sequence[Quotation]) -> Quotation | None:
    """The quotation of the other side that says the same, if there is one."""
    best, most = None, _COMMON
    mine = {word.stem for word in quotation.words}
    if len(quotation.words) < _LEAST_WORDS:
        return None
    for other in others:
        theirs = {word.stem for word in other.words}
        if len(other.words) >= _LEAST_WORDS:
            common = len(mine & theirs) / min(len(mine), len(theirs))
            if common >= most:
                best, most = other, common
    return best


def _changed(one: Quotation, other: Quotation) -> tuple[Span, Span] | None:
    """The first stretch of words that was replaced, on both sides; None where one only leaves words out."""
    mine, theirs = one.words[:_LONGEST], other.words[:_LONGEST]
    matcher = SequenceMatcher(None, [w.stem for w in mine], [w.stem for w in theirs], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "replace":
            continue
        before, after = mine[i:j], theirs[k:m]
        if any(w.content for w in (*before, *after)) and not _respelt(
            before[0].stem, after[0].stem, j - i, m - k
        ):
            return Span(before[0].start, before[-1].end), Span(after[0].start, after[-1].end)
    return None


def _respelt(one: str, other: str, words: int, others: int) -> bool:
    return words == others == 1 and (family(one, other) > 0.8 or related(one).get(other, 0.0) > 0.95)
