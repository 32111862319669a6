"""Words as matching sees them: normalised, stemmed lightly, with their place in the article.

Stemming is light on purpose. It folds inflection (``militias``, ``disarmed``, ``dismantling``) and leaves
derivation to soft matching, because the same stems are shown to the reader as evidence of what is equal.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from model.records import Span

#: Longest sentence, in words, that is compared word by word; what follows is left out of the comparison.
LONGEST_SENTENCE = 400

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., U.N.
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’ʼ‘`´][^\W\d_]+)*"
)
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´")
_POSSESSIVE = re.compile(r"['’ʼ‘`´][sS]$")
_VOWEL = re.compile(r"[aeiouy]")

_NUMERALS = {
    name: str(value)
    for value, name in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
        ],
        2,
    )
}

#: Written without full stops, these would pass for pronouns and prefixes.
_ACRONYMS = frozenset({"US", "UN", "UK", "EU"})

#: What makes one place of the word “united” before it.
_UNIONS = frozenset({"states", "kingdom", "nations"})

_NO_PLURALS = frozenset({"news", "series", "species", "means", "perhaps", "always", "texas", "paris"})

#: A stem is not cut below this many letters.
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its span in the article; `stem` is what comparisons use, `content` whether it carries
    any.
    """

    start: int
    end: int
    form: str
    stem: str
    content: bool

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


@cache
def word_list(name: str) -> dict[str, Any]:
    """A word list of this package as it stands in ``data/<name>.toml``."""
    return tomllib.loads(files("model.matching").joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about the subject of a sentence."""
    return frozenset(word_list("function_words")["stop"])


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, list[str]] = word_list("irregular")["forms"]
    return {form: base for base, others in forms.items() for form in others}


def is_irregular(form: str) -> bool:
    """Whether a normalised word is a form that no rule leads back to its stem: “went”, “fallen”."""
    return form in _irregular()


@cache
def _demonyms() -> dict[str, str]:
    places: dict[str, list[str]] = word_list("places")["names"]
    return {form: name for name, forms in places.items() for form in (name, *forms)}


def words_of(text: str, offset: int = 0, limit: int = LONGEST_SENTENCE) -> tuple[Word, ...]:
    """The words of `text`, at most `limit`; `offset` is where the text stands in its article."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        surface = match.group()
        form, stem, content = _reading(surface)
        start = offset + match.start()
        if found and found[-1].form == "united" and form in _UNIONS:
            start, stem = found.pop().start, f"united {form}"
        found.append(Word(start, offset + match.end(), form, stem, content))
        if len(found) >= limit:
            break
    return tuple(found)


@cache
def _contracted_nots() -> frozenset[str]:
    return frozenset(f"{word}nt" for word in word_list("function_words")["contracted"])


def is_contracted_not(form: str) -> bool:
    """Whether a normalised word is an auxiliary with its “not”: “don’t”, or “dont”, its apostrophe lost."""
    return form in _contracted_nots()


@lru_cache(maxsize=200_000)
def _reading(surface: str) -> tuple[str, str, bool]:
    form = normalise(surface)
    name = _demonyms().get(form)
    if name is not None and not surface.islower():
        return form, name, True
    if form in _NUMERALS:
        return form, _NUMERALS[form], True
    content = form not in stop_words() and not is_contracted_not(form)
    return form, stem(form), content


def normalise(surface: str) -> str:
    """A word folded for comparison: case, accents, apostrophes and a possessive are gone; US is not us."""
    if surface in _ACRONYMS or ("." in surface and surface[0].isalpha()):
        return surface.replace(".", "").casefold() + "."
    text = _POSSESSIVE.sub("", surface).translate(_APOSTROPHES).casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.replace(",", "") if text[:1].isdigit() else text


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """The stem of a normalised word: plural, past and progressive endings are folded, irregular forms looked
    up.
    """
    base = _irregular().get(form)
    if base is not None:
        form = base
    if len(form) <= _SHORTEST_STEM or not form.isalpha():
        return form
    return _without_final_e(_without_past(_without_plural(form)))


def _without_plural(form: str) -> str:
    if form.endswith(("ss", "us", "is")) or form in _NO_PLURALS:
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") else form


def _without_past(form: str) -> str:
    for ending in ("ing", "ed"):
        if form.endswith(ending):
            rest = form[: -len(ending)]
            if len(rest) < _SHORTEST_STEM or not _VOWEL.search(rest):
                return form
            if ending == "ed" and rest.endswith("i"):
                return rest[:-1] + "y"
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    if form.endswith("ly") and len(form) > 5:
        return form[:-2]
    return form


def _without_final_e(form: str) -> str:
    if len(form) > _SHORTEST_STEM and form.endswith("e") and not form.endswith(("ee", "ie")):
        return form[:-1]
    return form[:-1] + "i" if len(form) > _SHORTEST_STEM and form.endswith("y") else form
