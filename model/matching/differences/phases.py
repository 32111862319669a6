"""What one side tells as planned and the other as begun or done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from model.matching.differences.comparison import CLOSE_WORDS, Comparison, cited, place_of, window
from model.matching.profile import Profile
from model.matching.words import Word, is_irregular, word_list
from model.records import Difference, Span

_PHASES = ("planned", "begun", "done")

#: Words before a happening among which “ready to” or “already” is looked for.
_BEFORE = 6

#: Words between “has” and what is done: “has not yet been”, and no more.
_PERFECT = 2

#: Before “have” these make something else of it: “would have ended”.
_MODALS = frozenset({"would", "could", "should", "may", "might", "must", "to"})

#: How many words the surroundings of a happening must share on both sides for it to be one.
_COMMON_AROUND = 2


@cache
def _phase_of() -> Mapping[str, str]:
    lists = word_list("hedges")
    return {word: phase for phase in _PHASES for word in lists[phase]}


@cache
def _perfect() -> frozenset[str]:
    return frozenset(word_list("hedges")["perfect"])


def phases(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: a happening that stands in another phase on the other side."""
    if not pair.near:
        return
    mine, theirs = _marked(pair.a), _marked(pair.b)
    for stem, (phase, mark) in mine.items():
        answer, closeness = pair.of_a.get(stem, (None, 0.0))
        if answer is None or answer not in theirs or closeness < CLOSE_WORDS:
            continue
        other, their_mark = theirs[answer]
        if phase != other and _same_happening(pair, stem, answer):
            why = f"{cited(pair.a, mark)} in a, {cited(pair.b, their_mark)} in b"
            yield Difference("certainty", mark, their_mark, why)
            return


def _same_happening(pair: Comparison, stem: str, answer: str) -> bool:
    here, there = place_of(pair.a, stem), place_of(pair.b, answer)
    return (
        here is not None
        and there is not None
        and window(pair.a, here).common(window(pair.b, there)) >= _COMMON_AROUND
    )


def _marked(profile: Profile) -> Mapping[str, tuple[str, Span]]:
    """For stems that a plan, a beginning or an end is told of: which of these, and the span of the word for
    it.
    """
    found: dict[str, tuple[str, Span]] = {}
    for n, word in enumerate(profile.words):
        if word.content and word.stem not in profile.actor_of and word.form not in _phase_of():
            before = profile.words[max(0, n - _BEFORE) : n]
            mark = next((w for w in reversed(before) if w.form in _phase_of()), None)
            if mark is not None:
                found.setdefault(word.stem, (_phase_of()[mark.form], mark.span))
            elif (auxiliary := _perfect_of(word, before)) is not None:
                found.setdefault(word.stem, ("done", Span(auxiliary.start, word.end)))
    return found


def _perfect_of(word: Word, before: tuple[Word, ...]) -> Word | None:
    """The “has” of a perfect, where it stands close before its participle."""
    if not (word.form.endswith("ed") or is_irregular(word.form)):
        return None
    at = next((n for n in range(1, _PERFECT + 1) if n <= len(before) and before[-n].form in _perfect()), None)
    if at is None or (at < len(before) and before[-at - 1].form in _MODALS):
        return None
    return before[-at]
