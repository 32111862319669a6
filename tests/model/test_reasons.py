"""Reasons of differences: read from the other side, and with the sides named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reasons import named_reason, turned_reason


@pytest.mark.parametrize(
    ("why", "turned"),
    [
        ("omitted by a", "omitted by b"),
        ("hedged by a with “by b, in a”, not by b", "hedged by b with “by b, in a”, not by a"),
        ("“will” in a, “did” in b", "“will” in b, “did” in a"),
        ("a named source became anonymous", "an anonymous source got a name"),
        ("one source became several", "several sources became one"),
        ("“no” became “yes” inside quotation marks", "“yes” became “no” inside quotation marks"),
        ("“Noor” is spelt “Nour”", "“Nour” is spelt “Noor”"),
        ("“May” (2031-05) against “June” (2031-06)", "“June” (2031-06) against “May” (2031-05)"),
        ("another speaker: “x” against an unnamed source", "another speaker: an unnamed source against “x”"),
        ("perhaps a named source became anonymous", "perhaps an anonymous source got a name"),
        ("approximated otherwise: “over 9” against “9”", "approximated otherwise: “9” against “over 9”"),
        ("“four” left vague as “several”", "“four” left vague as “several”"),
    ],
)
def test_a_reason_from_the_other_side(why: str, turned: str) -> None:
    assert turned_reason(why) == turned
    assert turned_reason(turned) == why


def test_sides_are_named_but_cited_words_are_not_touched() -> None:
    why = "hedged by a with “by b”, not by b"
    assert named_reason(why, a="001", b="002, 003") == "hedged by 001 with “by b”, not by 002, 003"


@given(st.text(max_size=60))
def test_any_words_survive_being_cited(words: str) -> None:
    cited = f"“{words.replace('”', '')}”"
    assert cited in turned_reason(f"hedged by a with {cited}, not by b")
