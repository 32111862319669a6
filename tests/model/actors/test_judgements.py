"""The user's word on actors: transitive, contradicted, withdrawn, and stronger than any rule."""

from hypothesis import given
from hypothesis import strategies as st

from model.actors import ActorJudgements, local_actors, resolve
from model.records import Judgement
from tests.model.actors.written import corpus, together, written


def judge(
    subject: str, verdict: str, object: str | None = None, at: str = "2025-01-01T00:00:00Z"
) -> Judgement:
    return Judgement("actor", subject, object, verdict, None, at)


def at(minute: int) -> str:
    return f"2025-01-01T00:{minute:02}:00Z"


def test_same_is_transitive_and_different_holds_over_it() -> None:
    words = ActorJudgements(
        [judge("A1", "same", "B1"), judge("B1", "same", "C1"), judge("C1", "different", "D1")]
    )
    assert words.relation(["A1"], ["C1"])[0] is True
    assert words.relation(["A1"], ["D1"])[0] is False
    assert words.relation(["D1"], ["B1"])[0] is False
    assert words.relation(["A1"], ["E1"]) is None


def test_names_are_compared_folded() -> None:
    assert ActorJudgements([judge("Kata’ib", "same", "X")]).relation(["KATAIB"], ["x"])[0] is True


def test_a_contradiction_names_the_judgements_it_is_against() -> None:
    first, second = judge("A1", "same", "B1", at(1)), judge("B1", "same", "C1", at(2))
    words = ActorJudgements([first, second])
    conflict = words.conflict(judge("A1", "different", "C1", at(3)))
    assert conflict is not None
    assert conflict.earlier == (first, second)
    assert "A1" in str(conflict) and at(2) in str(conflict)
    assert words.conflict(judge("A1", "different", "D1")) is None
    apart = ActorJudgements([judge("A1", "different", "B1", at(1)), judge("B1", "same", "C1", at(2))])
    against = apart.conflict(judge("A1", "same", "C1", at(3)))
    assert against is not None
    assert [earlier.verdict for earlier in against.earlier] == ["different", "same"]


def test_a_confirmed_contradiction_overrides() -> None:
    words = ActorJudgements([judge("A1", "same", "B1", at(1)), judge("A1", "different", "B1", at(2))])
    assert words.relation(["A1"], ["B1"])[0] is False
    chain = ActorJudgements(
        [
            judge("A1", "same", "B1", at(1)),
            judge("B1", "same", "C1", at(2)),
            judge("A1", "different", "C1", at(3)),
        ]
    )
    assert chain.relation(["A1"], ["B1"])[0] is True
    assert chain.relation(["A1"], ["C1"])[0] is False


def test_withdrawing_undoes_the_latest_on_a_pair() -> None:
    taken = [judge("A1", "same", "B1"), judge("B1", "withdraw", "A1")]
    assert ActorJudgements(taken).relation(["A1"], ["B1"]) is None
    twice = [judge("A1", "same", "B1"), judge("A1", "different", "B1"), judge("A1", "withdraw", "B1")]
    assert ActorJudgements(twice).relation(["A1"], ["B1"])[0] is True


def test_unsure_joins_and_parts_nothing() -> None:
    words = ActorJudgements([judge("A1", "unsure", "B1")])
    assert words.is_unsure("b1", "a1")
    assert words.relation(["A1"], ["B1"]) is None


def test_judgements_of_other_kinds_and_unknown_verdicts_are_passed_over() -> None:
    words = ActorJudgements([Judgement("match", "A1", "B1", "same", None, at(1)), judge("A1", "maybe", "B1")])
    assert words.relation(["A1"], ["B1"]) is None


def test_the_users_word_joins_what_no_rule_would() -> None:
    words = ActorJudgements([judge("The Lion", "same", "Ana Ruiz")])
    index = corpus("[PERSON:The Lion] spoke.", "[PERSON:Ana Ruiz] left.", judgements=words)
    assert len(index.all_actors()) == 1
    assert any("judged" in reason for actor in index.all_actors() for reason in (*actor.why, *actor.leaning))


