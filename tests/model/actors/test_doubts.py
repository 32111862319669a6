"""The queue of pairs that the user is asked about."""

from model.actors import ActorJudgements, doubts
from model.records import Judgement
from tests.model.actors.written import corpus

TEXTS = (
    "[PERSON:Ana Ruiz] spoke.",
    "[PERSON:Juan Ruiz] spoke of [ORG:Coordination Forum].",
    "[PERSON:Ruiz] won in [GPE:Peru], said the [ORG:Malian Coordination Forum].",
)


def pairs(*judgements: Judgement) -> set[frozenset[str]]:
    index = corpus(*TEXTS)
    return {
        frozenset((doubt.name_a, doubt.name_b))
        for doubt in doubts(index.all_actors(), index, ActorJudgements(judgements))
    }


def test_a_name_that_fits_two_is_asked_about_with_both() -> None:
    assert {frozenset(("Ruiz", "Ana Ruiz")), frozenset(("Ruiz", "Juan Ruiz"))} <= pairs()


def test_names_that_differ_are_not_asked_about() -> None:
    assert frozenset(("Ana Ruiz", "Juan Ruiz")) not in pairs()


def test_what_the_user_has_looked_at_is_not_asked_again() -> None:
    for verdict in ("same", "different", "unsure"):
        said = Judgement("actor", "Ruiz", "Ana Ruiz", verdict, None, "2025-01-01T00:00:00Z")
        assert frozenset(("Ruiz", "Ana Ruiz")) not in pairs(said)


def test_each_pair_once_likeliest_first() -> None:
    index = corpus(*TEXTS)
    found = doubts(index.all_actors(), index)
    assert len(found) == len({frozenset((doubt.a, doubt.b)) for doubt in found})
    assert [doubt.score for doubt in found] == sorted((doubt.score for doubt in found), reverse=True)
    assert all(doubt.why for doubt in found)
