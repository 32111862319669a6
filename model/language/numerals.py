"""Numerals: numbers in digits and words, from "1,200" and "$3bn" to "tens of thousands" and "10 to 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from model.language.tokens import Token
from model.language.wordlists import word_list

HYPHENS = frozenset({"-", "–", "‑"})

_DIGITS = re.compile(
    r"(?P<symbol>[A-Z]{0,2}[$£€¥₹₪₩₽₺₴₦฿])?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)"
    r"(?P<suffix>[a-zA-Z]+|%)?"
)
_BEFORE_MULTIPLIER = ("a", "an", "half", "one", "several", "few")
_RANGE_WORDS = frozenset({"to", "-", "–", "—", "and", "or"})

#: What counts more than this is no report.
_LARGEST = 1e18


def end_of(token: Token) -> int:
    """The code point behind a token."""
    return token.idx + len(token.text)


class Number(NamedTuple):
    """A number as read: tokens start..end, its value or its bounds, the unit of a symbol or suffix."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The words of numbers, bounds and units, as looked up."""

    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    suffixes: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    fractions: Mapping[str, float]
    bounds: tuple[tuple[tuple[str, ...], tuple[float | None, float | None]], ...]
    units: Mapping[tuple[str, ...], str]
    symbols: Mapping[str, str]
    begins: frozenset[str]
    idle_one: frozenset[str]
    numbered: frozenset[str]


