"""Times: dates, absolute and relative, and the ISO 8601 values they stand for on the day of the article.

The value keeps the grain of the words: 2025 · 2025-04 · 2025-W14 · 2025-04-07, a decade as 199X, a stretch as
start/end. What is relative needs the article's date and has no value without it. A weekday or month without a
year is the last one before the article, unless the words point ahead ("next", "until", "by").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from model.language import dates
from model.language.wordlists import word_list
from model.records import Span, TimeExpression

# White space between two words; its bound keeps the search linear.
_GAP = r"\s{1,9}"

_Value = Callable[["re.Match[str]", date | None], str | None]


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
    """Rules by name in order of preference: at one place the first that matches wins.

    A blank in a pattern stands for any white space; digits at the end of a name only tell rules apart.
    """
    lists = word_list("times")
    month = "(?:" + "|".join(_alternatives(lists["months"])) + ")"
    weekday = "(?:" + "|".join(_alternatives(lists["weekdays"])) + ")"
    count = "(?P<count>[0-9]{1,3}(?:,[0-9]{3})?|" + "|".join(_alternatives(lists["counts"])) + ")"
    zone = "(?: (?:GMT|UTC|ET|EST|EDT|CET))?"
    season = "|".join(lists["seasons"])
    year = r"(?:1[5-9]|20)[0-9][0-9]"
    day = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
    unit = r"(?P<unit>second|minute|hour|day|week|weekend|month|year|decade)s?"
    lead = r"(?:(?P<lead>on|in|since|by|until|till|before|after|from|during|late|early|through) )?"
    about = r"(?:(?:about|around|nearly|almost|roughly|over|more than|less than|some|just) )?"
    part = r"(?: (?:morning|afternoon|evening|night))?"
    sources: dict[str, tuple[str, _Value]] = {
        "iso": (
            rf"(?P<year>{year})-(?P<month>[0-9][0-9])-(?P<day>[0-9][0-9])(?![0-9])(?:T[0-9:.]+Z?)?",
            dates.iso_value,
        ),
        "full": (
            rf"{lead}(?:{weekday},? )?(?P<name>{month})\.? {day},? (?P<year>{year})\b",
            dates.full_date,
        ),
        "full2": (
            rf"{lead}(?:{weekday},? )?{day} (?:of )?(?P<name>{month})\.?,? (?P<year>{year})\b",
            dates.full_date,
        ),
        "month": (
            rf"{lead}(?:(?:mid|early|late)[-\s])?(?P<name>{month})\.?,? (?:of )?(?P<year>{year})\b",
            dates.month_and_year,
        ),
        "day": (
            rf"{lead}(?:{weekday},? )?(?P<name>{month})\.? {day}\b(?![-,.:]?[0-9])",
            dates.day_of_month,
        ),
        "day2": (
            rf"{lead}(?:{weekday},? )?{day} (?:of )?(?P<name>{month})\b",
            dates.day_of_month,
        ),
        "ago": (
            rf"{about}(?:a )?{count} (?:of )?(?:more )?{unit} (?P<way>ago|earlier|later|before)\b",
            dates.time_ago,
        ),
        "span": (
            rf"(?:(?:over|in|for|during|within|throughout) )?the (?P<which>last|past|next|coming) "
            rf"(?:{count} )?{unit}\b",
            dates.stretch,
        ),
        "recent": (rf"(?:(?:over|in|for|during) )?recent {unit}\b", dates.no_value),
        "past": (
            r"in the (?:recent past|past|near future|coming days)\b",
            dates.no_value,
        ),
        "which": (
            rf"(?:(?P<lead>since|until|by|from|in|on) )?(?P<which>last|next|this|past|coming|same) "
            rf"(?:{unit}|(?P<weekday>{weekday})|(?P<name>{month})|(?P<season>{season}))\b{part}",
            dates.last_or_next,
        ),
        "weekday": (rf"{lead}(?P<weekday>{weekday})\b{part}", dates.weekday),
        "today": (r"(?P<day>today|tonight|yesterday|tomorrow)\b", dates.around_today),
        "monthlead": (
            r"(?P<lead>in|since|by|until|till|before|after|from|during|through|late|early|mid)[-\s]+"
            rf"(?:(?:mid|early|late)[-\s]+)?(?P<name>{month})\b",
            dates.bare_month,
        ),
        "decade": (
            r"(?:(?:in|since|during) )?the (?:(?:early|late|mid)[-\s]+)?(?P<year>1[5-9][0-9]0|20[0-9]0)s\b",
            dates.decade,
        ),
        "year": (
            rf"(?:(?P<lead>in|since|by|until|before|after|from|during) )?(?P<year>{year})\b",
            dates.bare_year,
        ),
        "clock": (
            rf"(?:at )?[0-9]{{1,2}}(?:[:.][0-9][0-9])?\s?(?:[ap]\.?m\b\.?|o['’]clock){zone}",
            dates.no_value,
        ),
        "clock2": (
            rf"(?:at )?(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9]){zone}",
            dates.no_value,
        ),
    }
    return {
        name: (re.compile(source.replace(" ", _GAP), re.IGNORECASE), value)
        for name, (source, value) in sources.items()
    }


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
