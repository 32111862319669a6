"""How much a line reads like running text: sentences with function words, ended as sentences are."""

from __future__ import annotations

import re

from model.ingest.zones.lines import Line

_STOP = re.compile(r"[.。।][\"'”’»)\]]*$")
_QUOTES = re.compile(r"[\"“”„«»‘]")
_REPORTING = re.compile(
    r"\b(?:said|says|told|added|adding|announced|according|reported|stated|warned|confirmed|denied|claimed|insisted|"
    r"argued|noted|explained|asked|wrote|called|urged|declared|acknowledged|accused|vowed|testified|tweeted|"
    r"revealed|emphasi[sz]ed|stressed)\b"
)
#: A line of at least this weight stands for a paragraph of the article.
PROSE = 2.5


def prose_weight(line: Line, language: str | None) -> float:
    """0 for a label or a heading, about 4 for a long paragraph of quoted and reported speech."""
    weight = 0.0
    length = line.length
    if line.finished and length >= 4:
        weight += 1.0
    if length >= 12:
        weight += 1.0
    if length >= 30:
        weight += 0.5
    share = line.function_share(language)
    if share >= 0.2 and length >= 6:
        weight += 1.0
    elif language is None and length >= 12:
        weight += 0.5
    if length >= 6 and _QUOTES.search(line.head):
        weight += 0.5
    if length >= 8 and _REPORTING.search(line.head):
        weight += 0.5
    return weight


def reports_speech(line: Line) -> bool:
    """Whether a verb of saying stands in the line."""
    return _REPORTING.search(line.head) is not None


def headline_like(line: Line) -> bool:
    """Whether it could be a headline: a phrase of 3 to 30 words that does not end as a sentence does."""
    if not line.short or line.bulleted or not 3 <= line.length <= 30:
        return False
    return not line.tail.endswith((":", ";", ",")) and not (line.finished and _STOP.search(line.tail))
