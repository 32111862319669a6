"""Stories: articles that report one event, found as articles arrive.

An article joins the story whose members it resembles most, if it resembles them enough. How much is enough
depends on time: two reports of the same days need less in common than two whose dates are unknown or apart,
because the same actors are in the news again months later with nearly the same headline.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, count

from model.matching.background import Frequencies
from model.matching.story_judgements import StoryJudgements
from model.matching.words import words_of
from model.passage import Index, Passage, Witness
from model.records import REPORTING_KINDS, Article

_UNJUDGED = StoryJudgements()

#: Sentences at the head of an article that tell what it is about.
_LEAD = 5

#: Sentences of an article that are read; a book-length text tells its story well before that.
_LONGEST = 150

_MEMBERS_COMPARED = 8
_CANDIDATE_ARTICLES = 40
_HITS = 60
_NEAR_DAYS = 4

#: How much each view of two articles counts. The views lie in 0..1, the weights sum to 1.
_VIEW_WEIGHTS = {"words": 0.5, "lead": 0.3, "actors": 0.2}

#: Numbers above three are seldom shared by chance.
_NUMBER_BONUS = 0.04

#: Resemblance that joins two articles of one day, and of unknown dates.
_ENOUGH_DATED = 0.18
_ENOUGH_UNDATED = 0.31
#: Each day apart asks for so much more, up to a limit that only a retelling reaches.
_PER_DAY = 0.025
_ENOUGH_FAR = 0.5

#: A story of so many members asks of a newcomer such a share of what its members have in common with one
#: another:
#: an event and the next one of the same affair are told in nearly the same words, but not in the same.
_COHESIVE_MEMBERS = 4
_COHESION = 0.74

#: Countries and cities are everywhere; a minor official is in one story.
_ACTOR_WEIGHT = {
    "PERSON": 1.0,
    "ORG": 0.7,
    "FACILITY": 0.8,
    "EVENT": 0.8,
    "GPE": 0.3,
    "LOC": 0.3,
    "NORP": 0.2,
}
_OTHER_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class _Digest:
    """What of an article its story is known by: counts of stems, of actors, and its numbers."""

    words: Mapping[str, int]
    lead: Mapping[str, int]
    forms: Mapping[str, frozenset[str]]
    actors: Mapping[str, float]
    numbers: frozenset[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Kinship:
    """How alike two articles are (0..1 each view), and how much is asked of articles so far apart in time."""

    words: float
    lead: float
    actors: float
    numbers: int
    days: int | None

    @property
    def resemblance(self) -> float:
        """The views weighed together."""
        views = {"words": self.words, "lead": self.lead, "actors": self.actors}
        return sum(_VIEW_WEIGHTS[name] * value for name, value in views.items()) + _NUMBER_BONUS * min(
            2, self.numbers
        )

    @property
    def enough(self) -> float:
        """The resemblance that makes two articles tell one story."""
        if self.days is None:
            return _ENOUGH_UNDATED
        return min(_ENOUGH_FAR, _ENOUGH_DATED + _PER_DAY * self.days)

    @property
    def margin(self) -> float:
        """Above zero where the two tell one story."""
        return self.resemblance - self.enough


def assign_story(witness: Witness, index: Index, judged: StoryJudgements = _UNJUDGED) -> str:
    """Id of the story that an article tells: one of the index, or a new one named after the article.

    Where the user's word joins it to articles that have a story, it is theirs; stories with an article that
    it was parted from are not looked at, nor is its own, if it has one already. The cost depends on the
    articles that share rare words with it, not on the size of the corpus.
    """
    article = witness.article.id
    for _, other in sorted(index.articles(judged.together(article)).items()):
        if other.story is not None:
            return other.story
    barred = {other.story for other in index.articles(judged.apart(article)).values()}
    views = _Views(Frequencies(index))
    best: tuple[float, str] | None = None
    for story, members in sorted(_candidates(witness, index).items()):
        if story in barred:
            continue
        margin = _margin(witness, [index.witness(member) for member in members], views)
        if margin > 0 and (best is None or margin > best[0]):
            best = (margin, story)
    return best[1] if best is not None else _new_story(article, index)


def _new_story(article: str, index: Index) -> str:
    """The id of a story that the article has for itself: others may tell one that was named after it."""
    names = chain([article], (f"{article}\0{number}" for number in count(2)))
    ids = (story_id(name) for name in names)
    return next(identity for identity in ids if set(index.story_articles(identity)) <= {article})


def _margin(witness: Witness, members: Sequence[Witness], views: _Views) -> float:
    """Above zero where the article tells the story of these members."""
    kin = [views.kinship(witness, member) for member in members]
    margins = [kinship.margin for kinship in kin]
    # The nearest member tells that the event is the same; the others keep a chain from growing.
    margin = (max(margins) + sum(margins) / len(margins)) / 2
    if margin <= 0 or len(members) < _COHESIVE_MEMBERS:
        return margin
    among = [views.kinship(a, b).resemblance for a, b in combinations(members[:_COHESIVE_MEMBERS], 2)]
    expected = _COHESION * sum(among) / len(among)
    return min(margin, sum(kinship.resemblance for kinship in kin) / len(kin) - expected)


def story_id(article: str) -> str:
    """The id of a story that begins with this article: stable, and safe in file names and URLs."""
    return "s" + hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def kinship(a: Witness, b: Witness, frequencies: Frequencies) -> Kinship:
    """How alike two articles are as reports of one event."""
    return _Views(frequencies).kinship(a, b)


_Vector = tuple[Mapping[str, float], float]


class _Views:
    """Weighed views of articles, each worked out once."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies
        self._vectors: dict[str, tuple[_Vector, _Vector, _Vector]] = {}

    def kinship(self, a: Witness, b: Witness) -> Kinship:
        """How alike two articles are."""
        words, lead, actors = (
            _cosine(one, other) for one, other in zip(self._of(a), self._of(b), strict=True)
        )
        numbers = len(_digest_of(a).numbers & _digest_of(b).numbers)
        return Kinship(words, lead, actors, numbers, _days_apart(a.article, b.article))

    def _of(self, witness: Witness) -> tuple[_Vector, _Vector, _Vector]:
        known = self._vectors.get(witness.article.id)
        if known is None:
            known = self._vectors[witness.article.id] = self._weighed(_digest_of(witness))
        return known

    def _weighed(self, digest: _Digest) -> tuple[_Vector, _Vector, _Vector]:
        frequencies = self._frequencies
        frequencies.load(digest.forms)
        frequencies.load_entities(digest.actors)
        return (
            _vector({stem: (1 + math.log(n)) * frequencies.word(stem) for stem, n in digest.words.items()}),
            _vector({stem: (1 + math.log(n)) * frequencies.word(stem) for stem, n in digest.lead.items()}),
            _vector({actor: weight * frequencies.entity(actor) for actor, weight in digest.actors.items()}),
        )


