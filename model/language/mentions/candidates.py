"""Candidates for names, and how rival candidates for the same words are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.records import EntityType

Origin = Literal["list", "model", "rule", "echo", "run"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens start..end (exclusive) taken as a name. `confidence` is 0..1; `origin` says who found it."""

    start: int
    end: int
    type: EntityType
    confidence: float
    origin: Origin

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Candidate) -> bool:
        """Whether both take a token."""
        return self.start < other.end and other.start < self.end


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap, in reading order: the longer one wins, then the more confident one.

    Two finders that agree on the words make one candidate of the more trusted type, and more confident.
    """
    agreed: dict[tuple[int, int], Candidate] = {}
    for candidate in candidates:
        place = (candidate.start, candidate.end)
        known = agreed.get(place)
        agreed[place] = _joined(known, candidate) if known else candidate
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(agreed.values(), key=lambda c: (-len(c), -c.confidence, c.start)):
        if taken.isdisjoint(range(candidate.start, candidate.end)):
            taken.update(range(candidate.start, candidate.end))
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _joined(a: Candidate, b: Candidate) -> Candidate:
    strong, weak = (a, b) if a.confidence >= b.confidence else (b, a)
    if strong.type != weak.type:
        return strong
    confidence = 1 - (1 - strong.confidence) * (1 - weak.confidence)
    return Candidate(strong.start, strong.end, strong.type, round(min(confidence, 0.99), 3), strong.origin)
