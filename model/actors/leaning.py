"""Lone names over a corpus: on which full name a family name, an acronym or a mistyped name leans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.actors.cluster import Linker
from model.actors.names import fold, initials, parse_person, word_likeness
from model.actors.nodes import NameNode

#: A lone name leans on one of several full names that fit only if it outweighs the next this many times.
_OUTWEIGHS = 3


#: A lone name in more articles than this many times those of the full name is somebody better known.
_SHARE = 2


@dataclass(frozen=True, slots=True)
class Supporter:
    """The full names of a cluster that a lone name may stand for, and the articles of the whole cluster."""

    nodes: tuple[NameNode, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class _Fit:
    rank: int
    articles: int
    key: str
    why: str


def choose_support(
    lones: Sequence[NameNode], supporters: Iterable[Supporter], linker: Linker
) -> tuple[str, str] | None:
    """The key of the full name on which `lones` lean, and why; None where none fits or several might.

    `lones` is one lone name, or several that the user judged to be one. The user's word decides first; equal
    words come before spellings, names of its own type before others.
    """
    fits: list[_Fit] = []
    for supporter in supporters:
        pairs = [(lone, node) for node in supporter.nodes for lone in lones]
        ties = [linker.constraint(lone, node) for lone, node in pairs]
        if any(tie is not None and tie.score == 0 for tie in ties):
            continue
        found = [
            _Fit(fit[0], supporter.articles, node.key, fit[1])
            for (lone, node), tie in zip(pairs, ties, strict=True)
            if (fit := (3, tie.why[0]) if tie else _fit(lone, node, supporter.articles)) is not None
        ]
        if found:
            fits.append(max(found, key=lambda fit: fit.rank))
    best = [fit for fit in fits if fit.rank == max(one.rank for one in fits)]
    best.sort(key=lambda fit: (-fit.articles, fit.key))
    if not best or (len(best) > 1 and best[0].articles < _OUTWEIGHS * best[1].articles):
        return None
    return best[0].key, best[0].why


def _fit(lone: NameNode, node: NameNode, articles: int) -> tuple[int, str] | None:
    """How well a full name carries the lone one: 2 equal, 1 otherwise spelt, 0 of another type; and why."""
    if articles * _SHARE < lone.articles:
        return None
    if lone.acronym:
        if node.group == "org" and len(lone.acronym) > 2 and lone.acronym in initials(node.text):
            return 2, f"‘{lone.text}’ are the first letters of ‘{node.text}’"
    elif node.group == "person":
        word = lone.key.partition(":")[2]
        for family in _families(parse_person(node.text).words):
            likeness = word_likeness(word, family)
            if likeness.kind in ("equal", "spelling"):
                return (
                    2 if likeness.kind == "equal" else 1
                ), f"‘{lone.text}’ is the family name of ‘{node.text}’"
    named = {fold(text) for text in node.own} & {fold(text) for text in lone.own}
    if named and node.group not in ("person", "place", "people") and articles >= _OUTWEIGHS * lone.articles:
        return 0, f"‘{lone.text}’ is elsewhere {node.type}"
    return None


def _families(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that may be the family's: the last, and of three short syllables the first."""
    if len(words) < 2:
        return ()
    syllables = len(words) == 3 and all(len(word) <= 5 for word in words)
    return (words[-1], words[0]) if syllables else words[-1:]
