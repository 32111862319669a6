"""The shipped pipeline, and what may take its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from model import pipelines
from model.pipelines import PipelineError, corpus
from model.pipelines.tokenizer import NewsTokenizer


@pytest.fixture(scope="module")
def shipped() -> Language:
    return pipelines.load()


def foreign(path: Path, *parts: str, dep: str = "dobj") -> Path:
    """A pipeline as spaCy's own are: its tokenizer, its labels; it has learnt nothing."""
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part)
    if "parser" in parts:
        nlp.get_pipe("parser").add_label(dep)
    nlp.to_disk(path)
    return path


def test_the_shipped_pipeline_has_all_parts(shipped: Language) -> None:
    assert set(pipelines.REQUIRED) <= set(shipped.pipe_names)
    assert set(shipped.pipe_labels["ner"]) == set(corpus.LABELS)
    assert pipelines.label_scheme(shipped) == "ud"
    assert type(shipped.tokenizer) is NewsTokenizer


def test_the_shipped_pipeline_stays_small() -> None:
    size = sum(file.stat().st_size for file in pipelines.SHIPPED.rglob("*") if file.is_file())
    assert size <= 15 * 1024 * 1024


@pytest.mark.parametrize("document", ["LICENSE", "LICENSES_SOURCES", "MODEL_CARD.md"])
def test_the_weights_carry_their_papers(document: str) -> None:
    assert (pipelines.SHIPPED / document).read_text(encoding="utf-8")


def test_a_plain_sentence_is_understood(shipped: Language) -> None:
    doc = shipped("The minister told Reuters on Monday that Kenya’s army had not attacked Somalia.")
    assert {(name.text, name.label_) for name in doc.ents} == {
        ("Reuters", "ORG"),
        ("Kenya", "GPE"),
        ("Somalia", "GPE"),
    }
    told, attacked = (next(token for token in doc if token.text == text) for text in ("told", "attacked"))
    assert (told.dep_, told.lemma_, told.pos_) == ("ROOT", "tell", "VERB")
    assert (attacked.dep_, attacked.head) == ("ccomp", told)
    assert {child.dep_ for child in attacked.children} >= {"mark", "nsubj", "aux", "advmod", "obj"}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("A spokesman for Harakat al-Zufar said it would respond.", "Harakat al-Zufar", "ORG"),
        ("“We are ready,” Khalid al-Marbuni told reporters.", "Khalid al-Marbuni", "PERSON"),
        ("Two soldiers were killed near Deir al-Wazzan, police said.", "Deir al-Wazzan", "GPE"),
        ("Analyst Oksana Dralenko said talks had failed.", "Oksana Dralenko", "PERSON"),
    ],
)
def test_names_nobody_has_seen_are_found(shipped: Language, text: str, name: str, label: str) -> None:
    assert (name, label) in [(found.text, found.label_) for found in shipped(text).ents]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_and_kept(shipped: Language, text: str) -> None:
    assert shipped(text).text == text


def test_a_directory_can_take_its_place(tmp_path: Path) -> None:
    nlp = pipelines.load(str(foreign(tmp_path / "other", "tagger", "parser", "ner")))
    assert pipelines.label_scheme(nlp) == "clearnlp"
    assert type(nlp.tokenizer) is NewsTokenizer


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    path = str(foreign(tmp_path / "other", "parser"))
    with pytest.raises(PipelineError, match=r"has no tagger and no ner$"):
        pipelines.load(path)


@pytest.mark.parametrize("name", ["no_such_pipeline", "", ".", "../nowhere", "os", "a\nb"])
def test_what_cannot_be_loaded_is_said_in_one_line(name: str) -> None:
    with pytest.raises(PipelineError) as error:
        pipelines.load(name)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", "PERSON"),
        ("PER", "PERSON"),
        ("FAC", "FACILITY"),
        ("MISC", "OTHER"),
        ("DATE", None),
        ("CARDINAL", None),
    ],
)
def test_labels_of_other_pipelines_are_ours(label: str, kind: str | None) -> None:
    assert pipelines.entity_type(label) == kind


@pytest.mark.parametrize("first", ["model.pipelines", "model.language", "model.pipelines.tokenizer"])
def test_the_packages_load_in_either_order(first: str) -> None:
    code = f"import {first}; from model import pipelines; pipelines.label_scheme(pipelines.load())"
    subprocess.run([sys.executable, "-c", code], check=True)
