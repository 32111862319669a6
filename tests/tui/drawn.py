"""Screens as text that can be read and compared line by line: characters, styles, a legend of the styles.

A drawing holds one screen at several sizes. Under each row of characters stands, if anything in it is more
than plain, a row of letters, one a cell; the legend at the end says what a letter means in each depth of
colour. The letter of a style hangs on its meaning, so a new style seldom changes another's letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from string import ascii_letters, digits
from typing import NamedTuple
from zlib import crc32

from rich.cells import get_character_cell_size
from rich.style import Style
from textual.strip import Strip

_LETTERS = ascii_letters + digits
_PLAIN = " "
_TEXT, _MARKS = "| ", "' "

#: For each cell of a row, how it looks in each depth of colour.
Looks = Sequence[tuple[str, ...]]


class Drawn(NamedTuple):
    """A screen at one size: its characters by rows, and for each row the looks of its cells."""

    size: str
    rows: Sequence[str]
    looks: Sequence[Looks]


def drawn(size: str, modes: Mapping[str, Sequence[Strip]]) -> Drawn:
    """A screen from the strips that show it in each depth of colour. The characters must be the same."""
    first, *others = modes.values()
    rows = [strip.text for strip in first]
    for strips in others:
        assert [strip.text for strip in strips] == rows, "only colours may differ between depths of colour"
    looks = [
        list(zip(*(_looks(strip) for strip in strips), strict=True))
        for strips in zip(*modes.values(), strict=True)
    ]
    return Drawn(size, rows, looks)


def written(modes: Sequence[str], screens: Sequence[Drawn]) -> str:
    """The text of a drawing: one screen at its sizes, and the legend for these depths of colour."""
    letters: dict[tuple[str, ...], str] = {screens[0].looks[-1][-1]: _PLAIN}
    return "".join(f"{line}\n" for line in _lines(modes, screens, letters))


def _lines(
    modes: Sequence[str], screens: Sequence[Drawn], letters: dict[tuple[str, ...], str]
) -> Iterator[str]:
    for screen in screens:
        yield f"== {screen.size}"
        for row, looks in zip(screen.rows, screen.looks, strict=True):
            yield (_TEXT + row).rstrip()
            marks = "".join(_letter(look, letters) for look in looks).rstrip()
            if marks:
                yield _MARKS + marks
    yield f"== {' | '.join(modes)}"
    for look, letter in sorted(letters.items(), key=lambda item: item[1]):
        yield f"{letter} {' | '.join(look)}"


def _letter(look: tuple[str, ...], letters: dict[tuple[str, ...], str]) -> str:
    letter = letters.get(look)
    if letter is None:
        start, taken = crc32(repr(look).encode()) % len(_LETTERS), set(letters.values())
        letter = next(c for c in _LETTERS[start:] + _LETTERS[:start] if c not in taken)
        letters[look] = letter
    return letter


def _looks(strip: Strip) -> list[str]:
    """The look of each cell of a strip; of an empty cell only what is seen on it."""
    looks: list[str] = []
    for text, style, _ in strip:
        for character in text:
            seen = _seen(style or Style.null(), blank=character == " ")
            looks += [seen] * get_character_cell_size(character)
    return looks


@cache
def _seen(style: Style, *, blank: bool) -> str:
    if blank and not (style.underline or style.reverse or style.strike):
        style = Style(bgcolor=style.bgcolor)
    return str(style)
