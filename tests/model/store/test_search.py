"""The query language of the corpus search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.corpus import Corpus
from model.store.search import FIELDS, SearchQuery, parse


def test_words_phrases_exclusions_and_alternatives() -> None:
    assert parse('talks "very advanced" -oil gas OR coal') == SearchQuery(
        (("talks",), ("very advanced",), ("gas", "coal")), ("oil",), ()
    )


def test_fields_take_a_word_or_a_phrase() -> None:
    assert parse('outlet:"Daily News" after:2025-04-01 talks').fields == (
        ("outlet", "Daily News"),
        ("after", "2025-04-01"),
    )


def test_an_unknown_field_and_a_stray_mark_are_words() -> None:
    assert parse('http:x "open').required == (("http x",), ("open",))
    assert parse("OR talks").required == (("talks",),)


@given(st.text(max_size=80))
def test_no_query_is_wrong(query: str) -> None:
    asked = parse(query)
    assert all(name in FIELDS for name, _ in asked.fields)


@given(st.text(alphabet='ab -":OR', max_size=20))
def test_any_query_can_be_asked(seeds_directory: object, query: str) -> None:
    corpus = Corpus.open(seeds_directory)  # type: ignore[arg-type]
    corpus.search(query, limit=3)
    corpus.close()


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
