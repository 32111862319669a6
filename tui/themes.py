"""What things look like. A theme gives every role a style; no meaning hangs on it, signs and words carry
that.

Styles are rich styles that panes put into their segments themselves, so neither markup nor a style sheet is
read while the user moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rich.style import Style

ACTOR_ROLES: Mapping[str, str] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FACILITY": "place",
    "EVENT": "event",
    "OTHER": "event",
}


#: How roles look where there is no colour. The types of actors must differ, and the actor under the cursor
#: must differ from the bold of the selected sentence.
_WITHOUT_COLOUR: Mapping[str, Style] = {
    "person": Style(underline=True),
    "organisation": Style(underline=True, italic=True),
    "place": Style(italic=True),
    "event": Style(underline=True, dim=True),
    "actor": Style(bold=True, reverse=True),
}


class ThemeError(ValueError):
    """No theme has this name; the message lists those there are."""


@dataclass(frozen=True)
class Theme:
    """Styles by role. `background` lies under everything."""

    name: str
    background: Style
    roles: Mapping[str, Style]

    def __getitem__(self, role: str) -> Style:
        """The style of a role, on the background."""
        return self._styles[role]

    def over(self, role: str) -> Style:
        """The style of a role alone, to be laid over another."""
        return self.roles[role]

    def without_colour(self) -> Theme:
        """The same theme for a terminal that shows no colour: bold, dim, underline and the like stay."""
        return Theme(
            f"{self.name} without colour",
            Style.null(),
            {role: _monochrome(role, style) for role, style in self.roles.items()},
        )

    @cached_property
    def _styles(self) -> dict[str, Style]:
        return {role: self.background + style for role, style in self.roles.items()}


def _monochrome(role: str, style: Style) -> Style:
    return _WITHOUT_COLOUR.get(role) or Style(
        bold=style.bold,
        dim=style.dim or role in {"dim", "chrome"} or None,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse or style.bgcolor is not None or None,
        strike=style.strike,
    )


def _theme(name: str, background: str, colours: Mapping[str, str], *, bold_selection: bool = False) -> Theme:
    return Theme(
        name,
        Style.parse(background) if background else Style.null(),
        {
            "text": Style.parse(colours["text"]),
            "selected": Style.parse(colours["bright"]) + Style(bold=bold_selection or None),
            "title": Style.parse(colours["bright"]) + Style(bold=True),
            "dim": Style.parse(colours["dim"]),
            "chrome": Style.parse(colours["chrome"]),
            "key": Style.parse(colours["bright"]),
            "cursor": Style.parse(colours["cursor"]),
            "bar": Style.parse(colours["bright"]) + Style(bold=True),
            "person": Style.parse(colours["person"]) + Style(underline=True),
            "organisation": Style.parse(colours["organisation"]) + Style(underline=True),
            "place": Style.parse(colours["place"]) + Style(underline=True),
            "event": Style.parse(colours["event"]) + Style(underline=True),
            # Where the whole sentence is bold, the actor under the cursor needs more than that.
            "actor": Style(bold=True, reverse=bold_selection or None),
            "found": Style.parse(colours["found"]),
            "found-here": Style.parse(colours["found"]) + Style(bold=True, underline=True),
            "changed": Style.parse(colours["differs"]) + Style(bold=True, underline=True),
            "altered": Style.parse(colours["text"]) + Style(underline=True),
            "differs": Style.parse(colours["differs"]) + Style(bold=True),
            "adds": Style.parse(colours["adds"]),
            "same": Style.parse(colours["same"]),
            "error": Style.parse(colours["differs"]) + Style(bold=True),
        },
    )


# Colours are numbers of xterm's 256: half the bytes of a 24-bit colour, and the same in most terminals.
_DARK = {
    "text": "color(250)", "bright": "color(231)", "dim": "color(244)", "chrome": "color(240)",
    "cursor": "color(231) on color(238)", "person": "color(180)", "organisation": "color(110)",
    "place": "color(108)", "event": "color(176)", "found": "color(16) on color(186)",
    "differs": "color(210)", "adds": "color(80)", "same": "color(108)",
}  # fmt: skip
_LIGHT = {
    "text": "color(238)", "bright": "color(16)", "dim": "color(243)", "chrome": "color(248)",
    "cursor": "color(16) on color(189)", "person": "color(94)", "organisation": "color(25)",
    "place": "color(22)", "event": "color(90)", "found": "color(16) on color(222)",
    "differs": "color(124)", "adds": "color(24)", "same": "color(28)",
}  # fmt: skip
_ANSI = {
    "text": "default", "bright": "default", "dim": "bright_black", "chrome": "bright_black",
    "cursor": "reverse", "person": "yellow", "organisation": "blue",
    "place": "green", "event": "magenta", "found": "black on yellow",
    "differs": "red", "adds": "cyan", "same": "green",
}  # fmt: skip
_CONTRAST = {
    "text": "color(231)", "bright": "color(231)", "dim": "color(253)", "chrome": "color(250)",
    "cursor": "color(16) on color(231)", "person": "color(227)", "organisation": "color(117)",
    "place": "color(120)", "event": "color(219)", "found": "color(16) on color(227)",
    "differs": "color(217)", "adds": "color(123)", "same": "color(157)",
}  # fmt: skip

THEMES: Mapping[str, Theme] = {
    "dark": _theme("dark", "on color(234)", _DARK),
    "light": _theme("light", "on color(231)", _LIGHT),
    "ansi": _theme("ansi", "", _ANSI, bold_selection=True),
    "contrast": _theme("contrast", "on color(16)", _CONTRAST, bold_selection=True),
}


def choose(name: str | None, environ: Mapping[str, str], *, colours: int) -> Theme:
    """The theme for a terminal that shows `colours` (0 none, 1 its own sixteen, more: 256 or all).

    Without a `name` it is guessed: the terminal's palette where there is no other, else by `COLORFGBG`,
    which some terminals set to their foreground and background. Raises ThemeError for a name that no theme
    has.
    """
    if name is None:
        light = environ.get("COLORFGBG", "").rpartition(";")[2] in {"7", "15"}
        name = "ansi" if colours <= 1 else "light" if light else "dark"
    if name not in THEMES:
        raise ThemeError(f"unknown theme {name!r}: use one of {', '.join(THEMES)}")
    theme = THEMES[name]
    return theme if colours else theme.without_colour()
