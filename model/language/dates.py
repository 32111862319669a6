"""Dates: what the words of a date or a time stand for on the day of an article, as ISO 8601.

Each function takes a match of one of the patterns in `times` and the article's day, and gives a value with
the grain of the words, or None where they name no day or the article's day is unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from model.language.wordlists import word_list

_AHEAD = frozenset({"until", "till", "by", "before", "next", "coming", "through"})


def article_date(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None if it names no day."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def no_value(_match: re.Match[str], _published: date | None) -> str | None:
    """No value: the words name no day ("in recent days", "at 5 p.m.")."""
    return None


def iso_value(match: re.Match[str], _published: date | None) -> str | None:
    """2025-04-07."""
    return _date(int(match["year"]), int(match["month"]), int(match["day"]))


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month_number(name: str) -> int:
    number = word_list("times")["months"][name.casefold()]
    assert isinstance(number, int)
    return number


def full_date(match: re.Match[str], _published: date | None) -> str | None:
    """ "April 7, 2025", "7 April 2025"."""
    return _date(int(match["year"]), _month_number(match["name"]), int(match["day"]))


def month_and_year(match: re.Match[str], _published: date | None) -> str | None:
    """ "April 2025"."""
    return f"{match['year']}-{_month_number(match['name']):02}"


def day_of_month(match: re.Match[str], published: date | None) -> str | None:
    """ "April 7"."""
    if published is None:
        return None
    month, day = _month_number(match["name"]), int(match["day"])
    ahead = (match["lead"] or "").casefold() in _AHEAD
    return _date(_nearest_year(published, month, day, ahead=ahead), month, day)


def _nearest_year(published: date, month: int, day: int, *, ahead: bool) -> int:
    here = (published.month, published.day)
    if ahead:
        return published.year + ((month, day) < here)
    behind = (month, day) > here
    # A day a few weeks ahead is an announcement, not last year's.
    soon = behind and 0 < (month - published.month) * 30 + day - published.day <= 45
    return published.year - (behind and not soon)


def bare_month(match: re.Match[str], published: date | None) -> str | None:
    """ "in April"."""
    if published is None:
        return None
    month = _month_number(match["name"])
    ahead = match["lead"].casefold() in _AHEAD
    year = published.year
    if ahead and month < published.month:
        year += 1
    elif not ahead and month > published.month:
        year -= 1
    return f"{year}-{month:02}"


def time_ago(match: re.Match[str], published: date | None) -> str | None:
    """ "18 months ago"; "two days later" counts from a day that is not known here."""
    count = _count(match["count"])
    if published is None or not count or match["way"].casefold() != "ago":
        return None
    return _moved(published, match["unit"].casefold(), -count)


def _count(word: str | None) -> int | None:
    """The number that a word stands for, None if it leaves it open."""
    if word is None:
        return None
    if word[:1].isdecimal():
        return int(word.replace(",", ""))
    return word_list("times")["counts"].get(word.casefold()) or None


def _moved(day: date, unit: str, by: int) -> str | None:
    """The day, week, month or year `by` units away, with the grain of the unit."""
    try:
        if unit in ("second", "minute", "hour"):
            hours = {"second": 3600, "minute": 60, "hour": 1}[unit]
            return (day + timedelta(days=int(by / (24 * hours)))).isoformat()
        if unit == "day":
            return (day + timedelta(days=by)).isoformat()
        if unit in ("week", "weekend"):
            return _week(day + timedelta(weeks=by))
        if unit == "month":
            year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
            return date(year, month + 1, 1).isoformat()[:7]
        if unit == "decade":
            return f"{(day.year + 10 * by) // 10:03}X"
        return f"{date(day.year + by, 1, 1).year:04}"
    except (ValueError, OverflowError):
        return None


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def stretch(match: re.Match[str], published: date | None) -> str | None:
    """ "the past two weeks", as first/last day."""
    if published is None:
        return None
    back = match["which"].casefold() in ("last", "past")
    count = _count(match["count"]) if match["count"] else 1
    if count is None:
        return None
    edge = _edge(published, match["unit"].casefold(), -count if back else count)
    if edge is None:
        return None
    first, last = sorted((edge, published))
    return f"{first.isoformat()}/{last.isoformat()}"


def _edge(day: date, unit: str, by: int) -> date | None:
    try:
        if unit in ("day", "week", "weekend"):
            return day + timedelta(days=by * (1 if unit == "day" else 7))
        if unit in ("month", "year", "decade"):
            months = by * {"month": 1, "year": 12, "decade": 120}[unit]
            year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
            return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
    return None


def last_or_next(match: re.Match[str], published: date | None) -> str | None:
    """ "last month", "next Friday", "this year"."""
    if published is None:
        return None
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(match["which"].casefold(), 0)
    if match["weekday"] and match["which"].casefold() == "this":
        return _weekday_of_this_week(published, match["weekday"])
    if match["unit"]:
        return _moved(published, match["unit"].casefold(), step)
    if match["weekday"]:
        return _weekday_near(published, match["weekday"], step)
    if match["name"]:
        month = _month_number(match["name"])
        year = (
            published.year - (step < 0 and month >= published.month) + (step > 0 and month <= published.month)
        )
        return f"{year}-{month:02}"
    return None


def weekday(match: re.Match[str], published: date | None) -> str | None:
    """ "on Thursday"."""
    if published is None:
        return None
    ahead = (match["lead"] or "").casefold() in _AHEAD
    return _weekday_near(published, match["weekday"], 1 if ahead else 0)


def _weekday_near(published: date, name: str, step: int) -> str | None:
    """The last such day up to the article's; with `step` -1 before it, with 1 after it."""
    wanted = word_list("times")["weekdays"][name.casefold()]
    back = (published.weekday() - wanted) % 7
    if step > 0:
        return (published + timedelta(days=7 - back)).isoformat()
    if step < 0 and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _weekday_of_this_week(published: date, name: str) -> str:
    wanted = word_list("times")["weekdays"][name.casefold()]
    return (published + timedelta(days=wanted - published.weekday())).isoformat()


def around_today(match: re.Match[str], published: date | None) -> str | None:
    """ "today", "yesterday", "tomorrow"."""
    if published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["day"].casefold(), 0)
    return (published + timedelta(days=shift)).isoformat()


def decade(match: re.Match[str], _published: date | None) -> str | None:
    """ "the 1990s"."""
    return match["year"][:3] + "X"


def bare_year(match: re.Match[str], _published: date | None) -> str | None:
    """ "2003"."""
    return match["year"]
