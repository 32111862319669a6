"""Every format as it was last looked at.

After a wanted change, write the files anew and read the difference before committing it:

    CROSSREAD_REFRESH_GOLDEN=1 pytest tests/model/reports/test_golden.py
    git diff tests/model/reports/golden
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.reports.formats import BRIEFS, EXPORTS, brief_lines, export_lines

GOLDEN = Path(__file__).parent / "golden"
_ENDINGS = {"w3c": "jsonld", "claimreview-draft": "jsonld", "ftm": "ndjson"}


def agree(name: str, lines: Iterator[str]) -> None:
    content = "".join(f"{line}\n" for line in lines)
    path = GOLDEN / name
    if os.environ.get("CROSSREAD_REFRESH_GOLDEN"):
        path.write_text(content, "utf-8")
    assert content.splitlines() == path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("form", BRIEFS)
def test_briefs(written: Corpus, form: str) -> None:
    agree(f"brief.{form}", brief_lines(written, None, form))


@pytest.mark.parametrize("form", EXPORTS)
def test_exports(written: Corpus, form: str) -> None:
    agree(f"export-{form}.{_ENDINGS.get(form, form)}", export_lines(written, form, text=True))
