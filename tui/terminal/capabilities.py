"""What the terminal can do, decided from the environment alone: nothing is asked of the terminal.

Textual takes `NO_COLOR` out of its own copy of the environment only, so `detect(os.environ)` may be called at
any time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum


class ColourDepth(IntEnum):
    """How many colours may be sent; the members are ordered, more colours compare greater."""

    NONE = 0
    """No colour at all; bold, dim, italic, underline and reverse are kept."""
    ANSI = 1
    """The sixteen colours of the terminal's own palette."""
    EIGHT_BIT = 2
    """The 256 colours of xterm."""
    TRUECOLOR = 3
    """Red, green and blue with eight bits each."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What may be sent to one terminal.

    `dumb`: no cursor movement, so no reader at all. `unicode`: characters outside ASCII arrive intact.
    `erases_in_colour`: erased and scrolled-in cells take the current background (terminfo's `bce`).
    """

    colour: ColourDepth
    dumb: bool
    unicode: bool
    erases_in_colour: bool


_MONOCHROME = re.compile(r"vt\d+|.*-m(?:ono)?$")
_SIXTEEN_COLOURS = re.compile(r"(?:linux|ansi|cygwin|cons25|sun|.*-16color)")
_MANY_COLOURS = re.compile(
    r".*-(?:256color|direct)|(?:xterm|tmux|screen|rxvt|alacritty|foot|kitty|wezterm|ghostty|st)\b"
)
_TRUECOLOUR = re.compile(r".*-direct|(?:xterm-)?(?:kitty|ghostty)\b|alacritty\b|foot\b|wezterm\b")
_ERASES_IN_COLOUR = re.compile(r"(?:xterm|tmux|rxvt|alacritty|foot|kitty|wezterm|ghostty|linux|st)\b")


def colour_depth(environ: Mapping[str, str]) -> ColourDepth:
    """The number of colours for this environment.

    `NO_COLOR` wins when it is set and not empty (https://no-color.org). GNU screen passes 24-bit colours on
    only when told to, so inside it `COLORTERM`, inherited from the outer terminal, is not believed.
    """
    term = environ.get("TERM", "").lower()
    if environ.get("NO_COLOR") or _is_dumb(term) or _MONOCHROME.fullmatch(term):
        return ColourDepth.NONE
    if _SIXTEEN_COLOURS.fullmatch(term):
        return ColourDepth.ANSI
    if not _in_screen(environ) and (
        environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or _TRUECOLOUR.match(term)
    ):
        return ColourDepth.TRUECOLOR
    return ColourDepth.EIGHT_BIT if _MANY_COLOURS.match(term) else ColourDepth.ANSI


def is_unicode_safe(environ: Mapping[str, str]) -> bool:
    """Whether the locale says UTF-8, by the first of LC_ALL, LC_CTYPE and LANG that is not empty.

    Without any of them the answer is yes: the usual case is an SSH session whose server dropped the
    variables.
    """
    named = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := environ.get(name))), "UTF-8")
    return "utf8" in named.lower().replace("-", "")


def erases_in_colour(environ: Mapping[str, str]) -> bool:
    """Whether erasing fills with the current background; tmux does, GNU screen and the unknown do not."""
    term = environ.get("TERM", "").lower()
    if _in_screen(environ):
        return False
    return bool(_ERASES_IN_COLOUR.match(term)) or ("TMUX" in environ and term.startswith("screen"))


def detect(environ: Mapping[str, str]) -> Capabilities:
    """Everything above for one environment."""
    return Capabilities(
        colour=colour_depth(environ),
        dumb=_is_dumb(environ.get("TERM", "").lower()),
        unicode=is_unicode_safe(environ),
        erases_in_colour=erases_in_colour(environ),
    )


def _is_dumb(term: str) -> bool:
    return term in {"", "dumb", "unknown"}


def _in_screen(environ: Mapping[str, str]) -> bool:
    """Whether GNU screen is the innermost multiplexer; where both left marks, `TERM` is the later."""
    named_screen = environ.get("TERM", "").startswith("screen")
    if "TMUX" in environ:
        return "STY" in environ and named_screen
    return "STY" in environ or named_screen
