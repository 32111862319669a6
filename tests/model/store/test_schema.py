"""Opening an index: of this format, of an older or a newer one, and where nothing can be written."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.store.schema import SCHEMA_VERSION, StoreError, connect, get_meta, store_error


@pytest.fixture
def old_index(tmp_path: Path) -> Path:
    """An index of an older format that has seen some changes."""
    path = tmp_path / "index.db"
    database = sqlite3.connect(path)
    database.executescript(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);"
        "INSERT INTO meta VALUES ('generation', '41');"
        "CREATE TABLE article (key INTEGER); INSERT INTO article VALUES (1);"
        "CREATE VIEW meant AS SELECT key FROM article; PRAGMA user_version = 1;"
    )
    database.close()
    return path


def test_an_older_index_is_made_anew_for_indexing_and_its_generation_rises(old_index: Path) -> None:
    database = connect(old_index, create=True)
    assert database.execute("SELECT COUNT(*) FROM article").fetchone() == (0,)
    assert get_meta(database, "generation") == "42"
    database.close()
    assert connect(old_index).execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_an_older_index_is_not_read_and_not_touched(old_index: Path) -> None:
    with pytest.raises(StoreError, match="older format"):
        connect(old_index)
    database = sqlite3.connect(old_index)
    assert database.execute("SELECT COUNT(*) FROM article").fetchone() == (1,)
    database.close()


def test_an_index_of_a_newer_crossread_is_left_alone(tmp_path: Path) -> None:
    database = connect(tmp_path / "index.db", create=True)
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    database.close()
    for create in (False, True):
        with pytest.raises(StoreError, match="newer format"):
            connect(tmp_path / "index.db", create=create)


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Path]:
    """An index in a folder that nobody may write to."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    connect(folder / "index.db", create=True).close()
    (folder / "index.db").chmod(stat.S_IRUSR | stat.S_IROTH)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield folder
    folder.chmod(stat.S_IRWXU)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is sealed to the superuser")
def test_a_sealed_folder_is_read_as_it_stands(sealed: Path) -> None:
    database = connect(sealed / "index.db")
    assert get_meta(database, "generation") == "0"
    with pytest.raises(sqlite3.OperationalError) as failure:
        database.execute("DELETE FROM meta")
    assert "not writable" in str(store_error(sealed / "index.db", failure.value))
    database.close()
