"""Where a pair stands among the pairs of its two articles: the rivals it has, and the neighbours that back
it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from model.matching.groups import article_of
from model.matching.score import Pair, Setting, likeness


class _Place(NamedTuple):
    """A pair by its articles and the numbers of its sentences."""

    article_a: str
    a: int
    article_b: str
    b: int

    @classmethod
    def of(cls, pair: Pair) -> _Place:
        mine, theirs = pair.a.passage.sentence, pair.b.passage.sentence
        return cls(mine.article, mine.n, theirs.article, theirs.n)

    def moved(self, a: int, b: int) -> _Place:
        """The pair so many sentences further on."""
        return _Place(self.article_a, self.a + a, self.article_b, self.b + b)


def placed(pairs: Sequence[Pair], lengths: Mapping[str, int]) -> list[Pair]:
    """The pairs, in order, each with its setting; `lengths` gives the length of each article in code points.

    A sentence of an article without a length comes from outside.
    """
    likely = {_Place.of(pair): likeness(pair.evidence) for pair in pairs}
    of_a: dict[tuple[str, int, str], list[float]] = defaultdict(list)
    of_b: dict[tuple[str, str, int], list[float]] = defaultdict(list)
    for place, value in likely.items():
        of_a[place.article_a, place.a, place.article_b].append(value)
        of_b[place.article_a, place.article_b, place.b].append(value)
    for row in (*of_a.values(), *of_b.values()):
        row.sort()
    kin = _kin(pairs, likely, lengths)
    settled = []
    for pair in pairs:
        place = _Place.of(pair)
        value = likely[place]
        near = {step: likely.get(place.moved(*step), 0.0) for step in _STEPS}
        setting = Setting(
            rank_a=_rank(value, of_a[place.article_a, place.a, place.article_b]),
            rank_b=_rank(value, of_b[place.article_a, place.article_b, place.b]),
            distance=_distance(pair, lengths),
            parallel=max(near[1, 1], near[-1, -1]),
            beside=max(near[0, 1], near[0, -1], near[1, 0], near[-1, 0]),
            kin=kin[place.article_a, place.article_b],
            outside=place.article_a not in lengths,
        )
        settled.append(replace(pair, setting=setting))
    return settled


def _kin(
    pairs: Iterable[Pair], likely: Mapping[_Place, float], lengths: Mapping[str, int]
) -> Mapping[tuple[str, str], float]:
    """How much of each two articles the other answers: the mean likeness of the best answers over the
    article's length, the larger of both; 0 where a length is not known.
    """
    best: dict[tuple[str, str], dict[str, tuple[float, int]]] = defaultdict(dict)
    for pair in pairs:
        place = _Place.of(pair)
        value = min(max(likely[place], 0.0), _MOST_KIN)
        row = best[place.article_a, place.article_b]
        for side in (pair.a, pair.b):
            row[side.passage.sentence.id] = max(
                row.get(side.passage.sentence.id, (0.0, 0)), (value, len(side.text))
            )
    found: dict[tuple[str, str], float] = {}
    for articles, row in best.items():
        if not all(lengths.get(article) for article in articles):
            found[articles] = 0.0
            continue
        sums = dict.fromkeys(articles, 0.0)
        for sentence, (value, length) in row.items():
            sums[article_of(sentence)] += value * length
        shares = (total / lengths[article] for article, total in sums.items())
        found[articles] = min(max(_LEAST_KIN, *shares), _MOST_KIN)
    return found


def _rank(value: float, row: Sequence[float]) -> int:
    """1 + how many of a sorted row are greater."""
    return 1 + len(row) - bisect_right(row, value)


#: Articles are not told apart beyond these: copies, and articles that have one quotation in common.
_MOST_KIN = 4.0
_LEAST_KIN = 1.0

_STEPS = ((1, 1), (-1, -1), (0, 1), (0, -1), (1, 0), (-1, 0))


def _distance(pair: Pair, lengths: Mapping[str, int]) -> float:
    """How far apart two sentences stand in the course of their articles, 0..1; 0 if a length is not known."""
    mine, theirs = pair.a.passage.sentence, pair.b.passage.sentence
    length, other = lengths.get(mine.article, 0), lengths.get(theirs.article, 0)
    return abs(mine.start / length - theirs.start / other) if length and other else 0.0
