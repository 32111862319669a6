"""The same happening at two times. Another date of publication is no difference, a later happening neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.matching.differences.comparison import Comparison, cited, window
from model.records import Difference, Span, TimeExpression

#: How many words the surroundings of two dates must share to date one happening.
_COMMON_AROUND = 2

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def times(pair: Comparison) -> Iterator[Difference]:
    """Dates in surroundings that meet, neither of which lies within the other or agrees with a date of the other side."""
    if not pair.close:
        return
    mine = [(t, date) for t in pair.a.times if (date := _date(t)) is not None]
    theirs = [(t, date) for t in pair.b.times if (date := _date(t)) is not None]
    free_a = [(t, d) for t, d in mine if not any(_within(d, other) for _, other in theirs)]
    free_b = [(t, d) for t, d in theirs if not any(_within(d, other) for _, other in mine)]
    for one, date in free_a:
        for other, theirs_date in free_b:
            if len(date) == len(theirs_date) and _meet(pair, _span(one), _span(other)):
                why = f"{cited(pair.a, _span(one))} ({date}) against {cited(pair.b, _span(other))} ({theirs_date})"
                yield Difference("time", _span(one), _span(other), why)
                return


def _date(expression: TimeExpression) -> str | None:
    """The year, month or day that an expression stands for; None for anything vaguer or for a span of time."""
    value = expression.value
    return value if value is not None and _DATE.fullmatch(value) else None


def _within(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _span(expression: TimeExpression) -> Span:
    return Span(expression.start, expression.end)


def _meet(pair: Comparison, one: Span, other: Span) -> bool:
    return window(pair.a, one).common(window(pair.b, other)) >= _COMMON_AROUND
