"""How one passage reports what another reports."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from model.matching.differences import Comparison, differences
from model.matching.score import Pair
from model.records import Article, Difference, Judged, Match, Relation, Side

#: Words in common, in order, over the words of the longer passage.
_SAME_WORDING = 0.8

#: A side less answered than this tells something of its own.
_ANSWERED = 0.62

#: The score from which two passages tell the same claim.
SAME_CLAIM = 0.5


def judge_relation(
    pair: Pair,
    score: float,
    *,
    article_a: Article | None = None,
    article_b: Article | None = None,
    background: bool = False,
    judged: Judged | None = None,
) -> Match:
    """The match of a scored pair. Its relation is None where the two do not tell the same claim.

    A confirmed pair tells the same claim whatever its score. `background` marks what both articles only
    mention as known. Precedence: differs, adds_detail, same_wording, paraphrase.
    """
    a, b = pair.a.passage.sentence.id, pair.b.passage.sentence.id
    score = round(score, 4)
    if score < SAME_CLAIM and judged != "confirmed":
        return Match(a, b, None, None, score, (), judged)
    comparison = Comparison(pair.a, pair.b, article_a, article_b)
    found = differences(comparison)
    if background:
        return Match(
            a, b, "background", None, score, tuple(d for d in found if d.kind != "attribution"), judged
        )
    adds = _adds(comparison)
    return Match(a, b, _relation(comparison, found, adds), adds, score, found, judged)


def _relation(pair: Comparison, found: tuple[Difference, ...], adds: Side | None) -> Relation:
    if any(difference.kind != "name" for difference in found):
        return "differs"
    if adds is not None:
        return "adds_detail"
    return "same_wording" if same_wording(pair) >= _SAME_WORDING else "paraphrase"


def same_wording(pair: Comparison) -> float:
    """Share of the longer passage's words that stand in the other in the same order, 0..1."""
    one, other = ([word.form for word in side.words] for side in (pair.a, pair.b))
    return LCSseq.normalized_similarity(one, other)


def _adds(pair: Comparison) -> Side | None:
    more_a, more_b = pair.cover_a < _ANSWERED, pair.cover_b < _ANSWERED
    if more_a and more_b:
        return "both"
    if more_a:
        return "a"
    return "b" if more_b else None
