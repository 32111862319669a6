"""Families: articles joined by what their ledgers weigh."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.matching.origins.families import families

_PAIRS = [(a, b) for a in "abcdef" for b in "abcdef" if a < b]


def test_heavy_pairs_are_one_family_and_light_ones_two() -> None:
    assert families(["b", "a", "c"], {("a", "b"): 3.0, ("b", "c"): 1.0}) == [["a", "b"], ["c"]]


def test_one_link_chains_no_families() -> None:
    weights = {("a", "b"): 4.0, ("c", "d"): 4.0, ("b", "c"): 3.0}
    assert families(list("abcd"), weights) == [["a", "b"], ["c", "d"]]


def test_families_join_when_they_belong_together_as_a_whole() -> None:
    weights = {pair: 3.0 for pair in _PAIRS if set(pair) <= set("abcd")}
    weights["a", "d"] = 1.0
    assert families(list("abcd"), weights) == [["a", "b", "c", "d"]]


@given(st.dictionaries(st.sampled_from(_PAIRS), st.floats(-3, 8)), st.permutations("abcdef"))
def test_families_part_the_articles_whatever_their_order(
    weights: dict[tuple[str, str], float], order: list[str]
) -> None:
    found = families(order, weights)
    assert sorted(article for family in found for article in family) == list("abcdef")
    assert found == families(list("abcdef"), dict(reversed(weights.items())))
