"""One side says that it is so, the other that it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from model.matching.differences.comparison import Comparison, cited, following, interrupted, place_of, window
from model.matching.profile import Profile
from model.matching.words import Word, is_contracted_not, stem, word_list
from model.records import Difference, Span

#: How far after a negator its word may stand.
_REACH = 3

#: Contrary words speak only where nearly all else agrees.
_ALIKE = 0.55

#: How many words the surroundings of a word must share on both sides for it to be one statement.
_COMMON_AROUND = 2


#: Words before a word among which its mood is looked for, and what speaks for a wish, a plan or a means.
_MOOD_REACH = 2
_PLANS = frozenset({"will", "would", "should", "may", "might", "must"})
_UNREAL = _PLANS | {"to", "can", "could"}
_MEANS = frozenset({"by", "of", "for", "from", "without", "before"})

_CONDITIONS = frozenset({"if", "whether", "who", "whoever", "unless", "should", "when"})

#: Words beyond which a negation does not reach: another phrase begins with them.
_ANOTHER_PHRASE = frozenset(
    {
        "whether",
        "and",
        "or",
        "but",
        "as",
        "than",
        "in",
        "on",
        "at",
        "of",
        "for",
        "from",
        "by",
        "with",
        "into",
        "about",
    }
)

#: Words on either side of a contrary word of which one at least must be shared: what rose must be what fell.
_BESIDE = 2


@cache
def _negators() -> frozenset[str]:
    return frozenset(word_list("polarity")["negators"])


@cache
def _contraries() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for one, other in word_list("polarity")["contraries"]:
        table.setdefault(stem(one), set()).add(stem(other))
        table.setdefault(stem(other), set()).add(stem(one))
    return {word: frozenset(others) for word, others in table.items()}


def polarity(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: the first word that is negated on one side only, or a pair of contrary
    words.
    """
    if not pair.close or pair.asks:
        return
    for side, turned in ((pair, False), (pair.turned(), True)):
        found = _negated_once(side)
        if found is not None:
            here, there = found
            why = f"{cited(side.a, here)} is denied, {cited(side.b, there)} is not"
            yield Difference("polarity", *((there, here) if turned else (here, there)), why)
            return
    contrary = _contrary(pair)
    if contrary is not None:
        one, other = contrary
        yield Difference("polarity", one, other, f"{cited(pair.a, one)} against {cited(pair.b, other)}")


def _negated_once(pair: Comparison) -> tuple[Span, Span] | None:
    """A word negated in `a` that stands in `b`, among the same words, without a negator.

    The spans are that from the negator to the word, and that of the word in `b`.
    """
    if any(claim.negated for claim in pair.b.claims) or _negator_positions(pair.b):
        return None
    if pair.a.claims and not any(claim.negated for claim in pair.a.claims):
        return None
    for at in _negator_positions(pair.a):
        word = next(following(pair.a.words, at, _REACH), None)
        if word is None or not _denies(pair, at, word):
            continue
        denied = Span(pair.a.words[at].start, word.end)
        plain = place_of(pair.b, word.stem)
        if plain is None or _conditional(pair.a, denied) or _conditional(pair.b, plain):
            continue
        if _unreal(pair.b, plain) != _denied_as_unreal(pair.a, at, word):
            continue
        if window(pair.a, denied).common(window(pair.b, plain)) >= _COMMON_AROUND:
            return denied, plain
    return None


def _denies(pair: Comparison, at: int, word: Word) -> bool:
    """Whether the negator at a position of `a` denies that very word, and the word is not told as well.

    “No” denies what its noun does: “no passenger was hurt” is no answer to what else is told of passengers.
    """
    words = pair.a.words
    end = words.index(word)
    between = {w.form for w in words[at + 1 : end]}
    if interrupted(pair.a, words[at].end, word.start) or between & _ANOTHER_PHRASE:
        return False
    if sum(w.stem == word.stem for w in words) > 1:
        return False
    if words[at].form != "no":
        return True
    done = next(following(words, end, _REACH), None)
    return len(_negator_positions(pair.a)) == 1 and done is not None and done.stem in pair.of_a


def _conditional(profile: Profile, span: Span) -> bool:
    """Whether a place stands under an “if” or a “who”: it then says of whom, or when, and not what is so."""
    before = [word.form for word in profile.words if word.end <= span.start]
    return not _CONDITIONS.isdisjoint(before[-_REACH - 1 :])


def _unreal(profile: Profile, span: Span) -> bool:
    """Whether what a word tells is only wanted, feared, planned or a means: “to leave”, “would leave”."""
    at = next((n for n, word in enumerate(profile.words) if word.start == span.start), 0)
    before = {word.form for word in profile.words[max(0, at - _MOOD_REACH) : at]}
    gerund = profile.words[at].form.endswith("ing") if profile.words else False
    return bool(before & _UNREAL) or (gerund and bool(before & _MEANS))


def _denied_as_unreal(profile: Profile, at: int, word: Word) -> bool:
    """Whether only a wish or a plan is denied: “would not leave”, “told them not to leave”.

    Who cannot leave does not leave, and who refuses to leave does not either.
    """
    negator = profile.words[at].form
    before = {w.form for w in profile.words[max(0, at - _MOOD_REACH) : at]}
    between = {w.form for w in profile.words[at + 1 :] if w.start < word.start}
    plans = before & _PLANS or negator.removesuffix("nt") in _PLANS or negator == "wont"
    return bool(plans) or (negator == "not" and "to" in between)


def _negator_positions(profile: Profile) -> list[int]:
    return [n for n, word in enumerate(profile.words) if _negates(word)]


def _negates(word: Word) -> bool:
    return word.form in _negators() or is_contracted_not(word.form)


def _contrary(pair: Comparison) -> tuple[Span, Span] | None:
    if min(pair.cover_a, pair.cover_b) < _ALIKE or _negator_positions(pair.a) or _negator_positions(pair.b):
        return None
    mine, theirs = ({word.stem: word for word in profile.words} for profile in (pair.a, pair.b))
    for word, place in mine.items():
        for contrary in _contraries().get(word, frozenset()):
            if contrary in theirs and contrary not in mine and word not in theirs:
                here, there = place.span, theirs[contrary].span
                if _around_alike(pair, here, there):
                    return here, there
    return None


def _around_alike(pair: Comparison, here: Span, there: Span) -> bool:
    around = window(pair.a, here).common(window(pair.b, there))
    beside = [
        window(side, span, before=_BESIDE, after=_BESIDE) for side, span in ((pair.a, here), (pair.b, there))
    ]
    return around >= _COMMON_AROUND and beside[0].common(beside[1]) > 0
