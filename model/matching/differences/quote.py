"""Words that changed inside quotation marks. A part of a quotation, quoted alone, is no change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from model.matching.differences.comparison import Comparison, cited
from model.matching.profile import Quotation
from model.matching.related import family, related
from model.matching.speakers import same_speaker
from model.matching.words import Word
from model.records import Difference, Span

#: A quotation of so few words is another version only if the same speaker says it in a sentence that answers
#: closely.
_SHORT = 4
_LONGEST_ANSWER_TO_SHORT = 8

#: Words that two versions of one quotation have in common at a stretch, and in all as a share of the shorter.
_STRETCH = 4
_COMMON = 0.5
_NEARLY_ALL = 0.75

#: Words that may stand for one word in another version.
_MOST_LONGER = 3

#: Quotations that begin otherwise for longer than this are two sayings with one ending.
_LONGEST_OPENING = 2

#: Two words so close are one word in two spellings.
_ONE_WORD = 0.8

#: Letters that an abbreviation keeps at least.
_SHORTEST_CUT = 3

#: British spellings and what stands for them elsewhere.
_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("nce", "nse"),
    ("ae", "e"),
)

#: Words of reporting: where they stand inside the marks, the marks are out of place.
_NO_QUOTATION = frozenset({"said", "says", "told"})

#: Beyond this many words a quotation is compared by its beginning.
_LONGEST = 120


def quotes(pair: Comparison) -> Iterator[Difference]:
    """The changed stretch of each quotation that both sides give in different words."""
    speaker = same_speaker(pair.a.speakers, pair.b.speakers)
    if speaker < 0:
        return
    for one, other, edits in _counterparts(pair.a.quotations, pair.b.quotations):
        if not _versions(pair, one, other, edits, same=speaker > 0):
            continue
        changed = _changed(one, other, edits)
        if changed is not None:
            here, there = changed
            why = f"{cited(pair.a, here)} became {cited(pair.b, there)} inside quotation marks"
            yield Difference("quote", here, there, why)


#: What SequenceMatcher says of two lists of words: a tag, and the ranges it covers in both.
_Edit = tuple[str, int, int, int, int]


def _counterparts(
    mine: Sequence[Quotation], theirs: Sequence[Quotation]
) -> Iterator[tuple[Quotation, Quotation, Sequence[_Edit]]]:
    """Quotations of both sides that have more words in common with each other than with any other."""
    found = [(one, other, _edits(one, other)) for one in mine for other in theirs]
    common = {(one.span, other.span): _common(edits) for one, other, edits in found}
    for one, other, edits in found:
        rivals = (n for (a, b), n in common.items() if (a == one.span) != (b == other.span))
        if common[one.span, other.span] > max(rivals, default=0):
            yield one, other, edits


def _common(edits: Sequence[_Edit]) -> int:
    return sum(j - i for tag, i, j, _, _ in edits if tag == "equal")


def _edits(one: Quotation, other: Quotation) -> Sequence[_Edit]:
    mine, theirs = ([word.stem for word in q.words[:_LONGEST]] for q in (one, other))
    return SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()


def _versions(
    pair: Comparison, one: Quotation, other: Quotation, edits: Sequence[_Edit], *, same: bool
) -> bool:
    """Whether both are versions of one quotation."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    equal = [one.words[i:j] for tag, i, j, _, _ in edits if tag == "equal"]
    if shorter <= _SHORT:
        told = sum(word.content for word in min(one.words, other.words, key=len))
        kept = sum(_telling(word, pair) for words in equal for word in words)
        alike = kept > 0 and kept >= _COMMON * told
        return alike and same and pair.close and longer <= _LONGEST_ANSWER_TO_SHORT
    stretch = max(map(len, equal), default=0)
    told = sum(_telling(word, pair) for words in equal for word in words)
    share = _common(edits) / min(shorter, _LONGEST)
    return told > 0 and (
        share >= _NEARLY_ALL or (same and stretch >= _STRETCH and told > 1 and share >= _COMMON)
    )


def _telling(word: Word, pair: Comparison) -> bool:
    """Whether a word shared by two quotations says more than whom they are about."""
    return word.content and word.stem not in pair.a.actor_of


def _changed(one: Quotation, other: Quotation, edits: Sequence[_Edit]) -> tuple[Span, Span] | None:
    """The first stretch of words that was replaced, on both sides; None where one only leaves words out at
    its ends.
    """
    changes = [edit for edit in edits if edit[0] != "equal"]
    for _, i, j, k, m in changes:
        before, after = one.words[i:j], other.words[k:m]
        if not _NO_QUOTATION.isdisjoint(word.form for word in (*before, *after)):
            return None
        opens = i == k == 0 and max(len(before), len(after)) > _LONGEST_OPENING
        if opens or not before or not after or _respelt(before, after) or _recut(before, after):
            continue
        if any(word.content for word in before) and any(word.content for word in after):
            return Span(before[0].start, before[-1].end), Span(after[0].start, after[-1].end)
    if {edit[0] for edit in changes} == {"insert", "delete"} and len(one.words) <= _SHORT >= len(other.words):
        return one.span, other.span
    return None


def _recut(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether one side is so much longer that the quotation goes on elsewhere, rather than in other words."""
    return max(len(before), len(after)) > _MOST_LONGER * min(len(before), len(after))


def _respelt(before: Sequence[Word], after: Sequence[Word]) -> bool:
    if _letters(before) == _letters(after):
        return True
    if len(before) != 1 or len(after) != 1:
        return False
    one, other = before[0].stem, after[0].stem
    return (
        family(one, other) >= _ONE_WORD
        or related(one).get(other, 0.0) > _ONE_WORD
        or _shortened(before[0].form, after[0].form)
    )


def _letters(words: Sequence[Word]) -> str:
    """The letters of some words, in a spelling that is neither British nor American."""
    text = "".join(word.form for word in words).replace(".", "")
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    return "".join(letter for letter, _ in groupby(text))


def _shortened(one: str, other: str) -> bool:
    """Whether one is the other cut off with a point or none: “Sept.”, “Sen”."""
    short, long = sorted((one.removesuffix("."), other.removesuffix(".")), key=len)
    return len(short) >= _SHORTEST_CUT and len(short) <= len(long) - 2 and long.startswith(short)
