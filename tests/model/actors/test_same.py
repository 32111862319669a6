"""The verdict on two bare names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.actors import known_actors, same
from tests.model.actors.test_names import NASTY

SAME = [
    ("Muammar Gaddafi", "Moammar al-Qadhafi", "Person"),
    ("Putin, Vladimir", "Vladimir Vladimirovich Putin", "Person"),
    ("SergeiLavrov", "Sergey Lavrov", "Person"),
    ("A. Merkel", "Angela Merkel", "Person"),
    ("JC Juncker", "Jean-Claude Juncker", "Person"),
    ("President Erdoğan", "Recep Tayyip Erdogan", "Person"),
    ("Barack Obama", "Барак Обама", "Person"),
    ("Barack Obama", "باراك أوباما", "Person"),
    ("Siemens Aktiengesellschaft", "Siemens AG", "Company"),
    ("OAO Gazprom", "Open Joint Stock Company Gazprom", "Company"),
    ("Human Rights Watch", "HRW", "Organization"),
    ("Jaish al-Watan", "Watan Army", "ORG"),
    ("Harakat al-Tahrir", "al-Tahrir movement", "ORG"),
    ("Daesh", "ISIS", None),
    ("America", "U.S.", None),
    ("Hizbullah", "Hezbollah", None),
]
DIFFERENT = [
    ("Ali Khamenei", "Ruhollah Khomeini", "Person"),
    ("Bashar al-Assad", "Hafez al-Assad", "Person"),
    ("Raúl Castro", "Fidel Castro", "Person"),
    ("Muhammad bin Salman", "Salman bin Muhammad", "Person"),
    ("Olga Barynova", "Oleg Baranov", "Person"),
    ("Hezbollah", "Hezbollah Brigades", None),
    ("Hezbollah", "Kataib Hezbollah", None),
    ("Ansar Allah", "Ansar Allah al-Gharbiya", None),
    ("Brigade 44", "Brigade 45", "ORG"),
    ("Bank of China", "Bank of Chile", "ORG"),
    ("Deutsche Bank AG", "Deutsche Bank GmbH", "Company"),
    ("Sudan", "South Sudan", "GPE"),
    ("Niger", "Nigeria", "GPE"),
    ("Peru", "Peruvian", "GPE"),
    ("Peruvian army", "Peru", "ORG"),
    ("Obama administration", "Obama", "ORG"),
]


@pytest.mark.parametrize(("a", "b", "schema"), SAME)
def test_one_actor(a: str, b: str, schema: str | None) -> None:
    verdict = same(a, b, schema)
    assert verdict.same is True, verdict
    assert verdict.why


@pytest.mark.parametrize(("a", "b", "schema"), DIFFERENT)
def test_two_actors(a: str, b: str, schema: str | None) -> None:
    verdict = same(a, b, schema)
    assert verdict.same is False, verdict
    assert verdict.why


@pytest.mark.parametrize(
    ("a", "b"), [("Merkel", "Angela Merkel"), ("N.N.", "Nora Nilsen"), ("", "Angela Merkel"), ("!", "?")]
)
def test_names_that_do_not_tell_are_undecided(a: str, b: str) -> None:
    assert same(a, b, "Person").same is None


def test_reasons_are_in_words() -> None:
    assert "‘brigade’ changes the organisation" in same("Badr", "Badr Brigades", "ORG").why[0]
    assert any("kdf" in reason for reason in same("Muammar Gaddafi", "Muammar Qadhafi", "Person").why)


@given(
    st.text(max_size=40), st.text(max_size=40), st.sampled_from([None, "Person", "ORG", "GPE", "Vessel", "x"])
)
def test_any_text_has_a_symmetric_verdict(a: str, b: str, schema: str | None) -> None:
    verdict, turned = same(a, b, schema), same(b, a, schema)
    assert verdict.same == turned.same
    assert 0 <= verdict.score <= 1


@pytest.mark.parametrize("a", NASTY)
@pytest.mark.parametrize("b", ["Angela Merkel", "x" * 10_000, "a b " * 2_500])
def test_hostile_names_are_answered_at_once(a: str, b: str) -> None:
    began = time.process_time()
    for schema in (None, "Person", "ORG", "GPE", "Vessel"):
        same(a, b, schema)
    assert time.process_time() - began < 1


def test_the_alias_pack_is_sound() -> None:
    claimed: dict[str, str] = {}
    for actor in known_actors().values():
        assert actor.source.startswith("http")
        for name in (*actor.names, *actor.short):
            assert claimed.setdefault(name.casefold(), actor.id) == actor.id, f"{name} stands for two actors"
            assert same(name, actor.name).same is True


def test_a_middle_initial_is_no_family_name() -> None:
    assert same("Donald J. Trump", "Donald Johnson", "Person").same is None
    assert same("Donald J. Trump", "Donald Trump", "Person").same
    assert same("Donald J. Trump", "Donald John Trump", "Person").same
    assert same("Ana M. R.", "Ana Maria Ruiz", "Person").same is not False
