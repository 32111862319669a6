"""Evidence for what a line is, added up kind by kind; the heaviest kind wins, body text in case of doubt."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.records import BlockKind

#: Evidence of this weight settles a line whatever else speaks for body text.
CERTAIN = 9.0
#: What a line weighs as body text before anything is known of it.
PRIOR = 1.0


@dataclass(slots=True)
class Verdict:
    """The weights of one line so far, with the heaviest reason for each kind."""

    weights: dict[BlockKind, float] = field(default_factory=lambda: {"body": PRIOR})
    reasons: dict[BlockKind, tuple[float, str]] = field(default_factory=dict)

    def add(self, kind: BlockKind, weight: float, reason: str | None = None) -> None:
        """Count `weight` for `kind`; `reason` is kept if it is the heaviest one yet."""
        self.weights[kind] = self.weights.get(kind, 0.0) + weight
        if reason is not None and weight > self.reasons.get(kind, (0.0, ""))[0]:
            self.reasons[kind] = (weight, reason)

    @property
    def kind(self) -> BlockKind:
        """The heaviest kind; body text wins a tie."""
        return max(self.weights, key=lambda kind: (self.weights[kind], kind == "body"))

    @property
    def reason(self) -> str | None:
        """Why it is not body text, None if it is."""
        kind = self.kind
        return None if kind == "body" else self.reasons.get(kind, (0.0, kind))[1]
