"""Quantities: numbers in digits and words, with their bounds, their unit and what they count.

What looks like a number and counts nothing is left out: ordinals, dates and clock times (the caller gives
their places), ages, parts of names ("Channel 12", "F-16") and the "one" of "one of them".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from model.language.wordlists import word_list
from model.records import Quantity, Span

_DIGITS = re.compile(
    r"(?P<symbol>[A-Z]{0,2}[$£€¥₹₪₩₽₺₴₦฿])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)(?P<suffix>[a-zA-Z]+|%)?"
)
_RANGE_WORDS = frozenset({"to", "-", "–", "—", "and", "or"})
_HYPHENS = frozenset({"-", "–", "‑"})
_AGE = frozenset({"year", "month", "week", "day"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER_TAGS = _NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX"}
#: Longest counted phrase, in tokens.
_LONGEST_NOUN = 8


class _Number(NamedTuple):
    """A number as read: tokens start..end, its value or its bounds, the unit of a symbol or suffix."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    suffixes: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    fractions: Mapping[str, float]
    bounds: tuple[tuple[tuple[str, ...], tuple[float | None, float | None]], ...]
    units: Mapping[tuple[str, ...], str]
    symbols: Mapping[str, str]
    idle_one: frozenset[str]
    numbered: frozenset[str]


@cache
def _table() -> _Table:
    data: Mapping[str, Any] = word_list("quantities")
    bounds = sorted(
        ((tuple(words.split("_")), _open_bounds(*shares)) for words, shares in data["bounds"].items()),
        key=lambda item: -len(item[0]),
    )
    return _Table(
        numbers=data["numbers"],
        multipliers=data["multipliers"],
        suffixes=data["suffixes"],
        vague={word: (low, high) for word, (low, high) in data["vague"].items()},
        fractions=data["fractions"],
        bounds=tuple(bounds),
        units={tuple(way.split("_")): unit for unit, ways in data["units"].items() for way in ways.split()},
        symbols=data["symbols"],
        idle_one=frozenset(data["words"]["idle_one"].split()),
        numbered=frozenset(data["words"]["numbered"].split()),
    )


def _open_bounds(low: float, high: float | None = None) -> tuple[float | None, float | None]:
    return (low or None), high


def small_number(word: str) -> int | None:
    """The whole number below ten thousand that one word stands for; None if it is no such number."""
    if word.isdecimal() and len(word) <= 4:
        return int(word)
    value = _table().numbers.get(word)
    if value is None and word == "dozen":
        value = 12
    return None if value is None else int(value)


