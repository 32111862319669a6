"""How much room the user gave the panes beyond what they have by default, kept over sessions and corpora."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_state_path


@dataclass(frozen=True, slots=True)
class Widths:
    """Cells more (or, negative, less) than by default, at every size of the screen that has room for them.

    `articles` and `reader` are columns of panes side by side, the matches have the rest; `below` are rows of
    the matches below the text.
    """

    articles: int = 0
    reader: int = 0
    below: int = 0


def widths_file() -> Path:
    """Where the widths are kept; it need not exist."""
    return user_state_path("crossread", appauthor=False) / "panes.json"


def load(path: Path | None = None) -> Widths:
    """The widths kept; whatever in the file has no meaning is passed over."""
    try:
        kept = json.loads((path or widths_file()).read_text("utf-8"))
    except (OSError, ValueError):
        return Widths()
    if not isinstance(kept, dict):
        return Widths()
    names = (field.name for field in fields(Widths))
    return Widths(**{name: kept[name] for name in names if type(kept.get(name)) is int})


def save(widths: Widths, path: Path | None = None) -> None:
    """Keep the widths, whole or not at all. A home that cannot be written is no reason to fail."""
    target = path or widths_file()
    draft = target.with_suffix(".tmp")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(widths)), "utf-8")
        draft.replace(target)