@cache
def table() -> Table:
    """The words that ship."""
    data: Mapping[str, Any] = word_list("quantities")
    bounds = sorted(
        ((tuple(words.split("_")), _open_bounds(*shares)) for words, shares in data["bounds"].items()),
        key=lambda item: -len(item[0]),
    )
    return Table(
        begins=frozenset(
            {*data["numbers"], *data["vague"], *_BEFORE_MULTIPLIER, *map(str.lower, data["symbols"])}
        ),
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
    value = table().numbers.get(word)
    if value is None and word == "dozen":
        value = 12
    return None if value is None else int(value)


def find_numbers(words: Sequence[Token]) -> Iterator[Number]:
    """Numbers among the tokens of a sentence, in order; those that count nothing are among them."""
    begins = table().begins
    i = 0
    while i < len(words):
        word = words[i]
        if word.text.isalpha() and word.lower_ not in begins:
            i += 1
            continue
        number = _range(words, i) or _vague(words, i)
        if number is None:
            i += 1
        else:
            yield number
            i = number.end


def _range(words: Sequence[Token], i: int) -> Number | None:
    """ "10 to 12", "2-3 million", "between five and ten"; a single number if no range begins at `i`."""
    first = _single(words, i)
    if first is None or first.value is None:
        return first
    j = first.end
    if j + 1 >= len(words) or words[j].lower_ not in _RANGE_WORDS:
        return first
    joined, second = words[j].lower_, _single(words, j + 1)
    if second is None or second.value is None or second.spelled != first.spelled:
        return first
    if joined == "and" and not _follows(words, i, "between"):
        return first
    low = first.value * _shared_multiplier(words, first, second)
    near = low < second.value < 1000 * low and (joined != "or" or second.value <= 2 * low + 1)
    return Number(i, second.end, None, low, second.value, second.unit or first.unit) if near else first


def _shared_multiplier(words: Sequence[Token], first: Number, second: Number) -> float:
    """ "2 to 3 million": the first number has the second's multiplier, unless it has its own."""
    last = words[second.end - 1].lower_
    multiplier = table().multipliers.get(last)
    if multiplier is None or words[first.end - 1].lower_ in table().multipliers:
        return 1.0
    return multiplier if last != "hundred" or second.end - second.start > 1 else 1.0


def _follows(words: Sequence[Token], i: int, word: str) -> bool:
    return i > 0 and words[i - 1].lower_ == word


def _single(words: Sequence[Token], i: int) -> Number | None:
    return _in_digits(words, i) or _in_words(words, i)


def _in_digits(words: Sequence[Token], i: int) -> Number | None:
    known, start, unit = table(), i, None
    if words[i].text in known.symbols and i + 1 < len(words):
        unit, i = known.symbols[words[i].text], i + 1
    match = _DIGITS.fullmatch(words[i].text)
    if match is None or len(match["number"]) > 20:
        return None
    value = float(match["number"].replace(",", ""))
    suffix = (match["suffix"] or "").lower()
    if match["symbol"]:
        unit = known.symbols.get(match["symbol"], "USD" if match["symbol"].endswith("$") else None)
    if suffix in known.suffixes:
        value *= known.suffixes[suffix]
    elif suffix:
        unit = known.units.get((suffix,))
        if unit is None:
            return None
    end = i + 1
    if end < len(words) and words[end].lower_ in known.suffixes and words[end].idx == end_of(words[end - 1]):
        value *= known.suffixes[words[end].lower_]
        end += 1
    value, end = _multiplied(words, value, end)
    return Number(start, end, value, unit=unit)


def _multiplied(words: Sequence[Token], value: float, end: int) -> tuple[float, int]:
    known = table()
    while end < len(words):
        j = end + 1 if words[end].text in HYPHENS and end + 1 < len(words) else end
        factor = known.multipliers.get(words[j].lower_)
        if factor is None or value > _LARGEST:
            break
        value, end = value * factor, j + 1
    return value, end


def _in_words(words: Sequence[Token], i: int) -> Number | None:
    """ "twenty-one", "two hundred and five", "a million", "half a million", "two-thirds"."""
    known, total, current, j, last = table(), 0.0, None, i, i
    if words[i].lower_ in ("a", "an", "half", "one") and i + 1 < len(words):
        scaled = _with_article(words, i)
        if scaled:
            return scaled
    while j < len(words):
        word = words[j].lower_
        if word in known.numbers:
            value = float(known.numbers[word])
            if (
                current is not None
                and not (current >= 20 and value < 10 and current % 10 == 0)
                and current % 100 != 0
            ):
                break
            current = (current or 0.0) + value
        elif word in known.multipliers and current is not None:
            current = min(current * known.multipliers[word], _LARGEST)
            if known.multipliers[word] >= 1000:
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
    return fraction._replace(start=i) if fraction else Number(i, last, total + current, spelled=True)


def _joins(words: Sequence[Token], j: int) -> bool:
    """Whether the hyphen or "and" at `j` joins two parts of one number."""
    if j + 1 >= len(words) or words[j + 1].lower_ not in table().numbers:
        return j + 1 < len(words) and words[j].text in HYPHENS and words[j + 1].lower_ in table().multipliers
    if words[j].text in HYPHENS:
        return words[j - 1].lower_ in table().numbers and words[j - 1].lower_.endswith("ty")
    return words[j].lower_ == "and" and words[j - 1].lower_ in ("hundred", "thousand")


def _fraction(words: Sequence[Token], end: int, count: float) -> Number | None:
    j = end + 1 if end < len(words) and words[end].text in HYPHENS else end
    if j < len(words) and words[j].lower_ in table().fractions and count < 10 and words[j].lower_ != "half":
        follows = words[j + 1].lower_ if j + 1 < len(words) else ""
        if words[j].lower_.endswith("s") or (j > end and follows == "of"):
            return Number(0, j + 1, count * table().fractions[words[j].lower_], spelled=True)
    return None


def _with_article(words: Sequence[Token], i: int) -> Number | None:
    known, j = table(), i
    value = 1.0
    if words[j].lower_ == "half":
        if words[j + 1].lower_ not in ("a", "of", "the"):
            return None
        if words[j + 1].lower_ != "a":
            return Number(i, i + 1, 0.5, spelled=True)
        value, j = 0.5, j + 1
    if j + 1 < len(words) and words[j + 1].lower_ in known.multipliers:
        value, end = _multiplied(words, value, j + 1)
        return Number(i, end, value, spelled=True)
    return None


def _vague(words: Sequence[Token], i: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred"."""
    known, word = table(), words[i].lower_
    bounds = known.vague.get(word)
    if bounds is None:
        if word in ("several", "few") and i + 1 < len(words) and words[i + 1].lower_ in known.multipliers:
            factor = known.multipliers[words[i + 1].lower_]
            return Number(i, i + 2, None, 2 * factor, 9 * factor, spelled=True)
        return None
    if words[i].tag_ and not words[i].tag_.startswith(("NN", "CD")):
        return None
    low, high = bounds
    if i + 2 < len(words) and words[i + 1].lower_ == "of" and words[i + 2].lower_ in known.vague:
        scale = known.vague[words[i + 2].lower_][0] / 2
        return Number(i, i + 3, None, low * scale, high * scale, spelled=True)
    return Number(i, i + 1, None, low, high, spelled=True) if i + 1 < len(words) else None
