"""The errors a user may see: one line that names the thing and the reason."""

from __future__ import annotations

from model.records import Judgement


class CrossreadError(Exception):
    """Something that the user can understand and act on; its message is one line."""


class ContradictionError(CrossreadError):
    """A judgement contradicts earlier ones, in the order of the chain that they form."""

    def __init__(self, words: str, new: Judgement, earlier: tuple[Judgement, ...]) -> None:
        super().__init__(words)
        self.new = new
        self.earlier = earlier
