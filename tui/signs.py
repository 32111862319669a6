"""The signs and words by which relations and differences are told apart without any colour.

`=` same wording · `~` paraphrase · `+` adds · `≠` differs · `·` background · `?` not decided. A source that
one side leaves out is the commonest difference by far and is said by one muted letter, `s`; a spelling
variant is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.records import Difference, Match, Relation

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


def is_source_left_out(difference: Difference) -> bool:
    """Whether the difference is a source that only one side names."""
    return difference.kind == "attribution" and difference.why.startswith("omitted by")


def loud_differences(differences: Iterable[Difference]) -> list[Difference]:
    """The differences that make two reports disagree."""
    return [item for item in differences if item.kind != "name" and not is_source_left_out(item)]


def sign_of(match: Match) -> Sign:
    """How `match` is announced. A match that differs only by a source left out is a muted paraphrase."""
    muted = "s" if any(is_source_left_out(item) for item in match.differences) else ""
    if match.relation == "differs":
        loud = loud_differences(match.differences)
        if not loud:
            return Sign("~", "", muted, "same")
        words = dict.fromkeys(WORDS[item.kind] for item in loud)
        return Sign("≠", ", ".join(words), muted, "differs")
    words = dict.fromkeys(("adds",) if match.relation == "adds_detail" else ())
    return Sign(SIGNS[match.relation], " ".join(words), muted, _ROLES[match.relation])


def role_of(relation: Relation | None) -> str:
    """The theme's role for a relation."""
    return _ROLES[relation]
