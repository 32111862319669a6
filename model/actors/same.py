"""Do two names mean one actor? The answer of the command line, from the names alone."""

from __future__ import annotations

import re
from typing import Literal

from model.actors.aliases import known_actor
from model.actors.compare import (
    Verdict,
    compare_organisations,
    compare_people,
    compare_plain,
    different,
    undecided,
)
from model.actors.compare import same as one
from model.actors.names import fold, lexicon, parse_organisation, parse_person

_Kind = Literal["person", "organisation", "plain", "vessel", "unknown"]

_SCHEMAS: dict[str, _Kind] = {
    "person": "person",
    "company": "organisation",
    "organization": "organisation",
    "organisation": "organisation",
    "legalentity": "organisation",
    "publicbody": "organisation",
    "org": "organisation",
    "vessel": "vessel",
    "gpe": "plain",
    "loc": "plain",
    "norp": "plain",
    "facility": "plain",
    "event": "plain",
    "other": "plain",
}
_SHIP = re.compile(r"^(?:m/?v|m/?t|s/?s|hms|uss)\s+", re.IGNORECASE)


def same(a: str, b: str, schema: str | None = None) -> Verdict:
    """The verdict on the names `a` and `b`.

    `schema` says what is named, as an entity type (PERSON, ORG …) or a schema of register data (Person,
    Company …); without it, or with an unknown one, it is guessed. Never raises: names without letters are
    undecided.
    """
    kind = _SCHEMAS.get((schema or "").casefold(), "unknown")
    if not fold(a) or not fold(b):
        return undecided(0.0, "a name without letters or digits")
    if kind != "person":
        known = _known(a, b)
        if known:
            return known
    if kind == "person":
        return compare_people(a, b)
    if kind == "organisation":
        return compare_organisations(a, b)
    if kind == "plain":
        return compare_plain(a, b)
    if kind == "vessel":
        return _vessels(a, b)
    return _unknown(a, b)


def _known(a: str, b: str) -> Verdict | None:
    first, second = known_actor(a), known_actor(b)
    if first and second and first.id == second.id:
        return one(0.98, f"both are names of {first.name} ({first.source})")
    if first and second:
        return different(0.02, f"kept apart: ‘{a}’ is {first.name}, ‘{b}’ is {second.name}")
    return None


def _vessels(a: str, b: str) -> Verdict:
    first, second = _SHIP.sub("", a.strip()), _SHIP.sub("", b.strip())
    found = compare_organisations(first, second)
    # Ships' names are single words; a letter makes another ship.
    if found.same and found.score < 1.0 and len(fold(first).split()) == 1:
        return undecided(found.score - 0.2, *found.why)
    return found


def _unknown(a: str, b: str) -> Verdict:
    """Without a type, both readings must agree on “same”; one that keeps them apart for a reason prevails."""
    states = lexicon().states
    if fold(a) in states or fold(b) in states:
        return compare_plain(a, b)
    if _is_organisation(a) or _is_organisation(b):
        return compare_organisations(a, b)
    if parse_person(a).title or parse_person(b).title:
        return compare_people(a, b)
    people, organisations = compare_people(a, b), compare_organisations(a, b)
    if people.same and organisations.same:
        return max(people, organisations, key=lambda verdict: verdict.score)
    if people.same and not _changed_end(a, b):
        return people
    if people.same is False and organisations.same is False:
        return people
    return undecided(min(people.score, organisations.score), *organisations.why)


def _is_organisation(text: str) -> bool:
    name = parse_organisation(text)
    return bool(name.heads or name.legal or name.acronym or name.numbers)


def _changed_end(a: str, b: str) -> bool:
    """Whether one name goes on where the other ends: as people perhaps one, as organisations two."""
    first, second = parse_person(a).words, parse_person(b).words
    return len(first) != len(second) and first[-1:] != second[-1:]
