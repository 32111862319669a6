"""The signs and words by which relations and differences are told apart without any colour.

`=` same wording · `~` paraphrase · `+` adds · `≠` differs · `·` background · `?` perhaps the same. A source
that one side leaves out is the commonest difference by far and is said by one muted letter, `s`; a spelling
variant is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.records import Match, Relation

SIGNS: dict[Relation | None, str] = {
    "same_wording": "=",
    "paraphrase": "~",
    "adds_detail": "+",
    "differs": "≠",
    "background": "·",
    None: "?",
}

WORDS: dict[str, str] = {
    "number": "number",
    "attribution": "speaker",
    "polarity": "polarity",
    "certainty": "certainty",
    "time": "time",
    "name": "name",
    "quote": "quote",
    "scope": "scope",
}

_ROLES: dict[Relation | None, str] = {
    "same_wording": "same",
    "paraphrase": "same",
    "adds_detail": "adds",
    "differs": "differs",
    "background": "dim",
    None: "dim",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """How a match is announced: its sign, the words behind it, the muted rest, and its role in the theme."""

    sign: str
    words: str
    muted: str
    role: str


def sign_of(match: Match) -> Sign:
    """How `match` is announced: as the record tells it, a source left out by one muted letter."""
    left_out = any(item.kind == "attribution" and item.is_quiet for item in match.differences)
    told = match.told
    words = [WORDS[kind] for kind in match.conflicts] if told == "differs" else []
    if told == "adds_detail":
        words = ["adds"]
    if told is None:
        words = ["perhaps"]
    return Sign(SIGNS[told], ", ".join(words), "s" if left_out else "", role_of(told))


def role_of(relation: Relation | None) -> str:
    """The theme's role for a relation."""
    return _ROLES[relation]
