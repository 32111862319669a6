"""What of two passages speaks for their telling the same: a handful of measures, each in 0..1 or -1..1."""

from __future__ import annotations

from dataclasses import dataclass, fields

from model.matching.align import answers, covered
from model.matching.profile import Profile, Quotation
from model.matching.quantities import agreement
from model.matching.speakers import same_speaker

#: Quoted words that must be shared before a quotation counts as one.
_QUOTED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Features:
    """The evidence on a pair of passages.

    `cosine`: shared stems, weighed by rarity. `cover`, `contain`: how much of both, and of the better covered
    one, the other answers, related words included. `grams`: shared runs of characters. `order`: shared pairs
    of neighbouring stems. `numbers`: -1 (in conflict) to 1 (shared).
    `quoted`: shared words inside quotation marks. `speaker`: -1 (another) to 1 (the same). `balance`: the
    shorter's length over the longer's. `rare`: weight of the rarest shared stems.
    """

    cosine: float
    cover: float
    contain: float
    grams: float
    order: float
    numbers: float
    quoted: float
    speaker: float
    balance: float
    rare: float

    def values(self) -> tuple[float, ...]:
        """The measures in the order of the fields."""
        return tuple(getattr(self, name) for name in NAMES)


NAMES: tuple[str, ...] = tuple(item.name for item in fields(Features))


def cosine(a: Profile, b: Profile) -> float:
    """Cosine of the weighed stems: the cheap first look at a pair."""
    if not a.norm or not b.norm:
        return 0.0
    small, large = (a.weights, b.weights) if len(a.weights) <= len(b.weights) else (b.weights, a.weights)
    return sum(w * w for stem, w in small.items() if stem in large) / (a.norm * b.norm)


def features(a: Profile, b: Profile) -> Features:
    """The evidence on a pair; symmetric in its arguments."""
    one, other = covered(a, answers(a, b)), covered(b, answers(b, a))
    shared = sorted((w for stem, w in a.weights.items() if stem in b.weights), reverse=True)
    return Features(
        cosine=cosine(a, b),
        cover=2 * one * other / (one + other) if one + other else 0.0,
        contain=max(one, other),
        grams=_dice(len(a.grams & b.grams), len(a.grams), len(b.grams)),
        order=in_order(a, b),
        numbers=agreement(a, b),
        quoted=quoted(a, b),
        speaker=same_speaker(a.speakers, b.speakers),
        balance=min(a.total, b.total) / max(a.total, b.total) if a.total and b.total else 0.0,
        rare=min(1.0, sum(shared[:3]) / 24.0),
    )


def _dice(shared: int, one: int, other: int) -> float:
    return 2 * shared / (one + other) if shared else 0.0


def in_order(a: Profile, b: Profile) -> float:
    """Shared pairs of neighbouring stems."""
    return _dice(len(a.bigrams & b.bigrams), len(a.bigrams), len(b.bigrams))


def quoted(a: Profile, b: Profile) -> float:
    """The largest share of a quotation of either side that stands in a quotation of the other."""
    best = 0.0
    for one in a.quotations:
        for other in b.quotations:
            best = max(best, _shared_words(one, other))
    return best


def _shared_words(one: Quotation, other: Quotation) -> float:
    mine, theirs = ({word.stem for word in quotation.words} for quotation in (one, other))
    smaller = min(len(mine), len(theirs))
    return len(mine & theirs) / smaller if smaller >= _QUOTED_WORDS else 0.0
