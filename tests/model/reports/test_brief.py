"""What a brief says, and that every line of it can be checked in the articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from model.corpus import Corpus
from model.errors import CrossreadError
from model.records import Node
from model.reports.brief import Brief, Cited, Place, Proof, Side
from model.reports.build import briefs
from model.reports.formats import brief_lines
from model.reports.saving import save_brief
from model.reports.texts import StoryTexts
from model.store.files import CorpusFiles
from tests.model.reports.written import gazette, wire, write_corpus


@pytest.fixture(scope="module")
def brief(written: Corpus) -> Brief:
    (only,) = briefs(written)
    return only


def parts(node: Any) -> Iterator[Node]:
    """Every node in a node."""
    if isinstance(node, Node):
        yield node
        for item in fields(node):  # type: ignore[arg-type]
            yield from parts(getattr(node, item.name))
    elif isinstance(node, tuple):
        for item in node:
            yield from parts(item)


def words_at(corpus: Corpus, place: Place) -> str:
    return corpus.reading(place.article).text[place.start : place.end]


def test_every_place_holds_the_words_that_are_cited(written: Corpus, brief: Brief) -> None:
    checked = 0
    for node in parts(brief):
        if isinstance(node, Cited):
            assert words_at(written, node.place) == node.text
        elif isinstance(node, Side) and node.words is not None:
            assert all(words_at(written, place) == node.words for place in node.places)
        elif isinstance(node, Proof):
            first, _, last = node.words.partition(" […] ")
            assert words_at(written, node.place).startswith(first)
            assert words_at(written, node.place).endswith(last)
        else:
            continue
        checked += 1
    assert checked > 20


def test_the_most_widely_told_comes_first(brief: Brief) -> None:
    assert [(claim.articles, claim.independent) for claim in brief.claims] == [(3, 2), (2, 2)]
    assert [telling.cited.place.cited for telling in brief.claims[0].tellings] == ["000:1", "001:0", "002:0"]


def test_origins_have_names_and_what_has_none_is_said(brief: Brief) -> None:
    claim = brief.claims[0]
    assert [(origin.name, origin.articles, origin.in_corpus) for origin in claim.origins] == [
        ("Coast *Wire*", ("001", "002"), "001")
    ]
    assert claim.own == ("000",)


def test_disagreements_quote_both_sides_in_the_order_of_the_articles(brief: Brief) -> None:
    number, speaker = brief.claims[0].loud
    assert (number.a.words, number.b.words) == ("214 people", "241 people")
    assert speaker.kind == "attribution"
    (quote,) = brief.claims[1].loud
    assert (quote.a.words, quote.b.words) == ("Nobody", "Somebody")
    assert quote.why == "“Nobody” became “Somebody” inside quotation marks"
    assert {difference.why for difference in brief.claims[0].quiet} == {"omitted by 000"}


def test_words_for_a_source_are_told_by_the_name_they_do_not_hold(written: Corpus) -> None:
    texts = StoryTexts(written, written.articles())
    assert texts.meaning("wire:1", wire.span(1, "Odd Breke")) == "Odd Brekke"
    assert texts.meaning("gazette:2", gazette.span(2, "harbour master Odd Brekke")) is None


def test_silence_and_what_is_told_alone(brief: Brief) -> None:
    assert brief.claims[1].silent == ("002",)
    assert [(alone.label, [c.place.n for c in alone.sentences]) for alone in brief.alone] == [
        ("000", [3]),
        ("001", [2]),
        ("002", [1]),
    ]


def test_judgements_in_force_on_this_story(brief: Brief) -> None:
    assert [(v.kind, v.verdict, v.subject.name) for v in brief.judgements] == [
        ("match", "confirmed", "000:1"),
        ("actor", "same", "Odd Breke"),
        ("note", "note", "001:0"),
    ]


def test_an_unproven_date_is_missing_and_its_evidence_shown(brief: Brief) -> None:
    source = brief.by_label["001"]
    assert source.published is None
    assert [item.used for item in source.date_evidence] == [False, False]


def test_a_rejected_match_is_no_disagreement(tmp_path: Path) -> None:
    directory = write_corpus(tmp_path / "ferry")
    corpus = Corpus.open(directory)
    (quote,) = corpus.matches("wire:1")
    files = CorpusFiles(directory)
    with files.writer.transaction():
        files.writer.set_match(replace(quote, judged="rejected"))
    files.close()
    (brief,) = briefs(corpus)
    assert len(brief.claims) == 2
    assert all(difference.kind != "quote" for claim in brief.claims for difference in claim.differences)
    corpus.close()


def test_a_judgement_is_acted_on_and_told(tmp_path: Path) -> None:
    corpus = Corpus.open(write_corpus(tmp_path / "ferry"))
    corpus.judge("match", "gazette:2", "wire:1", "rejected", "not the same words")
    (brief,) = briefs(corpus)
    assert "Nobody" not in {d.a.words for claim in brief.claims for d in claim.differences}
    last = brief.judgements[-1]
    assert (last.verdict, last.subject.name, last.note) == ("rejected", "000:2", "not the same words")
    corpus.close()


def test_nothing_is_in_the_brief_of_an_unknown_story(written: Corpus) -> None:
    assert list(brief_lines(written, "none", "md")) == []
    assert list(brief_lines(written, "none", "json")) == []


def test_a_saved_brief_never_replaces_a_file(written: Corpus, tmp_path: Path) -> None:
    first = save_brief(written, "s1", folder=tmp_path)
    first.write_text("somebody's work")
    second = save_brief(written, "s1", folder=tmp_path)
    assert (first.name, second.name) == ("brief-s1.md", "brief-s1-2.md")
    assert first.read_text() == "somebody's work"
    assert second.read_text("utf-8").splitlines() == list(brief_lines(written, "s1"))


def test_a_brief_is_saved_in_the_corpus_where_the_folder_takes_none(written: Corpus, tmp_path: Path) -> None:
    saved = save_brief(written, "s1", form="html", folder=tmp_path / "missing")
    assert saved.parent == written.directory
    saved.unlink()


def test_a_brief_that_cannot_be_saved_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = Corpus.open(write_corpus(tmp_path / "ferry"))
    monkeypatch.setattr(Path, "open", _refused)
    with pytest.raises(CrossreadError, match="brief not saved"):
        save_brief(corpus, "s1", folder=tmp_path)
    corpus.close()


def _refused(path: Path, mode: str) -> None:
    raise PermissionError(13, "Permission denied", str(path))
