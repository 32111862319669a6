"""How alike two words of names are, and the consonant skeleton under which variants of a name meet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from model.actors.names.lexicon import lexicon

Kind = Literal["equal", "spelling", "short form", "typing slip", "initial", "cut off", "none"]

_RULES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        # Alaa el-Din, Alaeddin, Aladin: the article before “din” takes on its sound or goes.
        (r"(?<=[a-z]{2})[aeu](?:l|d)d(?=(?:i|ee|ei|ie)ne?$)", "d"),
        (r"sch(?=[aeiouy]|$)", "sh"),
        (r"tch|tsch|cz|tj(?=$)|tx(?=$)|c(?=s$)", "ch"),
        (r"kh|ch|ck|gh|q|x|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"g", "k"),
        (r"sh|z|zh|sz", "s"),
        (r"dh|dj(?=[aeiou])", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"(?<=[aeiouy])[wj](?![aeiouy])", ""),
        (r"w", "v"),
        (r"(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
        (r"[aeiouy]", ""),
    )
)
_SOUNDS = (
    *((pattern, plain) for pattern, plain in _RULES[:3]),
    # Blocking takes ch for k (Chalid, Khalid); by ear it stays a sound of its own (French, Frank).
    (re.compile(r"ch"), "&"),
    *((pattern, plain) for pattern, plain in _RULES[3:] if plain or pattern.pattern == r"(?<=.)h"),
    (re.compile(r"ou|oo|ow(?=[^aeiou]|$)|oe|u"), "o"),
    (re.compile(r"ee|ie|ei|ey|iy|y|e"), "i"),
    (re.compile(r"a+i|ay"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
#: First vowels that transliterations do not swap: one name is not the other (Khamenei, Khomeini).
_VOWELS = {"a": "a", "e": "ei", "i": "i", "y": "i", "o": "o", "u": "o"}
_LOOSE = str.maketrans("bpfvwtdkgqzsjcxrlhy", "bbbbbttkkksssssll  ")


class Likeness(NamedTuple):
    """A score 0..1 and what kind of likeness it rests on."""

    score: float
    kind: Kind


_NONE = Likeness(0.0, "none")


@lru_cache(maxsize=131072)
def skeleton(word: str) -> str:
    """The consonants of a folded word in broad classes: kh, ch, q, k and g are one, vowels and doubling go.

    A word of vowels only is its own skeleton. “kataib”, “kataeb” and “kata'eb” give ktb.
    """
    plain = word
    for pattern, substitute in _RULES:
        plain = pattern.sub(substitute, plain)
    return plain or word


def loose_skeleton(word: str) -> str:
    """A still broader skeleton for romanised scripts without vowels or with few consonants of their own."""
    folded = skeleton(word).translate(_LOOSE).replace(" ", "")
    return re.sub(r"(.)\1+", r"\1", folded)


@lru_cache(maxsize=262144)
def word_likeness(a: str, b: str) -> Likeness:
    """How alike two folded words of a name are. Symmetric. Numbers are alike only when equal."""
    if a == b:
        return Likeness(1.0, "equal")
    if not a or not b or a.isdigit() or b.isdigit():
        return _NONE
    if len(a) == 1 or len(b) == 1:
        return Likeness(0.75, "initial") if a[0] == b[0] else _NONE
    if _same_sound(a, b):
        return Likeness(0.93, "spelling")
    given = lexicon().given
    if given.get(a, frozenset()) & given.get(b, frozenset()):
        return Likeness(0.95, "short form")
    return _NONE if _gendered(a, b) else _typing_slip(a, b)


def _same_sound(a: str, b: str) -> bool:
    bones = skeleton(a)
    if bones != skeleton(b) or _gendered(a, b):
        return False
    first, second = _first_vowel(a), _first_vowel(b)
    if first and second and not set(first) & set(second) and {first, second} != {"a", "ei"}:
        return False
    heard_a, heard_b = _heard(a), _heard(b)
    if any((heard_a[end] in "aeiou") != (heard_b[end] in "aeiou") for end in (0, -1)):
        return False
    # Few consonants prove little: Qaani and Ghaani, but not Barr and Baier.
    if len(bones) <= 2:
        return OSA.distance(heard_a, heard_b) < len(bones) and OSA.distance(a, b) <= 2
    return OSA.distance(heard_a, heard_b) <= max(1, max(len(heard_a), len(heard_b)) // 4)


def _gendered(a: str, b: str) -> bool:
    """Whether one word is the other with a woman's ending: Daniel and Daniela, Petrov and Petrova."""
    short, long = sorted((a, b), key=len)
    return (
        any(long == short + ending for ending in ("a", "le", "ne", "te", "va", "ya"))
        and short[-1:] not in "aeiouy"
    )


@lru_cache(maxsize=131072)
def _heard(word: str) -> str:
    """The word with its vowels kept, in one spelling for each sound."""
    plain = word
    for pattern, substitute in _SOUNDS:
        plain = pattern.sub(substitute, plain)
    return plain


def _first_vowel(word: str) -> str:
    found = re.search(r"[aeiouy]", word)
    return _VOWELS[found.group()] if found else ""


def _typing_slip(a: str, b: str) -> Likeness:
    long = max(len(a), len(b))
    if long < 4:
        return _NONE
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance == 1:
        first = 0.0 if a[0] == b[0] else 0.04
        return Likeness((0.88 if long > 5 else 0.82) - first, "typing slip")
    if distance == 2 and long >= 10:
        return Likeness(0.82, "typing slip")
    return _NONE
