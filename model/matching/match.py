"""Matches: which sentences of other articles tell what a sentence tells, and how."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from model.matching.background import Frequencies
from model.matching.candidates import Candidates, candidates, reporting
from model.matching.features import cosine
from model.matching.passage import Index, Passage, Witness
from model.matching.profile import profiles
from model.matching.relation import SAME_CLAIM, judge_relation
from model.matching.score import Pair, Scorer, Setting, likeness, pair_of, score_pairs
from model.records import Article, Judged, Match

#: Sentences of one other article that a sentence is closely compared with.
_LOOKS = 10

#: Sentences of one article that may answer one sentence.
_MOST_PER_ARTICLE = 3

#: What two sentences of different stories must have in common to be told of as one.
_ELSEWHERE_COSINE = 0.72
_ELSEWHERE_QUOTED = 0.8
_ELSEWHERE_ORDER = 0.25
_ELSEWHERE_WORDS = 6


@dataclass(frozen=True, slots=True)
class MatchJudgements:
    """What the user said of pairs: unordered pairs of sentence ids."""

    confirmed: frozenset[frozenset[str]] = field(default_factory=frozenset)
    rejected: frozenset[frozenset[str]] = field(default_factory=frozenset)

    def of(self, a: str, b: str) -> Judged | None:
        """The user's word on a pair, if there is one."""
        pair = frozenset((a, b))
        if pair in self.rejected:
            return "rejected"
        return "confirmed" if pair in self.confirmed else None


NO_JUDGEMENTS = MatchJudgements()


def match_witness(
    witness: Witness,
    index: Index,
    *,
    judgements: MatchJudgements = NO_JUDGEMENTS,
    scorer: Scorer = score_pairs,
    frequencies: Frequencies | None = None,
) -> list[Match]:
    """Matches of an article with the others of the index, each pair once, by falling score.

    `a` is the sentence of the article with the smaller id. The article need not be in the index; its story is
    read from its record. A rejected pair is kept, marked as rejected, and a confirmed one is never left out.
    """
    frequencies = frequencies or Frequencies(index)
    mine = reporting(witness.passages)
    return _matches(mine, index, witness.article, judgements, scorer, frequencies)


def match_passage(
    passage: Passage,
    index: Index,
    *,
    scorer: Scorer = score_pairs,
    frequencies: Frequencies | None = None,
) -> list[Match]:
    """Who reports a sentence from outside the corpus: its matches by falling score, the sentence itself as `a`."""
    return _matches((passage,), index, None, NO_JUDGEMENTS, scorer, frequencies or Frequencies(index))


def compare(
    a: Passage,
    b: Passage,
    *,
    frequencies: Frequencies | None = None,
    article_a: Article | None = None,
    article_b: Article | None = None,
    scorer: Scorer = score_pairs,
) -> Match:
    """How `b` reports what `a` reports, judged on the two sentences alone.

    The relation is None where they do not tell the same claim; the score says how near they come.
    """
    one, other = profiles((a, b), frequencies or Frequencies())
    pair = pair_of(one, other)
    score = scorer([pair])[0]
    return judge_relation(pair, score, article_a=article_a, article_b=article_b)


def _matches(
    passages: Sequence[Passage],
    index: Index,
    article: Article | None,
    judgements: MatchJudgements,
    scorer: Scorer,
    frequencies: Frequencies,
) -> list[Match]:
    own, story = (article.id, article.story) if article is not None else (None, None)
    worth = _worth_scoring(candidates(passages, index, frequencies, article=own, story=story), judgements)
    records = index.articles({pair.b.passage.sentence.article for pair in worth})
    pairs = _with_settings(worth, article, records)
    found = []
    for pair, score in zip(pairs, scorer(pairs), strict=True):
        other = records[pair.b.passage.sentence.article]
        judged = judgements.of(pair.a.passage.sentence.id, pair.b.passage.sentence.id)
        elsewhere = story is not None and other.story is not None and other.story != story
        if judged is None and (score < SAME_CLAIM or (elsewhere and not _shared_elsewhere(pair))):
            continue
        found.append(_Found(pair, score, article, other, elsewhere, judged))
    return [item.match() for item in _best(found)]


