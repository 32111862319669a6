"""Descriptions that stand for a named actor ("the Iraqi prime minister", "the group") and personal pronouns.

Only definite ones are kept: those are what a later reader of the analysis has to resolve. A description may
enclose names; it never cuts one in two, and a title before a name ("the president, Name" aside) is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from model.language.mentions.candidates import Candidate
from model.language.mentions.words import POSSESSIVES, Words, fold
from model.language.wordlists import word_list, words
from model.records import EntityType

DESCRIPTION, PRONOUN = 0.6, 0.6

_LONGEST = 8
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their", "our"])
_INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "VBG", "CD", "HYPH", "RB", "POS", "AFX"})
_PRONOUNS: Mapping[str, EntityType] = {
    **dict.fromkeys(["he", "him", "his", "himself", "she", "her", "hers", "herself"], "PERSON"),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves"], "OTHER"),
    **dict.fromkeys(["it", "its", "itself"], "OTHER"),
}
_EXPLETIVE_AFTER = frozenset(
    ("is", "was", "'s", "’s", "seems", "appears", "remains", "would", "will", "may", "might", "has", "had")
)


@dataclass(frozen=True, slots=True)
class Description:
    """A description or a pronoun as tokens with a type."""

    candidate: Candidate
    is_pronoun: bool


@cache
def _head_nouns() -> Mapping[str, EntityType]:
    nouns: dict[str, EntityType] = {}
    kinds: tuple[EntityType, ...] = ("GPE", "ORG", "PERSON")
    for kind in kinds:
        for noun in words(word_list("descriptions")[kind]["words"]):
            for form in (noun, _plural(noun)):
                nouns[fold(form)] = kind
    return nouns


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "x")) else "s")


def descriptions(document: Words, names: Sequence[Candidate]) -> Iterator[Description]:
    """Definite descriptions and personal pronouns of the document, in reading order."""
    nouns = _head_nouns()
    owner = {i: name for name in names for i in range(name.start, name.end)}
    for i, word in enumerate(document.folded):
        if document.sentence[i] < 0 or i in owner:
            continue
        if word in _PRONOUNS and document.tag[i] in ("PRP", "PRP$"):
            if not _is_empty_it(document, i):
                yield Description(Candidate(i, i + 1, _PRONOUNS[word], PRONOUN, "rule"), is_pronoun=True)
        elif word in nouns and document.tag[i] in ("NN", "NNS", "NNP", "NNPS"):
            start = _definite_start(document, i, owner)
            if start is not None and not _goes_on(document, i + 1, owner, nouns):
                yield Description(Candidate(start, i + 1, nouns[word], DESCRIPTION, "rule"), is_pronoun=False)


def _definite_start(document: Words, head: int, owner: Mapping[int, Candidate]) -> int | None:
    """Where the description with this head begins, None if it is not definite."""
    for i in range(head - 1, max(-1, head - 1 - _LONGEST), -1):
        if document.sentence[i] != document.sentence[head]:
            return None
        if document.folded[i] in _DEFINITE and document.tag[i] in ("DT", "PRP$"):
            return i
        if document.text[i] in POSSESSIVES and i - 1 in owner:
            return owner[i - 1].start
        if document.tag[i] not in _INSIDE:
            return None
    return None


def _goes_on(
    document: Words, i: int, owner: Mapping[int, Candidate], nouns: Mapping[str, EntityType]
) -> bool:
    """Whether the noun phrase has its head further on, or the noun is a title before a name."""
    if i >= len(document) or document.sentence[i] != document.sentence[i - 1]:
        return False
    if document.text[i] in ("-", "–") or i in owner:
        return True
    return document.tag[i] in ("NN", "NNS") and (document.folded[i] in nouns or document.tag[i - 1] == "NN")


def _is_empty_it(document: Words, i: int) -> bool:
    """Whether "it" may stand for nothing ("it is clear that"): only one that acts is kept."""
    if document.folded[i] != "it":
        return False
    following = document.text[i + 1].lower() if i + 1 < len(document) else ""
    return following in _EXPLETIVE_AFTER or document.tag[min(i + 1, len(document) - 1)][:2] not in (
        "VB",
        "MD",
        "RB",
    )
