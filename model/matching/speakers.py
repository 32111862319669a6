"""Who says it: comparing the sources of two passages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from model.matching.related import family, in_table
from model.matching.words import words_of
from model.passage import Passage
from model.records import Claim


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of a passage as its claims give it; `words` are the content stems of its surface."""

    claim: Claim
    words: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether the reader could look the source up."""
        return self.claim.source_kind in ("named", "organisation", "media")


def speakers_of(passage: Passage, article_text: str | None = None) -> tuple[Speaker, ...]:
    """The sources of a passage's claims, the author's own voice left out, each once.

    The words of a source that stands in an earlier sentence are read from `article_text`, if given.
    """
    found: dict[tuple[object, ...], Speaker] = {}
    for claim in passage.claims:
        if claim.source_kind not in (None, "author") or claim.source is not None:
            key = (claim.source_entity, claim.source, claim.source_kind)
            found.setdefault(key, Speaker(claim, _words(passage, claim, article_text)))
    return tuple(found.values())


def _words(passage: Passage, claim: Claim, article_text: str | None) -> frozenset[str]:
    if claim.source is None:
        return frozenset()
    if passage.sentence.span.contains(claim.source):
        surface = claim.source.shifted(-passage.sentence.start).of(passage.text)
    elif article_text is not None:
        surface = claim.source.of(article_text)
    else:
        return frozenset()
    return frozenset(word.stem for word in words_of(surface) if word.content)


def alike(one: Speaker, other: Speaker) -> bool | None:
    """Whether two sources are one: None where it cannot be told, as of a pronoun or a source said earlier."""
    mine, theirs = one.claim.source_entity, other.claim.source_entity
    if mine is not None and mine == theirs:
        return True
    if not one.words or not other.words:
        return None
    shared = one.words & other.words
    half = len(shared) >= max(1, min(len(one.words), len(other.words)) / 2)
    if mine is not None and theirs is not None:
        if _respelt(one, other) or one.words <= other.words or other.words <= one.words:
            return True
        return None if half or any(not in_table(word) for word in shared) else False
    if half or _respelt(one, other):
        return True
    return False if one.named and other.named else None


def _respelt(one: Speaker, other: Speaker) -> bool:
    return any(family(x, y) >= 0.8 for x in one.words for y in other.words if x.isalpha() and y.isalpha())


def same_speaker(mine: Collection[Speaker], theirs: Collection[Speaker]) -> float:
    """1 where a source is shared, -1 where both name one and none is shared, else 0."""
    if not mine or not theirs:
        return 0.0
    verdicts = [alike(x, y) for x in mine for y in theirs]
    if True in verdicts:
        return 1.0
    return -1.0 if all(v is False for v in verdicts) and all(s.named for s in (*mine, *theirs)) else 0.0
