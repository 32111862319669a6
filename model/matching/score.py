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

    `rank_a`, `rank_b`: how its likeness ranks for each side, 1 is first. `distance`: how far apart the two
    stand in the course of their articles, 0..1. `parallel`, `beside`: the likeness of the best pair of the
    next or the previous sentence on both sides, and on one side: a claim is told over several sentences.
    `kin`: how much of the better answered article the other answers, 1 (little) to 4 (word for word). Where
    two articles share little, sentences that only touch each other are likelier to be of two claims.
    `outside`: one of the two stands in no article of the corpus: nothing competes with it, and its story is
    not known.
    """

    rank_a: int = 1
    rank_b: int = 1
    distance: float = 0.0
    parallel: float = 0.0
    beside: float = 0.0
    kin: float = 0.0
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages to be scored, with the evidence on them. Without a setting they are judged alone."""

    a: Profile
    b: Profile
    evidence: Features
    setting: Setting | None = None


#: What turns pairs into scores (0..1, at least 0.5 for the same claim): `score_pairs`, or a re-ranker around
#: it.
Scorer = Callable[[Sequence[Pair]], Sequence[float]]


def pair_of(a: Profile, b: Profile, setting: Setting | None = None) -> Pair:
    """A pair with its evidence worked out."""
    return Pair(a, b, features(a, b), setting)


def score_pairs(pairs: Sequence[Pair]) -> Sequence[float]:
    """Scores of pairs, 0..1, in order; at least 0.5 where both passages are taken to tell the same claim."""
    return [_score(pair) for pair in pairs]


def likeness(evidence: Features) -> float:
    """The evidence weighed for ranking within a story: a logit without its threshold."""
    return _weighed("likeness", evidence)


def _score(pair: Pair) -> float:
    weights = word_list("weights")
    if pair.setting is None:
        logit = _weighed("alone", pair.evidence) - weights["decision"]["alone"]
    else:
        threshold = weights["decision"]["outside" if pair.setting.outside else "in_story"]
        logit = likeness(pair.evidence) + _context(pair.setting, weights["context"]) - threshold
    return 1.0 / (1.0 + math.exp(-logit))


def _weighed(table: str, evidence: Features) -> float:
    return sum(weight * value for weight, value in zip(_weights(table), evidence.values(), strict=True))


def _context(setting: Setting, weights: Mapping[str, float]) -> float:
    ranks = weights["rank_a"] / setting.rank_a + weights["rank_b"] / setting.rank_b
    neighbours = weights["parallel"] * setting.parallel + weights["beside"] * setting.beside
    return ranks + neighbours + weights["distance"] * setting.distance + weights["kin"] * setting.kin


@cache
def _weights(name: str) -> tuple[float, ...]:
    table: dict[str, float] = word_list("weights")[name]
    return tuple(table[feature] for feature in NAMES)
