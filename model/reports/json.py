"""A brief as JSON: the data of `model.reports.brief` as it stands, one object a line and story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.records import json_line
from model.reports.brief import Brief


def lines(briefs: Iterable[Brief]) -> Iterator[str]:
    """A line for each brief."""
    for brief in briefs:
        yield json_line({"record": brief.record, **brief.to_json()})
