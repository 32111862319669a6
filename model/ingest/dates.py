"""Dates as newspapers and web pages write them, read into ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from model.records import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar enero janvier gennaio janeiro",
            "february feb februar febrero février febbraio fevereiro",
            "march mar märz marzo mars março",
            "april apr abril avril aprile",
            "may mai mayo maggio maio",
            "june jun juni junio juin giugno junho",
            "july jul juli julio juillet luglio julho",
            "august aug agosto août",
            "september sept sep septiembre septembre settembre setembro",
            "october oct oktober octubre octobre ottobre outubro",
            "november nov noviembre novembre novembro",
            "december dec dezember diciembre décembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b\.?,?\s{1,3}"
_YEAR = r"(?:19|20)\d\d"

#: `April 7, 2025` · `7 April 2025` · `2025-04-07` · `2025/04/07` · `07.04.2025`
_WRITTEN = re.compile(
    rf"(?<![\w/.-])(?:{_WEEKDAY})?(?:"
    rf"(?P<m1>{_MONTH})\s{{1,3}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y1>{_YEAR})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s{{1,3}}(?:de )?(?P<m2>{_MONTH}),?\s{{1,3}}(?:de )?"
    rf"(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})[-/](?P<m3>\d{{1,2}})[-/](?P<d3>\d{{1,2}})"
    rf"|(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.(?P<y4>{_YEAR})"
    rf")(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?<!\d)(?P<day>(?:19|20)\d\d-\d\d-\d\d)[T ]\s?(?P<h>\d\d): ?(?P<m>\d\d)(?:: "
    r"?(?P<s>\d\d)(?:\.\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d\d:?\d\d)?(?!\d)"
)
_SLASHED = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/({_YEAR})")
_COMPACT = re.compile(r"(?:19|20)\d{6}")
_URL_DATE = re.compile(
    rf"/(?P<y>{_YEAR})[/-]?(?P<m>\d{{1,2}}|{_MONTH})(?:[/-]?(?P<d>\d{{1,2}}))(?=[/_.-]|$)", re.IGNORECASE
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
#: Earlier dates are placeholders of publishing systems (`0001-01-01`).
_FIRST_NEWSPAPER = 1605
#: Milliseconds since 1970 at which the numbering of posts on X (Twitter) begins.
_SNOWFLAKE_EPOCH = 1_288_834_974_657


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its place there and its ISO 8601 value (a date, or a date-time where one stands)."""

    span: Span
    value: str


def find_dates(text: str) -> Iterator[FoundDate]:
    """Full dates (day, month and year) in `text`, in order. Impossible ones (31 June) are passed over."""
    stamps = list(find_stamps(text))
    covered = [found.span for found in stamps]
    for match in _WRITTEN.finditer(text):
        span = Span(*match.span())
        value = _written_value(match)
        if value and not any(span.overlap(other) for other in covered):
            yield FoundDate(span, value)
    yield from stamps


def find_stamps(text: str) -> Iterator[FoundDate]:
    """Machine-written date-times (`2025-04-07T17:54:50Z`) in `text`, blanks after the colons forgiven."""
    for match in _STAMP.finditer(text):
        seconds = f":{match['s']}" if match["s"] else ""
        value = f"{match['day']}T{match['h']}:{match['m']}{seconds}{match['zone'] or ''}"
        if _valid_iso(value):
            yield FoundDate(Span(*match.span()), value)


def parse_date(text: str) -> str | None:
    """The ISO 8601 date or date-time that `text` as a whole stands for, None if it stands for none.

    Month and day of `04/07/2025` cannot be told apart: None unless one of them is above 12 or both are equal.
    """
    text = text.strip()[:80]
    if _valid_iso(text):
        return text.replace(" ", "T", 1)
    if _COMPACT.fullmatch(text):
        return _iso(int(text[:4]), int(text[4:6]), int(text[6:]))
    if _EPOCH.fullmatch(text):
        seconds = float(text) if len(text.split(".")[0]) == 10 else float(text) / 1000
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    slashed = _SLASHED.search(text)
    if slashed:
        return _slashed_value(slashed)
    found = sorted(find_dates(text), key=lambda one: -len(one.value))
    if found:
        return found[0].value
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def date_in_url(url: str) -> tuple[str, str] | None:
    """The part of a URL that is a date (`/2025/04/07`) and its ISO 8601 value, None if there is none."""
    for match in _URL_DATE.finditer(url[:2000]):
        month = match["m"].lower().rstrip(".")
        value = _iso(int(match["y"]), _MONTHS.get(month) or int(month), int(match["d"]))
        if value:
            return match[0], value
    return None


def date_of_post(number: int) -> str | None:
    """The ISO 8601 date (UTC) on which the post on X (Twitter) with this id was written, None if none was."""
    moment = datetime.fromtimestamp(0, UTC) + timedelta(
        milliseconds=min((number >> 22) + _SNOWFLAKE_EPOCH, 4_000_000_000_000)
    )
    return moment.date().isoformat() if 2010 < moment.year < 2090 else None


def same_day(one: str, other: str) -> bool:
    """Whether two ISO 8601 values name the same calendar day."""
    return one[:10] == other[:10]


def _written_value(match: re.Match[str]) -> str | None:
    for index in "1234":
        year = match["y" + index]
        if year:
            month = match["m" + index].lower().rstrip(".")
            return _iso(int(year), _MONTHS.get(month) or int(month), int(match["d" + index]))
    return None


def _slashed_value(match: re.Match[str]) -> str | None:
    first, second, year = (int(part) for part in match.groups())
    if first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _valid_iso(text: str) -> bool:
    if not re.match(r"\d{4}-\d\d-\d\d(?:[T ]|$)", text):
        return False
    try:
        return datetime.fromisoformat(text).year >= _FIRST_NEWSPAPER
    except ValueError:
        return False
