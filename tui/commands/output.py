"""Printing: records as NDJSON, lines as plain text, and nothing that a terminal would obey."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from model.records import Record, json_line, to_line
from tui.terminal.sanitise import sanitise

#: Exit codes that a command gives itself.
DONE, FAILED, SKIPPED = 0, 1, 3


def print_records(records: Iterable[Record]) -> None:
    """Print records, one JSON object a line."""
    for record in records:
        write(to_line(record))


def print_object(data: Mapping[str, Any]) -> None:
    """Print one JSON object on a line."""
    write(json_line(data))


def print_text(line: str = "") -> None:
    """Print a line of text for people; control characters in it are shown, not obeyed."""
    write(sanitise(line))


def complain(line: str) -> None:
    """Say something on standard error that is not data."""
    sys.stderr.write(f"crossread: {sanitise(line)}\n".encode(errors="replace").decode())


def print_skipped(skipped: Iterable[tuple[str, str]]) -> int:
    """Name each input that was passed over; the exit code that this gives."""
    code = DONE
    for where, why in skipped:
        complain(f"{where}: {why}")
        code = SKIPPED
    return code


def write(line: str) -> None:
    """Write a line as UTF-8, whatever the locale: the format is UTF-8."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")


def columns(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows with their columns aligned; the last one is not padded."""
    table = [tuple(sanitise(cell) for cell in row) for row in rows]
    if not table:
        return
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    for row in table:
        padded = (cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False))
        write("  ".join((*padded, row[-1])).rstrip())
