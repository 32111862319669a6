"""The words around names, from `data/names.toml`: titles, honorifics, particles, given names, head words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from model.language.mentions.words import Words, fold
from model.language.wordlists import word_list, words
from model.records import EntityType

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Heads:
    """Head words by what they name: as last word, as first word, and as first word before "of"."""

    last: Mapping[str, EntityType]
    first: Mapping[str, EntityType]
    before_of: Mapping[str, EntityType]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words folded. `titles` and `state` hold phrases by their first word, the longest first."""

    titles: Phrases
    honorifics: frozenset[str]
    particles: frozenset[str]
    edges: frozenset[str]
    calendar: frozenset[str]
    given: frozenset[str]
    organisation_before: frozenset[str]
    organisation_after: frozenset[str]
    place_before_of: frozenset[str]
    surnames: frozenset[str]
    state: Phrases
    heads: Heads


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    lists = word_list("names")
    simple = {name: frozenset(map(fold, words(lists[name]["words"]))) for name in _SIMPLE}
    context = {name: frozenset(map(fold, words(value))) for name, value in lists["context"].items()}
    return Lexicon(
        titles=_phrases(words(lists["titles"]["words"])),
        state=_phrases(words(lists["heads"]["ORG"]["state"])),
        heads=Heads(*(_head_words(lists["heads"], place) for place in ("last", "first", "before_of"))),
        **simple,
        **context,
    )


_SIMPLE = ("honorifics", "particles", "edges", "calendar", "given")


def phrase_at(phrases: Phrases, document: Words, start: int, limit: int) -> int | None:
    """Where the longest of `phrases` that begins at token `start` ends, not beyond `limit`; None if there is
    none.

    Tokens that fold to nothing (a hyphen, a full stop of its own) are passed over.
    """
    for phrase in phrases.get(document.folded[start], ()):
        i = start + 1
        for word in phrase[1:]:
            while i < limit and not document.folded[i]:
                i += 1
            if i >= limit or document.folded[i] != word:
                break
            i += 1
        else:
            return i
    return None


def is_title(document: Words, start: int, end: int) -> bool:
    """Whether the tokens start..end are a title or role and nothing else, in the singular or the plural."""
    titles = lexicon().titles
    if phrase_at(titles, document, start, end) == end:
        return True
    word = document.folded[end - 1]
    return end - start == 1 and word.endswith("s") and (word[:-1],) in titles.get(word[:-1], ())


def _phrases(entries: Iterable[str]) -> Phrases:
    index: dict[str, set[tuple[str, ...]]] = {}
    for entry in entries:
        phrase = tuple(fold(word) for word in entry.replace("-", " ").split())
        index.setdefault(phrase[0], set()).add(phrase)
    return {
        first: tuple(sorted(group, key=lambda phrase: (-len(phrase), phrase)))
        for first, group in index.items()
    }


def _head_words(heads: Mapping[str, Mapping[str, str]], place: str) -> Mapping[str, EntityType]:
    order: tuple[EntityType, ...] = ("OTHER", "EVENT", "LOC", "GPE", "FACILITY", "ORG")
    return {fold(word): kind for kind in order for word in words(heads.get(kind, {}).get(place, ""))}
