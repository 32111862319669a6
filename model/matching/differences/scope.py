"""The whole on one side, a part on the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from model.matching.differences.comparison import Comparison, cited, following, interrupted
from model.matching.differences.lists import lists
from model.matching.profile import Profile
from model.matching.words import word_list
from model.records import Difference, Span

_REACH = 4


def scope(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: “all” of a kind against “some”, “several” or “most” of it, or another list."""
    if pair.near:
        yield from islice(chain(_whole_and_part(pair), lists(pair)), 1)


def _whole_and_part(pair: Comparison) -> Iterator[Difference]:
    whole_a, part_a = (_quantified(pair.a, kind) for kind in ("all", "part"))
    whole_b, part_b = (_quantified(pair.b, kind) for kind in ("all", "part"))
    for kind, span in whole_a.items():
        if kind in part_b and kind not in whole_b:
            yield _difference(pair, span, part_b[kind])
    for kind, span in part_a.items():
        if kind in whole_b and kind not in whole_a:
            yield _difference(pair, span, whole_b[kind])


def _difference(pair: Comparison, one: Span, other: Span) -> Difference:
    return Difference("scope", one, other, f"{cited(pair.a, one)} against {cited(pair.b, other)}")


def _quantified(profile: Profile, kind: str) -> dict[str, Span]:
    """Stems of what such a quantifier bears on, with the span of quantifier and noun."""
    quantifiers = frozenset(word_list("quantifiers")[kind])
    found: dict[str, Span] = {}
    for n, word in enumerate(profile.words):
        if word.form in quantifiers:
            for noun in following(profile.words, n, _REACH):
                if interrupted(profile, word.end, noun.start):
                    break
                found.setdefault(noun.stem, Span(word.start, noun.end))
    return found
