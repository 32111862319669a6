"""Names that are phrases: a country and the arm of its state, a phrase in quotation marks, a year and its
event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from model.language.mentions.candidates import Candidate
from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import lexicon, phrase_at
from model.language.mentions.patterns import HEADED, INNER, head_type
from model.language.mentions.words import POSSESSIVES, Words

STATE, QUOTED = 0.85, 0.5

_OPENING_QUOTES = frozenset("“\"‘'«„")
_CLOSING_QUOTES = frozenset("”\"’'»")
_LONGEST_QUOTED = 8
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED_HEADS = frozenset(
    ("invasion", "war", "revolution", "uprising", "coup", "genocide", "earthquake", "massacre", "referendum")
)
_ALWAYS_WHOLE = frozenset({"government", "administration", "parliament"})


def governments(document: Words, listed: Iterable[Candidate]) -> Iterator[Candidate]:
    """An owner and the arm of a state: "Iraqi government", "Iraq's parliament", "Trump administration".

    `listed` are the listed names of the document, by which owners are known.
    """
    known = lexicon()
    owners = {name.end: name for name in listed if name.type in ("NORP", "GPE")}
    for i, word in enumerate(document.folded):
        if word not in known.state or i == 0 or document.sentence[i] < 0:
            continue
        end = phrase_at(known.state, document, i, len(document))
        last = i - 1 if document.text[i - 1] in POSSESSIVES and i > 1 else i
        owner = owners.get(last)
        start = owner.start if owner else last - 1
        named = word == "administration" and document.capital[start] and not document.opens_sentence(start)
        if end is None or not (owner or named) or not document.same_sentence(start, end):
            continue
        if document.folded[end - 1] in _ALWAYS_WHOLE or not _modifies(document, end):
            yield Candidate(start, end, "ORG", STATE, "rule")


def quoted(document: Words) -> Iterator[Candidate]:
    """Phrases in quotation marks that begin and end with a capital and are capitals but for small words."""
    for i, text in enumerate(document.text):
        if text not in _OPENING_QUOTES or i + 2 >= len(document) or not document.capital[i + 1]:
            continue
        end = i + 1
        limit = min(len(document), i + 2 + _LONGEST_QUOTED)
        while end < limit and (
            document.capital[end] or document.folded[end] in INNER or document.text[end] == "-"
        ):
            end += 1
        closes = end < limit and (
            document.text[end] in _CLOSING_QUOTES or document.text[end : end + 2] == [",", "”"]
        )
        if closes and document.capital[end - 1] and end - i > 2 and document.casing_of(i + 1) == "running":
            kind = head_type(document, i + 1, end) or "OTHER"
            yield Candidate(i + 1, end, kind, QUOTED, "rule")


def dated_events(document: Words) -> Iterator[Candidate]:
    """A year and what happened in it: "1979 revolution", "2003 invasion of Iraq"."""
    places = single_words()
    for i, word in enumerate(document.folded):
        if word not in _DATED_HEADS or i == 0 or document.sentence[i] < 0:
            continue
        start = i
        while (
            start > 0 and i - start < 3 and (document.capital[start - 1] or document.text[start - 1] == "-")
        ):
            start -= 1
        if (
            start == 0
            or not _YEAR.fullmatch(document.text[start - 1])
            or not document.same_sentence(start - 1, i + 1)
        ):
            continue
        end = i + 1
        if (
            end + 1 < len(document)
            and document.folded[end] == "of"
            and places.get(document.folded[end + 1]) == "GPE"
        ):
            end += 2
        yield Candidate(start - 1, end, "EVENT", HEADED, "rule")


def _modifies(document: Words, i: int) -> bool:
    """Whether the word before token `i` only modifies a noun at `i`: "US military action"."""
    return (
        i < len(document)
        and document.tag[i] in ("NN", "NNS")
        and document.sentence[i] == document.sentence[i - 1]
    )
