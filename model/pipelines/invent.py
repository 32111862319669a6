"""Invented names of people, organisations, places and peoples, by the patterns of many languages.

A recogniser trained on Wikipedia and tweets knows names of one part of the world. Replacing them by names
that nobody bears teaches it the shapes of the others: articles, apostrophes, linking words, heads of
organisations. `name_parts.toml` holds the patterns. In a pattern `<root>` is a syllable skeleton filled
with consonants of its language (C stands for one, vowels for themselves), `<given>`, `<family>`, `<place>`
and the like are further patterns, and `<lower-…>` begins with a small letter.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

_PARTS = Path(__file__).with_name("name_parts.toml")
_SLOT = re.compile(r"<([a-z-]+)>")
_APOSTROPHES = ("'", "'", "’", "’", "‘", "`", "")


# Armed and political groups are the names that matter most and that the sources know least.
_KINDS = ("groups", "groups", "offices", "outlets", "others")


def peoples() -> frozenset[str]:
    """Words for members of nations, languages, faiths and their like."""
    words: str = _read_parts()["peoples"]["words"]
    return frozenset(words.split())


@cache
def _read_parts() -> dict[str, Any]:
    return tomllib.loads(_PARTS.read_text(encoding="utf-8"))


class Inventor:
    """A source of invented names. The same generator in the same state gives the same names."""

    def __init__(self, rng: random.Random) -> None:
        parts = _read_parts()
        self._rng = rng
        self._people: dict[str, dict[str, Any]] = {
            language: {
                key: value.split() if isinstance(value, str) else value for key, value in patterns.items()
            }
            for language, patterns in parts["people"].items()
        }
        self._languages = list(self._people)
        self._weights = [language["weight"] for language in self._people.values()]
        self._places: dict[str, list[str]] = parts["places"]
        self._place_languages = [name for name in self._places if name in self._people]
        organisations = parts["organisations"]
        self._organisations: dict[str, list[str]] = {
            key: value.split() if isinstance(value, str) else value for key, value in organisations.items()
        }
        self._peoples = sorted(peoples())

    def name(self, label: str, like: str = "") -> str:
        """An invented name with that label, about as long as `like`: one word for one word, if it can be."""
        one_word = bool(like) and " " not in like.strip()
        match label:
            case "PERSON":
                return self.person(short=one_word)
            case "ORG":
                return self.organisation(short=one_word)
            case "GPE":
                return self.place("regions" if not one_word else None)
            case "LOC":
                # A lone word gives no hint that it names no town: better the real one.
                return like if one_word else self.place("features")
            case _:
                return self._apostrophes(self._rng.choice(self._peoples))

    def person(self, *, short: bool = False) -> str:
        """A full name, or a family or given name alone."""
        language = self._language()
        pattern = (
            self._rng.choice(("<family>", "<family>", "<given>")) if short else self._pick(language, "full")
        )
        return self._apostrophes(self._fill(pattern, language))

    def organisation(self, kind: str = "", *, short: bool = False) -> str:
        """An institution, or its acronym. `kind` is "groups" (armed or political), "offices", "outlets" or
        "others".
        """
        patterns = self._organisations["lone" if short else kind or self._rng.choice(_KINDS)]
        return self._apostrophes(self._fill(self._rng.choice(patterns), self._language()))

    def place(self, kind: str | None = None) -> str:
        """A town, or with kind "regions" or "features" a larger place or a thing on the map."""
        pattern = self._rng.choice(self._places[kind]) if kind else "<place>"
        return self._apostrophes(self._fill(pattern, self._language()))

    def _language(self) -> str:
        return self._rng.choices(self._languages, self._weights)[0]

    def _pick(self, language: str, key: str) -> str:
        choices: Sequence[str] = self._people[language][key]
        return self._rng.choice(choices)

    def _fill(self, pattern: str, language: str) -> str:
        return _SLOT.sub(lambda slot: self._slot(slot.group(1), language), pattern)

    def _slot(self, slot: str, language: str) -> str:
        if slot.startswith("lower-"):
            return self._slot(slot.removeprefix("lower-"), language).lower()
        match slot:
            case "root":
                return self._root(language)
            case "given":
                return self._pick(language, "given")
            case "family":
                return self._fill(self._pick(language, "families"), language)
            case "initial":
                return self._rng.choice("ABCDEFGHJKLMNPRSTW")
            case "arabic":
                return self._root("arabic")
            case "place":
                home = language if language in self._places else self._rng.choice(self._place_languages)
                return self._fill(self._rng.choice(self._places[home]), home)
            case "acronym":
                return "".join(
                    self._rng.choices("ABCDEFGHIJKLMNOPRSTUVWY", k=self._rng.choice((2, 3, 3, 3, 4, 4)))
                )
            case _:
                return self._rng.choice(self._organisations[_PLURALS.get(slot, slot + "s")])

    def _root(self, language: str) -> str:
        consonants: list[str] = self._people[language]["consonants"]
        skeleton = self._pick(language, "roots")
        if not consonants:
            return skeleton
        filled = "".join(self._rng.choice(consonants) if letter == "C" else letter for letter in skeleton)
        return filled[0].upper() + filled[1:]

    def _apostrophes(self, name: str) -> str:
        """One way of writing its apostrophes: straight, curly, reversed, or none."""
        return name.replace("'", self._rng.choice(_APOSTROPHES)) if "'" in name else name


_PLURALS = {"body": "bodies", "ministry": "ministries", "media": "media"}
