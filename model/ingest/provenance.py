"""When an article was published, by which outlet and by whom: only what its source or its text proves.

Hints that prove nothing (a page's clock, a time stamp of another story, the age of an embedded post) are kept
as evidence and never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.ingest.agencies import wires_in
from model.ingest.dates import date_in_url, date_of_post, find_dates, find_stamps, parse_date, same_day
from model.ingest.formulas import PRIVACY_OF, STAFF, date_label, is_date_line, is_publication_line
from model.ingest.raw import RawArticle
from model.records import Block, DateEvidence, Mark, Span

_EDGE = 400
_READ = 2000
_POST_ID = re.compile(r"(?:twitter|x)\.com/\w{1,20}/status(?:es)?/(\d{15,19})\b")
_AGO = re.compile(r"\bago\b|\blast (?:week|month|year)\b")
_RELATIVE = re.compile(
    r"(?:(?:about|around|nearly|almost|some|more than|less than|over) )?(?:\d{1,3}|an?|one|two|"
    r"three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|several|a few) (?:hour|day|week|month|year)s? ago$|last \w+$",
    re.IGNORECASE,
)
_LONGEST_RELATIVE = 36
_MOST_RELATIVE = 5
_UNDER_HEADLINE = 10
_REPUBLISHERS = re.compile(r"\b(?:agency|syndicate|creators|news service|content|wire)\b", re.IGNORECASE)

#: How well each kind of evidence proves the day of publication; below `_PROOF` it proves nothing.
_WEIGHTS = {"metadata": 1.0, "byline": 0.9, "url": 0.8, "dateline": 0.75}
_PROOF = 0.7
#: Kinds of evidence by what the words before a date say; a later change proves no publication.
_LABELLED = {"published": "byline", "updated": "updated"}


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is proven of an article's publication; the fields are those of the article record."""

    outlet: str | None
    author: str | None
    published: str | None
    date_evidence: tuple[DateEvidence, ...]


def find_provenance(raw: RawArticle, blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> Provenance:
    """Weigh the evidence for date, outlet and author of an article."""
    evidence = [*_given_dates(raw), *_dates_in_text(raw.text, blocks, marks)]
    proofs = [one for one in evidence if one.value and _WEIGHTS.get(one.kind, 0.0) >= _PROOF]
    best = max(proofs, key=lambda one: _WEIGHTS[one.kind], default=None)
    published = best.value if best is not None else None
    settled = tuple(
        DateEvidence(
            one.kind,
            one.text,
            one.value,
            bool(published and one in proofs and same_day(one.value or "", published)),
            one.span,
        )
        for one in evidence
    )
    author = raw.author or next((mark.value for mark in marks if mark.kind == "byline"), None)
    return Provenance(raw.outlet or _outlet_in_text(raw.text, blocks, marks), author, published, settled)


def _given_dates(raw: RawArticle) -> Iterator[DateEvidence]:
    if raw.published:
        yield DateEvidence("metadata", raw.published, parse_date(raw.published), used=False)
    dated = date_in_url(raw.url) if raw.url else None
    if dated is not None:
        yield DateEvidence("url", dated[0], dated[1], used=False)


def _dates_in_text(text: str, blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> Iterator[DateEvidence]:
    title = next((index for index, block in enumerate(blocks) if block.kind == "title"), None)
    relative = 0
    for index, block in enumerate(blocks):
        head = text[block.start : min(block.end, block.start + _EDGE)]
        if block.kind == "boilerplate":
            yield from _dates_of_notice(text, blocks, index, title, marks)
        elif block.kind == "caption":
            for found in find_dates(head):
                span = found.span.shifted(block.start)
                yield DateEvidence("caption", span.of(text), found.value, used=False, span=span)
        elif block.kind == "embed":
            yield from _dates_of_posts(head, block.start)
        elif block.kind == "body" and relative < _MOST_RELATIVE:
            ages = list(_ages(text, block))
            relative += len(ages)
            yield from ages
    for mark in marks:
        if mark.kind == "dateline":
            for found in find_dates(mark.span.of(text)):
                span = found.span.shifted(mark.start)
                yield DateEvidence("dateline", span.of(text), found.value, used=False, span=span)


def _ages(text: str, block: Block) -> Iterator[DateEvidence]:
    """Times told from the day of writing (`nearly 18 months ago`), which they do not tell."""
    for anchor in _AGO.finditer(text, block.start, min(block.end, block.start + _READ)):
        start = max(block.start, anchor.end() - _LONGEST_RELATIVE)
        match = _RELATIVE.search(text[start : anchor.end()])
        if match is not None:
            span = Span(start + match.start(), start + match.end())
            yield DateEvidence("relative", match[0], None, used=False, span=span)


def _dates_of_notice(
    text: str, blocks: tuple[Block, ...], index: int, title: int | None, marks: tuple[Mark, ...]
) -> Iterator[DateEvidence]:
    """Dates of a line that is no text of the article: the page's clock, a byline, a teaser's time stamp."""
    block = blocks[index]
    head = text[block.start : min(block.end, block.start + _EDGE)]
    byline = any(
        mark.kind == "byline" and mark.start >= block.start and mark.end <= block.end for mark in marks
    )
    if byline or is_date_line(head.strip()) or is_publication_line(head.strip()):
        placed = "byline" if byline or _under_headline(blocks, index, title) else "page_clock"
        read = 0
        for found in find_dates(head):
            label = date_label(head[read : found.span.start])
            read = found.span.end
            span = found.span.shifted(block.start)
            yield DateEvidence(
                _LABELLED.get(label or "", placed), span.of(text), found.value, used=False, span=span
            )
        return
    for found in find_stamps(head):
        span = found.span.shifted(block.start)
        yield DateEvidence("time_stamp", found.span.of(head), found.value, used=False, span=span)


def _under_headline(blocks: tuple[Block, ...], index: int, title: int | None) -> bool:
    """Whether only the standfirst and other notices stand between the headline and this line."""
    if title is None or not title < index <= title + _UNDER_HEADLINE:
        return False
    return all(block.kind != "body" for block in blocks[title + 1 : index])


def _dates_of_posts(head: str, offset: int) -> Iterator[DateEvidence]:
    for match in _POST_ID.finditer(head):
        value = date_of_post(int(match[1]))
        if value is not None:
            span = Span(offset + match.start(1), offset + match.end(1))
            yield DateEvidence("embed_id", match[1], value, used=False, span=span)


def _outlet_in_text(text: str, blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> str | None:
    """The outlet that a notice of the page names as its own."""
    for mark in marks:
        if (
            mark.kind == "copyright"
            and mark.value
            and not wires_in(mark.value)
            and not _REPUBLISHERS.search(mark.value)
        ):
            return mark.value
    for block in blocks:
        if block.kind == "boilerplate":
            named = PRIVACY_OF.search(text, block.start, min(block.end, block.start + _EDGE))
            if named is not None:
                return named["outlet"].rstrip(".")
    for mark in marks:
        staff = STAFF.match(mark.value) if mark.kind == "contribution" and mark.value else None
        if staff is not None:
            return staff["outlet"].strip()
    return None
