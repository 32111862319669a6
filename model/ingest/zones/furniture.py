"""The furniture of web pages: advertisements, forms, buttons, counters, links to other stories, notices.

Formulas must fill the whole line; phrases only count as a hint and need company. Both stand in
`furniture.toml`: the common stock of publishing systems, not of any one outlet.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

from model.ingest.zones.lines import Line
from model.ingest.zones.verdicts import CERTAIN, Verdict

OTHER_STORIES = "links to other stories"
COMMENTS = "comments form"
COPYRIGHT = "copyright notice"
ABOUT_AUTHOR = "about the author"
TAGS = "tags"

_LONGEST_FORMULA = 260
_LONGEST_LINK = 25
_PHRASE_WEIGHT = 1.6


def _compiled(data: dict[str, Any]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Reasons with the pattern of their formulas, the words that `words` names put in."""
    words: dict[str, str] = data["words"]
    named = re.compile(r"\b(?:" + "|".join(words) + r")\b")

    def spelled_out(formula: str) -> str:
        return named.sub(lambda name: f"(?:{words[name[0]]})", formula)

    return tuple(
        (reason, re.compile("|".join(f"(?:{spelled_out(one)})" for one in table["formulas"]), re.IGNORECASE))
        for reason, table in data.items()
        if "formulas" in table
    )


_DATA = tomllib.loads(resources.files(__package__).joinpath("furniture.toml").read_text("utf-8"))
_FORMULAS = _compiled(_DATA)
_PHRASES: tuple[str, ...] = tuple(_DATA["phrases"]["notice"])
#: `READ MORE: Parliament votes`, `( PHOTOS: The summit in pictures)`: a label and another story's headline.
_LABELLED_LINK = re.compile(rf"\W{{0,3}}(?:{_DATA['words']['LABEL']})\s?[:|>]\s?\S.{{2,180}}", re.IGNORECASE)


def formula_reason(line: Line) -> str | None:
    """What piece of furniture the whole line is, None if it is none."""
    if len(line.head) > _LONGEST_FORMULA or not line.short:
        return None
    return next((reason for reason, pattern in _FORMULAS if pattern.fullmatch(line.head)), None)


def weigh_furniture(line: Line, verdict: Verdict) -> None:
    """Add what speaks for furniture of the page in the line itself."""
    if line.short and not any(sign.isalnum() for sign in line.head):
        verdict.add("boilerplate", CERTAIN, "separator")
        return
    reason = formula_reason(line)
    if reason is not None:
        verdict.add("boilerplate", CERTAIN, reason)
        return
    unfinished = line.short and line.length <= _LONGEST_LINK and not line.finished
    if unfinished and _LABELLED_LINK.fullmatch(line.head):
        verdict.add("boilerplate", 5.5, OTHER_STORIES)
    text = line.head.lower()
    hints = sum(phrase in text for phrase in _PHRASES)
    if hints:
        verdict.add("boilerplate", _PHRASE_WEIGHT * hints, "notice to readers")
