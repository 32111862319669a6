"""The sentences that answered the last search, to be walked from the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.trail import Place


@dataclass
class Results:
    """Places in the order of their list; `at` is the index of the one that was gone to last."""

    query: str
    places: Sequence[Place]
    at: int

    @property
    def place(self) -> Place:
        """The place that was gone to last."""
        return self.places[self.at]

    @property
    def words(self) -> str:
        """Which one that is, of how many."""
        return f"result {self.at + 1} of {len(self.places)}: {self.query}"

    def step(self, by: int) -> bool:
        """Go `by` places on, as far as it goes; whether that is another place."""
        before = self.at
        self.at = min(max(0, self.at + by), len(self.places) - 1)
        return self.at != before
