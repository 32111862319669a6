"""Search as you type: prefixes first, near spellings after, by mentions, blind to marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.actors import NameIndex, rank
from model.actors.search import Row

ROWS: list[Row] = [
    ("ruiz", "Ana Ruiz", "PERSON", 40),
    ("ruiz", "Ruiz", "PERSON", 90),
    ("ruizcosta", "Ruizcosta", "ORG", 5),
    ("kataib", "Kata’ib Nahda", "ORG", 30),
    ("kataib", "Kataib Nahda", "ORG", 10),
    ("nahda", "Nahda", "ORG", 60),
    ("citta", "Città Nuova", "GPE", 3),
    ("anarchy", "Anarchists", "NORP", 1),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ru", ["ruiz", "ruizcosta"]),
        ("rui", ["ruiz", "ruizcosta"]),
        ("ana r", ["ruiz"]),
        ("kataib", ["kataib"]),
        ("Kata'ib n", ["kataib"]),
        ("nahda", ["nahda", "kataib"]),
        ("na", ["nahda", "kataib"]),
        ("citta", ["citta"]),
        ("CITTÀ", ["citta"]),
        ("kateib nahda", ["kataib"]),
        ("xuiz", ["ruiz", "ruizcosta"]),
        ("a", ["ruiz", "anarchy"]),
        ("", []),
        ("…’", []),
        ("zzzzzz", []),
    ],
)
def test_answers(query: str, found: list[str]) -> None:
    assert [entity for entity, _ in NameIndex(ROWS).search(query)] == found


def test_each_entity_answers_once_with_its_best_spelling() -> None:
    assert NameIndex(ROWS).search("ruiz")[0] == ("ruiz", "Ruiz")


def test_limit_and_type() -> None:
    index = NameIndex(ROWS)
    assert len(index.search("a", limit=1)) == 1
    assert index.search("a", limit=0) == []
    assert [entity for entity, _ in index.search("ruiz", type="ORG")] == ["ruizcosta"]


def test_a_rare_type_is_found_behind_many_commoner_names() -> None:
    rows: list[Row] = [(f"p{n}", f"Martin {n}", "PERSON", 1000 - n) for n in range(900)]
    index = NameIndex([*rows, ("m", "Marti Army", "ORG", 1)])
    assert index.search("marti", type="ORG") == [("m", "Marti Army")]
    assert index.search("ma", type="ORG") == [("m", "Marti Army")]


def test_rank_and_index_agree_on_prefixes() -> None:
    index = NameIndex(ROWS)
    for query in ("ru", "ana", "nah", "kata", "citta"):
        ranked = list(dict.fromkeys(row[0] for row in rank(query, ROWS)))
        assert [entity for entity, _ in index.search(query)][: len(ranked)] == ranked


_TEXT = st.text(max_size=20)


@settings(deadline=None)
@given(st.lists(st.tuples(_TEXT, _TEXT, st.just("ORG"), st.integers(1, 99)), max_size=30), _TEXT)
def test_any_names_any_query(rows: list[Row], query: str) -> None:
    found = NameIndex(rows).search(query)
    assert {entity for entity, _ in found} <= {row[0] for row in rows}
    assert len(found) == len({entity for entity, _ in found})


@given(st.sampled_from(ROWS), st.integers(1, 20))
def test_every_prefix_of_a_spelling_finds_its_entity(row: Row, length: int) -> None:
    query = row[1][:length]
    if any(letter.isalnum() for letter in query):
        assert row[0] in [entity for entity, _ in NameIndex(ROWS).search(query)]


def test_an_endless_query_is_answered() -> None:
    assert NameIndex(ROWS).search("zyxw " * 5_000) == []
