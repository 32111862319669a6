"""Consistency within a document: a name found once with confidence is found wherever it stands again.

Again may mean the surname alone, without its accents or its apostrophe, with a possessive whose apostrophe
was lost ("Irans"), in capitals in a headline, or as the acronym that was given in brackets after the full
name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.language.mentions.candidates import Candidate
from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import lexicon
from model.language.mentions.words import Words
from model.records import EntityType

ECHO, ACRONYM = 0.7, 0.85

_CONFIDENT = 0.65
_SHORTEST_LOWER = 4


@dataclass(frozen=True, slots=True)
class Registry:
    """Folded forms to look for, with their types; by first word, their lengths in words, longest first."""

    types: Mapping[tuple[str, ...], EntityType]
    lengths: Mapping[str, Sequence[int]]


def acronyms(document: Words, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """Short forms in brackets right after a name: "Islamic Revolutionary Guard Corps (IRGC)"."""
    for name in names:
        i = name.end + 1
        if name.type in ("PERSON", "NORP") or i + 1 >= len(document) or document.text[name.end] != "(":
            continue
        short = document.text[i].replace(".", "")
        if document.text[i + 1] == ")" and short.isalnum() and 2 <= len(short) <= 8 and short[:2].isupper():
            yield Candidate(i, i + 1, name.type, ACRONYM, "rule")


def echoes(document: Words, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Further places where one of `names` stands, in tokens that none of them takes."""
    registry = _registry(document, names)
    taken = {i for name in names for i in range(name.start, name.end)}
    i = 0
    while i < len(document):
        found = None if i in taken else _echo_at(document, i, registry, taken)
        if found is None:
            i += 1
            continue
        yield found
        i = found.end


def _registry(document: Words, names: Iterable[Candidate]) -> Registry:
    forms: dict[tuple[str, ...], EntityType] = {}
    for name in names:
        if name.confidence < _CONFIDENT:
            continue
        surface = document.surface(name.start, name.end)
        for form in _forms(surface, name.type):
            forms.setdefault(form, name.type)
    lengths: dict[str, set[int]] = {}
    for form in forms:
        if form and form[0] not in lexicon().edges:
            lengths.setdefault(form[0], set()).add(len(form))
    return Registry(forms, {first: sorted(known, reverse=True) for first, known in lengths.items()})


def _forms(surface: tuple[str, ...], kind: EntityType) -> Iterator[tuple[str, ...]]:
    yield surface
    if kind == "PERSON" and len(surface) > 1:
        last = surface[-1]
        yield (last,)
        if last.startswith("al") and len(last) > 5:
            yield (last[2:],)
        if surface[-2] in ("al", "el", "bin", "von", "van", "de"):
            yield surface[-2:]
    if kind == "ORG" and len(surface) > 2 and surface[0] in single_words():
        yield surface[1:]


def _echo_at(document: Words, i: int, registry: Registry, taken: set[int]) -> Candidate | None:
    if document.sentence[i] < 0 or not document.folded[i]:
        return None
    casing = document.casing_of(i)
    if casing == "running" and not document.capital[i] and not document.text[i].startswith(("al-", "el-")):
        return None
    for length in registry.lengths.get(document.folded[i], ()):
        end = _end_after(document, i, length)
        kind = registry.types.get(document.surface(i, end)) if end is not None else None
        if end is None or kind is None or not taken.isdisjoint(range(i, end)):
            continue
        is_short = length == 1 and len(document.folded[i]) < _SHORTEST_LOWER
        if casing != "running" and is_short and not document.text[i].isupper():
            continue
        if length == 1 and _is_part_of_another(document, i, end, taken, kind):
            continue
        return Candidate(i, end, kind, ECHO, "echo")
    return _lost_apostrophe(document, i, registry)


def _end_after(document: Words, start: int, length: int) -> int | None:
    """Where `length` words that begin at `start` end, hyphens passed over, None beyond the sentence."""
    i, found = start, 0
    while i < len(document) and i - start < 2 * length:
        found += bool(document.folded[i])
        i += 1
        if found == length:
            return i if document.same_sentence(start, i) else None
    return None


def _is_part_of_another(document: Words, i: int, end: int, taken: set[int], kind: EntityType) -> bool:
    """Whether an unexplained capital beside a single word says that it is a piece of some other name."""
    if document.casing_of(i) != "running":
        return False
    after = (
        end < len(document)
        and document.capital[end]
        and end not in taken
        and document.same_sentence(i, end + 1)
    )
    return after and kind == "PERSON" and document.folded[end] not in lexicon().calendar


def _lost_apostrophe(document: Words, i: int, registry: Registry) -> Candidate | None:
    word = document.folded[i]
    if (
        len(word) < 4
        or not word.endswith("s")
        or not document.text[i].endswith("s")
        or not document.capital[i]
    ):
        return None
    kind = registry.types.get((word[:-1],))
    if kind is None and single_words().get(word[:-1]) == "GPE":
        kind = "GPE"
    return Candidate(i, i + 1, kind, ECHO, "echo") if kind else None
