"""What a name names: the recogniser's guess, corrected by head words, by the words beside it, and by the
document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from model.language.mentions.candidates import Candidate
from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import lexicon, phrase_at
from model.language.mentions.patterns import head_type, titled
from model.language.mentions.recognised import CONFIDENCE
from model.language.mentions.words import Words
from model.records import EntityType

_APPOSITION_WINDOW = 8
_ENDS_APPOSITION = frozenset((",", ".", ";", "of", "for", "in", "at"))
_NOT_IN_APPOSITION = frozenset(("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC"))


def typed(document: Words, candidate: Candidate) -> Candidate:
    """`candidate` with the type that its own words and its neighbours speak for."""
    if candidate.origin == "list":
        return candidate
    kind = _by_own_words(document, candidate) or _by_neighbours(document, candidate)
    return replace(candidate, type=kind) if kind and kind != candidate.type else candidate


def listed_together(document: Words, names: Sequence[Candidate]) -> list[Candidate]:
    """Names, where one that only the recogniser typed has the type of both its neighbours in a list."""
    out = list(names)
    for n in range(1, len(names) - 1):
        before, name, after = names[n - 1 : n + 2]
        if name.origin != "model" or name.confidence > CONFIDENCE or before.type != after.type:
            continue
        is_list = document.text[name.start - 1] == "," and before.end == name.start - 1
        gap = [document.text[i] for i in range(name.end, after.start)]
        if is_list and gap in ([","], [",", "and"], ["and"]) and before.type in ("PERSON", "ORG", "GPE"):
            out[n] = replace(name, type=before.type)
    return out


def agreed(document: Words, names: Sequence[Candidate]) -> list[Candidate]:
    """Names with one type for each surface form, the weightiest; a surname has its bearer's type."""
    weights: dict[tuple[str, ...], dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    surnames: set[str] = set()
    for name in names:
        surface = document.surface(name.start, name.end)
        weights[surface][name.type] += name.confidence * (3 if name.origin == "list" else 1)
        if name.type == "PERSON" and len(surface) > 1:
            surnames |= {surface[-1], surface[-1].removeprefix("al")}
    best = {surface: max(kinds, key=lambda kind: (kinds[kind], kind)) for surface, kinds in weights.items()}
    out = []
    for name in names:
        surface = document.surface(name.start, name.end)
        kind = best[surface]
        if len(surface) == 1 and surface[0] in surnames and surface[0] not in single_words():
            kind = "PERSON"
        out.append(replace(name, type=kind) if kind != name.type and name.origin != "list" else name)
    return out


def _by_own_words(document: Words, candidate: Candidate) -> EntityType | None:
    surface = document.surface(candidate.start, candidate.end)
    if len(surface) == 1:
        return single_words().get(surface[0])
    head = head_type(document, candidate.start, candidate.end)
    if head is None and surface[0] in lexicon().honorifics:
        return "PERSON"
    is_person = candidate.type == "PERSON" and (
        surface[0] in lexicon().given or titled(document, candidate.start)
    )
    if head and not (is_person and surface[-1] in lexicon().surnames):
        return head
    if surface[0] in lexicon().given and candidate.type not in ("PERSON", "EVENT", "FACILITY"):
        longest = 2 if candidate.type == "ORG" else 3
        return "PERSON" if len(surface) <= longest else None
    return None


def _by_neighbours(document: Words, candidate: Candidate) -> EntityType | None:
    start, end = candidate.start, candidate.end
    if titled(document, start) or _is_credited(document, candidate) or _is_somebody(document, candidate):
        return "PERSON"
    before = document.folded[start - 1] if start else ""
    after = document.folded[end] if end < len(document) else ""
    if before == "of" and start > 1 and document.folded[start - 2] in lexicon().place_before_of:
        return "GPE"
    if candidate.type in ("GPE", "LOC", "OTHER", "PERSON"):
        if before in lexicon().organisation_before and document.text[start - 1].islower():
            return "ORG"
        if (
            after in lexicon().organisation_after
            and candidate.type == "OTHER"
            and document.text[end].islower()
        ):
            return "ORG"
    if candidate.type != "PERSON" and _is_described_as_person(document, end):
        return "PERSON"
    return None


def _is_credited(document: Words, candidate: Candidate) -> bool:
    """Whether it is the photographer in "AGENCY/Name Surname"."""
    start, end = candidate.start, candidate.end
    if not 2 <= end - start <= 5 or start < 2 or document.text[start - 1] != "/":
        return False
    glued = document.start[start - 1] == document.stop(start - 2)
    return glued and document.capital[start - 2] and head_type(document, start, end) is None


def _is_somebody(document: Words, candidate: Candidate) -> bool:
    """Whether ", who" follows a name of several words that has no head word of an organisation."""
    start, end = candidate.start, candidate.end
    if end - start < 2 or end + 1 >= len(document) or candidate.type == "NORP":
        return False
    follows = document.text[end] == "," and document.folded[end + 1] == "who"
    return follows and head_type(document, start, end) is None


def _is_described_as_person(document: Words, end: int) -> bool:
    """Whether ", a former deputy minister" follows: a title as head of the apposition after the name."""
    if end + 1 >= len(document) or document.text[end] != ",":
        return False
    titles = lexicon().titles
    limit = min(len(document), end + 1 + _APPOSITION_WINDOW)
    for i in range(end + 1, limit):
        if document.text[i] in _ENDS_APPOSITION or document.tag[i] in _NOT_IN_APPOSITION:
            return False
        if i + 1 < limit and document.text[i].islower() and phrase_at(titles, document, i, limit) == i + 1:
            return document.tag[i + 1] not in ("NN", "NNS", "NNP", "NNPS", "POS", "HYPH")
    return False
