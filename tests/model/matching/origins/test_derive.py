"""From the articles of a story to its origins."""

from __future__ import annotations

from itertools import pairwise

from model.matching.origins import derive
from model.records import Match
from tests.model.matching.origins.stories import (
    article,
    derivation,
    match,
    origins_of,
    side_by_side,
    together,
)
from tests.model.matching.written import Said

_NEWS = [
    "The harbour master shut the port at noon.",
    "Four tugs towed the tanker away from the pier.",
    "Its crew of twelve spent the night in a church hall.",
    "Divers will look at the hull when the storm is over.",
    "The owner, a firm in the north, would not comment.",
    "Fishing boats stayed in the inner basin all day.",
]
_RETOLD = [
    "At midday the port was closed by its master.",
    "A tanker had to be pulled from the pier by four tugs.",
    "Twelve sailors slept in a hall of the church.",
    "After the storm, the hull is to be inspected by divers.",
    "No comment came from the northern firm that owns it.",
    "All day, boats that fish lay in the basin.",
]


def _told(medium: str, text: str) -> Said:
    return Said(text, actors={medium: medium}, types={medium: "ORG"}, source=medium, source_kind="media")


def test_no_articles_have_no_origins() -> None:
    assert derive([], []) == ([], [])


def test_an_article_that_credits_nobody_is_its_own_origin() -> None:
    assert derive([article("a", _NEWS)], []) == ([], [])


def test_telling_the_same_in_the_same_order_proves_nothing() -> None:
    a, b = article("a", _NEWS, outlet="Post"), article("b", _RETOLD, outlet="Courier")
    assert derive([a, b], side_by_side(a, b)) == ([], [])


def test_two_that_lead_with_one_creditor_rest_on_one_report() -> None:
    a = article("a", [_told("Reuters", "Reuters reported a wreck."), *_NEWS], outlet="Post")
    b = article("b", [_told("Reuters", "A wreck, said Reuters."), *_RETOLD], outlet="Courier")
    origins, derivations = derive([a, b], side_by_side(a, b))
    (origin,) = origins
    assert (origin.name, origin.kind, origin.in_corpus, origin.articles) == (
        "Reuters",
        "agency",
        None,
        ("a", "b"),
    )
    assert [(d.article, d.status, d.stated) for d in derivations] == [
        ("a", "wholly", True),
        ("b", "wholly", True),
    ]


def test_stories_of_different_creditors_stay_apart() -> None:
    a = article("a", [_told("Reuters", "Reuters reported a wreck."), *_NEWS], outlet="Post")
    b = article("b", [_told("Xinhua", "A wreck, said Xinhua."), *_RETOLD], outlet="Courier")
    origins, _ = derive([a, b], side_by_side(a, b))
    assert not together(origins, "a", "b")
    assert origins_of(origins, "a") == {"Reuters"}
    assert origins_of(origins, "b") == {"Xinhua"}


def test_one_agency_credited_in_passing_is_two_reports() -> None:
    a = article("a", [*_NEWS, _told("Reuters", "A pilot was ill, Reuters wrote.")], outlet="Post")
    b = article("b", [*_RETOLD, _told("Reuters", "The pilot was ill, said Reuters.")], outlet="Courier")
    origins, _ = derive([a, b], side_by_side(a, b))
    assert len(origins) == 2
    assert not together(origins, "a", "b")


def test_a_copy_is_known_by_its_wording_even_if_the_credit_is_gone() -> None:
    lead = "HARBOUR (AP) - The port is shut."
    original = article("a", [lead, *_NEWS], outlet="Post", marks=[("agency_credit", "AP", "AP")])
    copy = article("b", ["Port is closed!", *_NEWS[:4]], outlet="Courier")
    origins, derivations = derive([original, copy], side_by_side(original, copy))
    assert origins_of(origins, "b") == {"AP"}
    found = derivation(derivations, "b")
    assert not found.stated
    wording = next(item for item in found.evidence if item.kind == "wording")
    assert wording.b is not None
    assert wording.a.of(copy.article.text or "") == wording.b.of(original.article.text or "")
    assert wording.other_article == "a"


def test_what_came_first_is_upstream() -> None:
    first = article("b", _NEWS, outlet="Post", published="2024-03-01")
    later = article("a", _NEWS, outlet="Courier", published="2024-03-02T09:00:00")
    (origin,), (found,) = derive([first, later], side_by_side(later, first))
    assert (origin.name, origin.kind, origin.in_corpus) == ("Post", "outlet", "b")
    assert (found.article, found.stated) == ("a", False)
    assert "time" in {item.kind for item in found.evidence}


def test_without_dates_the_fuller_text_is_upstream() -> None:
    full, cut = article("b", [*_NEWS, *_RETOLD], outlet="Post"), article("a", _NEWS[:5], outlet="Courier")
    (origin,), _ = derive([full, cut], side_by_side(cut, full))
    assert origin.in_corpus == "b"


def test_where_nothing_tells_who_is_upstream_nobody_is() -> None:
    a, b = article("a", _NEWS), article("b", _NEWS)
    (origin,), derivations = derive([a, b], side_by_side(a, b))
    assert (origin.name, origin.kind, origin.in_corpus) == ("uncredited report", "unknown", None)
    assert {d.article for d in derivations} == {"a", "b"}


def test_the_creditors_own_article_is_the_origin() -> None:
    source = article("s", _NEWS, outlet="Reuters", published="2024-03-01")
    a = article(
        "a",
        [*_RETOLD[:3], _told("Reuters", "Reuters has it."), *_RETOLD[3:]],
        outlet="Post",
        published="2024-03-02",
    )
    matches = [match(x.sentence.id, y.sentence.id) for x, y in zip(a.passages, source.passages, strict=False)]
    origins, derivations = derive([source, a], matches)
    (origin,) = origins
    assert (origin.name, origin.in_corpus) == ("Reuters", "s")
    assert [d.article for d in derivations] == ["a"]


