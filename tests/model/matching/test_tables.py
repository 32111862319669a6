"""The word tables: how they are made, and what ships."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from model.matching import tables
from model.matching.background import text_frequencies
from model.matching.related import in_table, related


def test_frequencies_count_texts_not_words(tmp_path: Path) -> None:
    treebank = tmp_path / "a.conllu"
    treebank.write_text(
        "# newdoc\n# text = The river rose. Rivers rise.\n\n# newdoc\n# text = A river.\n", "utf-8"
    )
    rows = tmp_path / "b.jsonl"
    rows.write_text(json.dumps({"tokens": ["Its", "rivers"], "spaces": [True, False]}) + "\n", "utf-8")
    assert list(tables.frequencies([treebank, rows])) == ["*\t3", "river\t3"]


def test_neighbours_are_words_of_like_direction(tmp_path: Path) -> None:
    common = [stem for stem, count in text_frequencies().items() if stem.isalpha() and count > 40]
    words = ["warn", "caution", *(word for word in common if word not in ("warn", "caution"))][:300]
    rows = np.random.default_rng(1).normal(size=(len(words), 300))
    rows[1] = rows[0] + 0.2 * rows[1]
    path = tmp_path / "vectors.npz"
    np.savez(path, words=np.array(words), rows=rows)
    made = {line.split("\t")[0]: line.split("\t")[1] for line in tables.related([path])}
    assert made["warn"].startswith("caution:")
    assert made["caution"].startswith("warn:")


def test_the_tables_that_ship_are_whole() -> None:
    assert text_frequencies()["river"] > 20
    assert in_table("river")
    for stem in ("warn", "river", "minist", "doctor"):
        assert all(0 < closeness <= 1 for closeness in related(stem).values())
