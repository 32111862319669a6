"""The first acceptance test: what a careful reader of the five seeds expects crossread to say of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.corpus import Corpus
from model.views import Reading, Report

EXPECTED: dict[str, Any] = tomllib.loads(Path(__file__).with_name("seeds.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def corpus(seeds_directory: Path) -> Iterator[Corpus]:
    corpus = Corpus.open(seeds_directory)
    yield corpus
    corpus.close()


@pytest.fixture(scope="module")
def readings(corpus: Corpus) -> dict[str, Reading]:
    found = [corpus.reading(row.id) for row in corpus.articles()]
    return {Path(reading.article.path or "").name[:3]: reading for reading in found}


def sentence_with(readings: dict[str, Reading], words: str) -> str:
    found = [
        sentence.id
        for reading in readings.values()
        for sentence in reading.sentences
        if words in " ".join(sentence.span.of(reading.text).split())
    ]
    assert len(found) == 1, f"{words!r} stands in {len(found)} sentences"
    return found[0]


def answer(corpus: Corpus, readings: dict[str, Reading], pair: dict[str, Any]) -> Report | None:
    a, b = (sentence_with(readings, pair[side]) for side in "ab")
    return next((r for r in corpus.who_else(a).reports if r.match.b == b), None)


def entity_of(readings: dict[str, Reading], surface: str) -> set[str | None]:
    return {
        mention.entity
        for reading in readings.values()
        for mention in reading.mentions
        if mention.surface == surface and mention.form == "name"
    }


def test_the_two_reports_stay_apart(corpus: Corpus, readings: dict[str, Reading]) -> None:
    stories = {label: reading.article.story for label, reading in readings.items()}
    # Letters begin anew in each story.
    families = {label: (stories[label], reading.row.family) for label, reading in readings.items()}
    for kept in (stories, families):
        assert len({kept[label] for label in EXPECTED["same_report"]}) == 1
        assert kept[EXPECTED["apart"]] not in {kept[label] for label in EXPECTED["same_report"]}


def test_credits_are_found_and_their_removal_is_seen(corpus: Corpus, readings: dict[str, Reading]) -> None:
    labels = {reading.row.id: label for label, reading in readings.items()}
    stated: dict[str, set[str]] = {label: set() for label in readings}
    unstated: dict[str, set[str]] = {label: set() for label in readings}
    for family in corpus.families():
        names = {origin.id: origin.name for origin in family.origins}
        for row, derivations in family.members:
            for derivation in derivations:
                kept = stated if derivation.stated else unstated
                kept[labels[row.id]].add(names[derivation.origin])
    for label, name in EXPECTED["credits"].items():
        assert name in stated[label]
    for label in EXPECTED["credit_removed"]:
        assert unstated[label]
        assert not stated[label]


@pytest.mark.parametrize("spellings", EXPECTED["one_actor"], ids=lambda names: names[0])
def test_one_actor_over_its_spellings(readings: dict[str, Reading], spellings: list[str]) -> None:
    entities = set().union(*(entity_of(readings, spelling) for spelling in spellings))
    assert len(entities) == 1
    assert None not in entities


@pytest.mark.parametrize("names", EXPECTED["never_one"], ids=" | ".join)
def test_actors_that_are_never_one(readings: dict[str, Reading], names: list[str]) -> None:
    # A damaged name may lack the word that tells them apart; the rest must keep to itself.
    one, other = (entity_of(readings, name) - {None} for name in names)
    assert one - other


@pytest.mark.parametrize("pair", EXPECTED["report"], ids=lambda pair: pair["b"])
def test_sentences_that_report_one_claim(
    corpus: Corpus, readings: dict[str, Reading], pair: dict[str, Any]
) -> None:
    found = answer(corpus, readings, pair)
    assert found is not None
    kinds = {difference.kind for difference in found.match.differences}
    assert not kinds & set(pair.get("without", ()))
    if "differs" in pair:
        assert found.match.relation == "differs"
        assert pair["differs"] in kinds


@pytest.mark.parametrize("pair", EXPECTED["no_report"], ids=lambda pair: pair["b"])
def test_sentences_that_only_share_words(
    corpus: Corpus, readings: dict[str, Reading], pair: dict[str, Any]
) -> None:
    found = answer(corpus, readings, pair)
    assert found is None or found.match.relation == "background"


@pytest.mark.parametrize("words", EXPECTED["aside"])
def test_what_is_no_report_is_set_aside(readings: dict[str, Reading], words: str) -> None:
    (block,) = [
        block
        for reading in readings.values()
        for block in reading.blocks
        if words in block.span.of(reading.text)
    ]
    assert block.kind not in ("body", "title", "standfirst")
    assert block.reason


def test_every_sentence_has_its_claim(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        claimed = {claim.sentence for claim in reading.claims}
        reporting = {s.id for s in reading.sentences if s.block in ("title", "standfirst", "body")}
        assert claimed == reporting


def test_one_origin_stands_behind_what_the_four_report(corpus: Corpus, readings: dict[str, Reading]) -> None:
    sentence = sentence_with(readings, "an umbrella group of around 10 online Shiite armed")
    found = corpus.who_else(sentence)
    assert found.independent == 1
    assert [summary.origin.name for summary in found.origins] == ["Reuters"]
