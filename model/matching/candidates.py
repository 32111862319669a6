"""Which sentences of other articles are worth comparing with those of an article: never all of them.

A small story is read whole: its articles are few, and what they share is found through the stems they share.
A large one is searched. Beyond the story only the search speaks, for sentences that say enough to be known
again; for a sentence of no story, the actors do too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.matching.background import Frequencies
from model.matching.groups import article_of
from model.matching.profile import Profile, profiles, story_words
from model.passage import Index, Passage
from model.records import REPORTING_KINDS

#: Pairs that a sentence sends on to the full comparison.
MOST_PAIRS = 200

#: A story of so many other articles is read whole.
_SMALL_STORY = 8

_STORY_HITS = 30
_OTHER_HITS = 13
_ACTOR_HITS = 40

#: Share of what a sentence scores against itself that another has to reach to be looked at from outside its
#: story.
_OTHER_SHARE = 0.3

#: Blanks between words that a sentence needs before it is looked for outside its story.
_TELLING_WORDS = 7

#: Sentences that share this stem with an article are too many for the stem to tell them apart.
_CROWDED = 400


def reporting(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Those passages that report something: headline, standfirst and body."""
    return tuple(p for p in passages if p.sentence.block in REPORTING_KINDS)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The passages asked about, what may answer them, and which for which (sentence ids, likeliest first)."""

    asked: Sequence[Profile]
    others: Mapping[str, Profile]
    chosen: Mapping[str, Sequence[str]]


def candidates(
    passages: Sequence[Passage],
    index: Index,
    frequencies: Frequencies,
    *,
    article: str | None,
    story: str | None,
    judged: Mapping[str, Collection[str]],
) -> Candidates:
    """All sentences worth comparing with each passage.

    `article` is left out of the answer; `story` is read or searched first. `judged` gives the sentences that
    the user paired with a passage: they are always among its candidates.
    """
    inside, hits = _inside(passages, index, article, story)
    elsewhere = _elsewhere(passages, index, article, story)
    for passage in passages:
        sentence = passage.sentence.id
        hits[sentence].update(dict.fromkeys(sorted(judged.get(sentence, ()))))
        hits[sentence].update(dict.fromkeys(elsewhere.get(passage.text, ())))
    missing = {hit for found in hits.values() for hit in found} - inside.keys()
    outside = {i: p for i, p in index.passages(missing).items() if p.sentence.block in REPORTING_KINDS}
    common = story_words((*passages, *inside.values())) if inside else None
    asked = profiles(passages, frequencies, common)
    known = {**inside, **outside}
    others = dict(zip(known, profiles(known.values(), frequencies, common), strict=True))
    nearest = _Nearest({sentence: others[sentence] for sentence in inside})
    chosen: dict[str, Sequence[str]] = {}
    for profile in asked:
        sentence = profile.passage.sentence.id
        wanted = judged.get(sentence, ())
        found = [hit for hit in hits[sentence] if hit in outside or (hit in wanted and hit in inside)]
        del found[MOST_PAIRS // 2 :]
        chosen[sentence] = tuple(dict.fromkeys((*found, *nearest.of(profile, MOST_PAIRS - len(found)))))
    return Candidates(asked, others, chosen)


def _inside(
    passages: Sequence[Passage], index: Index, article: str | None, story: str | None
) -> tuple[dict[str, Passage], dict[str, dict[str, None]]]:
    """Passages of the story by id, all of them or those that a search finds, and a place for hits
    elsewhere.
    """
    hits: dict[str, dict[str, None]] = {passage.sentence.id: {} for passage in passages}
    if story is None:
        return {}, hits
    members = [member for member in index.story_articles(story) if member != article]
    if len(members) <= _SMALL_STORY:
        whole = (index.witness(member) for member in members)
        return {p.sentence.id: p for witness in whole for p in reporting(witness.passages)}, hits
    found = {s for passage in passages for s in _search(index, passage, _STORY_HITS, article, (story,))}
    return {i: p for i, p in index.passages(found).items() if p.sentence.block in REPORTING_KINDS}, hits


def _search(
    index: Index, passage: Passage, limit: int, article: str | None, stories: tuple[str, ...] | None = None
) -> Iterable[str]:
    return (s for s, _ in index.search(passage.text, limit=limit, exclude_article=article, stories=stories))


def _elsewhere(
    passages: Iterable[Passage], index: Index, article: str | None, story: str | None
) -> Mapping[str, Sequence[str]]:
    """By the words of a passage, what may answer it outside its story, where only nearly the same words do;
    all of the corpus, actors in common included, for one that is of no story.
    """
    # The first passage of those with the same words.
    asked = {p.text: p for p in reversed(tuple(passages)) if p.text.count(" ") >= _TELLING_WORDS}
    if story is None:
        return {text: tuple(_anywhere(index, passage, article)) for text, passage in asked.items()}
    found = index.searches(tuple(asked), limit=_OTHER_HITS)
    return {
        passage.text: tuple(_near_enough(passage, hits, article))
        for passage, hits in zip(asked.values(), found, strict=True)
    }


def _anywhere(index: Index, passage: Passage, article: str | None) -> Iterable[str]:
    yield from _search(index, passage, _OTHER_HITS, article)
    actors = {m.entity for m in passage.mentions if m.entity is not None}
    if len(actors) > 1:
        rows = index.sentences_with_entities(actors, limit=_ACTOR_HITS, exclude_article=article)
        yield from (sentence for sentence, shared in rows if shared > 1)


def _near_enough(passage: Passage, found: Sequence[tuple[str, float]], article: str | None) -> Iterable[str]:
    whole = next((score for sentence, score in found if sentence == passage.sentence.id), 0.0)
    for sentence, score in found:
        if article_of(sentence) != article and score >= _OTHER_SHARE * whole:
            yield sentence


class _Nearest:
    """Finds the profiles that share the weightiest stems with another, through the stems they share."""

    def __init__(self, among: Mapping[str, Profile]) -> None:
        self._norms = {sentence: profile.norm for sentence, profile in among.items()}
        self._stems: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._actors: dict[str, list[str]] = defaultdict(list)
        for sentence, profile in among.items():
            for stem, weight in profile.weights.items():
                self._stems[stem].append((sentence, weight))
            for actor in profile.actors:
                self._actors[actor].append(sentence)

    def of(self, profile: Profile, limit: int) -> Sequence[str]:
        """At most `limit` sentences, nearest first."""
        near: dict[str, float] = defaultdict(float)
        for stem, weight in profile.weights.items():
            rows = self._stems.get(stem, ())
            for sentence, other in rows[:_CROWDED]:
                near[sentence] += weight * other
        for actor, weight in profile.actors.items():
            for sentence in self._actors.get(actor, ())[:_CROWDED]:
                near[sentence] += weight
        ranked = sorted(
            near, key=lambda sentence: (-near[sentence] / (self._norms[sentence] or 1.0), sentence)
        )
        return ranked[:limit]
