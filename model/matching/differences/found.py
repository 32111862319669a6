"""All differences of a pair, in the order in which a reader should meet them."""

from __future__ import annotations

from model.matching.differences.attribution import attribution
from model.matching.differences.certainty import certainty
from model.matching.differences.comparison import Comparison
from model.matching.differences.name import names
from model.matching.differences.number import numbers
from model.matching.differences.polarity import polarity
from model.matching.differences.quote import quotes
from model.matching.differences.scope import scope
from model.matching.differences.time import times
from model.records import Difference

_FINDERS = (numbers, polarity, quotes, attribution, times, certainty, scope, names)


def differences(pair: Comparison) -> tuple[Difference, ...]:
    """The differences of two passages that tell one claim; empty where they tell it alike."""
    return tuple(difference for find in _FINDERS for difference in find(pair))
