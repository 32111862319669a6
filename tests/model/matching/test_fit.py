"""The fit of the weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.matching import fit
from model.matching.features import NAMES


def test_the_fit_finds_what_tells_the_labels_apart_and_leaves_the_rest() -> None:
    examples = [fit.Example((x / 10, 0.5, 1.0), x > 5, str(x % 3)) for x in range(11)] * 20
    telling, other, _ = fit.fit(examples, (0.0, 2.0, 0.0))
    assert telling > 3
    assert other == pytest.approx(2.0, abs=0.5)


def test_little_data_changes_little() -> None:
    shipped = (1.0, 2.0, -1.0)
    fitted = fit.fit([fit.Example((0.9, 0.1, 1.0), True, "0")], shipped)
    assert fitted[:2] == pytest.approx(shipped[:2], abs=0.3)


def test_the_report_names_every_weight(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {
            "a": f"The river rose {n} metres.",
            "b": f"The river rose by {n} metres." if n % 2 else "Cows sleep.",
            "label": n % 2,
        }
        for n in range(20)
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert fit.main(["alone", str(path)]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in NAMES)
    assert "20 pairs, 10 of one claim" in printed
    assert "fitted, group left out: average precision 1.000" in printed
