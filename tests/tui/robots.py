"""Pressing keys faster than a person, and at random; long sessions where `CROSSREAD_LONG_TESTS` is set."""

import os
from collections.abc import Iterator
from random import Random

from tui.app import CrossreadApp
from tui.operations import OPERATIONS
from tui.screens.base import KeyScreen

#: Every key that means something somewhere, but leaving; and some that mean nothing.
KEYS = sorted({key for operation in OPERATIONS for key in operation.keys} - {"q"}) + list("zXb9é(")
MOVES = [*"jjjkJKdugGhl}{nco", "space", "tab", "enter", "escape", "escape"]


def length(usual: int, long: int) -> int:
    """How long a random session is: `usual`, or `long` when the environment asks for the full proof."""
    return long if os.environ.get("CROSSREAD_LONG_TESTS") else usual


def random_keys(chance: Random, count: int) -> Iterator[str]:
    """Keys as of somebody who reads, and with every second one tries what it does."""
    for _ in range(count):
        yield chance.choice(chance.choice((MOVES, KEYS)))


def press(app: CrossreadApp, key: str) -> None:
    """Press a key on the screen on top, without the pauses of a person."""
    assert isinstance(app.screen, KeyScreen)
    app.screen.press(key)
