"""One side is surer than the other: a hedge added or dropped, a plan that became a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from model.matching.differences.comparison import Comparison, cited, following, window
from model.matching.profile import Profile
from model.matching.words import Word, word_list
from model.records import Difference, Span

#: Words after a hedge among which what it weakens is looked for.
_REACH = 12

#: Longest hedge, in characters, that is one word before what it weakens; longer ones are clauses (“is seen
#: as”).
_ONE_WORD = 11

#: Words before a happening among which “ready to” or “already” is looked for.
_BEFORE = 6

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_AUXILIARY_REACH = 3

_HEDGES = ("possible", "viewed", "hearsay")


@cache
def _kinds() -> Mapping[str, str]:
    lists = word_list("hedges")
    return {word: kind for kind in _HEDGES for word in lists[kind]}


@cache
def _phase(kind: str) -> frozenset[str]:
    return frozenset(word_list("hedges")[kind])


def certainty(pair: Comparison) -> Iterator[Difference]:
    """At most one difference, on something that both sides tell.

    “Is seen as” weakens a whole sentence; any other hedge counts only where the passages answer each other
    well.
    """
    if pair.asks:
        return
    mine, theirs = _hedges(pair.a), _hedges(pair.b)
    for kind in _HEDGES if pair.near else ("viewed",):
        if kind in mine and kind not in theirs and (hedge := _on_shared(pair, mine[kind])) is not None:
            yield Difference("certainty", hedge, None, f"hedged by a with {cited(pair.a, hedge)}, not by b")
            return
        if (
            kind in theirs
            and kind not in mine
            and (hedge := _on_shared(pair.turned(), theirs[kind])) is not None
        ):
            yield Difference("certainty", None, hedge, f"not hedged by a, by b with {cited(pair.b, hedge)}")
            return
    found = _planned_and_done(pair) if pair.near else None
    if found is not None:
        yield found


def _hedges(profile: Profile) -> Mapping[str, list[Span]]:
    """Hedges that the claims of a passage give, by the way they weaken it."""
    spans = {hedge for claim in profile.claims for hedge in claim.hedges}
    found: dict[str, list[Span]] = {}
    for span in sorted(spans):
        for word in profile.words:
            if span.start <= word.start and word.end <= span.end and _weakens(profile, word):
                found.setdefault(_kinds()[word.form], []).append(span)
                break
    return found


def _weakens(profile: Profile, word: Word) -> bool:
    """Whether a word is a hedge: a capital inside a sentence makes a month or a name of it.

    "Believed" and its like are hedges only in the passive.
    """
    kind = _kinds().get(word.form)
    if kind is None or not (
        profile.text[word.start - profile.offset].islower() or word.start == profile.offset
    ):
        return False
    return kind != "viewed" or _is_passive(profile, word)


def _is_passive(profile: Profile, word: Word) -> bool:
    """Whether someone is believed, rather than believes."""
    at = profile.words.index(word)
    return any(earlier.form in _BE for earlier in profile.words[max(0, at - _AUXILIARY_REACH) : at])


def _on_shared(pair: Comparison, hedges: list[Span]) -> Span | None:
    """The first hedge of `a` that weakens something `b` tells too: the next content word, or what is so
    viewed.
    """
    words = pair.a.words
    for hedge in hedges:
        last = next((n for n in range(len(words) - 1, -1, -1) if words[n].start < hedge.end), -1)
        after = [word.stem in pair.of_a for word in following(words, last, _REACH)]
        if any(after[:1] if len(hedge) <= _ONE_WORD else after):
            return hedge
    return None


def _planned_and_done(pair: Comparison) -> Difference | None:
    planned_a, done_a = _marked(pair.a, "planned"), _marked(pair.a, "done")
    planned_b, done_b = _marked(pair.b, "planned"), _marked(pair.b, "done")
    for stem in planned_a.keys() & done_b.keys() - done_a.keys() - planned_b.keys():
        if _same_happening(pair, stem):
            return _phases(pair, planned_a[stem], done_b[stem])
    for stem in done_a.keys() & planned_b.keys() - planned_a.keys() - done_b.keys():
        if _same_happening(pair, stem):
            return _phases(pair, done_a[stem], planned_b[stem])
    return None


def _phases(pair: Comparison, one: Span, other: Span) -> Difference:
    return Difference("certainty", one, other, f"{cited(pair.a, one)} in a, {cited(pair.b, other)} in b")


def _same_happening(pair: Comparison, stem: str) -> bool:
    mine, theirs = (next(_span(w) for w in side.words if w.stem == stem) for side in (pair.a, pair.b))
    return window(pair.a, mine).common(window(pair.b, theirs)) > 1


def _marked(profile: Profile, phase: str) -> dict[str, Span]:
    """Stems that such a word stands closely before, with the span of that word."""
    found: dict[str, Span] = {}
    for n, word in enumerate(profile.words):
        if word.content and word.stem not in profile.actor_of:
            before = profile.words[max(0, n - _BEFORE) : n]
            mark = next((earlier for earlier in reversed(before) if earlier.form in _phase(phase)), None)
            if mark is not None:
                found.setdefault(word.stem, _span(mark))
    return found


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
