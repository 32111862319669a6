"""Quotations: where quotation marks open and close, in marks of every style and whatever is missing.

A mark's shape says whether it opens or closes, unless its neighbours say otherwise; straight marks go by
their neighbours and by what is open. Only outermost quotations are kept. Each paragraph is scanned once.

Single marks count only where both ends are found in one paragraph: most of them are apostrophes. A quotation
in double marks that is not closed runs to the end of its paragraph, and on into the next where that opens
with a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from model.records import REPORTING_KINDS, Block, Span

_MARK = re.compile("''|``|[\"“”„«»‹›「」『』＂‘’']")
_OPENING = frozenset("“„«‹「『") | {"``"}
_CLOSING = frozenset("”»›」』") | {"''"}
_SINGLE = frozenset("‘’'")
_PARAGRAPH = re.compile(r"[^\n]+")
_BEFORE_OPENING = frozenset("([{—–-―:;,/")
_BEFORE_CLOSING = frozenset(",.?!…—-–")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text in quotation marks, the marks included, in code points.

    `opened` and `closed` say whether it has the mark of that end; `continues` whether it goes on from the
    quotation of the paragraph before, and so has the same speaker.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    continues: bool = False

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)

    @property
    def whole(self) -> bool:
        """Whether both marks are there, so that nothing inside can be the author's own words."""
        return self.opened and self.closed


class Quotations:
    """The quotations of an article in order; they never overlap."""

    def __init__(self, found: Iterable[Quotation]) -> None:
        self._all = tuple(found)
        self._starts = [quotation.start for quotation in self._all]

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._all)

    def at(self, position: int) -> Quotation | None:
        """The quotation that holds a code point."""
        i = bisect_right(self._starts, position) - 1
        return self._all[i] if i >= 0 and position < self._all[i].end else None

    def within(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that share a code point with `span`."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(q for q in self._all[first:last] if q.span.overlap(span))


def find_quotations(text: str, blocks: Iterable[Block]) -> Quotations:
    """Outermost quotations in the blocks that report something."""
    found: list[Quotation] = []
    carried = False
    for block in blocks:
        if block.kind not in REPORTING_KINDS:
            continue
        for paragraph in _PARAGRAPH.finditer(text, block.start, block.end):
            quotations = list(_in_paragraph(text, paragraph.start(), paragraph.end()))
            if carried and quotations and not text[paragraph.start() : quotations[0].start].strip():
                quotations[0] = replace(quotations[0], continues=True)
            if quotations:
                found += quotations
                carried = quotations[-1].opened and not quotations[-1].closed
            elif text[paragraph.start() : paragraph.end()].strip():
                carried = False
    return Quotations(found)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    doubles = list(_double(text, start, end))
    singles = [s for s in _single(text, start, end) if not any(_nested(s, d) for d in _near(doubles, s))]
    outer = [d for d in doubles if not any(_nested(d, s) for s in _near(singles, d))]
    yield from sorted(outer + singles, key=lambda quotation: quotation.start)


def _near(others: list[Quotation], one: Quotation) -> list[Quotation]:
    i = bisect_right(others, one.start, key=lambda quotation: quotation.start)
    return others[max(0, i - 1) : i]


def _nested(inner: Quotation, outer: Quotation) -> bool:
    return outer.start <= inner.start < outer.end


def _double(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened_at: int | None = None
    first = True
    for mark in _MARK.finditer(text, start, end):
        if mark[0] in _SINGLE:
            continue
        if _opens(text, mark, start, end, inside=opened_at is not None):
            if opened_at is not None:
                yield Quotation(opened_at, _last_word(text, opened_at, mark.start()), closed=False)
            opened_at, first = mark.start(), False
        elif opened_at is not None:
            yield Quotation(opened_at, mark.end())
            opened_at = None
        elif first and mark.start() > start and text[mark.start() - 1] in _BEFORE_CLOSING:
            yield Quotation(start, mark.end(), opened=False)
            first = False
    if opened_at is not None:
        yield Quotation(opened_at, _last_word(text, opened_at, end), closed=False)


def _opens(text: str, mark: re.Match[str], start: int, end: int, *, inside: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    leans_right = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    leans_left = not before.isspace() and (after.isspace() or not after.isalnum())
    if mark[0] == "''":
        return leans_right and not inside
    if mark[0] in _OPENING:
        return not (inside and leans_left and not leans_right)
    if mark[0] in _CLOSING:
        return leans_right and not leans_left and not inside
    if leans_right != leans_left:
        return leans_right and not (inside and before in _BEFORE_OPENING)
    return not inside


def _last_word(text: str, start: int, end: int) -> int:
    return max(start + 1, start + len(text[start:end].rstrip()))


def _single(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened_at: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if mark[0] not in _SINGLE:
            continue
        before = text[mark.start() - 1] if mark.start() > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if (before.isspace() or before in "([—–") and (after.isalpha() or after in "[…"):
            opened_at = mark.start()
        elif opened_at is not None and not before.isspace() and not after.isalnum():
            yield Quotation(opened_at, mark.end())
            opened_at = None
