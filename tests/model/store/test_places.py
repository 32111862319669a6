"""Where corpora live, and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.store.places import corpus_directory, home, name_of


def test_a_corpus_made_for_paths_is_called_after_the_first(tmp_path: Path) -> None:
    (tmp_path / "Iraq militias").mkdir()
    assert name_of(corpus_directory(None, [tmp_path / "Iraq militias"])) == "Iraq-militias"
    (tmp_path / "notes-2025.txt").touch()
    assert name_of(corpus_directory(None, [tmp_path / "notes-2025.txt"])) == "notes-2025"


@pytest.mark.parametrize("name", ["seeds", "seeds-1", "a-1234abcg", "1234abcd"])
def test_a_named_corpus_keeps_its_name(name: str) -> None:
    assert name_of(corpus_directory(name)) == name
    assert name_of(home() / name) == name


def test_a_folder_elsewhere_is_called_as_it_is(tmp_path: Path) -> None:
    assert name_of(tmp_path / "seeds-1234abcd") == "seeds-1234abcd"
