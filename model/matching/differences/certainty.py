"""One side is surer than the other: a hedge added or dropped, a plan that became a fact."""

from __future__ import annotations

from collections.abc import Iterator

from model.matching.differences.comparison import Comparison, cited, following
from model.matching.profile import Profile
from model.records import Claim, Difference, Span

#: Words after a hedge among which what it weakens is looked for.
_REACH = 8

_UNSURE = frozenset({"possible", "planned"})


def certainty(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: a hedge on something both sides tell, where the other side has none at all."""
    mine, theirs = _hedges(pair.a), _hedges(pair.b)
    if mine and not theirs and not _unsure(pair.b):
        hedge = _on_shared(pair, mine)
        if hedge is not None:
            yield Difference("certainty", hedge, None, f"hedged by a with {cited(pair.a, hedge)}, plain in b")
    elif theirs and not mine and not _unsure(pair.a):
        hedge = _on_shared(pair.turned(), theirs)
        if hedge is not None:
            yield Difference("certainty", None, hedge, f"plain in a, hedged by b with {cited(pair.b, hedge)}")


def _hedges(profile: Profile) -> tuple[Span, ...]:
    inside = Span(profile.offset, profile.offset + len(profile.text))
    spans = {hedge for claim in profile.claims for hedge in claim.hedges if inside.contains(hedge)}
    return tuple(sorted(spans))


def _unsure(profile: Profile) -> bool:
    return any(claim.factuality in _UNSURE for claim in profile.claims if isinstance(claim, Claim))


def _on_shared(pair: Comparison, hedges: tuple[Span, ...]) -> Span | None:
    """The first hedge of `a` that weakens something `b` tells too."""
    words = pair.a.words
    for hedge in hedges:
        last = next((n for n in range(len(words) - 1, -1, -1) if words[n].start < hedge.end), -1)
        if any(word.stem in pair.of_a for word in following(words, last, _REACH)):
            return hedge
    return None