def test_nobody_derives_from_what_came_later() -> None:
    later = article("s", _NEWS, outlet="Reuters", published="2024-03-05")
    a = article("a", [_told("Reuters", "Reuters has it."), *_RETOLD], outlet="Post", published="2024-03-02")
    origins, _ = derive([later, a], side_by_side(a, later))
    assert not together(origins, "a", "s")


def test_words_of_a_hidden_speaker_come_from_one_report() -> None:
    def quoted(text: str) -> Said:
        return Said(text, source="a port official", source_kind="anonymous", source_count=1)

    a = article("a", [quoted("“We had no tug to send out there,” a port official said."), *_NEWS])
    b = article("b", [quoted("And a port official said: “We had no tug to send.”"), *_RETOLD])
    origins, derivations = derive([a, b], side_by_side(a, b))
    assert together(origins, "a", "b")
    assert derivation(derivations, "a").evidence[0].why == "same words of an unnamed speaker"


def test_chairmen_speak_to_everybody() -> None:
    def quoted(text: str) -> Said:
        return Said(text, source="three chairmen", source_kind="anonymous", source_count=3)

    a = article("a", [quoted("“We had no tug to send out there,” three chairmen said."), *_NEWS])
    b = article("b", [quoted("And three chairmen said: “We had no tug to send.”"), *_RETOLD])
    assert derive([a, b], side_by_side(a, b)) == ([], [])


def test_sources_of_one_number_and_description_are_the_same_people() -> None:
    def sourced(text: str, source: str) -> Said:
        return Said(text, source=source, source_kind="anonymous", source_count=6)

    a = article("a", [sourced("Six senior port officials saw it.", "Six senior port officials"), *_NEWS])
    b = article("b", [sourced("It was seen, six senior officials said.", "six senior officials"), *_RETOLD])
    origins, _ = derive([a, b], side_by_side(a, b)[1:])
    assert together(origins, "a", "b")


def test_a_second_article_of_an_outlet_is_no_second_source() -> None:
    a, b = article("a", _NEWS, outlet="Harbour Post"), article("b", _RETOLD, outlet="The Harbour Post")
    c = article("c", ["Nothing of the kind."], outlet="Courier")
    (origin,), derivations = derive([a, b, c], [])
    assert origin.articles == ("a", "b")
    assert {d.article for d in derivations} == {"a", "b"}


def test_an_outlet_chains_no_families() -> None:
    wires = {"a": "Reuters", "b": "Xinhua"}
    theirs = [
        article(n, [_told(wire, f"{wire} reported it."), *_NEWS], outlet="Post") for n, wire in wires.items()
    ]
    others = [
        article(f"{n}2", [_told(wire, f"So said {wire}."), *_RETOLD], outlet=f"Courier {n}")
        for n, wire in wires.items()
    ]
    matches = [pair for x, y in zip(theirs, others, strict=True) for pair in side_by_side(x, y)]
    origins, _ = derive([*theirs, *others], matches)
    assert together(origins, "a", "a2")
    assert together(origins, "b", "b2")
    assert not together(origins, "a2", "b2")


def test_a_credit_in_passing_does_not_name_what_was_copied() -> None:
    passing = _told("Evening Star", "A pilot was ill, Evening Star wrote.")
    a = article("a", [*_NEWS, passing], outlet="Post", published="2024-03-01")
    b = article("b", [*_NEWS, passing], outlet="Courier", published="2024-03-02")
    origins, _ = derive([a, b], side_by_side(a, b))
    assert origins_of(origins, "b") == {"Post", "Evening Star"}


def test_an_agencys_text_is_wholly_its_own() -> None:
    lead = "HARBOUR (AP) - The port is shut."
    a = article("a", [lead, *_NEWS], outlet="Post", marks=[("agency_credit", "AP", "AP")])
    (_,), (found,) = derive([a], [])
    assert (found.status, found.stated) == ("wholly", True)


def test_two_copies_of_one_file_rest_on_one_report() -> None:
    a, b = article("a", _NEWS, outlet="Post"), article("b", _NEWS, outlet="Post")
    (origin,), _ = derive([a, b], side_by_side(a, b))
    assert (origin.name, origin.articles) == ("Post", ("a", "b"))


def test_an_article_that_quotes_itself_derives_from_nobody() -> None:
    said = "“We had no tug to send out there,” an official said."
    twice = Said(said, source="an official", source_kind="anonymous", source_count=1)
    assert derive([article("a", [twice, twice, *_NEWS, *_NEWS])], []) == ([], [])


def test_rejected_and_background_matches_are_no_evidence() -> None:
    a, b = article("a", _NEWS), article("b", _NEWS)
    rejected = [Match(m.a, m.b, m.relation, None, m.score, (), "rejected") for m in side_by_side(a, b)]
    background = [Match(m.a, m.b, "background", None, m.score, (), None) for m in side_by_side(a, b)]
    assert derive([a, b], rejected + background) == ([], [])


def test_only_articles_with_matches_are_compared() -> None:
    articles = [article(f"{n:03}", _NEWS) for n in range(200)]
    neighbours = list(pairwise(articles))
    _, derivations = derive(articles, [pair for x, y in neighbours for pair in side_by_side(x, y)])
    compared = {(d.article, item.other_article) for d in derivations for item in d.evidence}
    assert compared
    assert all(other is None or abs(int(one) - int(other)) == 1 for one, other in compared)
