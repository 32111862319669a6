"""Where the reader has been: places, the jump list and the marked places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article by its number, and an offset in the text where a mention was the goal."""

    article: str
    sentence: int
    offset: int | None = None


class Trail:
    """A jump list as browsers and vim have it: going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._view: tuple[Place, Callable[[], None]] | None = None

    def leave(self, place: Place) -> None:
        """Remember `place`, which is left for somewhere new."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_KEPT]
        self._ahead.clear()

    def leave_view(self, place: Place, reopen: Callable[[], None]) -> None:
        """Remember how to open the view again that is left for `place`."""
        self._view = place, reopen

    def view_before(self, here: Place | None) -> Callable[[], None] | None:
        """What opens the view again that was left for the sentence `here`, once; None if none was."""
        if self._view is None or here is None:
            return None
        place, reopen = self._view
        if (place.article, place.sentence) != (here.article, here.sentence):
            return None
        self._view = None
        return reopen

    def back(self, here: Place) -> Place | None:
        """The place before, `here` lying ahead from now on; None at the beginning."""
        return self._step(here, self._behind, self._ahead)

    def forward(self, here: Place) -> Place | None:
        """The place after; None at the end."""
        return self._step(here, self._ahead, self._behind)

    @staticmethod
    def _step(here: Place, source: list[Place], target: list[Place]) -> Place | None:
        while source and source[-1] == here:
            source.pop()
        if not source:
            return None
        target.append(here)
        return source.pop()
