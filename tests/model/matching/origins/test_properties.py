"""What holds for the origins of any story."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from model.matching.origins import derive
from model.passage import Witness
from model.records import Match
from tests.model.matching.origins.stories import article, match
from tests.model.matching.written import Said

_OUTLETS = [None, "Harbour Post", "harbourpost.com", "Courier", "Reuters", "AP", "The Associated Press"]
_DATES = [None, "2024-03-01", "2024-03-01T10:00:00Z", "2024-03-02"]
_SENTENCES: list[Said | str] = [
    "The harbour master shut the port at noon because of the storm.",
    "Four tugs towed the tanker away from the pier before dawn.",
    "“We had no tug to send out there,” she said.",
    Said(
        "Six senior port officials told Reuters.",
        {"e1": "Reuters"},
        {"e1": "ORG"},
        source="Six senior port officials",
        source_kind="anonymous",
        source_count=6,
    ),
    Said("“We had no tug to send,” an official said.", source="an official", source_kind="anonymous"),
    Said(
        "The Associated Press reported a wreck.",
        {"e2": "The Associated Press"},
        {"e2": "ORG"},
        source="The Associated Press",
        source_kind="media",
    ),
    Said(
        "Courier has pictures of it.", {"e3": "Courier"}, {"e3": "ORG"}, source="Courier", source_kind="media"
    ),
    "",
]


@st.composite
def _stories(draw: st.DrawFn) -> tuple[list[Witness], list[Match]]:
    count = draw(st.integers(0, 5))
    witnesses = [
        article(
            f"a{n}",
            draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=6)),
            outlet=draw(st.sampled_from(_OUTLETS)),
            published=draw(st.sampled_from(_DATES)),
            author=draw(st.sampled_from([None, "AP"])),
        )
        for n in range(count)
    ]
    pairs = [
        (x.sentence.id, y.sentence.id)
        for n, a in enumerate(witnesses)
        for b in witnesses[n + 1 :]
        for x in a.passages
        for y in b.passages
    ]
    chosen = draw(st.sets(st.sampled_from(pairs), max_size=20)) if pairs else set()
    return witnesses, [match(a, b) for a, b in sorted(chosen)]


@settings(max_examples=60, deadline=None)
@given(_stories(), st.integers(0, 99))
def test_origins_do_not_depend_on_any_order(story: tuple[list[Witness], list[Match]], seed: int) -> None:
    witnesses, matches = story
    shuffled, others = list(witnesses), list(matches)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(others)
    assert derive(shuffled, others) == derive(witnesses, matches)


@settings(max_examples=60, deadline=None)
@given(_stories())
def test_records_fit_together(story: tuple[list[Witness], list[Match]]) -> None:
    witnesses, matches = story
    lengths = {witness.article.id: witness.article.length for witness in witnesses}
    origins, derivations = derive(witnesses, matches)
    by_id = {origin.id: origin for origin in origins}
    assert len(by_id) == len(origins)
    for origin in origins:
        assert {*origin.articles} <= lengths.keys()
        assert origin.in_corpus is None or origin.in_corpus in origin.articles
    assert len({(d.article, d.origin) for d in derivations}) == len(derivations)
    for derived in derivations:
        assert derived.article in by_id[derived.origin].articles
        assert derived.article != by_id[derived.origin].in_corpus
        assert derived.evidence
        for item in derived.evidence:
            assert 0 <= item.a.start <= item.a.end <= lengths[derived.article]
            assert (item.b is None) == (item.other_article is None)
            if item.b is not None and item.other_article is not None:
                assert item.other_article != derived.article
                assert 0 <= item.b.start <= item.b.end <= lengths[item.other_article]
