"""Statements that an article leads with: what somebody announced, for all to report.

A statement is an origin of the article that reports it. Two articles on one statement are not joined by it:
each has its own reporter who heard or read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.actors import fold
from model.matching.candidates import reporting
from model.passage import Passage, Witness
from model.records import Claim, Span

#: Reporting sentences at the top in which an article says what it rests on.
_LEAD = 4
_ANNOUNCED = re.compile(
    r"\b(?:in an? (?:\w+ ){0,2}(?:statement|address|speech|announcement|communiqu[eé]|press release)"
    r"|(?:statement|communiqu[eé]|press release) (?:issued|released|posted|published|carried)"
    r"|(?:at|during|in) an? (?:\w+ ){0,2}(?:press|news) (?:conference|briefing)"
    r"|told (?:reporters|journalists|a (?:press|news) conference)"
    r"|in an? (?:\w+ )?(?:tweet|post|video message))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Who announced something, by the name that the article gives and a key, and where it says so."""

    key: str
    name: str
    span: Span


def statements_of(witness: Witness) -> tuple[Statement, ...]:
    """The statements in an article's lead, the first place of each speaker."""
    found: dict[str, Statement] = {}
    for passage in reporting(witness.passages)[:_LEAD]:
        formula = _ANNOUNCED.search(passage.text)
        if formula is None:
            continue
        for claim in passage.claims:
            statement = _by(claim, passage, Span(*formula.span()).shifted(passage.sentence.start))
            if statement is not None:
                found.setdefault(statement.key, statement)
    return tuple(found.values())


def _by(claim: Claim, passage: Passage, formula: Span) -> Statement | None:
    """The statement of a claim's named source; None where it stands elsewhere or has no name."""
    if claim.source is None or claim.source_kind not in ("named", "organisation"):
        return None
    names = [m for m in passage.mentions if m.form == "name" and claim.source.contains(m.span)]
    people = [m for m in names if m.type in ("PERSON", "ORG")]
    if not people or not passage.sentence.span.contains(claim.source):
        return None
    speaker = min(people, key=lambda m: (m.type != "PERSON", m.start))
    span = Span(min(claim.source.start, formula.start), max(claim.source.end, formula.end))
    return Statement(speaker.entity or fold(speaker.surface), speaker.surface, span)
