"""The same happening at two times. Another date of publication is no difference, a later happening
neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.matching.differences.comparison import Comparison, cited, window
from model.matching.profile import Profile
from model.records import Difference, Span, TimeExpression

#: How many words the surroundings of two dates must share to date one happening, and what share of them: two
#: happenings of a story have its actors and its places in common.
_COMMON_AROUND = 2
_COMMON_SHARE = 0.6

_PARTS = frozenset({"early", "mid", "middle", "late", "beginning", "end", "start"})

_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})

#: Length of a date that names a day.
_DAY = 10

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def times(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: two dates of one happening, or a date that lost its “early” or “mid”."""
    found = (_other_date(pair) if pair.close else None) or (_other_part(pair) if pair.near else None)
    if found is not None:
        yield found


def _other_date(pair: Comparison) -> Difference | None:
    """Dates among the same words, neither within the other nor in agreement with a date of the other side."""
    mine = [(t, date) for t in pair.a.times if (date := _date(t)) is not None]
    theirs = [(t, date) for t in pair.b.times if (date := _date(t)) is not None]
    free_a = [(t, d) for t, d in mine if not any(_within(d, other) for _, other in theirs)]
    free_b = [(t, d) for t, d in theirs if not any(_within(d, other) for _, other in mine)]
    for one, date in free_a:
        for other, theirs_date in free_b:
            here, there = one.span, other.span
            if (
                len(date) == len(theirs_date)
                and not _same_words(pair, here, there)
                and _one_happening(pair, here, there)
            ):
                why = f"{cited(pair.a, here)} ({date}) against {cited(pair.b, there)} ({theirs_date})"
                return Difference("time", here, there, why)
    return None


def _same_words(pair: Comparison, one: Span, other: Span) -> bool:
    """Whether both sides say it in the same words, such as “Thursday”: the copy kept what it read."""
    mine, theirs = _words(pair.a, one), _words(pair.b, other)
    return mine == theirs and len(mine) > 0


def _other_part(pair: Comparison) -> Difference | None:
    """The same month, week or year, of which the two sides name different parts. A day's parts are detail."""
    for one in pair.a.times:
        for other in pair.b.times:
            mine, theirs = (_words(side, t.span) for side, t in ((pair.a, one), (pair.b, other)))
            if any(len(_date(t) or "") == _DAY for t in (one, other)) or mine & theirs & _WEEKDAYS:
                continue
            if (
                (mine & theirs) - _PARTS
                and mine & _PARTS != theirs & _PARTS
                and _common(pair, one.span, other.span) >= _COMMON_AROUND
            ):
                why = f"{cited(pair.a, one.span)} against {cited(pair.b, other.span)}"
                return Difference("time", one.span, other.span, why)
    return None


def _words(profile: Profile, span: Span) -> frozenset[str]:
    return frozenset(
        w.form for w in profile.words if span.start <= w.start and w.end <= span.end and w.content
    )


def _date(expression: TimeExpression) -> str | None:
    """The year, month or day that an expression stands for; None for anything vaguer or for a span of
    time.
    """
    value = expression.value
    return value if value is not None and _DATE.fullmatch(value) else None


def _within(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _common(pair: Comparison, one: Span, other: Span) -> int:
    return window(pair.a, one).common(window(pair.b, other))


def _one_happening(pair: Comparison, one: Span, other: Span) -> bool:
    fewest = min(len(window(pair.a, one).stems), len(window(pair.b, other).stems))
    return _common(pair, one, other) >= max(_COMMON_AROUND, _COMMON_SHARE * fewest)
