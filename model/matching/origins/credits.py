"""Credits for text: where an article says from whom it has what it reports.

Photo credits are none, nor is the outlet's own name. A credit is read from who is the source of a claim or
passes it on, from credit lines, and from the outlets named in a formula of reporting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.actors import fold
from model.ingest.agencies import wires_in
from model.matching.passage import Passage, Witness
from model.records import REPORTING_KINDS, Claim, Mention, OriginKind, Span

_CREDIT_MARKS = frozenset({"agency_credit", "contribution", "byline"})
# Between a source and the outlet that it spoke to, or before the outlet that reported it.
_TO_OUTLET = re.compile(
    r"\b(?:told|spoke (?:to|with)|speaking (?:to|with)|interview(?:ed)? (?:with|by)|according to|reported by|"
    r"citing|cited by|quoted by|seen by|obtained by|published (?:by|in)|by|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEFORE = 40
_ARTICLE = re.compile(r"^(?:the|al)\s+")


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where an article credits somebody for text.

    `key` is the same for all spellings of one creditor, `name` what the article calls it. `lead` says that it
    stands where a report names what all of it rests on.
    """

    article: str
    key: str
    name: str
    kind: OriginKind
    span: Span
    lead: bool


def credits_of(witness: Witness) -> list[Credit]:
    """All credits of an article in the order of its text, each place once."""
    own = creditor_key(witness.article.outlet or "", None)
    reporting = [p for p in witness.passages if p.sentence.block in REPORTING_KINDS]
    lead_end = reporting[min(len(reporting), 4) - 1].sentence.end if reporting else 0
    found: dict[tuple[str, int], Credit] = {}
    for name, entity, span in _places(witness, reporting):
        key = creditor_key(name, entity)
        if key and key != own and not _within(key, own):
            kind: OriginKind = "agency" if _is_wire(name) else "outlet"
            credit = Credit(witness.article.id, key, name, kind, span, span.start < lead_end)
            found.setdefault((key, span.start), credit)
    return sorted(found.values(), key=lambda credit: credit.span)


def creditor_key(name: str, entity: str | None) -> str:
    """One key for all spellings of a creditor: its entity where that is known, else the folded name."""
    return entity or _ARTICLE.sub("", fold(name))


def _places(witness: Witness, reporting: Iterable[Passage]) -> Iterator[tuple[str, str | None, Span]]:
    text = witness.article.text or ""
    media = _media_of(witness)
    for passage in reporting:
        for mention in passage.mentions:
            if _may_publish(mention) and (mention.entity or fold(mention.surface)) in media:
                start = max(passage.sentence.start, mention.start - _BEFORE)
                formula = _TO_OUTLET.search(text[start : mention.start])
                if formula or _is_source(mention, passage.claims):
                    opens = start + formula.start() if formula else mention.start
                    yield mention.surface, mention.entity, Span(opens, mention.end)
    for mark in witness.article.marks:
        if mark.kind in _CREDIT_MARKS and mark.value:
            for wire in wires_in(mark.value):
                yield wire.group(), None, mark.span


def _media_of(witness: Witness) -> set[str]:
    """Entities and folded names that this article treats as media, or that are agencies anywhere."""
    found: set[str] = set()
    for passage in witness.passages:
        for claim in passage.claims:
            found |= {name for via in claim.via for name in (via, fold(via))}
            if claim.source_kind == "media" and claim.source is not None:
                found |= {
                    m.entity or fold(m.surface) for m in passage.mentions if claim.source.contains(m.span)
                }
        found |= {m.entity or fold(m.surface) for m in passage.mentions if _is_wire(m.surface)}
    return found


def _may_publish(mention: Mention) -> bool:
    """“Saudi” in “the Saudi-owned daily” names nobody who could have written it."""
    return mention.form == "name" and mention.type in ("ORG", "OTHER")


def _is_source(mention: Mention, claims: Iterable[Claim]) -> bool:
    return any(
        claim.source_kind == "media" and claim.source is not None and claim.source.contains(mention.span)
        for claim in claims
    )


def _is_wire(name: str) -> bool:
    return any(found.group() == name for found in wires_in(name))


def _within(key: str, own: str) -> bool:
    """Whether one of two outlet names contains the other: “Ynet” and “Ynet News”."""
    return bool(own) and (own.startswith(key) or key.startswith(own))
