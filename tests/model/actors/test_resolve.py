"""Actors over a corpus: what joins, what is kept apart, and that order never matters."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.actors import Actor, MemoryIndex, Resolution, entity_record, local_actors, resolve
from model.records import SurfaceForm
from tests.model.actors.written import corpus, together, written

STORY = (
    "[PERSON:Muammar Gaddafi] met [ORG:Kataib Nahda], [ORG:Nahda] and [ORG:Ansar Allah al-Gharbiya].",
    "[PERSON:Moammar Qadhafi] met [ORG:Nahda Brigades]. [PERSON:Qadhafi] left for [GPE:Chad].",
    "[PERSON:Gaddafi] said [ORG:Ansar Allah] and [ORG:Ansarullah al-Gharbiya] were [NORP:Chadian].",
    "[PERSON:Saif Gaddafi], of the [ORG:Lake Workers Forum] ([ORG:LWF]), met [ORG:Ansar Allah].",
    "[ORG:LWF] and [ORG:Hezbollah] met [PERSON:Ana Ruiz] and [PERSON:Ana Maria Ruiz].",
    "[PERSON:Ana Luisa Ruiz] wrote to [PERSON:Muammar Gaddafi] of the [ORG:Forum of Lake Workers].",
    "[PERSON:Muammar Gaddafi], [PERSON:Muammar Gaddafi]: [ORG:Kata'ib Nahda], [GPE:United States], [GPE:US].",
    "[PERSON:Gaddafi] in [GPE:Tripoli]. [EVENT:2011 uprising] and [EVENT:2012 uprising].",
)


def entities(index: MemoryIndex) -> list[Actor]:
    return list(index.all_actors())


def test_variants_join_over_articles() -> None:
    index = corpus(*STORY)
    assert together(index, "person:muammar gaddafi", "person:moammar qadhafi")
    assert together(index, "org:brigade nahda", "org:nahda brigade")
    assert together(index, "org:supporters allah gharbiya", "org:supporters allah gharbiya")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("org:nahda", "org:brigade nahda"),
        ("known:houthis", "org:supporters allah gharbiya"),
        ("person:saif gaddafi", "person:muammar gaddafi"),
        ("place:chad", "people:chad"),
        ("person:ana maria ruiz", "person:ana luisa ruiz"),
        ("event:uprising 2011", "event:uprising 2012"),
    ],
)
def test_what_must_stay_apart(a: str, b: str) -> None:
    assert not together(corpus(*STORY), a, b)


def test_a_name_that_fits_two_people_joins_neither() -> None:
    index = corpus("[PERSON:Ana Ruiz] left.", "[PERSON:Ana Maria Ruiz] won.", "[PERSON:Ana Luisa Ruiz] lost.")
    assert len(index.all_actors()) == 3
    assert together(
        corpus("[PERSON:Ana Ruiz] left.", "[PERSON:Ana Maria Ruiz] won."),
        "person:ana ruiz",
        "person:ana maria ruiz",
    )


def test_a_lone_family_name_leans_on_who_outweighs_the_others() -> None:
    famous = ["[PERSON:Ana Ruiz] spoke."] * 3
    assert together(
        corpus("[PERSON:Ruiz] won.", *famous, "[PERSON:Juan Ruiz] lost."), "person:ruiz", "person:ana ruiz"
    )
    index = corpus("[PERSON:Ruiz] won.", *famous[:2], "[PERSON:Juan Ruiz] lost.")
    assert not together(index, "person:ruiz", "person:ana ruiz")


def test_a_lone_name_leaves_when_it_becomes_ambiguous_and_comes_back() -> None:
    index = corpus("[PERSON:Ana Ruiz] spoke.", "[PERSON:Ruiz] won.")
    assert together(index, "person:ruiz", "person:ana ruiz")
    other = local_actors(written("[PERSON:Juan Ruiz] lost.", "new"))
    index.apply(resolve(other, index))
    assert not together(index, "person:ruiz", "person:ana ruiz")
    index.apply(resolve((), index, removed=other))
    assert together(index, "person:ruiz", "person:ana ruiz")
    assert index.nodes(["person:juan ruiz"]) == {}


def test_an_acronym_leans_on_its_name() -> None:
    assert together(
        corpus("[ORG:Lake Workers Forum] met.", "[ORG:LWF] voted."), "org:lwf", "org:lake workers forum"
    )


def test_a_single_name_of_the_wrong_type_follows_the_majority() -> None:
    index = corpus(*["[ORG:Nahda] fired."] * 3, "[PERSON:Nahda] fired.")
    assert together(index, "org:nahda", "person:nahda")


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(len(STORY))))
def test_any_order_of_articles_gives_the_same_entities(order: list[int]) -> None:
    reference = entities(corpus(*STORY))
    index = MemoryIndex()
    for n in order:
        index.apply(resolve(local_actors(written(STORY[n], f"a{n}")), index))
    assert entities(index) == reference


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(STORY))), st.integers(1, len(STORY)))
def test_adding_and_removing_leaves_no_trace(order: list[int], many: int) -> None:
    texts = {n: local_actors(written(STORY[n], f"a{n}")) for n in order}
    index = MemoryIndex()
    index.apply(resolve([actor for n in order for actor in texts[n]], index))
    reference = entities(index)
    for n in order[:many]:
        index.apply(resolve((), index, removed=texts[n]))
    for n in order[:many][::-1]:
        index.apply(resolve(texts[n], index))
    assert entities(index) == reference
    for n in order:
        index.apply(resolve((), index, removed=texts[n]))
    assert entities(index) == []


def test_two_hundred_orders_of_the_names_of_the_seeds() -> None:
    texts = [" . ".join(f"[{kind}:{name}]" for kind, name in names) for names in _seed_names()]
    local = [local_actors(written(text, f"s{n}")) for n, text in enumerate(texts)]
    reference: list[Actor] | None = None
    for seed in range(200):
        order = list(local)
        random.Random(seed).shuffle(order)
        index = MemoryIndex()
        for actors in order:
            index.apply(resolve(actors, index))
        reference = reference or entities(index)
        assert entities(index) == reference


def _seed_names() -> list[list[tuple[str, str]]]:
    """Runs of capitalised words of the seed articles, typed at random: rough names are the point."""
    found = []
    for path in sorted((Path(__file__).parents[3] / "seeds").glob("*.txt")):
        words = path.read_text(encoding="utf-8").split()
        runs, run = [], []
        for word in words:
            bare = word.strip('.,;:!?()[]“”"')
            if bare[:1].isupper():
                run.append(bare.replace("[", "").replace("]", ""))
            elif run:
                runs.append(" ".join(run))
                run = []
        found.append([(("PERSON", "ORG", "GPE")[len(name) % 3], name) for name in runs[:60]])
    return found


def test_the_name_is_the_longest_well_formed_of_the_frequent() -> None:
    index = corpus(
        *["[PERSON:Prime Minister Ana Ruiz] spoke."] * 3,
        "[PERSON:ANA RUIZ] spoke.",
        "[ORG:Kataib Nahda] met. [ORG:Kataib commander Nahda] met.",
    )
    assert [(actor.name, actor.type) for actor in index.all_actors()] in (
        [("Ana Ruiz", "PERSON"), ("Kataib Nahda", "ORG")],
        [("Kataib Nahda", "ORG"), ("Ana Ruiz", "PERSON")],
    )


def test_reasons_and_counts_are_kept() -> None:
    index = corpus(
        "[PERSON:Muammar Gaddafi] left.", "[PERSON:Moammar Qadhafi] won.", "[PERSON:Gaddafi] lost."
    )
    (actor,) = index.all_actors()
    assert any("kdf" in reason for reason in actor.why)
    assert any("family name" in reason for reason in actor.leaning)
    assert (actor.mentions, actor.articles) == (3, 3)


def test_the_record_of_an_entity() -> None:
    index = corpus("[PERSON:Ana Ruiz] and [PERSON:Ana Maria Ruiz] met.")
    first, second = index.all_actors()
    forms = [SurfaceForm("Ana Ruiz", "a0", 1), SurfaceForm("Ruiz", "a0", 2)]
    record = entity_record(first, forms, index.actors_of([*first.keys, *second.keys]))
    assert (record.mentions, record.articles, record.surface_forms[0].text) == (3, 1, "Ruiz")
    assert first.id not in record.never


def test_a_fuller_name_takes_in_two_that_differ() -> None:
    index = corpus(
        "[PERSON:Juan Costa] spoke.", "[PERSON:Carlos Costa] won.", "[PERSON:Juan Carlos Costa] lost."
    )
    assert together(index, "person:juan costa", "person:carlos costa", "person:juan carlos costa")
    assert not together(
        corpus("[PERSON:Juan Costa].", "[PERSON:Carlos Costa]."), "person:juan costa", "person:carlos costa"
    )


def test_an_initial_in_place_of_a_family_name_joins_nobody_over_a_corpus() -> None:
    index = corpus("[PERSON:John C] left.", "[PERSON:John Carter] won.", "[PERSON:Ana B. Ruiz] lost.")
    assert not together(index, "person:john c", "person:john carter")
    assert together(corpus("[PERSON:John C.] left.", "[PERSON:John C] won."), "person:john c")


def test_a_name_whose_entity_is_lost_is_taken_up_again() -> None:
    index = corpus("[PERSON:Ana Ruiz] left.", "[PERSON:Ruiz] won.")
    (actor,) = index.all_actors()
    index.apply(Resolution((), (), (), (actor.id,), {}))
    index.apply(resolve(local_actors(written("[PERSON:Ana Ruiz] left.", "new")), index))
    assert [one.articles for one in index.all_actors()] == [3]
