"""Times: dates, absolute and relative, and the ISO 8601 values they stand for on the day of the article.

The value keeps the grain of the words: 2025 · 2025-04 · 2025-W14 · 2025-04-07, a decade as 199X, a stretch as
start/end. What is relative needs the article's date and has no value without it. A weekday or month without a
year is the last one before the article, unless the words point ahead ("next", "until", "by").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from model.language.wordlists import word_list
from model.records import Span, TimeExpression

_Value = Callable[["re.Match[str]", date | None], str | None]

_AHEAD = frozenset({"until", "till", "by", "before", "next", "coming", "through"})


def article_date(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time; None if it names no day."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def find_times(text: str, within: Span, published: date | None) -> tuple[TimeExpression, ...]:
    """Times in text[within], in order and without overlap; `published` is the article's day."""
    found = []
    for start, end, value in _matches(text, within, published):
        found.append(TimeExpression(start, end, value))
    return tuple(found)


def _matches(text: str, within: Span, published: date | None) -> Iterator[tuple[int, int, str | None]]:
    position = within.start
    scanner = _scanner()
    while match := scanner.search(text, position, within.end):
        name = match.lastgroup
        assert name is not None
        kind = name.rstrip("0123456789_")
        inner = _rules()[name][0].match(text, match.start(), within.end)
        assert inner is not None
        if _is_time(kind, inner, text):
            yield inner.start(), inner.end(), _rules()[name][1](inner, published)
            position = inner.end()
        else:
            position = match.start() + max(1, len(match[0].split(None, 1)[0]))


@cache
def _rules() -> dict[str, tuple[re.Pattern[str], _Value]]:
    """Rules by name in order of preference: at one place the first that matches wins."""
    lists = word_list("times")
    month = "(?:" + "|".join(_alternatives(lists["months"])) + ")"
    weekday = "(?:" + "|".join(_alternatives(lists["weekdays"])) + ")"
    count = r"(?P<count>\d{1,3}(?:,\d{3})?|" + "|".join(sorted(lists["counts"], key=len, reverse=True)) + ")"
    season = "|".join(lists["seasons"])
    year = r"(?:1[5-9]|20)\d\d"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    unit = r"(?P<unit>second|minute|hour|day|week|weekend|month|year|decade)s?"
    lead = r"(?:(?P<lead>on|in|since|by|until|till|before|after|from|during|late|early|through)\s+)?"
    about = r"(?:(?:about|around|nearly|almost|roughly|over|more than|less than|some|just)\s+)?"
    part = r"(?:\s+(?:morning|afternoon|evening|night))?"
    sources: dict[str, tuple[str, _Value]] = {
        "iso": (rf"(?P<year>{year})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)(?:T[\d:.]+Z?)?", _iso),
        "full": (rf"{lead}(?:{weekday},?\s+)?(?P<name>{month})\.?\s+{day},?\s+(?P<year>{year})\b", _full),
        "full2": (
            rf"{lead}(?:{weekday},?\s+)?{day}\s+(?:of\s+)?(?P<name>{month})\.?,?\s+(?P<year>{year})\b",
            _full,
        ),
        "month": (
            rf"{lead}(?:(?:mid|early|late)[-\s])?(?P<name>{month})\.?,?\s+(?:of\s+)?(?P<year>{year})\b",
            _month_year,
        ),
        "day": (rf"{lead}(?:{weekday},?\s+)?(?P<name>{month})\.?\s+{day}\b(?![-,.:]?\d)", _day),
        "day2": (rf"{lead}(?:{weekday},?\s+)?{day}\s+(?:of\s+)?(?P<name>{month})\b", _day),
        "ago": (
            rf"{about}(?:a\s+)?{count}\s+(?:of\s+)?(?:more\s+)?{unit}\s+(?P<way>ago|earlier|later|before)\b",
            _ago,
        ),
        "span": (
            rf"(?:(?:over|in|for|during|within|throughout)\s+)?the\s+(?P<which>last|past|next|coming)\s+"
            rf"(?:{count}\s+)?{unit}\b",
            _stretch,
        ),
        "recent": (rf"(?:(?:over|in|for|during)\s+)?recent\s+{unit}\b", _unknown),
        "past": (r"in\s+the\s+(?:recent\s+past|past|near\s+future|coming\s+days)\b", _unknown),
        "which": (
            rf"(?:(?P<lead>since|until|by|from|in|on)\s+)?(?P<which>last|next|this|past|coming|same)\s+"
            rf"(?:{unit}|(?P<weekday>{weekday})|(?P<name>{month})|(?P<season>{season}))\b{part}",
            _which,
        ),
        "weekday": (rf"{lead}(?P<weekday>{weekday})\b\.?{part}", _weekday),
        "today": (r"(?P<day>today|tonight|yesterday|tomorrow)\b", _today),
        "monthlead": (
            r"(?P<lead>in|since|by|until|till|before|after|from|during|through|late|early|mid)[-\s]+"
            rf"(?:(?:mid|early|late)[-\s]+)?(?P<name>{month})\b",
            _month,
        ),
        "decade": (
            r"(?:(?:in|since|during)\s+)?the\s+(?:(?:early|late|mid)[-\s]+)?(?P<year>1[5-9]\d0|20\d0)s\b",
            _decade,
        ),
        "year": (rf"(?:(?P<lead>in|since|by|until|before|after|from|during)\s+)?(?P<year>{year})\b", _year),
        "clock": (
            r"(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|o['’]clock)(?:\s+(?:GMT|UTC|ET|EST|EDT|CET))?",
            _unknown,
        ),
        "clock2": (
            r"(?:at\s+)?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s+(?:GMT|UTC|ET|EST|EDT|CET))?",
            _unknown,
        ),
    }
    return {name: (re.compile(source, re.IGNORECASE), value) for name, (source, value) in sources.items()}


