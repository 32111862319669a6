"""The query language of the corpus search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.corpus import Corpus, CorpusError
from model.records import REPORTING_KINDS
from model.store.query import FIELDS, Field, SearchError, SearchQuery, parse
from model.store.search import meant


def test_words_phrases_exclusions_and_alternatives() -> None:
    assert parse('talks "very advanced" -oil gas OR coal') == SearchQuery(
        (("talks",), ("very advanced",), ("gas", "coal")), ("oil",)
    )


def test_fields_take_a_word_or_a_phrase_are_joined_and_excluded() -> None:
    assert parse('outlet:"Daily News" OR outlet:post after:2025-04-01 -about:merkel talks') == SearchQuery(
        (("talks",),),
        (),
        ((Field("outlet", "Daily News"), Field("outlet", "post")), (Field("after", "2025-04-01"),)),
        (Field("about", "merkel"),),
    )


def test_a_stray_mark_an_address_and_an_operator_without_sides_are_words() -> None:
    assert parse('http://x "open').required == (("http://x",), ("open",))
    assert parse("OR talks").required == (("talks",),)
    assert parse('"nofield:x" 12:30').required == (("nofield:x",), ("12:30",))


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("nofield:x", "no field is called nofield: (there are actor: said-by:"),
        ("after:tuesday", "after: takes a date like 2025, 2025-04 or 2025-04-07, not 'tuesday'"),
        ("has:hope", "has: takes one of number-conflict, "),
        ("actor: merkel", "actor: needs its value right behind it"),
        ("talks OR outlet:post", "OR joins words with words"),
        ("-talks", "say what to look for"),
        ("-outlet:post", "say what to look for"),
    ],
)
def test_what_cannot_be_asked_is_one_clear_line(query: str, says: str) -> None:
    with pytest.raises(SearchError) as caught:
        parse(query)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=80))
def test_every_query_is_read_or_refused(query: str) -> None:
    try:
        asked = parse(query)
    except SearchError:
        return
    assert all(item.name in FIELDS for group in asked.fields for item in group)


@given(st.text(alphabet='ab -":OR', max_size=20))
def test_any_query_can_be_asked(seeds_directory: object, query: str) -> None:
    corpus = Corpus.open(seeds_directory)  # type: ignore[arg-type]
    try:
        corpus.search(query, limit=3)
    except CorpusError as error:
        assert isinstance(error, SearchError)
    finally:
        corpus.close()


def test_every_field_finds_what_it_says(seeds_corpus: Corpus) -> None:
    def articles(query: str) -> set[str]:
        return {hit.row.id for hit in seeds_corpus.search(query, limit=1000)}

    rows = seeds_corpus.articles()
    outlets = {row.id for row in rows if row.outlet}
    outlet = next(row.outlet for row in rows if row.outlet) or ""
    word = outlet.split()[0]
    assert articles(f"outlet:{word}") == {row.id for row in rows if row.outlet and word in row.outlet}
    assert articles("after:2000") == {row.id for row in rows if row.published}
    assert articles("after:2000 before:2001") == set()
    derived = {row.id for family in seeds_corpus.families() for row, why in family.members if why}
    assert articles("origin:reuters") <= derived
    assert articles("origin:reuters")
    first = sorted(outlets)[0]
    others = {hit.row.id for hit in seeds_corpus.search(f"origin:reuters -outlet:{word}", limit=1000)}
    assert first not in others


def test_conflicts_are_found_by_what_differs(seeds_corpus: Corpus) -> None:
    for kind in ("number", "quote"):
        hits = seeds_corpus.search(f"has:{kind}-conflict", limit=1000)
        assert hits
        for hit in hits:
            differences = {
                item.kind
                for report in seeds_corpus.who_else(hit.sentence.id).reports
                for item in report.match.differences
            }
            assert kind in differences


def test_alternatives_and_exclusions_of_fields(seeds_corpus: Corpus) -> None:
    def found(query: str) -> set[str]:
        return {hit.sentence.id for hit in seeds_corpus.search(query, limit=1000)}

    assert found("actor:sudani OR actor:trump") == found("actor:sudani") | found("actor:trump")
    assert found("actor:trump -actor:sudani") == found("actor:trump") - found("actor:sudani")
    assert found("has:quote-conflict -ready") == found("has:quote-conflict") - found("ready")
    assert found("has:quote-conflict -ready") != found("has:quote-conflict")
    assert found("actor:hezbollah").isdisjoint(found('actor:"kataib hezbollah"') - found("hezbollah"))
    assert all(hit.sentence.block in REPORTING_KINDS for hit in seeds_corpus.search("said-by:trump"))


def test_a_name_means_the_actors_spelled_so_before_those_that_are_like_it() -> None:
    found = [("a", "Iraq"), ("b", "Iran"), ("c", "Iran’s Guard"), ("d", "Al-Maliki")]
    assert meant("iran", found) == {"b"}
    assert meant("guard", found) == {"c"}
    assert meant("malikki", found[3:]) == {"d"}
    assert meant("maliki", found) == {"d"}


def test_found_words_are_marked_where_they_stand(seeds_corpus: Corpus) -> None:
    hits = seeds_corpus.search("headquarters cities")
    assert hits
    for hit in hits:
        words = {span.shifted(-hit.sentence.start).of(hit.text).lower() for span in hit.found}
        assert "headquarters" in words


def test_actor_fields_find_every_spelling(seeds_corpus: Corpus) -> None:
    texts = [hit.text for hit in seeds_corpus.search("actor:shabandar")]
    assert any("Shahbndar" in text for text in texts)
    assert any("al-Shabandar" in text for text in texts)
    said = seeds_corpus.search("said-by:shabandar")
    assert any("he said" in hit.text for hit in said)
