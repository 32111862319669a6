"""Which mentions of one article name one actor."""

import json

from hypothesis import given
from hypothesis import strategies as st

from model.actors import LocalActor, local_actors
from tests.model.actors.written import actor_with, spellings, written


def test_a_family_name_joins_the_full_name() -> None:
    assert spellings("[PERSON:Ana Ruiz] met reporters.\n[PERSON:Ruiz] left. [PERSON:Ms. Ruiz] won.") == [
        {"Ana Ruiz", "Ruiz", "Ms. Ruiz"}
    ]


def test_of_two_of_a_family_the_one_named_last_is_meant() -> None:
    actors = local_actors(
        written(
            "[PERSON:Ana Ruiz] met [PERSON:Juan Costa].\nThen [PERSON:Pablo Ruiz] spoke.\n[PERSON:Ruiz] left."
        )
    )
    assert len(actor_with(actors, "Pablo Ruiz").mentions) == 2
    assert len(actor_with(actors, "Ana Ruiz").mentions) == 1


def test_courtesies_tell_two_of_a_family_apart() -> None:
    actors = local_actors(
        written("[PERSON:Mrs. Ana Ruiz] spoke.\n[PERSON:Mr. Pablo Ruiz] spoke.\n[PERSON:Mrs. Ruiz] left.")
    )
    assert actor_with(actors, "Mrs. Ruiz") == actor_with(actors, "Mrs. Ana Ruiz")


def test_acronyms_stated_or_fitting() -> None:
    assert spellings("The [ORG:Forum of Lake Workers] ([ORG:LWF]) met.\n[ORG:LWF] voted.") == [
        {"Forum of Lake Workers", "LWF"}
    ]
    assert spellings("The [ORG:National Lake Institute] met.\n[ORG:NLI] voted.") == [
        {"National Lake Institute", "NLI"}
    ]


def test_an_acronym_that_fits_two_names_joins_neither() -> None:
    found = spellings(
        "[ORG:National Lake Institute] met.\n[ORG:Northern Labour Inspection] met.\n[ORG:NLI] voted."
    )
    assert {"NLI"} in found


def test_the_article_overrules_the_alias_pack_on_short_names() -> None:
    actors = local_actors(written("The [ORG:Alpine Party] ([ORG:AP]) met.\n[ORG:AP] voted."))
    assert [actor.key for actor in actors] == ["org:alpine party"]


def test_a_shortened_name_follows_the_long_one() -> None:
    assert spellings("The [ORG:Harakat al-Tahrir] fired.\n[ORG:Al-Tahrir] claimed it.") == [
        {"Harakat al-Tahrir", "Al-Tahrir"}
    ]
    assert spellings("The [ORG:Malian Coordination Forum] met.\nThe [ORG:Coordination Forum] voted.") == [
        {"Malian Coordination Forum", "Coordination Forum"}
    ]


def test_a_head_word_that_changes_the_organisation_is_no_shortening() -> None:
    assert spellings("The [ORG:Tahrir Brigades] fired.\n[ORG:Tahrir] denied it.") == [
        {"Tahrir Brigades"},
        {"Tahrir"},
    ]


def test_a_role_that_slipped_into_a_name_is_looked_through() -> None:
    assert spellings("[ORG:Kataib Nahda] fired.\nThe [ORG:Kataib commander Nahda] spoke.") == [
        {"Kataib Nahda", "Kataib commander Nahda"}
    ]


def test_a_damaged_family_name_of_the_same_office() -> None:
    text = (
        "Prime Minister [PERSON:Ana Sorvani] spoke.\n"
        "[PERSON:Sorvani] left.\n"
        "Prime Minister [PERSON:Sovrni] won."
    )
    assert spellings(text) == [{"Ana Sorvani", "Sorvani", "Sovrni"}]
    assert {"Sovrni"} in spellings(text.replace("Prime Minister [PERSON:Sovrni]", "[PERSON:Sovrni]"))


def test_side_by_side_is_never_one() -> None:
    found = spellings("[ORG:Nahda Movement] and [ORG:Nahda] met.")
    assert found == [{"Nahda Movement"}, {"Nahda"}]
    actors = local_actors(written("[ORG:Alfa], [ORG:Beta] and [ORG:Gamma] met."))
    assert actors[0].apart == ("org:beta", "org:gamma")


def test_people_and_their_state_stay_two() -> None:
    assert spellings("[GPE:Peru] and the [NORP:Peruvian] army. [NORP:Peruvians] in [GPE:Peru].") == [
        {"Peru"},
        {"Peruvian", "Peruvians"},
    ]


def test_roles_are_collected() -> None:
    actors = local_actors(written("Prime Minister [PERSON:Ana Ruiz], the leader of the Lake Party, spoke."))
    assert actors[0].roles == ("Prime Minister", "leader of the Lake Party")


def test_pronouns_and_nameless_mentions_are_left_out() -> None:
    assert spellings("[PERSON/pronoun:He] met [ORG/nominal:officials] and [ORG:…].") == []


def test_local_actors_survive_json() -> None:
    for actor in local_actors(written("[PERSON:Ana Ruiz] of the [ORG:Lake Party] and [PERSON:Juan Costa].")):
        assert LocalActor.from_json(json.loads(json.dumps(actor.to_json()))) == actor


_NAMES = st.text(
    st.characters(exclude_characters="[]\n\r", exclude_categories=["Cs"]), min_size=1, max_size=20
)
_TYPES = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "EVENT", "OTHER"])


@given(st.lists(st.tuples(_TYPES, _NAMES), max_size=12))
def test_each_named_mention_belongs_to_one_actor_at_most(names: list[tuple[str, str]]) -> None:
    analysis = written(" , ".join(f"[{kind}:{name}]" for kind, name in names))
    actors = local_actors(analysis)
    owned = [mention for actor in actors for mention in actor.mentions]
    assert len(owned) == len(set(owned))
    assert all(0 <= mention < len(analysis.mentions) for mention in owned)


def test_a_name_torn_apart_by_a_role_is_whole_again() -> None:
    assert spellings("[ORG:Kataib Nahda] and [ORG:Nahda] met.\nA Kataib commander [ORG:Nahda] spoke.") == [
        {"Kataib Nahda", "Nahda"},
        {"Nahda"},
    ]


def test_a_name_that_a_page_glued_together_takes_no_family_name() -> None:
    glued = "[PERSON:Juan RuizPedro Costas] wins.\n[PERSON:Costas] spoke. [PERSON:Costas] left."
    assert spellings(glued) == [{"Juan RuizPedro Costas"}, {"Costas"}]
    twice = "[PERSON:Ana Ruiz Ana Ruiz Costas] wins.\n[PERSON:Costas] spoke. [PERSON:Costas] left."
    assert spellings(twice) == [{"Ana Ruiz Ana Ruiz Costas"}, {"Costas"}]
    duel = "The [PERSON:Ruiz-Costas] duel.\n" + "[PERSON:Ruiz] met [PERSON:Costas].\n" * 2
    assert spellings(duel) == [{"Ruiz-Costas"}, {"Ruiz"}, {"Costas"}]


def test_names_with_inner_capitals_and_hyphens_are_whole() -> None:
    for name, family in (("Ana MacDonald", "MacDonald"), ("Ana FitzGerald", "FitzGerald")):
        assert spellings(f"[PERSON:{name}] won.\n[PERSON:{family}] left.") == [{name, family}]
    assert spellings("[PERSON:Ana Ruiz-Costas] won.\n[PERSON:Ruiz-Costas] left.") == [
        {"Ana Ruiz-Costas", "Ruiz-Costas"}
    ]
