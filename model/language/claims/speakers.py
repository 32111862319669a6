"""Who has spoken so far: what "he", "they" and "the official" as sources are taken to be."""

from __future__ import annotations

from dataclasses import replace

from model.language.claims.attribution import Attribution
from model.language.claims.chains import via_of
from model.language.claims.kinds import Described, Names, describe
from model.language.claims.syntax import Run, Words
from model.language.tokens import Tokens

_PLURAL = frozenset({"they", "we", "them", "all", "both", "some", "many", "others", "these", "those"})
_THING = frozenset({"it", "this", "that", "which"})


class Speakers:
    """Sources heard in reading order; `hear` each attribution once before asking about it."""

    def __init__(self, doc: Tokens, names: Names) -> None:
        self._doc = doc
        self._names = names
        self._known: dict[int, tuple[Described | None, tuple[str, ...]]] = {}
        self._person: Described | None = None
        self._several: Described | None = None
        self._body: Described | None = None
        self._last: Described | None = None
        self._medium: str | None = None
        self._surnames: set[str] = set()

    def hear(self, attribution: Attribution, words: Words, *, nested: bool = False) -> None:
        """Take note of a source; `nested` marks one that is itself only reported, whom no "he" refers to."""
        described = self._describe(attribution.source) if attribution.source else None
        via = tuple(self._name(run) for run in via_of(attribution, words, self._names))
        self._known[id(attribution)] = (described, via)
        if described and not nested:
            self._remember(described, attribution)

    def described(self, attribution: Attribution) -> Described | None:
        """What is known of an attribution's source; None if it names none."""
        return self._known[id(attribution)][0]

    def via(self, attribution: Attribution) -> tuple[str, ...]:
        """Names of the media an attribution came through."""
        return self._known[id(attribution)][1]

    def _describe(self, source: Run) -> Described:
        found = describe(self._doc, source, self._names)
        if found.document and self._medium and found.kind != "media":
            return replace(found, kind="media")
        if found.kind == "organisation" and self._doc[source.end - 1].lower_ in self._surnames:
            return replace(found, kind="named", count=1)
        if not found.anaphoric:
            return found
        word = self._doc[source.start].lower_ if source.end - source.start == 1 else ""
        if word in _PLURAL:
            return _as(self._several or self._body, found)
        if word in _THING:
            return _as(self._body, found)
        if word:
            return _as(self._last if self._last and self._last.kind != "media" else self._person, found)
        if found.kind == "anonymous" and found.count == 1 and self._person and self._person.kind == "named":
            return _as(self._person, found)
        return found

    def _remember(self, described: Described, attribution: Attribution) -> None:
        self._last = described
        if described.kind == "named" and attribution.source and not described.anaphoric:
            self._surnames |= self._surname(attribution.source)
        if described.kind in ("organisation", "media"):
            self._body = described
            if described.kind == "media" and attribution.source:
                self._medium = self._doc.between(attribution.source.start, attribution.source.end)
        elif described.count == 1:
            self._person = described
        else:
            self._several = described

    def _surname(self, source: Run) -> set[str]:
        """The last capitalised word before an apposition."""
        name = ""
        for i in range(source.start, source.end):
            if self._doc[i].text in (",", "("):
                break
            name = (
                self._doc[i].lower_ if self._doc[i].text[:1].isupper() or "-" in self._doc[i].text else name
            )
        return {name} - {""}

    def _name(self, run: Run) -> str:
        text = self._doc.between(run.start, run.end)
        generic = text[:1].islower() or (text.lower().startswith("the ") and text[4:5].islower())
        return self._medium if generic and self._medium else text


def _as(known: Described | None, found: Described) -> Described:
    if known is None:
        return found
    return replace(known, anaphoric=True)
