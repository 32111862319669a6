"""The identity of a name within a corpus, and the blocks under which names that may be one actor's meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations
from typing import Literal

from model.actors.aliases import KnownActor, known_actor, known_actors
from model.actors.compare import Verdict, compare_organisations, compare_people, compare_plain
from model.actors.judgements import ActorJudgements, split_mention
from model.actors.names import (
    fold,
    initials,
    lexicon,
    parse_organisation,
    parse_person,
    skeleton,
)
from model.records import EntityType

Group = Literal["person", "org", "place", "people", "event"]

_GROUPS: dict[EntityType, Group] = {
    "PERSON": "person",
    "ORG": "org",
    "FACILITY": "org",
    "OTHER": "org",
    "GPE": "place",
    "LOC": "place",
    "NORP": "people",
    "EVENT": "event",
}
#: No word of a name that is folded holds these.
_PARTED = "~"
_TAKEN_OUT = "@"
#: Words of a name that take part in blocking: names of more words still meet in their first ones.
_MOST_BLOCKED = 6


def group_of(kind: EntityType) -> Group:
    """The family of types within which names are compared."""
    return _GROUPS[kind]


@lru_cache(maxsize=65536)
def key_of(text: str, kind: EntityType) -> str:
    """The key of a name: equal for spellings that differ in marks, case, titles and small words only.

    Names of the alias pack share the key of their actor, ``known:<id>``; others have ``<group>:<words>``.
    """
    group = group_of(kind)
    known = known_actor(text)
    if known and (group != "person" or len(fold(text).split()) > 1 or known.type == "PERSON"):
        return f"known:{known.id}"
    if group == "person":
        words = parse_person(text).words
    else:
        name = parse_organisation(text)
        words = (*name.words, *name.numbers)
        if group == "people":
            words = tuple(word for word in words if word not in lexicon().people_words) or words
    return f"{group}:{' '.join(words) or text.strip()[:64]}"


def known_by_key(key: str) -> KnownActor | None:
    """The actor of the alias pack whose names have this key."""
    return known_actors()[key.removeprefix("known:")] if key.startswith("known:") else None


def judged_key(text: str, kind: EntityType, judgements: ActorJudgements) -> str:
    """The key of a name where the user may have told it from others that `key_of` gives the same key."""
    key = key_of(text, kind)
    root = judgements.parted_as(text, lambda other: key_of(other, kind) == key)
    return key if root is None else f"{group_of(kind)}:{root} {_PARTED}"


def mention_key(article: str, start: int, kind: EntityType) -> str:
    """The key of a single mention that the user judged by itself."""
    return f"{group_of(kind)}:{_TAKEN_OUT}{article}@{start}"


def taken_out(key: str) -> str | None:
    """``article@start`` if the key is that of a single mention."""
    name = key.partition(":")[2]
    return name[1:] if name.startswith(_TAKEN_OUT) and split_mention(name) else None


def is_short_key(key: str) -> bool:
    """Whether the key is a lone family or given name, or an acronym: a name that needs another to lean on."""
    return key.startswith("person:") and " " not in key


@lru_cache(maxsize=131072)
def compare(a: str, b: str, group: Group) -> Verdict:
    """The verdict on two names of one group."""
    if group == "person":
        return compare_people(a, b)
    if group == "org":
        return compare_organisations(a, b)
    return compare_plain(a, b)


def blocks(text: str, group: Group) -> frozenset[str]:
    """The blocking keys of a name: two names that `compare` may call one share at least one of them."""
    if group == "person":
        return frozenset(_person_blocks(text))
    return frozenset(_organisation_blocks(text, group))


def family_block(word: str) -> str:
    """The block of full names in which `word`, or a spelling of it, is the first or last word."""
    return f"f:{skeleton(word)}"


def _person_blocks(text: str) -> Iterator[str]:
    words = parse_person(text).words
    bones = [skeleton(word) for word in words[:_MOST_BLOCKED]]
    if words:
        yield f"j:{skeleton(''.join(words))}"
        yield family_block(words[-1])
        yield family_block(words[0])
    if len(words) > 1:
        yield f"n:{fold(text)}"
    given = [f"{number}" for word in words[:1] for number in sorted(lexicon().given.get(word, frozenset()))]
    for first, second in permutations(bones, 2):
        yield f"p:{first}|{second[:1]}"
    for number in given:
        for bone in bones[1:]:
            yield f"g:{number}|{bone}"


def _organisation_blocks(text: str, group: Group) -> Iterator[str]:
    name = parse_organisation(text)
    lists = lexicon()
    droppable = lists.generic | lists.roles | (lists.head_names - lists.changing) | lists.people_words
    core = [word for word in name.words if word not in droppable] or list(name.words)
    bones = sorted(skeleton(word.replace(" ", "")) for word in core)
    numbers = " ".join(name.numbers)
    yield f"{group}:{'|'.join(bones)}#{numbers}"
    yield f"{group}j:{skeleton(''.join(core).replace(' ', ''))}#{numbers}"
    if len(core) > 1:
        yield f"n:{fold(text)}"
    # A slip in one word of several: all the others, and how it begins. Two words prove too little.
    for place, bone in enumerate(bones[:_MOST_BLOCKED] if len(core) > 2 else ()):
        yield f"{group}-:{'|'.join(bones[:place] + bones[place + 1 :])}|{bone[:1]}#{numbers}"
    if group == "org":
        if name.acronym:
            yield f"a:{name.acronym}"
        elif len(core) > 1:
            yield from (f"a:{acronym}" for acronym in sorted(initials(text)) if len(acronym) > 2)
