"""One side is surer than the other: a hedge added or dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice

from model.matching.differences.comparison import Comparison, cited, following, place_of, window
from model.matching.differences.exactness import exactness
from model.matching.differences.phases import phases
from model.matching.profile import Profile
from model.matching.words import Word, word_list
from model.records import Difference, Span

#: Words after a hedge among which what it weakens is looked for.
_REACH = 12

#: Longest hedge, in characters, that is one word before what it weakens; longer ones are clauses (“is seen
#: as”).
_ONE_WORD = 11

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_AUXILIARY_REACH = 3
_STILL_OPEN = ["to", "be"]

_HEDGES = ("possible", "viewed", "hearsay")

#: How many words the surroundings of what is weakened must share on both sides for it to be one statement.
_COMMON_AROUND = 2

#: After a modal these make a refusal or a permission of it: “could not comment”, “may only be copied”.
_NO_HEDGE = frozenset({"not", "only"})


@cache
def _kinds() -> Mapping[str, str]:
    lists = word_list("hedges")
    return {word: kind for kind in _HEDGES for word in lists[kind]}


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(word_list("hedges")[name])


def certainty(pair: Comparison) -> Iterator[Difference]:
    """At most one difference, on something that both sides tell."""
    if not pair.asks:
        yield from islice(chain(_hedged(pair), phases(pair), exactness(pair)), 1)


def _hedged(pair: Comparison) -> Iterator[Difference]:
    """Hedges on one side alone.

    “Is seen as” weakens a whole sentence; any other hedge counts only where the passages answer each other
    well.
    """
    sides = [(side, _hedges(side.a), turned) for side, turned in ((pair, False), (pair.turned(), True))]
    for kind in _HEDGES if pair.near else ("viewed",):
        for side, hedges, turned in sides:
            hedge = _on_shared(side, hedges.get(kind, ()))
            if hedge is None or _says_likewise(side, kind):
                continue
            if turned:
                yield Difference(
                    "certainty", None, hedge, f"not hedged by a, by b with {cited(pair.b, hedge)}"
                )
            else:
                yield Difference(
                    "certainty", hedge, None, f"hedged by a with {cited(pair.a, hedge)}, not by b"
                )


def _says_likewise(pair: Comparison, kind: str) -> bool:
    """Whether `b` weakens it too, in other words: as an allegation, or as what would be if it came true."""
    forms = {word.form for word in pair.b.words}
    if any(_kinds().get(word.form) == kind and _weakens(pair.b, word) for word in pair.b.words):
        return True
    if kind == "hearsay":
        return not forms.isdisjoint(_list("alleging"))
    unreal = {word.form for word in pair.a.words} | forms
    return kind == "possible" and "would" in forms and not unreal.isdisjoint(_list("unreal"))


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
    if (
        kind is None
        or _next_form(profile, word) in _NO_HEDGE
        or not (profile.text[word.start - profile.offset].islower() or word.start == profile.offset)
    ):
        return False
    return kind != "viewed" or _is_passive(profile, word)


def _next_form(profile: Profile, word: Word) -> str | None:
    at = profile.words.index(word) + 1
    return profile.words[at].form if at < len(profile.words) else None


def _is_passive(profile: Profile, word: Word) -> bool:
    """Whether someone is believed, rather than believes."""
    at = profile.words.index(word)
    before = [earlier.form for earlier in profile.words[max(0, at - _AUXILIARY_REACH) : at]]
    return not _BE.isdisjoint(before) and before[-2:] != _STILL_OPEN


def _on_shared(pair: Comparison, hedges: Sequence[Span]) -> Span | None:
    """The first hedge of `a` that weakens something `b` tells too: the next content word, among words that
    are shared, or what is so viewed.
    """
    words = pair.a.words
    for hedge in hedges:
        last = next((n for n in range(len(words) - 1, -1, -1) if words[n].start < hedge.end), -1)
        after = list(following(words, last, _REACH))
        if len(hedge) > _ONE_WORD:
            if sum(word.stem in pair.of_a for word in after) >= _COMMON_AROUND:
                return hedge
        elif after and _told_alike(pair, after[0]):
            return hedge
    return None


def _told_alike(pair: Comparison, word: Word) -> bool:
    """Whether `b` tells what a word of `a` tells, and among the same words."""
    answer = pair.of_a.get(word.stem, (None, 0.0))[0]
    there = place_of(pair.b, answer)
    if there is None:
        return False
    here = window(pair.a, word.span)
    return here.common(window(pair.b, there)) >= _COMMON_AROUND
