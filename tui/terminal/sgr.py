"""Styles of cells and the SGR sequences between them: parsing what Textual sends, and the shortest way back.

SGR (Select Graphic Rendition, ECMA-48 8.3.117) is `ESC [ parameters m`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color, ColorSystem

from .capabilities import ColourDepth

BOLD, DIM, ITALIC, UNDERLINE, BLINK, FAST_BLINK = 1, 2, 4, 8, 16, 32
REVERSE, CONCEAL, STRIKE, DOUBLE_UNDERLINE, FRAME, ENCIRCLE, OVERLINE = 64, 128, 256, 512, 1024, 2048, 4096

_ON = {
    "1": BOLD,
    "2": DIM,
    "3": ITALIC,
    "4": UNDERLINE,
    "5": BLINK,
    "6": FAST_BLINK,
    "7": REVERSE,
    "8": CONCEAL,
    "9": STRIKE,
    "21": DOUBLE_UNDERLINE,
    "51": FRAME,
    "52": ENCIRCLE,
    "53": OVERLINE,
}
_OFF = {
    "22": BOLD | DIM,
    "23": ITALIC,
    "24": UNDERLINE | DOUBLE_UNDERLINE,
    "25": BLINK | FAST_BLINK,
    "27": REVERSE,
    "28": CONCEAL,
    "29": STRIKE,
    "54": FRAME | ENCIRCLE,
    "55": OVERLINE,
}
_ANSI_FOREGROUND = frozenset(map(str, (*range(30, 38), *range(90, 98))))
_ANSI_BACKGROUND = frozenset(map(str, (*range(40, 48), *range(100, 108))))

SEEN_ON_BLANKS = (
    UNDERLINE | BLINK | FAST_BLINK | REVERSE | STRIKE | DOUBLE_UNDERLINE | FRAME | ENCIRCLE | OVERLINE
)
"""The attributes that change how an empty cell looks; of the others only the background does."""


class Style(NamedTuple):
    """How a cell looks. Colours are SGR parameters (`31`, `38;5;12`, `48;2;0;0;0`), empty for the default.

    `link` is what stands between `ESC ] 8 ;` and the terminator of an OSC 8 hyperlink, empty for none.
    """

    foreground: str = ""
    background: str = ""
    attributes: int = 0
    link: str = ""


DEFAULT = Style()


@lru_cache(2048)
def apply_sgr(style: Style, parameters: str, depth: ColourDepth) -> Style:
    """The style after `ESC [ parameters m`, colours reduced to `depth`; unknown parameters are ignored."""
    foreground, background, attributes, link = style
    items = iter(parameters.split(";"))
    for item in items:
        if item.strip("0") == "":
            foreground, background, attributes = "", "", 0
        elif item in _ON:
            if item in {"4", "21"}:  # a line under the text is single or double, the last word counts
                attributes &= ~(UNDERLINE | DOUBLE_UNDERLINE)
            attributes |= _ON[item]
        elif item in _OFF:
            attributes &= ~_OFF[item]
        elif item in _ANSI_FOREGROUND:
            foreground = item if depth else ""
        elif item in _ANSI_BACKGROUND:
            background = item if depth else ""
        elif item == "39":
            foreground = ""
        elif item == "49":
            background = ""
        elif item in {"38", "48", "58"}:
            colour = _extended_colour(items)
            if item == "38":
                foreground = reduced_colour(colour, depth, foreground=True)
            elif item == "48":
                background = reduced_colour(colour, depth, foreground=False)
    return Style(foreground, background, attributes, link)


def _extended_colour(items: Iterator[str]) -> Color | None:
    """The colour after 38, 48 or 58: `5;n` or `2;r;g;b`; None for anything else."""
    kind = next(items, "")
    values = [
        min(int(value), 255)
        for _, value in zip(range({"5": 1, "2": 3}.get(kind, 0)), items, strict=False)
        if value.isdecimal()
    ]
    if kind == "5" and len(values) == 1:
        return Color.from_ansi(values[0])
    if kind == "2" and len(values) == 3:
        return Color.from_rgb(*values)
    return None


def reduced_colour(colour: Color | None, depth: ColourDepth, *, foreground: bool) -> str:
    """The SGR parameters of the nearest colour of `depth`; empty, the default, for None or no colours."""
    if colour is None or depth is ColourDepth.NONE:
        return ""
    system = {
        ColourDepth.ANSI: ColorSystem.STANDARD,
        ColourDepth.EIGHT_BIT: ColorSystem.EIGHT_BIT,
        ColourDepth.TRUECOLOR: ColorSystem.TRUECOLOR,
    }[depth]
    return ";".join(colour.downgrade(system).get_ansi_codes(foreground))


@lru_cache(4096)
def on_blank(style: Style) -> Style:
    """The least style that makes an empty cell look as with `style`: its foreground is not seen."""
    if style.attributes & SEEN_ON_BLANKS:
        return style
    return Style(background=style.background, link=style.link)


@lru_cache(4096)
def transition(pen: Style, style: Style) -> str:
    """The shortest SGR and OSC 8 that turn the terminal's `pen` into `style`; empty if equal."""
    link = "" if pen.link == style.link else f"\x1b]8;{style.link or ';'}\x1b\\"
    if pen[:3] == style[:3]:
        return link
    stepwise = ";".join(_steps(pen, style))
    afresh = ";".join(("", *_steps(DEFAULT, style)))
    return f"{link}\x1b[{min(stepwise, afresh, key=len)}m"


def _steps(pen: Style, style: Style) -> list[str]:
    """SGR parameters that change `pen` into `style` without a reset."""
    off = pen.attributes & ~style.attributes
    on = style.attributes & ~pen.attributes
    steps = []
    for code, bits in _OFF.items():
        if off & bits:
            steps.append(code)
            on |= style.attributes & bits
    steps += [code for code, bit in _ON.items() if on & bit]
    if pen.foreground != style.foreground:
        steps.append(style.foreground or "39")
    if pen.background != style.background:
        steps.append(style.background or "49")
    return steps
