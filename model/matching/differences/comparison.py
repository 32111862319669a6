"""Two matched passages laid side by side: what every kind of difference looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.matching.align import Answers, answers, covered
from model.matching.profile import Profile
from model.matching.related import related
from model.matching.words import Word
from model.records import Article, Span

#: Share of both passages that must be answered before a number or a negation of one is held against the
#: other.
_CLOSE_COVER = 0.35
_NEAR_COVER = 0.33

_CLOSING = " \n\"”’'»)"

#: Related words this close, as of “dissolve” and “disband”, may stand for each other in a comparison.
CLOSE_WORDS = 0.6


class Comparison:
    """A matched pair with its alignment; the articles, where known, give dates and sources said earlier."""

    def __init__(
        self, a: Profile, b: Profile, article_a: Article | None = None, article_b: Article | None = None
    ) -> None:
        self.a = a
        self.b = b
        self.article_a = article_a
        self.article_b = article_b

    @cached_property
    def of_a(self) -> Answers:
        """For stems of `a`, what of `b` answers them."""
        return answers(self.a, self.b)

    @cached_property
    def of_b(self) -> Answers:
        """For stems of `b`, what of `a` answers them."""
        return answers(self.b, self.a)

    @cached_property
    def cover_a(self) -> float:
        """Share of `a` that `b` answers."""
        return covered(self.a, self.of_a)

    @cached_property
    def cover_b(self) -> float:
        """Share of `b` that `a` answers."""
        return covered(self.b, self.of_b)

    @property
    def close(self) -> bool:
        """Whether each side answers enough of the other for a conflict between them to be one."""
        return min(self.cover_a, self.cover_b) >= _CLOSE_COVER and not self._run_on

    @property
    def near(self) -> bool:
        """Whether one side at least is mostly answered: enough to say how surely the same thing is told."""
        return max(self.cover_a, self.cover_b) >= _NEAR_COVER and not self._run_on

    @property
    def asks(self) -> bool:
        """Whether one side is a question: it asserts nothing, surely or not."""
        return any(side.text.rstrip(_CLOSING).endswith("?") for side in (self.a, self.b))

    @property
    def _run_on(self) -> bool:
        """Whether a side is no one sentence: its parts say nothing of each other."""
        return self.a.runs_on or self.b.runs_on

    def turned(self) -> Comparison:
        """The same pair seen from the other side."""
        return Comparison(self.b, self.a, self.article_b, self.article_a)


_BREAKS = frozenset(',;:."“”—()')


@dataclass(frozen=True, slots=True)
class Window:
    """Content words around a place in a passage."""

    stems: frozenset[str]

    def common(self, other: Window) -> int:
        """How many words the surroundings share, words close in meaning included."""
        exact = self.stems & other.stems
        loose = {
            stem
            for stem in self.stems - exact
            if any(related(stem).get(theirs, 0.0) >= CLOSE_WORDS for theirs in other.stems - exact)
        }
        return len(exact) + len(loose)


def window(profile: Profile, span: Span, *, before: int = 5, after: int = 6) -> Window:
    """The content words within so many words of a span (article offsets), the span's own left out."""
    words = profile.words
    first = next((n for n, word in enumerate(words) if word.end > span.start), len(words))
    last = next((n for n in range(len(words) - 1, -1, -1) if words[n].start < span.end), -1)
    around = (*words[max(0, first - before) : first], *words[last + 1 : last + 1 + after])
    return Window(frozenset(word.stem for word in around if word.content and not word.form[0].isdigit()))


def place_of(profile: Profile, stem: str | None) -> Span | None:
    """Where a stem first stands in the passage."""
    return next((word.span for word in profile.words if word.stem == stem), None)


def following(words: tuple[Word, ...], at: int, limit: int) -> Iterator[Word]:
    """Content words among the `limit` words after position `at`."""
    return (word for word in words[at + 1 : at + 1 + limit] if word.content)


def interrupted(profile: Profile, start: int, end: int) -> bool:
    """Whether the sentence breaks off between two places of the article: what follows belongs to something
    else.
    """
    return any(mark in _BREAKS for mark in profile.text[start - profile.offset : end - profile.offset])


def shown(text: str, longest: int = 60) -> str:
    """A piece of an article as it is cited inside a reason: on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def cited(profile: Profile, span: Span) -> str:
    """The words of a span of the profile's article, in quotation marks."""
    return f"“{shown(span.shifted(-profile.offset).of(profile.text))}”"
