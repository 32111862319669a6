"""Training end to end on a handful of sentences: parts, resumption, assembly, scores."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from model import pipelines
from model.pipelines import evaluate, recipe, train
from model.pipelines.vectors import LowerCaseVectors

TEXT = "The minister al-Rahbi didn't agree. Reporters waited in Muscat."


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("vectors") / "table.npz"
    rows = np.arange(12, dtype=np.float32).reshape(3, 4) / 7
    np.savez(path, rows=rows, words=np.array(["minister", "muscat", "the"]))
    return path


@pytest.fixture(scope="module")
def trained(data: Path, vectors: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both parts trained for a few batches and put together."""
    out = tmp_path_factory.mktemp("out")
    shipped = out / "en_crossread"
    shipped.mkdir()
    (shipped / "LICENSE").write_text("as it was", encoding="utf-8")
    options = ["--data", str(data), "--vectors", str(vectors), "--out", str(out), "--check-every", "3"]
    train.main([*options, "--syntax-steps", "6", "--lemmas-steps", "4", "--names-steps", "6"])
    train.main(
        [*options, "--stage", "names", "--names-steps", "3", "--resume", "--teacher", str(out / "names")]
    )
    return shipped


def annotation(nlp: Language) -> list[tuple[str, ...]]:
    return [(token.text, token.tag_, token.lemma_, token.dep_, token.ent_type_) for token in nlp(TEXT)]


def test_the_pipeline_is_whole_and_loads_by_its_directory(trained: Path) -> None:
    nlp = pipelines.load(str(trained))
    assert set(nlp.pipe_names) == {*recipe.SYNTAX, *recipe.NAMES}
    assert nlp.pipe_names.index("ner") < nlp.pipe_names.index("parser")
    assert nlp(TEXT).text == TEXT


def test_the_documents_survive_new_weights(trained: Path) -> None:
    assert (trained / "LICENSE").read_text(encoding="utf-8") == "as it was"


def test_leaving_out_unneeded_strings_changes_nothing(trained: Path) -> None:
    syntax, whole = spacy.load(trained.parent / "lemmas"), spacy.load(trained)
    assert "Reporters" in syntax.vocab.strings
    assert "Reporters" not in whole.vocab.strings
    assert [row[:4] for row in annotation(whole)] == [row[:4] for row in annotation(syntax)]
    names = spacy.load(trained.parent / "names")
    assert [row[4] for row in annotation(whole)] == [row[4] for row in annotation(names)]


def test_vectors_are_found_in_any_case_and_survive_being_written(trained: Path, vectors: Path) -> None:
    before, after = recipe.blank(vectors).vocab, spacy.load(trained).vocab
    assert type(after.vectors) is LowerCaseVectors
    assert after.vectors.attr == before.vectors.attr == spacy.attrs.LOWER
    assert after.vectors.data.dtype == np.float32
    assert np.array_equal(after.vectors["muscat"], before.vectors["muscat"])
    assert np.array_equal(recipe.blank(trained).vocab.vectors["muscat"], before.vectors["muscat"])


def test_the_same_seed_gives_the_same_weights(data: Path, tmp_path: Path) -> None:
    for run in ("first", "second"):
        options = ["--data", str(data), "--out", str(tmp_path / run), "--check-every", "3"]
        train.main([*options, "--stage", "names", "--names-steps", "3"])
    first, second = (tmp_path / run / "names" / "ner" / "model" for run in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_scores_are_printed(trained: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluate.main(["--data", str(data), "--pipeline", str(trained)])
    printed = capsys.readouterr().out
    assert "| treebank | UAS | LAS |" in printed
    assert "| both |" in printed
    assert "words a second" in printed
