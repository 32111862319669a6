"""Numbers that cannot both be true of one thing, and numbers that became vague."""

from __future__ import annotations

from collections.abc import Iterator

from model.matching.differences.comparison import Comparison, Window, cited, window
from model.matching.profile import Profile
from model.matching.quantities import compatible, counted, same_counted, same_unit
from model.matching.words import word_list
from model.records import Difference, Quantity, Span

#: One report counts the same things more than once: the surroundings of two numbers must agree in so many
#: words.
_COMMON_AROUND = 2

_LONGEST_NOUN_PHRASE = 4

#: How surely two numbers must count the same things before they can be at odds.
_SAME_THINGS = 0.6


def numbers(pair: Comparison) -> Iterator[Difference]:
    """Conflicting numbers. One that agrees with a number of the other side is never set against another."""
    if pair.close:
        yield from _conflicts(pair)
    yield from _vaguer(pair)


def _conflicts(pair: Comparison) -> Iterator[Difference]:
    agreed_a = {q for q in pair.a.quantities if _agrees(q, pair.b.quantities)}
    agreed_b = {q for q in pair.b.quantities if _agrees(q, pair.a.quantities)}
    taken: set[Quantity] = set()
    for one in pair.a.quantities:
        for other in pair.b.quantities:
            free = one not in agreed_a and other not in agreed_b and other not in taken
            if free and not compatible(one, other) and _one_thing(pair, one, other):
                taken.add(other)
                why = f"{cited(pair.a, one.span)} against {cited(pair.b, other.span)}"
                yield Difference("number", one.span, other.span, why)
                break


def _agrees(quantity: Quantity, others: tuple[Quantity, ...]) -> bool:
    return any(
        same_unit(quantity, other)
        and compatible(quantity, other)
        and (quantity.value == other.value or quantity.unit is not None or same_counted(quantity, other) > 0)
        for other in others
    )


def _one_thing(pair: Comparison, one: Quantity, other: Quantity) -> bool:
    """Whether both count or measure one thing: the same noun, or the same unit in surroundings that meet."""
    if not same_unit(one, other):
        return False
    around_a, around_b = window(pair.a, one.span), window(pair.b, other.span)
    nouns = frozenset((*counted(one), *counted(other)))
    rest_a, rest_b = (Window(side.stems - nouns) for side in (around_a, around_b))
    if rest_a.common(rest_b) < _COMMON_AROUND:
        return False
    sure = same_counted(one, other) >= _SAME_THINGS
    return sure or (one.unit is not None and not (counted(one) and counted(other)))


def _vaguer(pair: Comparison) -> Iterator[Difference]:
    """A number of things on one side, “numerous” or “several” of the same things on the other."""
    for one, vague in _vague_answers(pair.a, pair.b):
        yield Difference(
            "number", one.span, vague, f"{cited(pair.a, one.span)} left vague as {cited(pair.b, vague)}"
        )
    for other, vague in _vague_answers(pair.b, pair.a):
        yield Difference(
            "number", vague, other.span, f"{cited(pair.b, other.span)} left vague as {cited(pair.a, vague)}"
        )


def _vague_answers(exact: Profile, vague: Profile) -> Iterator[tuple[Quantity, Span]]:
    vague_words = frozenset(word_list("quantifiers")["vague"])
    numbered = {stem for quantity in vague.quantities for stem in _things(vague, quantity)}
    for quantity in exact.quantities:
        things = _things(exact, quantity) - numbered
        if quantity.unit is not None or not things:
            continue
        around = window(exact, quantity.span).stems - things
        for n, word in enumerate(vague.words[:-1]):
            if word.form in vague_words and _noun_after(vague, n + 1) in things:
                span = word.span
                if around & window(vague, span).stems:
                    yield quantity, span
                break


def _things(profile: Profile, quantity: Quantity) -> frozenset[str]:
    """Stems of what is counted, a second noun included: “dozens of missile and drone attacks”."""
    after = next(
        (n for n, word in enumerate(profile.words) if word.start >= quantity.end), len(profile.words)
    )
    last = _noun_after(profile, after, through=("and", "or"))
    return frozenset((*counted(quantity)[-1:], *((last,) if last is not None else ())))


def _noun_after(profile: Profile, at: int, *, through: tuple[str, ...] = ()) -> str | None:
    """The last content word of the run that begins at a word: it ends at a function word not named in
    `through`.
    """
    noun = None
    prepositions = word_list("function_words")["prepositions"]
    for word in profile.words[at : at + _LONGEST_NOUN_PHRASE]:
        if word.content and word.form not in prepositions:
            noun = word.stem
        elif word.form not in through:
            break
    return noun
