"""The language of the corpus search: words, "phrases", -not, OR, and fields such as outlet: after: said-by:.

    talks "very advanced" -oil outlet:ynet OR outlet:reuters after:2025-04

All that is asked for must hold. OR joins what stands at its sides: words with words, fields with fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from model.errors import CrossreadError
from model.records import DifferenceKind

#: A field and what it asks for, for help texts.
FIELDS: Mapping[str, str] = {
    "actor": "sentences that mention the actor, in any spelling",
    "said-by": "sentences in which the actor is the source",
    "about": "sentences that mention the actor in what somebody else says",
    "outlet": "articles of an outlet",
    "origin": "articles that derive from an origin of this name",
    "after": "articles published on or after a date",
    "before": "articles published before a date",
    "has": "sentences told differently: has:number-conflict, has:quote-conflict …",
}
CONFLICTS = tuple(f"{kind}-conflict" for kind in get_args(DifferenceKind))

_TOKEN = re.compile(
    r'(?P<minus>-)?(?:(?P<field>[a-z]+(?:-[a-z]+)?):(?!//))?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class SearchError(CrossreadError):
    """A query asks for something that there is not; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Field:
    """One `name:value`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query as read. Of each group of `required` phrases one must be found, and of each group of `fields`
    one must hold; nothing of `excluded` and `without` may.
    """

    required: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()
    fields: tuple[tuple[Field, ...], ...] = ()
    without: tuple[Field, ...] = ()


@dataclass
class _Reading:
    required: list[tuple[str, ...]] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    fields: list[tuple[Field, ...]] = field(default_factory=list)
    without: list[Field] = field(default_factory=list)
    #: What the last word or field was, for an OR behind it, and whether there was one.
    last: str = ""
    joins: bool = False

    def word(self, value: str) -> None:
        if self._joined("word"):
            self.required[-1] = (*self.required[-1], value)
        else:
            self.required.append((value,))

    def asked(self, item: Field) -> None:
        if self._joined("field"):
            self.fields[-1] = (*self.fields[-1], item)
        else:
            self.fields.append((item,))

    def _joined(self, kind: str) -> bool:
        joins, self.joins = self.joins, False
        if joins and self.last != kind:
            raise SearchError("OR joins words with words and fields with fields, not one with the other")
        self.last = kind
        return joins


def parse(query: str) -> SearchQuery:
    """Read a query. A stray quotation mark is no fault. Raises SearchError for a field that is not known, or
    a value that it cannot have.
    """
    reading = _Reading()
    for found in _TOKEN.finditer(query):
        name, minus = found["field"], found["minus"]
        value = found["phrase"] if found["phrase"] is not None else found["word"]
        if name:
            item = _field(name, value)
            if minus:
                reading.without.append(item)
            else:
                reading.asked(item)
        elif found["word"] == "OR" and not minus:
            reading.joins = bool(reading.last)
        elif found["word"] and value[:-1] in FIELDS and value.endswith(":"):
            raise SearchError(
                f"{value} needs its value right behind it, as in {value}{_EXAMPLES[value[:-1]]}"
            )
        elif minus:
            reading.excluded.append(value)
        else:
            reading.word(value)
    if (reading.excluded or reading.without) and not (reading.required or reading.fields):
        raise SearchError("-… only leaves out: say what to look for, too")
    return SearchQuery(
        tuple(reading.required), tuple(reading.excluded), tuple(reading.fields), tuple(reading.without)
    )


_EXAMPLES: Mapping[str, str] = {
    **dict.fromkeys(("actor", "said-by", "about"), "merkel"),
    "outlet": '"Daily News"',
    "origin": "reuters",
    "after": "2025-04",
    "before": "2025-04",
    "has": "number-conflict",
}


def _field(name: str, value: str) -> Field:
    if name not in FIELDS:
        known = " ".join(f"{known}:" for known in FIELDS)
        raise SearchError(f"no field is called {name}: (there are {known}); in quotation marks it is a word")
    if name in ("after", "before") and not _DATE.fullmatch(value):
        raise SearchError(f"{name}: takes a date like 2025, 2025-04 or 2025-04-07, not {value!r}")
    if name == "has":
        value = value if value.endswith("-conflict") else f"{value}-conflict"
        if value not in CONFLICTS:
            raise SearchError(f"has: takes one of {', '.join(CONFLICTS)}")
    return Field(name, value)
