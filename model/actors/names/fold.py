"""Folding: one plain spelling for all the ways in which a name may be typed.

Accents, apostrophes, ʿayn and hamza marks, case, hyphens and scripts are folded away; the words stay. Other
scripts are romanised by AnyASCII, letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

#: Code points of a name that are looked at; nothing longer is a name.
LONGEST = 256

_APOSTROPHES = "'’‘`´ʼʻʽʾʿˈ′ʹʺ‛＇‵ˊˋ՚׳״”“\"„«»‹›"
_NO_APOSTROPHE = {ord(mark): None for mark in _APOSTROPHES}
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’ʼ‘`´]s|(?<=s)['’])(?![\w'’])")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b(?:[^\W\d_]\.[ ]?-?[ ]?)(?=[^\W\d_]\.)")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Scripts whose romanisation has all its vowels, so that it may be compared like Latin.
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")


class Word(NamedTuple):
    """A folded word, whether it was written in capitals only, and whether it began with one."""

    text: str
    upper: bool
    capital: bool


def fold(text: str) -> str:
    """The search key of `text`: lower-case ASCII words, single spaces, no marks.

    At most LONGEST code points count.

    “Kata’ib”, “Kata'ib” and “KATAIB” fold alike. Text without letters or digits folds to the empty string.
    """
    return _fold(text[:LONGEST])


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    plain = _romanise(text).translate(_NO_APOSTROPHE)
    plain = _DOTTED.sub(_undotted, plain).replace("&", " and ")
    return _SPLIT.sub(" ", plain.lower()).strip()


def words(text: str) -> tuple[Word, ...]:
    """The words of a name for comparing: folded, the possessive 's cut off, ordinals as numbers."""
    plain = _romanise(_POSSESSIVE.sub("", text[:LONGEST])).translate(_NO_APOSTROPHE)
    plain = _DOTTED.sub(_undotted, plain).replace("&", " and ").replace("%", " per ")
    plain = _ORDINAL.sub(r"\1", plain)
    pieces = re.split(r"[^A-Za-z0-9]+", plain)
    return tuple(Word(piece.lower(), piece.isupper(), piece[0].isupper()) for piece in pieces if piece)


def scripts(text: str) -> frozenset[str]:
    """The scripts of the letters of `text`, named as Unicode does: LATIN, ARABIC, CJK …"""
    if text.isascii():
        return frozenset({"LATIN"})
    found = {unicodedata.name(letter, "").partition(" ")[0] for letter in text[:LONGEST] if letter.isalpha()}
    return frozenset(found - {"", "MODIFIER", "FULLWIDTH"})


def is_alphabetic(text: str) -> bool:
    """Whether the romanisation of `text` writes its vowels: false for Arabic, Hebrew, Chinese, Khmer …"""
    return all(script in _ALPHABETS for script in scripts(text))


def squeeze(text: str) -> str:
    """The letters and digits of `text` in their own script, marks, spaces and case aside."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _undotted(match: re.Match[str]) -> str:
    return re.sub(r"[.\s-]", "", match.group())


def _romanise(text: str) -> str:
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text.translate(_NO_APOSTROPHE)).translate(_NO_APOSTROPHE)
    if composed.isascii():
        return composed
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", composed) if not unicodedata.combining(letter)
    )
    if is_alphabetic(plain):
        return anyascii(plain)
    # Syllable scripts come out as Camel Case, one capital a syllable: a name's parts are what its spaces say.
    pieces = re.split(r"([\s·・,.-]+)", composed)
    return "".join(_syllables(piece) for piece in pieces)


def _syllables(piece: str) -> str:
    roman = anyascii(piece)
    return roman if piece.isascii() else roman.capitalize()


def uncamel(text: str) -> str:
    """A run-together name taken apart at its inner capitals: “SergeiLavrov” to “Sergei Lavrov”."""
    return _CAMEL.sub(" ", text)
