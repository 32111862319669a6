"""Lines about the article itself: who wrote it, when, who helped, what was corrected."""

from __future__ import annotations

import re

from model.ingest.formulas import (
    CORRECTION,
    SIGNED_BY_AGENCY,
    find_contributions,
    is_byline,
    is_date_line,
    is_publication_line,
    only_agency,
)
from model.ingest.zones.lines import Line
from model.ingest.zones.verdicts import CERTAIN, Verdict

_SOURCE = re.compile(r"sources?\s?[:–—-]\s?\S(?:.{0,50}\S)?", re.IGNORECASE)

BYLINE = "byline"
DATE_LINE = "date or time of the page"
STAFF_CREDIT = "staff credit"


def weigh_notice(line: Line, verdict: Verdict) -> None:
    """Add what speaks for a notice about the article in the line itself."""
    if not line.short:
        return
    text = line.head
    if is_date_line(text) or is_publication_line(text):
        verdict.add("boilerplate", CERTAIN, DATE_LINE)
    elif is_byline(text) or only_agency(text):
        verdict.add("boilerplate", CERTAIN, BYLINE)
    elif _mostly_credit(text):
        verdict.add("boilerplate", 7.0, STAFF_CREDIT)
    elif CORRECTION.match(text):
        verdict.add("boilerplate", 6.0 if line.length <= 80 else 3.0, "note on the article")


def _mostly_credit(text: str) -> bool:
    """Whether a line says who contributed or which agency signs, and hardly anything else."""
    found = find_contributions(text[-400:])
    if found:
        return found[-1].end() - found[0].start() >= 0.6 * min(len(text), 400)
    return SIGNED_BY_AGENCY.match(text) is not None or _SOURCE.fullmatch(text) is not None