def find_quantities(
    tokens: Tokens, times: Sequence[Span] = (), names: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """Quantities of a sentence in order. Numbers inside `times` and `names` (code points) count nothing."""
    taken = sorted((*times, *names))
    found: list[Quantity] = []
    words = [token for token in tokens if not token.is_space]
    i = 0
    for number in _numbers(words):
        if number.start < i:
            continue
        i = number.end
        place = Span(words[number.start].idx, _end(words[number.end - 1]))
        if any(place.overlap(other) for other in taken) or _counts_nothing(words, number):
            continue
        quantity, i = _quantity(words, number)
        if not any(quantity.span.overlap(time) for time in times):
            found.append(quantity)
    return tuple(found)


def _end(token: Token) -> int:
    return token.idx + len(token.text)


def _numbers(words: Sequence[Token]) -> Iterator[_Number]:
    i = 0
    while i < len(words):
        number = _range(words, i) or _vague(words, i)
        if number is None:
            i += 1
        else:
            yield number
            i = number.end


def _range(words: Sequence[Token], i: int) -> _Number | None:
    first = _single(words, i)
    if first is None or first.value is None:
        return first
    j = first.end
    if j + 1 < len(words) and words[j].lower_ in _RANGE_WORDS:
        second = _single(words, j + 1)
        joined = words[j].lower_
        if second and second.value is not None and (joined != "and" or _follows(words, i, "between")):
            scaled = first.value if first.value * 1000 > second.value else None
            if first.spelled == second.spelled and scaled is not None and first.value < second.value:
                low = first.value * _shared_multiplier(words, first, second)
                if low < second.value and (joined != "or" or second.value <= 2 * low + 1):
                    return _Number(i, second.end, None, low, second.value, second.unit or first.unit)
    return first


def _shared_multiplier(words: Sequence[Token], first: _Number, second: _Number) -> float:
    """ "2 to 3 million": the first number has the second's multiplier, unless it has its own."""
    last = words[second.end - 1].lower_
    multiplier = _table().multipliers.get(last)
    if multiplier is None or words[first.end - 1].lower_ in _table().multipliers:
        return 1.0
    return multiplier if last != "hundred" or second.end - second.start > 1 else 1.0


def _follows(words: Sequence[Token], i: int, word: str) -> bool:
    return i > 0 and words[i - 1].lower_ == word


def _single(words: Sequence[Token], i: int) -> _Number | None:
    return _in_digits(words, i) or _in_words(words, i)


def _in_digits(words: Sequence[Token], i: int) -> _Number | None:
    table, start, unit = _table(), i, None
    if words[i].text in table.symbols and i + 1 < len(words):
        unit, i = table.symbols[words[i].text], i + 1
    match = _DIGITS.fullmatch(words[i].text)
    if match is None or len(match["number"]) > 20:
        return None
    value = float(match["number"].replace(",", ""))
    suffix = (match["suffix"] or "").lower()
    if match["symbol"]:
        unit = table.symbols.get(match["symbol"], "USD" if match["symbol"].endswith("$") else None)
    if suffix in table.suffixes:
        value *= table.suffixes[suffix]
    elif suffix:
        unit = table.units.get((suffix,))
        if unit is None:
            return None
    end = i + 1
    if end < len(words) and words[end].lower_ in table.suffixes and words[end].idx == _end(words[end - 1]):
        value *= table.suffixes[words[end].lower_]
        end += 1
    value, end = _multiplied(words, value, end)
    return _Number(start, end, value, unit=unit)


def _multiplied(words: Sequence[Token], value: float, end: int) -> tuple[float, int]:
    table = _table()
    while end < len(words):
        j = end + 1 if words[end].text in _HYPHENS and end + 1 < len(words) else end
        factor = table.multipliers.get(words[j].lower_)
        if factor is None:
            break
        value, end = value * factor, j + 1
    return value, end


def _in_words(words: Sequence[Token], i: int) -> _Number | None:
    """ "twenty-one", "two hundred and five", "a million", "half a million", "two-thirds"."""
    table, total, current, j, last = _table(), 0.0, None, i, i
    if words[i].lower_ in ("a", "an", "half", "one") and i + 1 < len(words):
        scaled = _with_article(words, i)
        if scaled:
            return scaled
    while j < len(words):
        word = words[j].lower_
        if word in table.numbers:
            value = float(table.numbers[word])
            if (
                current is not None
                and not (current >= 20 and value < 10 and current % 10 == 0)
                and current % 100 != 0
            ):
                break
            current = (current or 0.0) + value
        elif word in table.multipliers and current is not None:
            current *= table.multipliers[word]
            if table.multipliers[word] >= 1000:
                total, current = total + current, 0.0
        elif not (current is not None and _joins(words, j)):
            break
        else:
            j += 1
            continue
        j += 1
        last = j
    if current is None:
        return None
    fraction = _fraction(words, last, current)
    return fraction._replace(start=i) if fraction else _Number(i, last, total + current, spelled=True)


def _joins(words: Sequence[Token], j: int) -> bool:
    """Whether the hyphen or "and" at `j` joins two parts of one number."""
    if j + 1 >= len(words) or words[j + 1].lower_ not in _table().numbers:
        return (
            j + 1 < len(words) and words[j].text in _HYPHENS and words[j + 1].lower_ in _table().multipliers
        )
    if words[j].text in _HYPHENS:
        return words[j - 1].lower_ in _table().numbers and words[j - 1].lower_.endswith("ty")
    return words[j].lower_ == "and" and words[j - 1].lower_ in ("hundred", "thousand")


def _fraction(words: Sequence[Token], end: int, count: float) -> _Number | None:
    j = end + 1 if end < len(words) and words[end].text in _HYPHENS else end
    if j < len(words) and words[j].lower_ in _table().fractions and count < 10 and words[j].lower_ != "half":
        follows = words[j + 1].lower_ if j + 1 < len(words) else ""
        if words[j].lower_.endswith("s") or (j > end and follows == "of"):
            return _Number(0, j + 1, count * _table().fractions[words[j].lower_], spelled=True)
    return None


def _with_article(words: Sequence[Token], i: int) -> _Number | None:
    table, j = _table(), i
    value = 1.0
    if words[j].lower_ == "half":
        if words[j + 1].lower_ not in ("a", "of", "the"):
            return None
        if words[j + 1].lower_ != "a":
            return _Number(i, i + 1, 0.5, spelled=True)
        value, j = 0.5, j + 1
    if j + 1 < len(words) and words[j + 1].lower_ in table.multipliers:
        value, end = _multiplied(words, value, j + 1)
        return _Number(i, end, value, spelled=True)
    return None


def _vague(words: Sequence[Token], i: int) -> _Number | None:
    """ "dozens", "tens of thousands", "several hundred"."""
    table, word = _table(), words[i].lower_
    bounds = table.vague.get(word)
    if bounds is None:
        if word in ("several", "few") and i + 1 < len(words) and words[i + 1].lower_ in table.multipliers:
            factor = table.multipliers[words[i + 1].lower_]
            return _Number(i, i + 2, None, 2 * factor, 9 * factor, spelled=True)
        return None
    if words[i].tag_ and not words[i].tag_.startswith(("NN", "CD")):
        return None
    low, high = bounds
    if i + 2 < len(words) and words[i + 1].lower_ == "of" and words[i + 2].lower_ in table.vague:
        scale = table.vague[words[i + 2].lower_][0] / 2
        return _Number(i, i + 3, None, low * scale, high * scale, spelled=True)
    return _Number(i, i + 1, None, low, high, spelled=True) if i + 1 < len(words) else None


def _counts_nothing(words: Sequence[Token], number: _Number) -> bool:
    first, before = words[number.start], words[number.start - 1] if number.start else None
    after = words[number.end] if number.end < len(words) else None
    if first.lower_ in ("zero", "tens", "scores") and number.end - number.start == 1:
        return True
    if first.lower_ == "one" and number.end == number.start + 1:
        return _idle_one(words, number)
    if number.unit:
        return False
    if before is not None and not number.spelled and _is_numbered(before, after):
        return True
    if after is not None and after.text in (")", ".") and number.start == 0 and not number.spelled:
        return True
    return _is_age(words, number)


def _idle_one(words: Sequence[Token], number: _Number) -> bool:
    before = words[number.start - 1].lower_ if number.start else ""
    if number.end >= len(words) or words[number.end].lower_ in _table().idle_one:
        return True
    if before in ("only", "just", "least", "than"):
        return False
    if before in ("no", "any", "every", "each", "this", "that", "the", "another", "some"):
        return True
    j = number.end
    while j < len(words) and words[j].tag_ == "JJ":
        j += 1
    return j >= len(words) or words[j].tag_ != "NN"


def _is_numbered(before: Token, after: Token | None) -> bool:
    """Whether a number in digits is part of a name or names one of a series."""
    if before.lower_ in _table().numbered:
        return True
    glued = _end(before) == before.idx + len(before.text_with_ws)
    if glued and (before.text in _HYPHENS or before.text in ("/", "#", "@", "_")):
        return True
    counted = after is not None and after.tag_ in ("NNS", "NNPS", "JJ", "NN")
    return before.tag_ in ("NNP", "NNPS") and not counted and before.i > before.sent.start


def _is_age(words: Sequence[Token], number: _Number) -> bool:
    end = number.end
    after = [word.lower_ for word in words[end : end + 4]]
    if after[:1] and after[0] in _HYPHENS and len(after) > 3 and after[1] in _AGE and after[2] in _HYPHENS:
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


def _quantity(words: Sequence[Token], number: _Number) -> tuple[Quantity, int]:
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
    place = Span(words[start].idx, _end(words[end - 1]))
    return Quantity(place.start, place.end, value, low, high, unit, of), end


def _bounded(words: Sequence[Token], start: int) -> tuple[int, tuple[float | None, float | None] | None]:
    for phrase, shares in _table().bounds:
        begin = start - len(phrase)
        if begin >= 0 and all(words[begin + k].lower_ == word for k, word in enumerate(phrase)):
            return begin, shares
    return start, None


def _unit(words: Sequence[Token], end: int) -> tuple[str | None, int]:
    j = end + 1 if end + 1 < len(words) and words[end].text in _HYPHENS else end
    for length in (2, 1):
        if j + length <= len(words):
            unit = _table().units.get(tuple(word.lower_ for word in words[j : j + length]))
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
    text = words[start].doc.text[words[start].idx : _end(words[last - 1])]
    return text, last
