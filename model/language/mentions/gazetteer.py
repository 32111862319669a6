"""Names known in advance: places, peoples, organisations, buildings and events from `data/`, matched as
phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from model.language.mentions.candidates import Candidate
from model.language.mentions.words import Words, fold
from model.language.wordlists import word_list, words
from model.records import EntityType

_FILES = ("places", "peoples", "organisations")
_TYPES: tuple[EntityType, ...] = ("GPE", "LOC", "NORP", "ORG", "FACILITY", "EVENT", "OTHER")
_ARTICLES = r"(?<!\bal)(?<!\bAl)(?<!\bel)(?<!\bEl)(?<!\ban)(?<!\bAn)(?<!\bad)(?<!\bez)"
_SEPARATORS = re.compile(rf"\s+|{_ARTICLES}[-–](?=\w)")

_CLITIC = re.compile(r"(?<=\w)(?='s\b)")

SURE, LIKELY = 0.95, 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name: its folded words, as printed, its type, and whether it is also something else."""

    folded: tuple[str, ...]
    printed: tuple[str, ...]
    type: EntityType
    ambiguous: bool


@cache
def entries() -> dict[str, list[Entry]]:
    """Listed names by their first folded word, the longest first."""
    index: dict[str, list[Entry]] = {}
    for name in _FILES:
        lists = word_list(name)
        doubtful = {_key(entry) for entry in words(lists["ambiguous"]["words"])}
        for kind in _TYPES:
            for value in lists.get(kind, {}).values():
                for entry in words(value):
                    key = _key(entry)
                    index.setdefault(key[0], []).append(Entry(key, _printed(entry), kind, key in doubtful))
    for group in index.values():
        group.sort(key=lambda entry: -len(entry.folded))
    return index


@cache
def single_words() -> dict[str, EntityType]:
    """Listed names of one word that are nothing else, folded, with their type."""
    return {
        first: entry.type
        for first, group in entries().items()
        for entry in group
        if len(entry.folded) == 1 and not entry.ambiguous
    }


def _printed(entry: str) -> tuple[str, ...]:
    """The words of an entry as the tokenizer cuts them, hyphens left out."""
    return tuple(part for part in _SEPARATORS.split(_CLITIC.sub(" ", entry)) if fold(part))


def _key(entry: str) -> tuple[str, ...]:
    return tuple(fold(part) for part in _printed(entry))


def listed(document: Words) -> Iterator[Candidate]:
    """All listed names of the document; they may overlap. Doubtful ones are given with less confidence."""
    index = entries()
    for i, word in enumerate(document.folded):
        group = index.get(word)
        if group is None or document.sentence[i] < 0:
            continue
        for entry in group:
            end = _match(document, i, entry.folded)
            if end is None or not _case_agrees(document, i, end, entry):
                continue
            # "The" is listed where a bare word would say nothing ("The Hill"), and is no part of the name.
            start = i + 1 if word == "the" else i
            yield Candidate(start, end, entry.type, LIKELY if entry.ambiguous else SURE, "list")
            if not entry.ambiguous:
                break


def _match(document: Words, start: int, wanted: tuple[str, ...]) -> int | None:
    """Where the phrase that begins at token `start` ends; hyphens between its words are passed over."""
    i, limit = start + 1, len(document)
    for word in wanted[1:]:
        while i < limit and not document.folded[i] and document.text[i] in "-–‐‑":
            i += 1
        if i >= limit or document.folded[i] != word:
            return None
        i += 1
    return i if document.sentence[start] == document.sentence[i - 1] else None


def _case_agrees(document: Words, start: int, end: int, entry: Entry) -> bool:
    casing = document.casing_of(start)
    if casing in ("lower", "upper"):
        return (
            not entry.ambiguous
            and (casing == "lower" or len(entry.folded[0]) > 2 or document.tag[start] == "NNP")
            and (casing == "upper" or len(entry.folded) > 1 or len(entry.folded[0]) > 3)
        )
    found = (document.text[i] for i in range(start, end) if document.folded[i])
    return all(_word_agrees(text, printed) for text, printed in zip(found, entry.printed, strict=False))


def _word_agrees(text: str, printed: str) -> bool:
    if printed.isupper() and len(printed) > 1 and sum(map(str.isalpha, printed)) <= 5:
        return text.isupper()
    if printed[0].isupper():
        return text[0].isupper()
    return True
