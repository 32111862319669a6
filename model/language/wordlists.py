"""Word lists kept as data: read once, and never changed.

Each list is a TOML file in `data/`. A value that holds many words may be written as one string: its words
are separated by semicolons or line ends, so that a list of hundreds of names stays readable.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """The tables of `data/<name>.toml`. Raises FileNotFoundError for a list that does not ship."""
    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def words(value: str) -> tuple[str, ...]:
    """The entries of a value written as one string, without blanks around them."""
    return tuple(entry for line in value.splitlines() for part in line.split(";") if (entry := part.strip()))
