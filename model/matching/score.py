"""From pairs of passages to scores: how surely both tell the same claim."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from model.matching.features import NAMES, Features, features
from model.matching.profile import Profile
from model.matching.words import word_list


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pair stands among the pairs of its two articles.

    `rank_a`, `rank_b`: how its likeness ranks for each side, 1 is first. `distance`: how far apart the two stand
    in the course of their articles, 0..1. `parallel`, `beside`: the likeness of the best pair of the next or the
    previous sentence on both sides, and on one side: a claim is told over several sentences.
    """

    rank_a: int = 1
    rank_b: int = 1
    distance: float = 0.0
    parallel: float = 0.0
    beside: float = 0.0


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
        logit += _context(pair.setting, weights["context"]) - decision["in_story"]
    return 1.0 / (1.0 + math.exp(-decision["steepness"] * logit))


def _context(setting: Setting, weights: Mapping[str, float]) -> float:
    ranks = weights["rank_a"] / setting.rank_a + weights["rank_b"] / setting.rank_b
    neighbours = weights["parallel"] * setting.parallel + weights["beside"] * setting.beside
    return ranks + neighbours + weights["distance"] * setting.distance


@cache
def _likeness_weights() -> tuple[float, ...]:
    table: dict[str, float] = word_list("weights")["likeness"]
    return tuple(table[name] for name in NAMES)