def _vector(weights: Mapping[str, float]) -> _Vector:
    return weights, math.sqrt(sum(weight * weight for weight in weights.values()))


def _cosine(one: _Vector, other: _Vector) -> float:
    if not one[1] or not other[1]:
        return 0.0
    small, large = (one[0], other[0]) if len(one[0]) <= len(other[0]) else (other[0], one[0])
    return sum(weight * large[key] for key, weight in small.items() if key in large) / (one[1] * other[1])


def _candidates(witness: Witness, index: Index) -> Mapping[str, tuple[str, ...]]:
    """Stories that may be the article's, with the members to compare."""
    me = witness.article.id
    reach: dict[str, float] = defaultdict(float)
    recent: tuple[str, ...] = ()
    if witness.article.published is not None:
        recent = tuple(index.recent_stories(witness.article.published, days=_NEAR_DAYS, limit=400))
    for query in _queries(witness):
        for sentence, score in index.search(query, limit=_HITS, exclude_article=me):
            reach[_article_of(sentence)] += score
        if recent:
            for sentence, score in index.search(query, limit=_HITS, exclude_article=me, stories=recent):
                reach[_article_of(sentence)] += score
    nearest = sorted(reach, key=lambda article: (-reach[article], article))[:_CANDIDATE_ARTICLES]
    members: dict[str, list[str]] = defaultdict(list)
    for article, record in index.articles(nearest).items():
        if record.story is not None:
            members[record.story].append(article)
    return {
        story: tuple(sorted(found, key=lambda article: (-reach[article], article))[:_MEMBERS_COMPARED])
        for story, found in members.items()
    }


def _article_of(sentence: str) -> str:
    return sentence.rpartition(":")[0]


def _queries(witness: Witness) -> Iterable[str]:
    """The headline and the lead sentences: where an article says what happened."""
    if witness.article.title:
        yield witness.article.title
    for passage in _reporting(witness)[:_LEAD]:
        yield passage.text[:600]


def _reporting(witness: Witness) -> tuple[Passage, ...]:
    return tuple(p for p in witness.passages if p.sentence.block in REPORTING_KINDS)


def _digest_of(witness: Witness) -> _Digest:
    return _cached_digest(_Key(witness))


class _Key:
    """A witness as a cache key: equal for equal content, so that a stale digest is never used."""

    __slots__ = ("_identity", "witness")

    def __init__(self, witness: Witness) -> None:
        self.witness = witness
        article = witness.article
        self._identity = (article.id, article.sha256, article.length, len(witness.passages), article.title)

    def __hash__(self) -> int:
        return hash(self._identity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._identity == other._identity


@lru_cache(maxsize=512)
def _cached_digest(key: _Key) -> _Digest:
    witness = key.witness
    words: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    forms: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    numbers: set[tuple[float, str]] = set()
    texts = [witness.article.title or ""]
    for passage in _reporting(witness)[:_LONGEST]:
        texts.append(passage.text)
        for mention in passage.mentions:
            if mention.entity is not None:
                actors[mention.entity] += 1
                kinds[mention.entity] = mention.type
        numbers.update(
            (quantity.value, quantity.unit or "")
            for claim in passage.claims
            for quantity in claim.quantities
            if quantity.value is not None and quantity.value > 3
        )
    for n, text in enumerate(texts):
        for word in words_of(text):
            if word.content and not word.form[0].isdigit():
                words[word.stem] += 3 if n < _LEAD else 1
                forms[word.stem].add(word.form)
                if n <= _LEAD:
                    lead[word.stem] += 1
    weighed = {e: (1 + math.log(n)) * _ACTOR_WEIGHT.get(kinds[e], _OTHER_WEIGHT) for e, n in actors.items()}
    return _Digest(words, lead, {s: frozenset(f) for s, f in forms.items()}, weighed, frozenset(numbers))


def _days_apart(a: Article, b: Article) -> int | None:
    one, other = _day(a.published), _day(b.published)
    return abs((one - other).days) if one is not None and other is not None else None


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
