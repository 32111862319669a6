"""Stories: articles that report one event, found as articles arrive.

An article joins the story whose members it resembles most, if it resembles them enough. How much is enough
depends on time: two reports of the same days need less in common than two whose dates are unknown or apart,
because the same actors are in the news again months later with nearly the same headline.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, count

from model.matching.background import Frequencies
from model.matching.candidates import reporting
from model.matching.outline import LEAD, named_by, outline_of
from model.matching.story_judgements import StoryJudgements
from model.passage import Index, Named, Outline, Witness

_UNJUDGED = StoryJudgements()

_MEMBERS_COMPARED = 8
_CANDIDATE_ARTICLES = 40
_HITS = 60
_NEAR_DAYS = 4

#: How much each view of two articles counts. The views lie in 0..1, the weights sum to 1.
_VIEW_WEIGHTS = {"words": 0.5, "lead": 0.3, "actors": 0.2}

#: What each number adds that both tell.
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

#: Sums of the same views may differ by so little.
_ROUNDING = 1e-9

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


def assign_story(
    witness: Witness,
    index: Index,
    judged: StoryJudgements = _UNJUDGED,
    outline: Outline | None = None,
) -> str:
    """Id of the story that an article tells: one of the index, or a new one named after the article.

    Where the user's word joins it to articles that have a story, it is theirs; stories with an article that
    it was parted from are not looked at, nor is its own, if it has one already. The cost depends on the
    articles that share rare words with it, not on the size of the corpus. `outline` is that of the article,
    if it is known.
    """
    article = witness.article.id
    for _, other in sorted(index.articles(judged.together(article)).items()):
        if other.story is not None:
            return other.story
    barred = {other.story for other in index.articles(judged.apart(article)).values()}
    newcomer = outline or outline_of(witness)
    views = _Views(index, {article: named_by(witness, newcomer)})
    found = _candidates(witness, index)
    outlines = index.outlines(member for members in found.values() for member in members)
    best: tuple[float, str] | None = None
    for story, members in sorted(found.items()):
        if story in barred:
            continue
        margin = _margin(newcomer, [outlines[member] for member in members], views)
        if margin > 0 and (best is None or margin > best[0]):
            best = (margin, story)
    return best[1] if best is not None else _new_story(article, index)


def _new_story(article: str, index: Index) -> str:
    """The id of a story that the article has for itself: others may tell one that was named after it."""
    names = chain([article], (f"{article}\0{number}" for number in count(2)))
    ids = (story_id(name) for name in names)
    return next(identity for identity in ids if set(index.story_articles(identity)) <= {article})


def _margin(newcomer: Outline, members: Sequence[Outline], views: _Views) -> float:
    """Above zero where the article tells the story of these members."""
    # Most candidates are of another event, and told apart without asking whom they name.
    if all(views.at_best(newcomer, member).margin < -_ROUNDING for member in members):
        return -_ROUNDING
    views.name(members)
    kin = [views.kinship(newcomer, member) for member in members]
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


_Vector = tuple[Mapping[str, float], float]


class _Views:
    """Weighed views of articles, each worked out once."""

    def __init__(self, index: Index, named: Mapping[str, Named]) -> None:
        """`named` gives the actors of articles that may not be in the index."""
        self._index = index
        self._frequencies = Frequencies(index)
        self._told: dict[str, tuple[_Vector, _Vector]] = {}
        self._actors = {article: self._weighed_actors(actors) for article, actors in named.items()}

    def at_best(self, a: Outline, b: Outline) -> Kinship:
        """How alike two articles are, if they name the same actors."""
        words, lead = (_cosine(one, other) for one, other in zip(self._of(a), self._of(b), strict=True))
        numbers = len(a.numbers & b.numbers)
        return Kinship(words, lead, 1.0, numbers, _days_apart(a.published, b.published))

    def kinship(self, a: Outline, b: Outline) -> Kinship:
        """How alike two articles are. Whom they name was asked before."""
        actors = _cosine(self._actors[a.article], self._actors[b.article])
        return replace(self.at_best(a, b), actors=actors)

    def name(self, outlines: Iterable[Outline]) -> None:
        """Ask whom these articles name."""
        unknown = [outline for outline in outlines if outline.article not in self._actors]
        for article, actors in self._index.named(unknown).items():
            self._actors[article] = self._weighed_actors(actors)

    def _of(self, outline: Outline) -> tuple[_Vector, _Vector]:
        known = self._told.get(outline.article)
        if known is None:
            known = self._told[outline.article] = self._weighed(outline)
        return known

    def _weighed(self, outline: Outline) -> tuple[_Vector, _Vector]:
        frequencies = self._frequencies
        frequencies.load(outline.words, outline.forms)
        weight = frequencies.words(outline.words)
        return (
            _vector({stem: _often(n) * weight[stem] for stem, n in outline.words.items()}),
            _vector({stem: _often(n) * weight[stem] for stem, n in outline.lead.items()}),
        )

    def _weighed_actors(self, actors: Named) -> _Vector:
        self._frequencies.load_entities(actors)
        rarity = self._frequencies.entity
        return _vector(
            {
                actor: _often(n) * _ACTOR_WEIGHT.get(kind, _OTHER_WEIGHT) * rarity(actor)
                for actor, (n, kind) in actors.items()
            }
        )


@lru_cache(maxsize=1_024)
def _often(count: int) -> float:
    """What a word counts that stands in an article so often."""
    return 1 + math.log(count)


def _vector(weights: Mapping[str, float]) -> _Vector:
    return weights, math.sqrt(sum([weight * weight for weight in weights.values()]))


def _cosine(one: _Vector, other: _Vector) -> float:
    if not one[1] or not other[1]:
        return 0.0
    small, large = (one[0], other[0]) if len(one[0]) <= len(other[0]) else (other[0], one[0])
    shared = [weight * large[key] for key, weight in small.items() if key in large]
    return sum(shared) / (one[1] * other[1])


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
    for passage in reporting(witness.passages)[:LEAD]:
        yield passage.text[:600]


def _days_apart(a: str | None, b: str | None) -> int | None:
    one, other = _day(a), _day(b)
    return abs((one - other).days) if one is not None and other is not None else None


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
