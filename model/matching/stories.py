"""Stories: articles that report one event, found as articles arrive.

An article joins the story whose members it resembles most, if it resembles them enough. How much is enough
depends on time: two reports of the same days need less in common than two whose dates are unknown or apart,
because the same actors are in the news again months later with nearly the same headline.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from model.matching.background import Frequencies
from model.matching.passage import Index, Passage, Witness
from model.matching.words import words_of
from model.records import REPORTING_KINDS, Article

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
_NUMBER_BONUS = 0.06

#: Resemblance that joins two articles of one day, and of unknown dates.
_ENOUGH_DATED = 0.135
_ENOUGH_UNDATED = 0.335
#: Each day apart asks for so much more, up to a limit that only a retelling reaches.
_PER_DAY = 0.02
_ENOUGH_FAR = 0.5

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


def assign_story(witness: Witness, index: Index) -> str:
    """Id of the story that an article tells: one of the index, or a new one named after the article.

    The article's own story, if it has one already, is not looked at. The cost depends on the articles that
    share rare words with it, not on the size of the corpus.
    """
    frequencies = Frequencies(index)
    best: tuple[float, str] | None = None
    for story, members in sorted(_candidates(witness, index).items()):
        margins = sorted(
            (kinship(witness, index.witness(member), frequencies).margin for member in members), reverse=True
        )
        # The nearest member tells that the event is the same; the others keep a chain from growing.
        margin = (margins[0] + sum(margins) / len(margins)) / 2
        if margin > 0 and (best is None or margin > best[0]):
            best = (margin, story)
    return best[1] if best is not None else story_id(witness.article.id)


def story_id(article: str) -> str:
    """The id of a story that begins with this article: stable, and safe in file names and URLs."""
    return "s" + hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def kinship(a: Witness, b: Witness, frequencies: Frequencies) -> Kinship:
    """How alike two articles are as reports of one event."""
    one, other = _digest_of(a), _digest_of(b)
    for digest in (one, other):
        frequencies.load(digest.forms)
        frequencies.load_entities(digest.actors)
    return Kinship(
        words=_cosine(_word_vector(one.words, frequencies), _word_vector(other.words, frequencies)),
        lead=_cosine(_word_vector(one.lead, frequencies), _word_vector(other.lead, frequencies)),
        actors=_cosine(_actor_vector(one, frequencies), _actor_vector(other, frequencies)),
        numbers=len(one.numbers & other.numbers),
        days=_days_apart(a.article, b.article),
    )


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


def _word_vector(counts: Mapping[str, int], frequencies: Frequencies) -> dict[str, float]:
    return {stem: (1 + math.log(count)) * frequencies.word(stem) for stem, count in counts.items()}


def _actor_vector(digest: _Digest, frequencies: Frequencies) -> dict[str, float]:
    return {actor: weight * frequencies.entity(actor) for actor, weight in digest.actors.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[key] for key, weight in one.items() if key in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


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
