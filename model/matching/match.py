"""Matches: which sentences of other articles tell what a sentence tells, and how."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from model.matching.background import Frequencies
from model.matching.candidates import Candidates, candidates, reporting
from model.matching.features import cosine, in_order, quoted
from model.matching.places import placed
from model.matching.profile import Profile, profiles
from model.matching.relation import SAME_CLAIM, judge_relation
from model.matching.score import Pair, Scorer, pair_of, score_pairs
from model.matching.speakers import same_speaker
from model.passage import Index, Passage, Witness
from model.records import Article, Judged, Match

#: Sentences of one other article that a sentence is closely compared with.
_LOOKS = 10
_SURE_LOOKS = 4

#: Beyond the surest, a sentence needs such a share of the likeliest one's cosine to be looked at.
_LOOK_SHARE = 0.2

#: Sentences of one article that may answer one sentence.
_MOST_PER_ARTICLE = 3

#: What two sentences of different stories must have in common to be told of as one.
_ELSEWHERE_COSINE = 0.72
_ELSEWHERE_QUOTED = 0.8
_ELSEWHERE_ORDER = 0.25
_ELSEWHERE_WORDS = 6

#: Where teasers and lists run together, what is in common may be any of them.
_RUN_ON_COSINE = 0.95


@dataclass(frozen=True)
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

    @cached_property
    def partners(self) -> Mapping[str, frozenset[str]]:
        """For each judged sentence the sentences it was judged with."""
        found: dict[str, set[str]] = defaultdict(set)
        for pair in self.confirmed | self.rejected:
            for sentence in pair:
                found[sentence] |= pair - {sentence}
        return {sentence: frozenset(others) for sentence, others in found.items()}


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
    return _matches(mine, index, frequencies, article=witness.article, judgements=judgements, scorer=scorer)


def match_passage(
    passage: Passage,
    index: Index,
    *,
    scorer: Scorer = score_pairs,
    frequencies: Frequencies | None = None,
) -> list[Match]:
    """Who reports a sentence from outside the corpus: its matches by falling score, the sentence itself as
    `a`.
    """
    return _matches(
        (passage,),
        index,
        frequencies or Frequencies(index),
        article=None,
        judgements=NO_JUDGEMENTS,
        scorer=scorer,
    )


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
    frequencies: Frequencies,
    *,
    article: Article | None,
    judgements: MatchJudgements,
    scorer: Scorer,
) -> list[Match]:
    own, story = (article.id, article.story) if article is not None else (None, None)
    found = candidates(passages, index, frequencies, article=own, story=story, judged=judgements.partners)
    records = index.articles({other.passage.sentence.article for other in found.others.values()})
    elsewhere = {
        other.id
        for other in records.values()
        if story is not None and other.story is not None and other.story != story
    }
    worth = _worth_scoring(found, judgements, elsewhere)
    lengths = {other.id: other.length for other in records.values()}
    if article is not None:
        lengths[article.id] = article.length
    pairs = placed(worth, lengths)
    matched = []
    for pair, score in zip(pairs, scorer(pairs), strict=True):
        other = records[pair.b.passage.sentence.article]
        judged = judgements.of(pair.a.passage.sentence.id, pair.b.passage.sentence.id)
        if judged is not None or score >= SAME_CLAIM:
            matched.append(_Found(pair, score, article, other, other.id in elsewhere, judged))
    return [item.match() for item in _best(matched)]


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


def _may_match(a: Profile, b: Profile, nearness: float, *, outside: bool) -> bool:
    """Whether two sentences, so near in their words, may tell one thing at all."""
    if a.runs_on or b.runs_on:
        return nearness >= _RUN_ON_COSINE
    return not outside or _shared_elsewhere(a, b, nearness)


def _shared_elsewhere(a: Profile, b: Profile, nearness: float) -> bool:
    """Whether two sentences of different stories, so near in their words, may tell one thing: nearly the same
    words, or the same quotation.
    """
    if "title" in (a.passage.sentence.block, b.passage.sentence.block):
        return False
    if min(len(a.weights), len(b.weights)) < _ELSEWHERE_WORDS:
        return False
    if nearness >= _ELSEWHERE_COSINE:
        return True
    return (
        quoted(a, b) >= _ELSEWHERE_QUOTED
        and in_order(a, b) >= _ELSEWHERE_ORDER
        and same_speaker(a.speakers, b.speakers) >= 0
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


def _worth_scoring(found: Candidates, judgements: MatchJudgements, elsewhere: Collection[str]) -> list[Pair]:
    """Pairs that are among the likeliest for both sentences, and those judged. With articles `elsewhere` only
    what may be told of in two stories.

    Both have their say, so that the same pairs are looked at from either article.
    """
    likely: dict[tuple[str, str], float] = {}
    for mine in found.asked:
        for other in found.chosen[mine.passage.sentence.id]:
            theirs = found.others[other]
            near = cosine(mine, theirs)
            pair = mine.passage.sentence.id, other
            outside = theirs.passage.sentence.article in elsewhere
            if judgements.of(*pair) is not None or _may_match(mine, theirs, near, outside=outside):
                likely[pair] = near
    home = {sentence: profile.passage.sentence.article for sentence, profile in found.others.items()}
    of_mine: dict[tuple[str, str], list[_Ranked]] = defaultdict(list)
    of_theirs: dict[str, list[_Ranked]] = defaultdict(list)
    for (a, b), value in likely.items():
        of_mine[a, home[b]].append((-value, b, (a, b)))
        of_theirs[b].append((-value, a, (a, b)))
    wanted = _likeliest(of_mine.values()) & _likeliest(of_theirs.values())
    wanted |= {pair for pair in likely if judgements.of(*pair) is not None}
    asked = {profile.passage.sentence.id: profile for profile in found.asked}
    return [pair_of(asked[a], found.others[b]) for a, b in likely if (a, b) in wanted]


#: A pair among those of one sentence with one article: what ranks it, what breaks ties, and its sentences.
_Ranked = tuple[float, str, tuple[str, str]]


def _likeliest(rows: Iterable[list[_Ranked]]) -> set[tuple[str, str]]:
    wanted = set()
    for row in rows:
        row.sort()
        least = row[0][0] * _LOOK_SHARE
        for rank, (value, _, pair) in enumerate(row[:_LOOKS]):
            if rank < _SURE_LOOKS or value <= least:
                wanted.add(pair)
    return wanted
