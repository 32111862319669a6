from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ingest.identity import id_from_given, id_from_key, slug


@pytest.mark.parametrize("given_id", ["story-12", "basil_2b95.d2", "A+b", "0"])
def test_a_safe_id_stands_as_it_was_given(given_id: str) -> None:
    assert id_from_given(given_id) == given_id


@pytest.mark.parametrize("given_id", ["a/b", "../x", "..", "a b", "x" * 500, "tag:one,2:three", "a\nb"])
def test_an_unsafe_id_is_made_safe(given_id: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", id_from_given(given_id))


def test_unsafe_ids_that_look_alike_stay_apart() -> None:
    assert id_from_given("a/b") != id_from_given("a b")


def test_an_id_can_be_read_and_depends_on_the_key_alone() -> None:
    assert id_from_key("folder/Éclair.txt", "Éclair").startswith("eclair-")
    assert id_from_key("one/a.txt", "a") != id_from_key("two/a.txt", "a")


@given(st.text(max_size=80))
def test_any_text_has_a_slug(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
