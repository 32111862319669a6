"""Which language a text is in, told by its script and, within a script, by its commonest words.

Function words are a third to a half of running text and differ between languages, so a few dozen of each
decide a paragraph; no model and no other library is needed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources

_SAMPLE = 4000
#: Below this share of function words a text is a list, a table or a language that is not known here.
_LEAST_SHARE = 0.12
_LEAST_WORDS = 4

_WORDS = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_])[^\W\d_]+|['’])?")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

#: Scripts by their blocks of code points; a script with one major language stands for it.
_SCRIPTS: Mapping[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "kana": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "gurmukhi": "\u0a00-\u0a7f",
    "gujarati": "\u0a80-\u0aff",
    "tamil": "\u0b80-\u0bff",
    "telugu": "\u0c00-\u0c7f",
    "kannada": "\u0c80-\u0cff",
    "malayalam": "\u0d00-\u0d7f",
    "sinhala": "\u0d80-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "lao": "\u0e80-\u0eff",
    "tibetan": "\u0f00-\u0fff",
    "myanmar": "\u1000-\u109f",
    "georgian": "\u10a0-\u10ff",
    "ethiopic": "\u1200-\u137f",
    "khmer": "\u1780-\u17ff",
    "armenian": "\u0530-\u058f",
}
_SCRIPT_LANGUAGE: Mapping[str, str] = {
    "greek": "el",
    "kana": "ja",
    "hangul": "ko",
    "han": "zh",
    "bengali": "bn",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
    "sinhala": "si",
    "thai": "th",
    "lao": "lo",
    "tibetan": "bo",
    "myanmar": "my",
    "georgian": "ka",
    "ethiopic": "am",
    "khmer": "km",
    "armenian": "hy",
    "hebrew": "he",
    "cyrillic": "ru",
    "arabic": "ar",
    "devanagari": "hi",
}
_SCRIPT_RUNS = {script: re.compile(f"[{ranges}]+") for script, ranges in _SCRIPTS.items()}


def words(text: str) -> list[str]:
    """The words of `text` in lower case, elided ones (l', d') apart."""
    return _WORDS.findall(text.lower().replace("’", "'"))


def script_of(text: str) -> str | None:
    """The script in which most letters of the first 4,000 code points are, None if there are no letters."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "latin" if _SCRIPT_RUNS["latin"].search(sample) else None
    if sum(map(len, _SCRIPT_RUNS["latin"].findall(sample))) * 2 > len(sample):
        return "latin"
    counts = _script_counts(sample)
    if not counts:
        return None
    # Japanese mixes kana into kanji; any share worth the name settles it.
    if counts["kana"] * 10 > counts["han"] and counts["kana"]:
        counts["kana"] += counts.pop("han", 0)
    return counts.most_common(1)[0][0]


def detect_language(text: str) -> str | None:
    """The BCP 47 code of the language of most of `text`, None where nothing decides it."""
    sample = _spread_sample(text)
    script = script_of(sample)
    if script is None:
        return None
    if script not in function_words():
        return _SCRIPT_LANGUAGE.get(script)
    found = words(sample)
    if len(found) < _LEAST_WORDS:
        return _SCRIPT_LANGUAGE.get(script)
    scores = _scores(found, script)
    best = max(scores, key=lambda code: scores[code], default=None)
    if best is None or scores[best] < _LEAST_SHARE:
        return _SCRIPT_LANGUAGE.get(script)
    return best


def function_share(found: list[str], language: str) -> float:
    """The share of `found` (as `words` gives them) that are function words of `language`, 0..1."""
    known = _all_function_words().get(language)
    if not known or not found:
        return 0.0
    return sum(word in known for word in found) / len(found)


def primary(tag: str | None) -> str | None:
    """The language of a BCP 47 tag in lower case (`en` of `en-GB`), None for anything that is no tag."""
    if tag is None or not _TAG.fullmatch(tag):
        return None
    return re.split("[-_]", tag, maxsplit=1)[0].lower()


@cache
def function_words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Function words by script, then by language code."""
    data = tomllib.loads(resources.files(__package__).joinpath("function_words.toml").read_text("utf-8"))
    return {
        script: {code: frozenset(listed.split()) for code, listed in languages.items()}
        for script, languages in data.items()
    }


@cache
def _all_function_words() -> Mapping[str, frozenset[str]]:
    return {code: known for languages in function_words().values() for code, known in languages.items()}


def _scores(found: list[str], script: str) -> dict[str, float]:
    """Share of function words by language; a word that other languages use as well counts for less there."""
    users, scores = _users(script), dict[str, float]()
    for word, count in Counter(found).items():
        codes = users.get(word, ())
        for code in codes:
            scores[code] = scores.get(code, 0.0) + count * (0.6 + 0.4 / len(codes)) / len(found)
    return scores


@cache
def _users(script: str) -> Mapping[str, tuple[str, ...]]:
    """The languages of a script that have a word among their function words, by word."""
    users: dict[str, tuple[str, ...]] = {}
    for code, known in function_words()[script].items():
        for word in known:
            users[word] = (*users.get(word, ()), code)
    return users


def _script_counts(sample: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for script, run in _SCRIPT_RUNS.items():
        letters = sum(map(len, run.findall(sample)))
        if letters:
            counts[script] = letters
    return counts


def _spread_sample(text: str) -> str:
    """Up to 4,000 code points from the beginning and the middle: heads of pages are often furniture."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    half = _SAMPLE // 2
    return text[:half] + " " + text[middle : middle + half]