def test_the_users_word_parts_what_rules_would_join() -> None:
    words = ActorJudgements([judge("Ana Ruiz", "different", "Ana Maria Ruiz")])
    index = corpus("[PERSON:Ana Ruiz] left.", "[PERSON:Ana Maria Ruiz] won.", judgements=words)
    assert not together(index, "person:ana ruiz", "person:ana maria ruiz")
    assert all(actor.never for actor in index.all_actors())


def test_a_judgement_takes_effect_on_what_is_stored() -> None:
    index = corpus("[ORG:Nahda Front] met.", "[ORG:Renaissance Front] met.")
    words = ActorJudgements([judge("Nahda Front", "same", "Renaissance Front")])
    index.apply(resolve((), index, words, judged=["Nahda Front", "Renaissance Front"]))
    assert together(index, "org:nahda front", "org:renaissance front")
    index.apply(resolve((), index, ActorJudgements(), judged=["Nahda Front", "Renaissance Front"]))
    assert not together(index, "org:nahda front", "org:renaissance front")


def test_a_spelling_can_be_split_off_and_an_actor_renamed_and_retyped() -> None:
    texts = ("[PERSON:Muammar Gaddafi] left.", "[PERSON:Moammar Qadhafi] won.")
    words = ActorJudgements(
        [
            judge("Muammar Gaddafi", "split", "Moammar Qadhafi"),
            judge("Muammar Gaddafi", "rename", "The Colonel"),
            judge("Muammar Gaddafi", "retype", "OTHER"),
        ]
    )
    index = corpus(*texts, judgements=words)
    named = {actor.name: actor.type for actor in index.all_actors()}
    assert named == {"The Colonel": "OTHER", "Moammar Qadhafi": "PERSON"}


def test_one_mention_can_be_split_off() -> None:
    words = ActorJudgements([judge("Ana Ruiz", "split", "a1@17")])
    assert words.taken_out("a1") == {17}
    assert not words.taken_out("a2")


_NAMES = st.sampled_from(["Ana Ruiz", "Ana Maria Ruiz", "Ruiz", "Nahda", "Kataib Nahda", "Peru"])
_VERDICTS = st.sampled_from(["same", "different", "unsure", "withdraw", "rename", "split"])


@given(st.lists(st.tuples(_NAMES, _VERDICTS, _NAMES), max_size=12))
def test_any_judgements_leave_consistent_constraints(said: list[tuple[str, str, str]]) -> None:
    words = ActorJudgements([judge(a, verdict, b, at(n)) for n, (a, verdict, b) in enumerate(said)])
    names = ["Ana Ruiz", "Ana Maria Ruiz", "Ruiz", "Nahda", "Kataib Nahda", "Peru"]
    for a in names:
        for b in names:
            found, turned = words.relation([a], [b]), words.relation([b], [a])
            assert (found and found[0]) == (turned and turned[0])
            if found and found[0]:
                assert words.conflict(judge(a, "different", b)) is not None


@given(st.lists(st.tuples(_NAMES, _VERDICTS, _NAMES), max_size=6), st.permutations(range(4)))
def test_order_of_articles_does_not_matter_under_judgements(
    said: list[tuple[str, str, str]], order: list[int]
) -> None:
    words = ActorJudgements([judge(a, verdict, b, at(n)) for n, (a, verdict, b) in enumerate(said)])
    texts = [
        "[PERSON:Ana Ruiz] met [ORG:Nahda].",
        "[PERSON:Ana Maria Ruiz] met [ORG:Kataib Nahda].",
        "[PERSON:Ruiz] in [GPE:Peru].",
        "[PERSON:Ruiz] and [PERSON:Ana Ruiz] met [ORG:Nahda].",
    ]
    local = [local_actors(written(text, f"a{n}")) for n, text in enumerate(texts)]
    index, other = corpus(), corpus()
    for n in range(4):
        index.apply(resolve(local[n], index, words))
    for n in order:
        other.apply(resolve(local[n], other, words))
    assert index.all_actors() == other.all_actors()
