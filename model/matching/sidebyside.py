"""Two sentences side by side: which words are equal, which are changed, which stand on one side only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from model.matching.align import Answers, answers
from model.matching.background import Frequencies
from model.matching.profile import Profile, profiles
from model.passage import Passage
from model.records import Span

AlignedKind = Literal["equal", "changed", "only"]


@dataclass(frozen=True, slots=True)
class AlignedSpan:
    """A stretch of one side. `other` is what answers it on the other side, None where nothing does."""

    span: Span
    kind: AlignedKind
    other: Span | None


@dataclass(frozen=True, slots=True)
class Aligned:
    """The stretches of both sides, in order of text; function words between stretches are left unmarked."""

    a: tuple[AlignedSpan, ...]
    b: tuple[AlignedSpan, ...]


def aligned(a: Passage, b: Passage, frequencies: Frequencies | None = None) -> Aligned:
    """Word by word alignment of two passages, for marking both; offsets count into their articles."""
    one, other = profiles((a, b), frequencies or Frequencies())
    return Aligned(_marked(one, other, answers(one, other)), _marked(other, one, answers(other, one)))


def _marked(side: Profile, other: Profile, found: Answers) -> tuple[AlignedSpan, ...]:
    places: dict[str, Span] = {}
    for word in other.words:
        places.setdefault(word.stem, word.span)
    actors = {m.entity: m.span for m in reversed(other.passage.mentions) if m.entity is not None}
    marked: list[AlignedSpan] = []
    for word in side.words:
        if not word.content:
            continue
        answer = found.get(word.stem)
        span = word.span
        if answer is None:
            piece = AlignedSpan(span, "only", None)
        elif answer[0] is None:
            piece = AlignedSpan(span, "equal", actors.get(side.actor_of[word.stem]))
        else:
            piece = AlignedSpan(span, "equal" if answer[0] == word.stem else "changed", places[answer[0]])
        if marked and _continues(marked[-1], piece, side):
            marked[-1] = _joined(marked[-1], piece)
        else:
            marked.append(piece)
    return tuple(marked)


def _continues(before: AlignedSpan, piece: AlignedSpan, side: Profile) -> bool:
    """Whether two pieces are one stretch: of one kind, nothing but a blank between them, and next to each
    other there.
    """
    gap = side.text[before.span.end - side.offset : piece.span.start - side.offset]
    if before.kind != piece.kind or gap.strip():
        return False
    if before.other is None or piece.other is None:
        return before.other is piece.other
    return before.other.end <= piece.other.start <= before.other.end + 2 or before.other == piece.other


def _joined(before: AlignedSpan, piece: AlignedSpan) -> AlignedSpan:
    other = before.other
    if other is not None and piece.other is not None:
        other = Span(other.start, max(other.end, piece.other.end))
    return AlignedSpan(Span(before.span.start, piece.span.end), before.kind, other)
