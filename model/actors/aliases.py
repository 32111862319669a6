"""The alias pack: well-known actors under all the names that newspapers give them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from model.actors.names import fold
from model.records import EntityType

_PACK = Path(__file__).parent / "data" / "actors.toml"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the pack. `short` names are its own only where nothing else in the article claims them."""

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...]
    short: tuple[str, ...]
    source: str


@cache
def known_actors() -> Mapping[str, KnownActor]:
    """The actors of the pack by id."""
    entries = tomllib.loads(_PACK.read_text(encoding="utf-8"))["actor"]
    return {
        entry["id"]: KnownActor(
            id=entry["id"],
            name=entry["name"],
            type=cast(EntityType, entry["type"]),
            names=tuple(entry["names"]),
            short=tuple(entry.get("short", ())),
            source=entry["source"],
        )
        for entry in entries
    }


def known_actor(text: str) -> KnownActor | None:
    """The actor of the pack that `text` names, if any: accents, apostrophes, case and articles aside.

    An acronym must be written in capitals: “US” is a state, “us” is not.
    """
    found = _by_name().get(_key(text))
    if found is None:
        return None
    actor, written = found
    letters = "".join(letter for letter in text if letter.isalpha())
    if written.replace(".", "").isupper() and len(letters) <= 4 and not letters.isupper():
        return None
    return actor


def is_short(text: str) -> bool:
    """Whether `text` is one of the names that mean a known actor only where the article says nothing else."""
    actor = known_actor(text)
    return actor is not None and _key(text) in {_key(name) for name in actor.short}


@cache
def _by_name() -> Mapping[str, tuple[KnownActor, str]]:
    return {
        _key(name): (actor, name)
        for actor in known_actors().values()
        for name in (actor.name, *actor.names, *actor.short)
    }


def _key(text: str) -> str:
    folded = fold(text)
    for article in ("the ", "al "):
        folded = folded.removeprefix(article) if len(folded) > len(article) else folded
    return folded
