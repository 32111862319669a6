"""The dossier of an actor against what the articles themselves hold."""

from collections import Counter
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.indexing import index
from model.records import Entity
from model.views import Dossier

STORY = """{title}

Ana Ruiz, the mayor, said on Monday that Juan Vega had left Peru. Police told Ruiz that Vega was abroad.

Juan Vega, a judge, did not answer questions.
"""


@pytest.fixture
def corpus(seeds_corpus: Corpus) -> Corpus:
    return seeds_corpus


def persons(corpus: Corpus) -> list[Dossier]:
    return [corpus.dossier(row.id) for row in corpus.search_actors("", type="PERSON", limit=8)]


def test_an_unknown_actor_has_none(corpus: Corpus) -> None:
    with pytest.raises(KeyError):
        corpus.dossier("e0")


def test_spellings_are_counted_by_who_writes_them(corpus: Corpus) -> None:
    rows = {row.label: row for row in corpus.articles()}
    for dossier in persons(corpus):
        counted: Counter[tuple[str, str]] = Counter()
        for mention in corpus.mentions_of(dossier.entity.id):
            if mention.form == "name":
                counted[mention.surface, mention.article] += 1
        assert sum(usage.count for usage in dossier.spellings) == counted.total()
        for usage in dossier.spellings:
            for source in usage.sources:
                assert {rows[label].outlet for label in source.labels} == {source.outlet}
                assert source.count == sum(counted[usage.text, rows[label].id] for label in source.labels)


def test_an_article_without_an_outlet_stands_alone(corpus: Corpus) -> None:
    sources = [
        source for dossier in persons(corpus) for usage in dossier.spellings for source in usage.sources
    ]
    assert any(source.outlet is None for source in sources)
    assert all(len(source.labels) == 1 for source in sources if source.outlet is None)


def test_roles_name_articles_that_have_them(corpus: Corpus) -> None:
    texts = {row.label: corpus.reading(row.id).text for row in corpus.articles()}
    found = [(role, source) for d in persons(corpus) for role in d.roles for source in role.sources]
    assert found
    for role, source in found:
        for label in source.labels:
            assert " ".join(role.text.split()) in " ".join(texts[label].split())


def test_company_is_counted_in_sentences(corpus: Corpus) -> None:
    for dossier in persons(corpus):
        own = {mention.sentence for mention in corpus.mentions_of(dossier.entity.id)}
        for other, name, count in dossier.company:
            entity = corpus.entity(other)
            assert entity is not None
            assert entity.name == name
            assert count == len(own & {mention.sentence for mention in corpus.mentions_of(other)})
        assert [count for _, _, count in dossier.company] == sorted(
            (count for _, _, count in dossier.company), reverse=True
        )


def test_what_it_says_and_what_is_said_of_it(corpus: Corpus) -> None:
    dossiers = persons(corpus)
    assert any(dossier.says for dossier in dossiers)
    assert any(dossier.about for dossier in dossiers)
    for dossier in dossiers:
        assert {item.claim.source_entity for item in dossier.says} <= {dossier.entity.id}
        spans = [(mention.article, mention.span) for mention in corpus.mentions_of(dossier.entity.id)]
        for item in dossier.about:
            assert item.claim.source_entity != dossier.entity.id
            source = corpus.entity(item.claim.source_entity) if item.claim.source_entity else None
            assert item.source == (source.name if source else None)
            content = item.claim.content
            assert any(
                article == item.row.id and content.start <= span.start and span.end <= content.end
                for article, span in spans
            )


def test_dates_are_those_of_the_articles_or_missing(corpus: Corpus) -> None:
    for dossier in persons(corpus):
        articles = {mention.article for mention in corpus.mentions_of(dossier.entity.id)}
        dates = sorted(row.published for row in corpus.articles() if row.id in articles and row.published)
        assert dossier.undated == len(articles) - len(dates)
        assert (dossier.first.published if dossier.first else None) == (dates[0] if dates else None)
        assert (dossier.last.published if dossier.last else None) == (dates[-1] if dates else None)


@pytest.mark.parametrize("within", [1, 2, None])
def test_a_short_dossier_is_the_beginning_of_the_whole(corpus: Corpus, within: int | None) -> None:
    for whole in persons(corpus):
        short = corpus.dossier(whole.entity.id, claims=2, within=within)
        assert short.says == whole.says[:2]
        assert short.articles == len({m.article for m in corpus.mentions_of(whole.entity.id)})
        assert short.within == min(short.articles, within or 1_000)
        assert short.spellings == whole.spellings
        told = [item.claim for item in whole.about]
        assert [item.claim for item in short.about] == told[: len(short.about)]


def test_judgements_say_why_two_are_kept_apart(corpus: Corpus) -> None:
    one, two = (row.name for row in corpus.search_actors("", type="PERSON", limit=2))
    corpus.judge("actor", one, two, "different", "met both of them")
    entity = _named(corpus, one)
    (apart,) = (item for item in corpus.dossier(entity.id).apart if item.name == two)
    assert apart.why is not None
    assert "met both of them" in apart.why


def test_notes_stay_with_the_actor_under_any_of_its_names(corpus: Corpus) -> None:
    name = corpus.search_actors("", type="PERSON", limit=1)[0].name
    entity = _named(corpus, name)
    for spelling in {form.text for form in entity.surface_forms}:
        corpus.judge("actor", spelling, None, "note", f"written as {spelling}")
    notes = corpus.dossier(entity.id).notes
    assert {item.note for item in notes} == {f"written as {f.text}" for f in entity.surface_forms}
    other = corpus.search_actors("", type="PERSON", limit=2)[1]
    assert corpus.dossier(other.id).notes == ()


def test_what_somebody_says_of_himself_is_said_by_him_and_not_about_him(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    story = "Mayor resigns\n\nAna Ruiz, the mayor, said that Ana Ruiz would resign.\n\nJuan Vega left.\n"
    (sources / "0.txt").write_text(story, encoding="utf-8")
    index(tmp_path / "corpus", [sources])
    corpus = Corpus.open(tmp_path / "corpus")
    dossier = corpus.dossier(_named(corpus, "Ana Ruiz").id)
    assert dossier.entity.mentions > 1
    assert dossier.says
    assert dossier.about == ()
    corpus.close()


def test_dates_run_over_articles(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for number, day in enumerate(("", "Published: 2 March 2024\n", "Published: 1 March 2023\n")):
        (sources / f"{number}.txt").write_text(STORY.format(title=f"Mayor resigns\n{day}"), encoding="utf-8")
    index(tmp_path / "corpus", [sources])
    corpus = Corpus.open(tmp_path / "corpus")
    dossier = corpus.dossier(_named(corpus, "Ana Ruiz").id)
    dates = sorted(row.published for row in corpus.articles() if row.published)
    assert dates
    assert dossier.first is not None
    assert dossier.last is not None
    assert [dossier.first.published, dossier.last.published] == [dates[0], dates[-1]]
    assert dossier.undated == 3 - len(dates)
    corpus.close()


def _named(corpus: Corpus, name: str) -> Entity:
    entity = corpus.entity(corpus.search_actors(name, limit=1)[0].id)
    assert entity is not None
    return entity
