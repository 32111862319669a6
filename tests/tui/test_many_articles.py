"""A list of 100,000 articles costs what a list of a few costs: in rows asked for, in steps, in memory."""

from __future__ import annotations

import sqlite3
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from model.corpus import Corpus
from tests.bench import large
from tests.tui.robots import press
from tui.app import CrossreadApp
from tui.themes import THEMES

FEW, MANY = 10, 100_000
KEYS = [*"jjJJ", "h", *"jj", "enter", *"jkhkdd"]
_STEPS = 100
"""SQLite tells of its work after so many steps of its machine."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("corpora") / "few"
    large.build(directory, articles=FEW)
    return directory


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same corpus, and behind its articles so many others that are of no story."""
    directory = tmp_path_factory.mktemp("corpora") / "many"
    large.build(directory, articles=FEW)
    database = sqlite3.connect(directory / "index.db")
    names = [name for _, name, *_ in database.execute("PRAGMA table_info(article)")]
    made = {
        "key": "key + number",
        "id": "id || '-' || number",
        "story": "NULL",
        **{name: "'~~ ' || printf('%012d', number)" for name in names if name.startswith(("place", "by_"))},
    }
    with database:
        database.execute(
            f"""WITH RECURSIVE numbers (number) AS
                (SELECT {FEW} UNION ALL SELECT number + 1 FROM numbers WHERE number < {MANY})
            INSERT INTO article ({", ".join(names)})
            SELECT {", ".join(made.get(name, name) for name in names)}
            FROM numbers, (SELECT * FROM article ORDER BY key LIMIT 1)"""
        )
    database.close()
    return directory


class Cost(NamedTuple):
    """Of opening the reader and pressing some keys."""

    statements: int
    steps: int
    memory: int


async def cost(corpus: Corpus) -> Cost:
    statements: list[str] = []
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += _STEPS

    database = corpus._files.database
    database.set_trace_callback(statements.append)
    database.set_progress_handler(step, _STEPS)
    tracemalloc.start()
    app = CrossreadApp(corpus, look=THEMES["dark"])
    async with app.run_test(size=(120, 40)) as pilot:
        for key in KEYS:
            press(app, key)
            await pilot.pause(0)
        memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return Cost(len(statements), steps, memory)


async def test_the_length_of_the_list_is_not_felt(
    few: Path, many: Path, open_copy: Callable[[Path], Corpus]
) -> None:
    await cost(open_copy(few))  # what is imported and cached once is not of the list
    short = await cost(Corpus.open(few))
    corpus = open_copy(many)
    assert corpus.article_count() > MANY
    long = await cost(corpus)
    assert long.statements <= short.statements + 5
    assert long.steps <= 3 * short.steps
    assert long.memory <= short.memory + 2_000_000
