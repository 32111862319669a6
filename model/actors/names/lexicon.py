"""Word lists about names, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, folded: lower-case ASCII without marks.

    `heads` maps each head word of an organisation to its canonical form, `changing` holds the canonical
    forms whose presence makes another organisation. `titles` are all words that may belong to a title.
    `legal` maps a legal form (up to five words) to its class. `states` maps a word for a state, or for its
    people and things, to the state's name.
    """

    honorifics: frozenset[str]
    doubtful: frozenset[str]
    roles: frozenset[str]
    modifiers: frozenset[str]
    suffixes: frozenset[str]
    articles: frozenset[str]
    patronymic: frozenset[str]
    servant: frozenset[str]
    kunya: Mapping[str, str]
    completing: frozenset[str]
    nobiliary: frozenset[str]
    empty: frozenset[str]
    heads: Mapping[str, str]
    changing: frozenset[str]
    generic: frozenset[str]
    spelling: Mapping[str, str]
    legal: Mapping[tuple[str, ...], str]
    numbers: Mapping[str, str]
    tens: Mapping[str, int]
    given: Mapping[str, frozenset[int]]
    states: Mapping[str, str]
    state_names: frozenset[str]
    head_names: frozenset[str]
    people_names: frozenset[str]
    titles: frozenset[str]
    compass: frozenset[str]
    peoples: Mapping[str, str]
    people_words: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists that ship with the program."""
    titles, particles = _read("titles"), _read("particles")
    organisations, places = _read("organisations"), _read("places")
    heads, states = _heads(organisations["head"]), _states(places["demonyms"])
    peoples = {word: group.split()[0] for group in places["peoples"]["groups"] for word in group.split()}
    return Lexicon(
        honorifics=frozenset(titles["honorifics"]),
        doubtful=frozenset(titles["doubtful"]),
        roles=frozenset(titles["roles"]),
        modifiers=frozenset(titles["modifiers"]),
        suffixes=frozenset(titles["suffixes"]),
        articles=frozenset(particles["articles"]),
        patronymic=frozenset(particles["patronymic"]),
        servant=frozenset(particles["servant"]),
        kunya=particles["kunya"],
        completing=frozenset(particles["completing"]),
        nobiliary=frozenset(particles["nobiliary"]),
        empty=frozenset(organisations["empty"]),
        heads=heads,
        changing=_changing(organisations["head"]),
        generic=frozenset(organisations["generic"]["words"]),
        spelling=organisations["spelling"],
        legal={tuple(form.split()): kind for kind, forms in organisations["legal"].items() for form in forms},
        numbers=organisations["numbers"]["words"],
        tens=organisations["numbers"]["tens"],
        given=_given(_read("given_names")["groups"]),
        states=states,
        state_names=frozenset(states.values()),
        head_names=frozenset(heads.values()),
        people_names=frozenset(peoples.values()),
        titles=frozenset(
            word for part in ("honorifics", "roles", "doubtful", "portfolios") for word in titles[part]
        ),
        compass=frozenset(places["compass"]["words"]),
        peoples=peoples,
        people_words=frozenset(places["peoples"]["empty"]),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _heads(entries: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    # A kind of organisation without synonyms stands for itself.
    named = [entry for entry in entries if entry["name"] != "organisation kind"]
    bare = [word for entry in entries if entry["name"] == "organisation kind" for word in entry["words"]]
    return {word: word for word in bare} | {word: entry["name"] for entry in named for word in entry["words"]}


def _changing(entries: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    heads = _heads(entries)
    return frozenset(heads[word] for entry in entries if entry["changes"] for word in entry["words"])


def _given(groups: Iterable[str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _states(demonyms: Mapping[str, str]) -> dict[str, str]:
    words = {word.replace("-", " "): state for state, people in demonyms.items() for word in people.split()}
    return words | {state: state for state in demonyms}
