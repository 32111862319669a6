"""The shortest sequence that takes the cursor from one cell to another."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(8192)
def move(row: int | None, column: int | None, to_row: int, to_column: int) -> str:
    """The bytes from (`row`, `column`) to (`to_row`, `to_column`), from 0; None where the cursor is unknown.

    A bare line feed is never used: the kernel turns it into CR LF unless output processing is off, and
    Textual leaves it on. CR LF never leaves the screen here, as it only goes to rows that exist.
    """
    if row == to_row and column == to_column:
        return ""
    ways = [_absolute(to_row, to_column)]
    if row is not None:
        down = to_row - row
        if down == 0:
            ways.append(f"\x1b[{_count(to_column + 1)}G")
        if down >= 0:
            ways.append("\r" * (not down) + "\r\n" * down + _forward(to_column))
        if column is not None:
            ways.append(_vertical(down) + _horizontal(to_column - column))
            ways.append("\r" + _vertical(down) + _forward(to_column))
    return min(ways, key=len)


def _absolute(row: int, column: int) -> str:
    if column == 0:
        return f"\x1b[{_count(row + 1)}H"
    return f"\x1b[{row + 1 if row else ''};{column + 1}H"


def _count(number: int) -> str:
    """A parameter; 1 is what terminals take when there is none."""
    return "" if number == 1 else str(number)


def _forward(columns: int) -> str:
    return f"\x1b[{_count(columns)}C" if columns else ""


def _horizontal(columns: int) -> str:
    if columns >= 0:
        return _forward(columns)
    return "\b" * -columns if columns >= -3 else f"\x1b[{-columns}D"


def _vertical(rows: int) -> str:
    if rows == 0:
        return ""
    return f"\x1b[{_count(abs(rows))}{'B' if rows > 0 else 'A'}"


def shifted(lines: int) -> str:
    """Delete (positive) or insert (negative) lines at the cursor: what is below it moves up or down."""
    return f"\x1b[{_count(abs(lines))}{'M' if lines > 0 else 'L'}"
