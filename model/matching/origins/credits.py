"""Credits for text: where an article says from whom it has what it reports.

Photo credits are none, nor are the outlet's own name or platforms on which others post. A credit is read from
who is the source of a claim or passes it on, from the formulas of reporting around a medium's name, from
credit lines and bylines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from model.actors import fold
from model.ingest.agencies import wires_in
from model.matching.origins.creditors import (
    house_name,
    is_nobody,
    is_own_house,
    is_wire,
    means_a_wire,
    one_key,
    stands_for,
)
from model.passage import Passage, Witness
from model.records import REPORTING_KINDS, Article, Mark, Mention, OriginKind, Span

#: How much of the article a credit stands for: all of its text, what it leads with, or something in passing.
Reach = Literal["text", "lead", "passing"]

#: Reporting sentences at the top in which an article says what it rests on.
_LEAD = 4
# Between a source and the outlet that it spoke to, or before the outlet that reported it.
_TO_OUTLET = re.compile(
    r"\b(?:told|spoke (?:to|with)|speaking (?:to|with|on)|interview(?:ed)? (?:with|by|on)|according to|"
    r"citing|(?:cited|quoted|seen|obtained|reviewed) by|reported (?:by|in)|published (?:by|in|on)|by|in)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEFORE = 40
# Who had the news first is what a report rests on, wherever it says so.
_SCOOP = re.compile(r"\b(?:first|originally) (?:reported|published|revealed|disclosed)\b", re.IGNORECASE)
_REPUBLISHED = re.compile(r"\b(?:published|appeared|produced|provided)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where an article credits somebody for text.

    `key` is the same for all spellings of one creditor in a story, `name` what the article calls it. A span
    of no length at 0 stands for what is told of the article outside its text.
    """

    article: str
    key: str
    name: str
    entity: str | None
    kind: OriginKind
    span: Span
    reach: Reach

    @property
    def lead(self) -> bool:
        """Whether it stands where a report names what all of it rests on."""
        return self.reach != "passing"


def credits_of_story(witnesses: Sequence[Witness]) -> dict[str, tuple[Credit, ...]]:
    """The credits of each article in the order of its text, with keys that hold throughout the story."""
    found = {witness.article.id: _in_full(list(_credits_of(witness))) for witness in witnesses}
    keys = one_key((credit.key, credit.entity) for credits in found.values() for credit in credits)
    return {
        article: tuple(replace(credit, key=keys[credit.key]) for credit in sorted(credits, key=_place))
        for article, credits in found.items()
    }


def _in_full(credits: Sequence[Credit]) -> list[Credit]:
    """The credits with short names keyed by the full one that the article uses too, if there is just one."""
    keys = {credit.key for credit in credits}
    full = {key: [other for other in keys if stands_for(key, other)] for key in keys}
    return [replace(c, key=full[c.key][0]) if len(full[c.key]) == 1 else c for c in credits]


def _place(credit: Credit) -> tuple[Span, str]:
    return credit.span, credit.key


def _credits_of(witness: Witness) -> Iterator[Credit]:
    """The credits of an article, each place once, keyed by name."""
    article = witness.article
    seen: set[tuple[str, int]] = set()
    for name, entity, span, reach in (*_in_text(witness), *_in_marks(article), *_in_author(article)):
        key = house_name(name)
        own = article.outlet is not None and is_own_house(name, article.outlet)
        if key and not own and not is_nobody(name) and (key, span.start) not in seen:
            seen.add((key, span.start))
            yield Credit(article.id, key, name, entity, "agency" if is_wire(name) else "outlet", span, reach)


_Place = tuple[str, str | None, Span, Reach]


def _in_text(witness: Witness) -> Iterator[_Place]:
    """Media that stand as a source, or in a formula of reporting."""
    text = witness.article.text or ""
    reporting = [p for p in witness.passages if p.sentence.block in REPORTING_KINDS]
    lead_end = reporting[min(len(reporting), _LEAD) - 1].sentence.end if reporting else 0
    photos = [mark.span for mark in witness.article.marks if mark.kind == "photo_credit"]
    media = _media_of(witness)
    for passage in reporting:
        for mention in passage.mentions:
            known = (mention.entity or fold(mention.surface)) in media
            if not known or not _may_publish(mention) or any(p.overlap(mention.span) for p in photos):
                continue
            start = max(passage.sentence.start, mention.start - _BEFORE)
            formula = _TO_OUTLET.search(text[start : mention.start])
            if formula or _is_source(mention, passage):
                opens = start + formula.start() if formula else mention.start
                scoop = opens < lead_end or _SCOOP.search(passage.text) is not None
                reach: Reach = "lead" if scoop else "passing"
                yield mention.surface, mention.entity, Span(opens, mention.end), reach


def _in_marks(article: Article) -> Iterator[_Place]:
    """Agencies in credit lines, signatures and bylines, and where an article first appeared."""
    contributions = [mark.span for mark in article.marks if mark.kind == "contribution"]
    for mark in article.marks:
        if mark.kind in ("agency_credit", "byline", "copyright") and mark.value:
            inside = any(span.contains(mark.span) for span in contributions)
            for wire in wires_in(mark.value):
                yield wire.group(), None, mark.span, "passing" if inside else "text"
        elif mark.kind == "contribution" and mark.value and _republished(article, mark):
            yield mark.value, None, mark.span, "text"


def _republished(article: Article, mark: Mark) -> bool:
    return _REPUBLISHED.search(mark.span.of(article.text or "")) is not None


def _in_author(article: Article) -> Iterator[_Place]:
    """An agency given as the author."""
    for wire in wires_in(article.author or ""):
        yield wire.group(), None, Span(0, 0), "text"


def _media_of(witness: Witness) -> set[str]:
    """Entities and folded names that this article treats as media, or that are agencies anywhere."""
    found: set[str] = set()
    for passage in witness.passages:
        for claim in passage.claims:
            found |= {name for via in claim.via for name in (via, fold(via))}
        found |= {
            mention.entity or fold(mention.surface)
            for mention in passage.mentions
            if means_a_wire(mention.surface) or _is_source(mention, passage)
        }
    return found


def _may_publish(mention: Mention) -> bool:
    """“Saudi” in “the Saudi-owned daily” names nobody who could have written it."""
    return mention.form == "name" and mention.type in ("ORG", "OTHER")


def _is_source(mention: Mention, passage: Passage) -> bool:
    """Whether this mention names the medium that is the source of a claim: an agency, else the first name."""
    for claim in passage.claims:
        if claim.source_kind == "media" and claim.source is not None and claim.source.contains(mention.span):
            inside = [m for m in passage.mentions if claim.source.contains(m.span) and _may_publish(m)]
            wires = [m for m in inside if is_wire(m.surface)]
            if mention in (wires or inside[:1]):
                return True
    return False
