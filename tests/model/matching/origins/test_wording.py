"""Wording that two articles share."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.matching.background import Frequencies
from model.matching.origins.wording import Wording, containment, shared_passages, wording_of
from model.matching.profile import profiles
from tests.model.matching.written import Said, passage

_COPIED = "the harbour master closed both gates before the tide could carry loose timber into the basin"


def _wording(*sentences: Said | str) -> Wording:
    passages = []
    at = 0
    for n, said in enumerate(sentences):
        passages.append(passage(said, n=n, at=at))
        at += len(passages[-1].text) + 1
    return wording_of(profiles(passages, Frequencies()))


def test_a_copied_stretch_is_followed_to_both_ends() -> None:
    mine = f"Nobody knew why {_COPIED} that night."
    theirs = f"Last week {_COPIED}, witnesses wrote."
    (found,) = shared_passages(_wording(mine), _wording(theirs))
    assert found.a.of(mine) == _COPIED
    assert found.b.of(theirs) == _COPIED
    assert found.words == len(_COPIED.split())


def test_a_copy_is_contained_in_its_original() -> None:
    copy, original = (
        _wording(_COPIED),
        _wording("Something else came first.", _COPIED, "And more came later."),
    )
    passages = shared_passages(copy, original)
    assert containment(copy, original, passages) == 1.0
    assert containment(_wording(), original, []) == 0.0


def test_a_stretch_goes_on_over_the_end_of_a_sentence() -> None:
    mine = _wording("The gates were closed.", "Then came the tide.")
    (found,) = shared_passages(mine, _wording("The gates were closed.", "Then came the tide.", "More."))
    assert found.words == 8


def test_names_and_quoted_words_do_not_count() -> None:
    named = Said("So Anna Maria Berg Holm Lund went", actors={"e1": "Anna Maria Berg Holm Lund"})
    assert not shared_passages(_wording(named), _wording(named))
    quoted = "He: “the gates were closed before the tide could come in”."
    assert not shared_passages(_wording(quoted), _wording(quoted))


def test_one_actor_is_one_word_however_it_is_spelt() -> None:
    mine = Said("when Kadhimi came the gates were closed again", actors={"e1": "Kadhimi"})
    theirs = Said("when Qadhimi came the gates were closed again", actors={"e1": "Qadhimi"})
    (found,) = shared_passages(_wording(mine), _wording(theirs))
    assert found.words == 7


def test_thousands_of_equal_sentences_are_one_passage() -> None:
    many = _wording(*["The gates were closed before the tide came in."] * 3_000)
    (found,) = shared_passages(many, many)
    assert found.words == many.size


_WORDS = st.lists(st.text("abcdefgh", min_size=3, max_size=5), min_size=0, max_size=12)
_RUNS = st.lists(st.text("klmnop", min_size=4, max_size=6), min_size=6, max_size=15)


@given(_WORDS, _WORDS, _WORDS, _WORDS, _RUNS)
def test_no_stretch_of_six_words_is_missed(
    before: list[str], after: list[str], ahead: list[str], behind: list[str], run: list[str]
) -> None:
    mine, theirs = " ".join([*before, *run, *after]), " ".join([*ahead, *run, *behind])
    found = shared_passages(_wording(mine), _wording(theirs))
    assert any(passage.words >= 5 for passage in found)
    for shared in found:
        assert len(shared.a.of(mine).split()) == len(shared.b.of(theirs).split()) >= shared.words


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_has_wording(one: str, other: str) -> None:
    mine, theirs = _wording(one), _wording(other)
    passages = shared_passages(mine, theirs)
    assert 0.0 <= containment(mine, theirs, passages) <= 1.0
    places = sorted(found.a for found in passages)
    assert all(x.end <= y.start for x, y in pairwise(places))