@dataclass(frozen=True, slots=True)
class _Found:
    """A pair that is to become a match."""

    pair: Pair
    score: float
    article: Article | None
    other: Article
    elsewhere: bool
    judged: Judged | None

    def match(self) -> Match:
        """The match, its sides in the order of their articles' ids if both are of the corpus."""
        pair, first, second = self.pair, self.article, self.other
        if first is not None and second.id < first.id:
            pair = replace(pair, a=pair.b, b=pair.a)
            first, second = second, first
        return judge_relation(
            pair,
            self.score,
            article_a=first,
            article_b=second,
            background=self.elsewhere,
            judged=self.judged,
        )


def _shared_elsewhere(pair: Pair) -> bool:
    """Whether two sentences of different stories tell one thing: nearly the same words, or the same quotation."""
    if "title" in (pair.a.passage.sentence.block, pair.b.passage.sentence.block):
        return False
    evidence = pair.evidence
    if min(len(pair.a.weights), len(pair.b.weights)) < _ELSEWHERE_WORDS:
        return False
    return evidence.cosine >= _ELSEWHERE_COSINE or (
        evidence.quoted >= _ELSEWHERE_QUOTED and evidence.order >= _ELSEWHERE_ORDER and evidence.speaker >= 0
    )


def _best(found: Sequence[_Found]) -> list[_Found]:
    """By falling score, at most so many of one article for each sentence; judged pairs are always kept."""
    kept = []
    count: Counter[tuple[str, str]] = Counter()
    for item in sorted(
        found,
        key=lambda item: (-item.score, item.pair.a.passage.sentence.id, item.pair.b.passage.sentence.id),
    ):
        a, b = item.pair.a.passage.sentence, item.pair.b.passage.sentence
        sides = ((a.id, b.article), (b.id, a.article))
        if item.judged is not None or all(count[side] < _MOST_PER_ARTICLE for side in sides):
            count.update(sides)
            kept.append(item)
    return kept


def _worth_scoring(found: Candidates, judgements: MatchJudgements) -> list[Pair]:
    """The likeliest pairs of each sentence with each other article, and those that the user judged."""
    pairs: list[Pair] = []
    for profile in found.asked:
        sentence = profile.passage.sentence.id
        near: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for other in found.chosen[sentence]:
            near[found.others[other].passage.sentence.article].append(
                (cosine(profile, found.others[other]), other)
            )
        for row in near.values():
            row.sort(reverse=True)
            looks = [other for _, other in row[:_LOOKS]]
            looks.extend(other for _, other in row[_LOOKS:] if judgements.of(sentence, other) is not None)
            pairs.extend(pair_of(profile, found.others[other]) for other in looks)
    return pairs


def _with_settings(pairs: Sequence[Pair], own: Article | None, records: Mapping[str, Article]) -> list[Pair]:
    """The pairs, each with its place among the pairs of its two articles."""
    places = [_Place.of(pair) for pair in pairs]
    likely = {place: likeness(pair.evidence) for place, pair in zip(places, pairs, strict=True)}
    by_a: dict[tuple[int, str], list[float]] = defaultdict(list)
    by_b: dict[tuple[str, int], list[float]] = defaultdict(list)
    for place, value in likely.items():
        by_a[place.a, place.article].append(value)
        by_b[place.article, place.b].append(value)
    settled = []
    for place, pair in zip(places, pairs, strict=True):
        value = likely[place]
        setting = Setting(
            rank_a=1 + sum(other > value for other in by_a[place.a, place.article]),
            rank_b=1 + sum(other > value for other in by_b[place.article, place.b]),
            distance=_distance(pair, own, records[place.article]),
            parallel=max(likely.get(place.moved(step, step), 0.0) for step in (-1, 1)),
            beside=max(
                max(likely.get(place.moved(step, 0), 0.0), likely.get(place.moved(0, step), 0.0))
                for step in (-1, 1)
            ),
        )
        settled.append(replace(pair, setting=setting))
    return settled


class _Place(NamedTuple):
    """A pair by the numbers of its sentences; the first article is the same for all pairs."""

    a: int
    article: str
    b: int

    @classmethod
    def of(cls, pair: Pair) -> _Place:
        other = pair.b.passage.sentence
        return cls(pair.a.passage.sentence.n, other.article, other.n)

    def moved(self, a: int, b: int) -> _Place:
        """The pair so many sentences further on."""
        return _Place(self.a + a, self.article, self.b + b)


def _distance(pair: Pair, own: Article | None, other: Article) -> float:
    """How far apart two sentences stand in the course of their articles, 0..1."""
    if own is None or not own.length or not other.length:
        return 0.0
    return abs(pair.a.passage.sentence.start / own.length - pair.b.passage.sentence.start / other.length)
