"""The judgements file: append-only, durable, readable by people, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.records import read_records
from model.store.judgements import JudgementLog
from model.store.schema import StoreError

words = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20)


@settings(deadline=None)
@given(st.lists(st.tuples(words, words), max_size=5))
def test_what_was_judged_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("log") / "judgements.jsonl"
    log = JudgementLog(path)
    written = [log.append("actor", a, b, "same") for a, b in pairs]
    assert list(JudgementLog(path).standing()) == written


def test_undoing_appends_and_takes_back_the_last_in_force(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    log = JudgementLog(path)
    first = log.append("match", "a:1", "b:2", "confirmed")
    second = log.append("match", "a:3", "b:4", "rejected")
    assert log.undo() == second
    assert log.undo() == first
    assert log.undo() is None
    assert JudgementLog(path).standing() == []
    assert len(list(read_records(path.read_text("utf-8").splitlines()))) == 4


def test_a_line_cut_off_by_a_crash_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    whole = JudgementLog(path).append("note", "a:1", None, "note", "check this")
    with path.open("ab") as file:
        file.write(b'{"record": "judgement", "kind": "no')
    log = JudgementLog(path)
    assert list(log.standing()) == [whole]
    assert log.damage is not None
    assert "line 2" in log.damage
    after = log.append("note", "a:2", None, "note")
    assert list(JudgementLog(path).standing()) == [whole, after]


def test_a_log_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    target = tmp_path / "judgements.jsonl"
    target.mkdir()
    with pytest.raises(StoreError, match=r"judgements\.jsonl"):
        JudgementLog(target)
