"""What things look like. A theme gives every role a style; no meaning hangs on it, signs and words carry that.

Styles are rich styles that panes put into their segments themselves, so neither markup nor a style sheet is read
while the user moves.
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


@dataclass(frozen=True)
class Theme:
    """Styles by role. `background` lies under everything; `dark` says which kind of terminal it is made for."""

    name: str
    dark: bool
    background: Style
    roles: Mapping[str, Style]

    def __getitem__(self, role: str) -> Style:
        """The style of a role, on the background."""
        return self._styles[role]

    def over(self, role: str) -> Style:
        """The style of a role alone, to be laid over another."""
        return self.roles[role]

    def without_colour(self) -> Theme:
        """The same theme for a terminal that shows no colour: bold, dim, underline and reverse stay."""
        return Theme(
            f"{self.name} without colour",
            self.dark,
            Style.null(),
            {role: _monochrome(role, style) for role, style in self.roles.items()},
        )

    @cached_property
    def _styles(self) -> dict[str, Style]:
        return {role: self.background + style for role, style in self.roles.items()}


def _monochrome(role: str, style: Style) -> Style:
    return Style(
        bold=style.bold,
        dim=style.dim or role in {"dim", "chrome"} or None,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse or style.bgcolor is not None or None,
        strike=style.strike,
    )


def _theme(name: str, background: str, colours: Mapping[str, str], *, dark: bool = True, bold_selection: bool = False) -> Theme:
    return Theme(
        name,
        dark,
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
            "actor": Style(bold=True),
            "found": Style.parse(colours["found"]),
            "found-here": Style.parse(colours["found"]) + Style(bold=True, underline=True),
            "changed": Style.parse(colours["differs"]) + Style(bold=True, underline=True),
            "differs": Style.parse(colours["differs"]) + Style(bold=True),
            "adds": Style.parse(colours["adds"]),
            "same": Style.parse(colours["same"]),
            "error": Style.parse(colours["differs"]) + Style(bold=True),
        },
    )


_DARK = {
    "text": "#b4b8bf", "bright": "#ffffff", "dim": "#747a84", "chrome": "#565c66", "cursor": "#ffffff on #303a4a",
    "person": "#e5c07b", "organisation": "#7fb4e0", "place": "#8fbf7f", "event": "#c49ad8",
    "found": "#101010 on #e0c860", "differs": "#ff7a70", "adds": "#6fc3df", "same": "#86b98a",
}  # fmt: skip
_LIGHT = {
    "text": "#3c4048", "bright": "#000000", "dim": "#787d86", "chrome": "#9a9fa8", "cursor": "#000000 on #d6e0ee",
    "person": "#8a5a00", "organisation": "#1f5c99", "place": "#2f6b2f", "event": "#75408f",
    "found": "#000000 on #ffe27a", "differs": "#b3261e", "adds": "#006a8a", "same": "#2f6b3a",
}  # fmt: skip
_ANSI = {
    "text": "default", "bright": "default", "dim": "bright_black", "chrome": "bright_black", "cursor": "reverse",
    "person": "yellow", "organisation": "blue", "place": "green", "event": "magenta",
    "found": "black on yellow", "differs": "red", "adds": "cyan", "same": "green",
}  # fmt: skip
_CONTRAST = {
    "text": "#ffffff", "bright": "#ffffff", "dim": "#d0d0d0", "chrome": "#c0c0c0", "cursor": "#000000 on #ffffff",
    "person": "#ffff00", "organisation": "#80d0ff", "place": "#80ff80", "event": "#ffa0ff",
    "found": "#000000 on #ffff00", "differs": "#ff9090", "adds": "#80ffff", "same": "#a0ffa0",
}  # fmt: skip

THEMES: Mapping[str, Theme] = {
    "dark": _theme("dark", "on #16181d", _DARK),
    "light": _theme("light", "on #fbfbf8", _LIGHT, dark=False),
    "ansi": _theme("ansi", "", _ANSI, bold_selection=True),
    "contrast": _theme("contrast", "on #000000", _CONTRAST, bold_selection=True),
}


def choose(name: str | None, environ: Mapping[str, str], *, colours: int) -> Theme:
    """The theme for a terminal that shows `colours` (0 none, 1 its own sixteen, more: 256 or all).

    Without a `name` it is guessed: the terminal's palette where there is no other, else by `COLORFGBG`, which some
    terminals set to their foreground and background. Raises KeyError for a name that no theme has.
    """
    if name is None:
        light = environ.get("COLORFGBG", "").rpartition(";")[2] in {"7", "15"}
        name = "ansi" if colours <= 1 else "light" if light else "dark"
    theme = THEMES[name]
    return theme if colours else theme.without_colour()
