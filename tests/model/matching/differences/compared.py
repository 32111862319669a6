"""Two sentences written for a test, and what they tell differently."""

from __future__ import annotations

from model.matching.background import Frequencies
from model.matching.differences import Comparison, differences
from model.matching.profile import profiles
from model.records import Difference
from tests.model.matching.written import Said, passage


def found(a: Said | str, b: Said | str) -> list[Difference]:
    """The differences of two sentences; those of `b` count from 100."""
    one, other = profiles((passage(a, article="a"), passage(b, article="b", at=100)), Frequencies())
    return list(differences(Comparison(one, other)))


def kinds(a: Said | str, b: Said | str) -> set[str]:
    """Their kinds."""
    return {difference.kind for difference in found(a, b)}
