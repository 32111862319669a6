"""Wording that two articles share once names and quotations are left out: the trace of copying.

Runs of five words are sampled by winnowing (Schleimer, Wilkerson and Aiken 2003): of every two neighbouring
runs the one with the smaller hash is kept, so that any stretch of six words that two texts share leaves a
sample in both. From each common sample the passage is followed to both ends. Names and quoted words may stand
inside a passage but do not count: everybody writes them the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.matching.profile import Profile
from model.records import Span

_RUN = 5
_WINDOW = 2
#: Own words a passage must hold: shorter ones are turns of phrase that any two reporters use.
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article's reporting sentences, one after another.

    `keys` are what must be equal (the stem, or the entity a word names), `own` counts the words up to each
    place that are neither name nor quoted, `samples` gives each sampled run its first place.
    """

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    own: tuple[int, ...]
    samples: Mapping[int, int]

    @property
    def size(self) -> int:
        """How many words are the reporter's own."""
        return self.own[-1]


@dataclass(frozen=True, slots=True, order=True)
class SharedPassage:
    """A stretch of words that stands in both articles; `words` of them are neither names nor quoted."""

    a: Span
    b: Span
    words: int


def wording_of(profiles: Iterable[Profile]) -> Wording:
    """The wording of an article, from the profiles of its reporting sentences in order."""
    keys: list[str] = []
    spans: list[Span] = []
    own = [0]
    for profile in profiles:
        foreign = _borrowed(profile)
        for word in profile.words:
            borrowed = any(span.start <= word.start < span.end for span in foreign)
            keys.append(profile.actor_of.get(word.stem, word.stem))
            spans.append(word.span)
            own.append(own[-1] + (not borrowed))
    return Wording(tuple(keys), tuple(spans), tuple(own), _samples(keys))


def _borrowed(profile: Profile) -> list[Span]:
    """Names, words between quotation marks, and what a longer quotation has in this passage."""
    return [
        *(quotation.span for quotation in profile.quotations),
        *(mention.span for mention in profile.passage.mentions if mention.form == "name"),
        *(claim.content for claim in profile.claims if claim.quote == "direct"),
    ]


def _samples(keys: Sequence[str]) -> Mapping[int, int]:
    """The smallest hash of each window of runs with the first place of that run."""
    hashes = [
        zlib.crc32("\0".join(keys[i : i + _RUN]).encode("utf-8", "surrogatepass"))
        for i in range(len(keys) - _RUN + 1)
    ]
    found: dict[int, int] = {}
    for start in range(max(1, len(hashes) - _WINDOW + 1)):
        window = hashes[start : start + _WINDOW]
        if window:
            smallest = min(window)
            found.setdefault(smallest, start + window.index(smallest))
    return found


def shared_passages(a: Wording, b: Wording) -> list[SharedPassage]:
    """The telling passages of two articles, longest first; none overlaps another in `a`."""
    found: list[SharedPassage] = []
    covered = 0
    for place, other in sorted((a.samples[s], b.samples[s]) for s in a.samples.keys() & b.samples.keys()):
        if place < covered or a.keys[place : place + _RUN] != b.keys[other : other + _RUN]:
            continue
        start, end = _followed(a.keys, b.keys, place, other, covered)
        words = min(a.own[end] - a.own[start], b.own[end - place + other] - b.own[start - place + other])
        if words >= _TELLING:
            covered = end
            mine = Span(a.spans[start].start, a.spans[end - 1].end)
            theirs = Span(b.spans[start - place + other].start, b.spans[end - place + other - 1].end)
            found.append(SharedPassage(mine, theirs, words))
    return sorted(found, key=lambda passage: (-passage.words, passage))


def _followed(a: Sequence[str], b: Sequence[str], place: int, other: int, floor: int) -> tuple[int, int]:
    """The stretch of `a` around `place` that is equal to that of `b` around `other`, from `floor` on."""
    back = 0
    while min(place - floor, other) > back and a[place - back - 1] == b[other - back - 1]:
        back += 1
    on = _RUN
    while place + on < len(a) and other + on < len(b) and a[place + on] == b[other + on]:
        on += 1
    return place - back, place + on


def containment(a: Wording, b: Wording, passages: Iterable[SharedPassage]) -> float:
    """Share of the shorter article's own words that the passages cover, 0..1."""
    shorter = min(a.size, b.size)
    return min(1.0, sum(passage.words for passage in passages) / shorter) if shorter else 0.0
