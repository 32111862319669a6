"""From pairs of passages to scores: how surely both tell the same claim."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from model.matching.features import NAMES, Features, features
from model.matching.profile import Profile
from model.matching.words import word_list


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pair stands: how its likeness ranks among the pairs of the two articles (1 is first, for each side),
    and how far apart the two stand in the course of their articles (0..1)."""

    rank_a: int = 1
    rank_b: int = 1
    distance: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages to be scored, with the evidence on them. Without a setting they are judged alone."""

    a: Profile
    b: Profile
    evidence: Features
    setting: Setting | None = None


#: What turns pairs into scores (0..1, at least 0.5 for the same claim): `score_pairs`, or a re-ranker around it.
Scorer = Callable[[Sequence[Pair]], Sequence[float]]


def pair_of(a: Profile, b: Profile, setting: Setting | None = None) -> Pair:
    """A pair with its evidence worked out."""
    return Pair(a, b, features(a, b), setting)


def score_pairs(pairs: Sequence[Pair]) -> Sequence[float]:
    """Scores of pairs, 0..1, in order; at least 0.5 where both passages are taken to tell the same claim."""
    return [_score(pair) for pair in pairs]


def likeness(evidence: Features) -> float:
    """The evidence weighed: a logit without its threshold, for ranking."""
    return sum(weight * value for weight, value in zip(_likeness_weights(), evidence.values(), strict=True))


def _score(pair: Pair) -> float:
    weights = word_list("weights")
    decision = weights["decision"]
    logit = likeness(pair.evidence)
    if pair.setting is None:
        logit -= decision["alone"]
    else:
        context = weights["context"]
        logit += context["rank_a"] / pair.setting.rank_a + context["rank_b"] / pair.setting.rank_b
        logit += context["distance"] * pair.setting.distance - decision["in_story"]
    return 1.0 / (1.0 + math.exp(-decision["steepness"] * logit))


@cache
def _likeness_weights() -> tuple[float, ...]:
    table: dict[str, float] = word_list("weights")["likeness"]
    return tuple(table[name] for name in NAMES)
