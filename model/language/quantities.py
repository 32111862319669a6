"""Quantities: numbers with their bounds, their unit and what they count.

What looks like a number and counts nothing is left out: ordinals, dates and clock times (the caller gives
their places), ages, parts of names ("Channel 12", "F-16") and the "one" of "one of them".
"""

from __future__ import annotations

from collections.abc import Sequence

from model.language.numerals import HYPHENS, Number, end_of, find_numbers, table
from model.language.tokens import Token
from model.records import Quantity, Span

_AGE = frozenset({"year", "month", "week", "day"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER_TAGS = _NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX"}
#: Longest counted phrase, in tokens.
_LONGEST_NOUN = 8


def find_quantities(
    tokens: Sequence[Token], times: Sequence[Span] = (), names: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """Quantities of a sentence in order. Numbers inside `times` and `names` (code points) count nothing."""
    taken = sorted((*times, *names))
    found: list[Quantity] = []
    words = [token for token in tokens if not token.is_space]
    i = 0
    for number in find_numbers(words):
        if number.start < i:
            continue
        i = number.end
        place = Span(words[number.start].idx, end_of(words[number.end - 1]))
        if any(place.overlap(other) for other in taken) or _counts_nothing(words, number):
            continue
        quantity, i = _quantity(words, number)
        if not any(quantity.span.overlap(time) for time in times):
            found.append(quantity)
    return tuple(found)


def _counts_nothing(words: Sequence[Token], number: Number) -> bool:
    first, before = words[number.start], words[number.start - 1] if number.start else None
    after = words[number.end] if number.end < len(words) else None
    if first.lower_ in ("zero", "tens", "scores") and number.end - number.start == 1:
        return True
    if first.lower_ == "one" and number.end == number.start + 1:
        return _idle_one(words, number)
    if number.unit:
        return False
    if before is not None and not number.spelled and _is_numbered(before, after, opens=number.start == 1):
        return True
    if after is not None and after.text in (")", ".") and number.start == 0 and not number.spelled:
        return True
    return _is_age(words, number)


def _idle_one(words: Sequence[Token], number: Number) -> bool:
    before = words[number.start - 1].lower_ if number.start else ""
    if number.end >= len(words) or words[number.end].lower_ in table().idle_one:
        return True
    if before in ("only", "just", "least", "than"):
        return False
    if before in ("no", "any", "every", "each", "this", "that", "the", "another", "some"):
        return True
    j = number.end
    while j < len(words) and words[j].tag_ == "JJ":
        j += 1
    return j >= len(words) or words[j].tag_ != "NN"


def _is_numbered(before: Token, after: Token | None, *, opens: bool) -> bool:
    """Whether a number in digits is part of a name or names one of a series."""
    if before.lower_ in table().numbered:
        return True
    glued = end_of(before) == before.idx + len(before.text) + len(before.whitespace_)
    if glued and (before.text in HYPHENS or before.text in ("/", "#", "@", "_")):
        return True
    counted = after is not None and after.tag_ in ("NNS", "NNPS", "JJ", "NN")
    return before.tag_ in ("NNP", "NNPS") and not counted and not opens


def _is_age(words: Sequence[Token], number: Number) -> bool:
    end = number.end
    after = [word.lower_ for word in words[end : end + 4]]
    if after[:1] and after[0] in HYPHENS and len(after) > 3 and after[1] in _AGE and after[2] in HYPHENS:
        return after[3] in ("old", "olds")
    if (
        len(after) > 1
        and after[0] in ("year", "years", "month", "months")
        and after[1] in ("old", "olds", "of")
    ):
        return after[1] != "of" or after[2:3] == ["age"]
    before = words[max(0, number.start - 2) : number.start]
    if before and before[-1].lower_ in ("aged", "age", "ages"):
        return True
    small = number.value is not None and 0 < number.value < 120 and not number.spelled
    if not (small and before and before[-1].text == "," and len(before) > 1):
        return False
    return before[0].tag_ in ("NNP", "NN", "") and (not after or after[0] in (",", ".", "and", "who", ")"))


def _quantity(words: Sequence[Token], number: Number) -> tuple[Quantity, int]:
    """The quantity around a number, and the first token behind it."""
    start, shares = _bounded(words, number.start)
    unit, end = number.unit, number.end
    named, unit_end = _unit(words, end)
    if named and (unit is None or named == unit):
        unit, end = named, unit_end
    value, low, high = number.value, number.low, number.high
    if shares and value is not None:
        low = None if shares[0] is None else value * shares[0]
        high = None if shares[1] is None else value * shares[1]
    of, noun_end = _counted(words, end, has_unit=unit is not None)
    if of is not None and unit is None:
        end = noun_end
    place = Span(words[start].idx, end_of(words[end - 1]))
    return Quantity(place.start, place.end, value, low, high, unit, of), end


def _bounded(words: Sequence[Token], start: int) -> tuple[int, tuple[float | None, float | None] | None]:
    for phrase, shares in table().bounds:
        begin = start - len(phrase)
        if begin >= 0 and all(words[begin + k].lower_ == word for k, word in enumerate(phrase)):
            return begin, shares
    return start, None


def _unit(words: Sequence[Token], end: int) -> tuple[str | None, int]:
    j = end + 1 if end + 1 < len(words) and words[end].text in HYPHENS else end
    for length in (2, 1):
        if j + length <= len(words):
            unit = table().units.get(tuple(word.lower_ for word in words[j : j + length]))
            if unit:
                return unit, j + length
    return None, end


def _counted(words: Sequence[Token], end: int, *, has_unit: bool) -> tuple[str | None, int]:
    """The noun that is counted, as written, and the token behind it."""
    start = end
    if start < len(words) and words[start].lower_ == "of":
        start += 1
        while start < len(words) and words[start].tag_ in ("DT", "PRP$"):
            start += 1
    elif has_unit:
        return None, end
    j, last = start, start
    while j < len(words) and j - start < _LONGEST_NOUN:
        token = words[j]
        if not token.tag_:
            last = start + 1 if words[start].is_alpha else start
            break
        if token.tag_ in _NOUN_TAGS:
            last = j + 1
        elif token.tag_ not in _INNER_TAGS:
            break
        j += 1
    if last == start and start < len(words) and words[start].tag_ in ("VBN", "JJ", "VBD") and not has_unit:
        last = start + 1
    if last == start:
        return None, end
    return words[start].doc.between(words[start].i, words[last - 1].i + 1), last
