"""Two sentences side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.matching import aligned
from tests.model.matching.written import Said, passage

A = "The ministry warned the rebels on Friday."
B = "On Friday officials of the ministry cautioned rebels in Pell."


def test_equal_changed_and_only_are_told_apart_with_their_places() -> None:
    found = aligned(passage(A, article="a"), passage(B, article="b", at=100))
    marks = {A[s.span.start : s.span.end]: s for s in found.a}
    assert {words: mark.kind for words, mark in marks.items()} == {
        "ministry": "equal",
        "warned": "changed",
        "rebels": "equal",
        "Friday": "equal",
    }
    other = marks["warned"].other
    assert other is not None
    assert other.shifted(-100).of(B) == "cautioned"
    assert [s.span.shifted(-100).of(B) for s in found.b if s.kind == "only"] == ["officials", "Pell"]


def test_two_names_of_one_actor_are_equal() -> None:
    a = passage(Said("The Red Crescent left.", actors={"rc": "Red Crescent"}), article="a")
    b = passage(Said("The relief society left.", actors={"rc": "relief society"}), article="b")
    assert {mark.kind for mark in aligned(a, b).a} == {"equal"}


@given(st.text(max_size=200), st.text(max_size=200))
def test_stretches_are_in_order_and_apart(one: str, other: str) -> None:
    found = aligned(passage(one, article="a"), passage(other, article="b"))
    for marks, text in ((found.a, one), (found.b, other)):
        ends = [0, *(mark.span.end for mark in marks)]
        assert all(
            end <= mark.span.start < mark.span.end <= len(text)
            for end, mark in zip(ends, marks, strict=False)
        )