def _alternatives(names: dict[str, int]) -> list[str]:
    return sorted(names, key=len, reverse=True)


@cache
def _scanner() -> re.Pattern[str]:
    """One expression that finds the next place where any rule matches, and says which by its group."""
    parts = []
    for name, (pattern, _) in _rules().items():
        body = re.sub(r"\?P<\w+>", "?:", pattern.pattern)
        parts.append(f"(?P<{name}>{body})")
    return re.compile(r"(?<![\w$£€.-])(?:" + "|".join(parts) + ")", re.IGNORECASE)


def _is_time(kind: str, match: re.Match[str], text: str) -> bool:
    """Whether words that can be a time are one: names of months and days have a capital, years stand
    alone."""
    groups = match.groupdict()
    for key in ("name", "weekday"):
        word = groups.get(key)
        if word and not word[:1].isupper():
            return False
    if kind == "weekday" and groups["weekday"].lower() in (
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "mar",
    ):
        return False
    if kind in ("day", "full") and not 1 <= int(groups["day"]) <= 31:
        return False
    if kind == "year":
        following = text[match.end() : match.end() + 12]
        if (following[:1] in ("%", ",") and following[1:2].isdigit()) or following.startswith(
            ("-year", " people", " per")
        ):
            return False
    return True


# ------------------------------------------------------------------ values


def _unknown(_match: re.Match[str], _published: date | None) -> str | None:
    return None


def _iso(match: re.Match[str], _published: date | None) -> str | None:
    return _date(int(match["year"]), int(match["month"]), int(match["day"]))


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month_number(name: str) -> int:
    number = word_list("times")["months"][name.lower()]
    assert isinstance(number, int)
    return number


def _full(match: re.Match[str], _published: date | None) -> str | None:
    return _date(int(match["year"]), _month_number(match["name"]), int(match["day"]))


def _month_year(match: re.Match[str], _published: date | None) -> str | None:
    return f"{match['year']}-{_month_number(match['name']):02}"


def _day(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    month, day = _month_number(match["name"]), int(match["day"])
    ahead = (match["lead"] or "").lower() in _AHEAD
    return _date(_nearest_year(published, month, day, ahead=ahead), month, day)


def _nearest_year(published: date, month: int, day: int, *, ahead: bool) -> int:
    here = (published.month, published.day)
    if ahead:
        return published.year + ((month, day) < here)
    behind = (month, day) > here
    # A day a few weeks ahead is an announcement, not last year's.
    soon = behind and 0 < (month - published.month) * 30 + day - published.day <= 45
    return published.year - (behind and not soon)


def _month(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    month = _month_number(match["name"])
    ahead = match["lead"].lower() in _AHEAD
    year = published.year
    if ahead and month < published.month:
        year += 1
    elif not ahead and month > published.month:
        year -= 1
    return f"{year}-{month:02}"


def _ago(match: re.Match[str], published: date | None) -> str | None:
    count = _count(match["count"])
    if published is None or not count or match["way"].lower() != "ago":
        return None
    return _moved(published, match["unit"].lower(), -count)


def _count(word: str | None) -> int | None:
    """The number that a word stands for, None if it leaves it open."""
    if word is None:
        return None
    if word[:1].isdecimal():
        return int(word.replace(",", ""))
    return word_list("times")["counts"].get(word.lower()) or None


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


def _stretch(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    back = match["which"].lower() in ("last", "past")
    count = _count(match["count"]) if match["count"] else 1
    if count is None:
        return None
    edge = _edge(published, match["unit"].lower(), -count if back else count)
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


def _which(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    if match["unit"]:
        return _moved(published, match["unit"].lower(), step)
    if match["weekday"]:
        return _weekday_near(published, match["weekday"], step)
    if match["name"]:
        month = _month_number(match["name"])
        year = (
            published.year - (step < 0 and month >= published.month) + (step > 0 and month <= published.month)
        )
        return f"{year}-{month:02}"
    return None


def _weekday(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    ahead = (match["lead"] or "").lower() in _AHEAD
    return _weekday_near(published, match["weekday"], 1 if ahead else 0)


def _weekday_near(published: date, name: str, step: int) -> str | None:
    """The last such day up to the article's; with `step` -1 before it, with 1 after it."""
    wanted = word_list("times")["weekdays"][name.lower()]
    back = (published.weekday() - wanted) % 7
    if step > 0:
        return (published + timedelta(days=7 - back)).isoformat()
    if step < 0 and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _today(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["day"].lower(), 0)
    return (published + timedelta(days=shift)).isoformat()


def _decade(match: re.Match[str], _published: date | None) -> str | None:
    return match["year"][:3] + "X"


def _year(match: re.Match[str], _published: date | None) -> str | None:
    return match["year"]
