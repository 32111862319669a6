"""Who a credit names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.matching.origins.creditors import (
    house_name,
    is_house_of,
    is_nobody,
    is_own_house,
    is_wire,
    means_a_wire,
    one_key,
    same_house,
)

_NAMES = st.text(max_size=40) | st.sampled_from(
    ["AP", "Associated Press", "The Times", "www.courier.co.uk", "Harbour News", "Harbour", "X", "", "…"]
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Harbour Times", "harbour times"),
        ("https://www.harbourtimes.com/news", "harbourtimes"),
        ("Harbour News Agency", "harbour"),
        ("Agence France-Presse", "agence france presse"),
        ("News", "news"),
        ("", ""),
    ],
)
def test_a_house_has_one_key(name: str, key: str) -> None:
    assert house_name(name) == key


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Times", "Harbour Times"),
        ("Harbour", "Harbour News"),
        ("The Harbour Times", "www.harbourtimes.com"),
        ("The New York Times", "nytimes.com"),
        ("the Times", "nytimes.com"),
        ("WSJ", "Wall Street Journal"),
        ("AP", "The Associated Press"),
    ],
)
def test_an_outlet_knows_itself(name: str, outlet: str) -> None:
    assert is_own_house(name, outlet)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", "Harbour Times"),
        ("Times", ""),
        ("", "Times"),
        ("The Post", "Harbour Times"),
        ("AP", "AFP"),
    ],
)
def test_an_outlet_takes_no_other_for_itself(name: str, outlet: str) -> None:
    assert not is_own_house(name, outlet)


def test_a_short_name_is_no_proof_that_another_outlet_is_meant() -> None:
    assert not is_house_of("The Times", "Harbour Times")
    assert is_house_of("The Harbour Times", "harbourtimes.com")


@pytest.mark.parametrize(
    "name", ["Twitter", "X", "Facebook", "Truth Social", "US media", "Iranian state media"]
)
def test_platforms_and_media_in_general_are_nobody(name: str) -> None:
    assert is_nobody(name)


@pytest.mark.parametrize("name", ["Reuters", "Harbour Times", "Xinhua", "Press TV"])
def test_houses_are_somebody(name: str) -> None:
    assert not is_nobody(name)


def test_an_agency_is_known_with_its_description() -> None:
    assert is_wire("Reuters")
    assert is_wire("Reuters news agency")
    assert not is_wire("Reuters Park")


def test_acronyms_of_other_bodies_are_no_agencies_in_running_text() -> None:
    assert means_a_wire("AP")
    assert not means_a_wire("PA")
    assert not means_a_wire("MENA")


def test_spellings_of_one_creditor_share_a_key() -> None:
    keys = one_key(
        [("ap", None), ("associated press", None), ("harbor times", "e1"), ("harbour times", "e1")]
    )
    assert keys["ap"] == keys["associated press"]
    assert keys["harbor times"] == keys["harbour times"]
    assert keys["ap"] != keys["harbour times"]


def test_two_names_with_the_same_initials_are_two_creditors() -> None:
    keys = one_key([("boston globe", None), ("british gazette", None)])
    assert keys["boston globe"] != keys["british gazette"]
    assert one_key([("", None), ("courier", None), ("post", None)])["post"] == "post"
    assert one_key([("wall street journal", None), ("wsj", None)]) == dict.fromkeys(
        ("wall street journal", "wsj"), "wall street journal"
    )


@given(_NAMES, _NAMES)
def test_same_house_is_symmetric(one: str, other: str) -> None:
    mine, theirs = house_name(one), house_name(other)
    assert same_house(mine, theirs) == same_house(theirs, mine)
    assert not mine or is_own_house(one, one)


@given(st.lists(st.tuples(_NAMES, st.none() | st.sampled_from(["e1", "e2"])), max_size=8), st.randoms())
def test_keys_do_not_depend_on_the_order_of_the_names(
    names: list[tuple[str, str | None]], random: object
) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    keys = one_key(names)
    assert one_key(shuffled) == keys
    assert keys.keys() == {name for name, _ in names}
