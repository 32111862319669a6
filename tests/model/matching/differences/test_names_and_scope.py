"""Other spellings, the whole and a part, and lists."""

from __future__ import annotations

import pytest

from tests.model.matching.differences.compared import kinds
from tests.model.matching.written import Said


def test_another_spelling_is_only_a_name() -> None:
    a = Said("Qasim al-Dhoubi opened the port.", actors={"q": "Qasim al-Dhoubi"})
    b = Said("Qassim al-Dhubi opened the port.", actors={"q": "Qassim al-Dhubi"})
    short = Said("al-Dhoubi opened the port.", actors={"q": "al-Dhoubi"})
    assert kinds(a, b) == {"name"}
    assert kinds(a, short) == set()


def test_a_person_may_drop_a_name_and_an_organisation_may_not() -> None:
    person = [
        Said(f"{name} opened the port.", actors={"e": name}) for name in ("Anna Mira Holt", "Anna Holt")
    ]
    assert kinds(*person) == set()
    names = ("Northern Salvation Council", "Northern Council")
    group = [Said(f"{name} opened the port.", actors={"e": name}, types={"e": "ORG"}) for name in names]
    assert kinds(*group) == {"name"}


def test_all_against_some() -> None:
    assert "scope" in kinds(
        "The rebels freed all hostages at dawn.", "The rebels freed some hostages at dawn."
    )
    assert "scope" not in kinds(
        "The rebels freed all hostages at dawn.", "The rebels freed hostages at dawn."
    )


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("drones and missiles", "missiles and mines", True),
        ("drones and missiles", "missiles", False),
        ("drones and missiles", "missiles, drones and mines", False),
        ("drones and missiles", "ships and planes", False),
    ],
)
def test_lists_that_name_other_things(one: str, other: str, differ: bool) -> None:
    a, b = (f"The army of Pell has many arms, including {listed}." for listed in (one, other))
    assert ("scope" in kinds(a, b)) is differ


def test_a_list_ends_where_the_sentence_goes_on() -> None:
    a = "The list of the mine, which includes many names and groups, is kept by Holt of Pell."
    b = "The list of the mine, which includes ten names, is kept by Holt of Pell."
    assert "scope" not in kinds(a, b)
