"""Text from anywhere made safe for one row of cells, code point by code point.

Each code point gives exactly one code point, so offsets into the text are offsets into what is shown. The
policy:

- White space of every kind is one space, tabs and line ends too; only the ideographic space keeps its two
  cells.
- C0 controls and DEL show as their control pictures (`␛`); C1 controls, lone surrogates, private-use and
  unassigned code points as `�`.
- What would be invisible shows as `·`: bidirectional controls, zero-width characters, joiners, tags, soft
  hyphens, fillers, variation selectors, enclosing marks, and skin tones (some terminals merge them into
  the emoji before).
- Regional indicators show as the letters they stand for: terminals do not agree on the width of flags.
- Combining marks stay where they are sure to add nothing to the width: behind a letter, at most three in
  a row. Any other mark is `·`. That covers accents, Hebrew points, Arabic vowels and Indic vowel signs,
  and no piles.
- Hebrew and Arabic stay in logical order. A terminal that reorders them does so by itself; one that does
  not shows them from left to right. Either way a highlight covers the cells the terminal holds for those
  code points.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from rich.cells import cell_len, get_character_cell_size

from .cells import is_unsettled

_INVISIBLE = "·"
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_MAX_MARKS = 3

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
_IDEOGRAPHIC_SPACE = "\u3000"


def sanitise(text: str) -> str:
    """`text` with everything replaced that could move the cursor, hide, or take another width than rich says.

    The result has as many code points as `text`, and sanitising it again changes nothing.
    """
    shown = text.translate(_STAND_INS)
    return _without_loose_marks(shown) if is_unsettled(shown) else shown


def cell_width(text: str) -> int:
    """The number of cells that sanitised text takes, as Textual counts them."""
    return cell_len(text)


def cell_columns(text: str) -> list[int]:
    """The column each code point of sanitised text begins at, from 0, and at the end the whole width.

    A combining mark begins where its letter ends.
    """
    return list(accumulate(map(get_character_cell_size, text), initial=0))


class _StandIns(dict[int, str]):
    """A table for `str.translate` that decides on each code point once."""

    def __missing__(self, code: int) -> str:
        self[code] = stand_in = _stand_in(chr(code))
        return stand_in


_STAND_INS = _StandIns()


def _stand_in(character: str) -> str:
    """What one code point is shown as, wherever it stands."""
    code, category = ord(character), unicodedata.category(character)
    if character.isspace():
        return character if character == _IDEOGRAPHIC_SPACE else " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if category in {"Cc", "Cs", "Co", "Cn"}:
        return _UNKNOWN
    if 0x1F1E6 <= code <= 0x1F1FF:
        return chr(ord("A") + code - 0x1F1E6)
    if category in {"Cf", "Me"} or character in _FILLERS or _is_selector_or_tone(code):
        return _INVISIBLE
    return character


def _is_selector_or_tone(code: int) -> bool:
    return (
        0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or 0x180B <= code <= 0x180F
        or 0x1F3FB <= code <= 0x1F3FF
    )


def _without_loose_marks(text: str) -> str:
    shown: list[str] = []
    marks = _MAX_MARKS
    for character in text:
        if _joins_the_cell_before(character):
            shown.append(character if marks < _MAX_MARKS else _INVISIBLE)
            marks += 1
        else:
            shown.append(character)
            marks = 0 if character.isalpha() else _MAX_MARKS
    return "".join(shown)


def _joins_the_cell_before(character: str) -> bool:
    return get_character_cell_size(character) == 0 or unicodedata.category(character) in {"Mn", "Mc"}
