"""Marks: the formulas of the trade found in an article, with their places and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.ingest.agencies import wires_in
from model.ingest.formulas import (
    COPYRIGHT,
    CORRECTION,
    DATELINE,
    NOT_A_PLACE,
    SIGNED_BY_AGENCY,
    contributor,
    find_byline,
    find_contributions,
    is_byline,
    is_date_line,
    only_agency,
)
from model.ingest.zones.captions import find_credit
from model.records import Block, Mark

_EDGE = 400
_SIGNATURE = 80
_BRACKETS = " ()[]|.,:;-–—"
_CREDIT_LABEL = re.compile(
    r"^(?:photo(?:graph)?s?|foto|bild|images?|pictures?|credits?|screen ?(?:shot|grab)|courtesy)(?: credit| "
    r"illustration)?"
    r"(?:\s?:|\s(?:by|of|from|via|courtesy(?: of)?|copyright))?\s+",
    re.IGNORECASE,
)


def find_marks(text: str, blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    """The marks of an article in order of their place.

    Only the first and last 400 code points of a block are searched: that is where the formulas stand.
    """
    title = next((block.start for block in blocks if block.kind == "title"), len(text))
    lead = next((block.start for block in blocks if block.kind == "body"), len(text))
    found = [mark for block in blocks for mark in _marks_of(text, block, first=block.start == lead)]
    # A date between headline and text is the article's; elsewhere it is the page's.
    found = [mark for mark in found if mark.kind != "page_clock" or not title < mark.start < lead]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind)))


def _marks_of(text: str, block: Block, *, first: bool) -> Iterator[Mark]:
    if block.kind in ("embed", "other_language"):
        return
    head = text[block.start : min(block.end, block.start + _EDGE)]
    tail_start = max(block.start, block.end - _EDGE)
    tail = text[tail_start : block.end]
    if block.kind == "caption":
        yield from _photo_credits(tail, tail_start)
        return
    yield from _opening_marks(head, block, first=first)
    yield from _closing_marks(tail, tail_start)
    if block.kind == "boilerplate":
        yield from _notice_marks(head, block.start)


def _opening_marks(head: str, block: Block, *, first: bool) -> Iterator[Mark]:
    """The dateline; after a colon only the article's first paragraph has one, others quote a speaker."""
    indent = len(head) - len(head.lstrip())
    dateline = DATELINE.match(head, indent)
    if dateline is None or block.kind == "title":
        return
    place = dateline["place"] or dateline["small"]
    if NOT_A_PLACE.match(place) or len(place) < 3 or (dateline["colon"] and not first):
        return
    end = dateline.start() + len(dateline[0].rstrip())
    yield Mark("dateline", block.start + dateline.start(), block.start + end, place)
    for group in ("agency", "known", "slashed", "small_agency", "small_known"):
        if dateline[group]:
            start, end = dateline.span(group)
            yield Mark("agency_credit", block.start + start, block.start + end, dateline[group])


def _closing_marks(tail: str, offset: int) -> Iterator[Mark]:
    tail = tail.rstrip()
    for match in find_contributions(tail):
        yield Mark("contribution", offset + match.start(), offset + match.end(), contributor(match))
        for wire in wires_in(match[0]):
            yield Mark(
                "agency_credit",
                offset + match.start() + wire.start(),
                offset + match.start() + wire.end(),
                wire[0],
            )
    signed = SIGNED_BY_AGENCY.search(tail, max(0, len(tail) - _SIGNATURE))
    if signed is not None:
        group = signed.lastgroup or "in"
        yield Mark("agency_credit", offset + signed.start(group), offset + signed.end(group), signed[group])


def _photo_credits(tail: str, offset: int) -> Iterator[Mark]:
    match = find_credit(tail.rstrip())
    if match is None:
        yield from (
            Mark(
                "photo_credit", offset + signed.start(), offset + signed.end(), signed[signed.lastgroup or 0]
            )
            for signed in SIGNED_BY_AGENCY.finditer(tail.rstrip())
        )
    else:
        value = _CREDIT_LABEL.sub("", match[0].strip(_BRACKETS + '"”’!?')) or None
        start = match.start() + len(match[0]) - len(match[0].lstrip(' .,!?”"’|'))
        yield Mark("photo_credit", offset + start, offset + match.end(), value)


def _notice_marks(head: str, offset: int) -> Iterator[Mark]:
    line = head.strip()
    indent = head.find(line) if line else 0
    whole = (offset + indent, offset + indent + len(line))
    if is_date_line(line):
        yield Mark("page_clock", *whole, line)
    byline = find_byline(line) if is_byline(line) else None
    if byline is not None:
        yield Mark("byline", *whole, byline["who"])
    if CORRECTION.match(line):
        yield Mark("correction", *whole, None)
    if only_agency(line):
        yield Mark("agency_credit", *whole, line.strip(_BRACKETS))
    right = COPYRIGHT.search(line)
    if right is not None:
        yield Mark(
            "copyright",
            whole[0] + right.start(),
            whole[0] + right.end(),
            (right["who"] or "").strip(" ,") or None,
        )
