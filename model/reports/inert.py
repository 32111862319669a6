"""Words of articles made harmless in documents: on one line, and nothing in them that hides or commands."""

from __future__ import annotations

import unicodedata

#: Letters, by their category, that no font shows.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
#: More marks over one letter than any language needs would reach into other lines.
_MOST_MARKS = 4


def inert(text: str) -> str:
    """`text` on one line, controls, bidirectional and invisible characters as their numbers: ``[U+202E]``.

    White space of any kind becomes one space, at the ends none. Doing it again changes nothing.
    """
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else "".join(_characters(line))


def _characters(line: str) -> list[str]:
    shown: list[str] = []
    marks = 0
    for character in line:
        marks = marks + 1 if unicodedata.combining(character) else 0
        hidden = unicodedata.category(character) in _HIDDEN or character in _FILLERS or marks > _MOST_MARKS
        shown.append(f"[U+{ord(character):04X}]" if hidden else character)
    return shown
