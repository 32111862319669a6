"""What is decided about a terminal from its environment."""

from __future__ import annotations

import pytest

from tui.terminal.capabilities import ColourDepth, detect

XTERM = {"TERM": "xterm-256color"}
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-1000/default,1,0"}
SCREEN = {"TERM": "screen.xterm-256color", "STY": "123.pts-0.host"}


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        (XTERM, ColourDepth.EIGHT_BIT),
        (XTERM | {"COLORTERM": "truecolor"}, ColourDepth.TRUECOLOR),
        (XTERM | {"COLORTERM": "24bit"}, ColourDepth.TRUECOLOR),
        (XTERM | {"COLORTERM": "truecolor", "NO_COLOR": "1"}, ColourDepth.NONE),
        (XTERM | {"NO_COLOR": ""}, ColourDepth.EIGHT_BIT),
        ({"TERM": "xterm-kitty"}, ColourDepth.TRUECOLOR),
        ({"TERM": "xterm-direct"}, ColourDepth.TRUECOLOR),
        ({"TERM": "linux"}, ColourDepth.ANSI),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, ColourDepth.ANSI),
        ({"TERM": "vt220"}, ColourDepth.NONE),
        ({"TERM": "dumb"}, ColourDepth.NONE),
        ({}, ColourDepth.NONE),
        ({"TERM": "never-heard-of"}, ColourDepth.ANSI),
        (TMUX | {"COLORTERM": "truecolor"}, ColourDepth.TRUECOLOR),
        (SCREEN | {"COLORTERM": "truecolor"}, ColourDepth.EIGHT_BIT),
    ],
)
def test_colour_depth(environ: dict[str, str], depth: ColourDepth) -> None:
    assert detect(environ).colour is depth


@pytest.mark.parametrize(
    ("environ", "erases"),
    [
        (XTERM, True),
        (TMUX, True),
        ({"TERM": "screen-256color", "TMUX": "x"}, True),
        (SCREEN, False),
        (SCREEN | {"TMUX": "x"}, False),
        (TMUX | {"STY": "x"}, True),
        ({"TERM": "screen"}, False),
        ({"TERM": "never-heard-of"}, False),
    ],
)
def test_erases_in_colour(environ: dict[str, str], erases: bool) -> None:
    assert detect(environ).erases_in_colour is erases


@pytest.mark.parametrize(
    ("environ", "safe"),
    [
        ({}, True),
        ({"LANG": "C"}, False),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "POSIX"}, False),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8", "LC_ALL": ""}, True),
    ],
)
def test_unicode_is_safe_when_the_locale_says_so(environ: dict[str, str], safe: bool) -> None:
    assert detect(environ).unicode is safe


def test_dumb_terminals_are_known() -> None:
    assert detect({}).dumb
    assert detect({"TERM": "dumb"}).dumb
    assert not detect(XTERM).dumb
