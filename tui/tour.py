"""The tour: where the user is in its lessons, and what is to be done next, by the keys as they are bound.

Nothing here draws anything or carries it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tui.keymap import Keymap
from tui.lessons import LESSONS, Situation, Step
from tui.operations import Context

_KEY = re.compile(r"\{([a-z-]+)\}")


@dataclass
class Tour:
    """Where the user is in the tour. It waits until `begin`: articles may have to be read first."""

    name: str = ""
    lesson: int = 0
    step: int = 0
    waits: bool = True
    _before: Situation = field(default_factory=lambda: Situation(Context.READER))
    _done: list[str] = field(default_factory=list)

    @property
    def now(self) -> Step:
        """The step to be done."""
        return LESSONS[self.lesson].steps[self.step]

    def begin(self, name: str, situation: Situation) -> None:
        """Start with the first lesson. `name` is a part of an actor's name to search for."""
        self.name, self.waits = name, False
        self._start(0, 0, situation)

    def did(self, operation: str) -> None:
        """Take note of an operation that was carried out."""
        self._done.append(operation)

    def look(self, situation: Situation) -> bool:
        """Go on to the next step if this one is done; whether it was."""
        now = Situation(situation.on_top, situation.article, situation.has_match, tuple(self._done))
        if self.waits or not self.now.is_done(self._before, now):
            return False
        if self.step + 1 < len(LESSONS[self.lesson].steps):
            self._start(self.lesson, self.step + 1, situation)
        else:
            self.skip(situation)
        return True

    def skip(self, situation: Situation) -> None:
        """Go on to the next lesson, whatever was done of this one."""
        if not self.waits:
            self._start(min(self.lesson + 1, len(LESSONS) - 1), 0, situation)

    def words(self, keymap: Keymap) -> Iterator[tuple[str, bool]]:
        """The text of the step in pieces, and whether each is a key or something to type."""
        yield from words(self.now.text, keymap, {"name": self.name or "al"})

    def _start(self, lesson: int, step: int, situation: Situation) -> None:
        self.lesson, self.step = lesson, step
        self._before = situation
        self._done.clear()


def words(text: str, keymap: Keymap, typed: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """A text with its `{id}`s replaced: by the first key of the operation as it is bound, or by what is to be
    typed.
    """
    at = 0
    for found in _KEY.finditer(text):
        yield text[at : found.start()], False
        yield typed.get(found[1]) or keymap.key_of(found[1]), True
        at = found.end()
    yield text[at:], False
