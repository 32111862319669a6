"""Whom a judgement on actors names: what the user typed or chose, checked and put as it is written down.

A judgement outlives every index, so that it holds names and never ids. Where a name is none of an actor's own
(it was given by the user, or is a mere spelling in an article that also has the full name), the judgement is
written down under the actor's own name, which later articles cannot turn to somebody else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from model.actors import (
    LONGEST_NAME,
    TYPES,
    VERDICTS,
    Bearing,
    bearing,
    judged_name,
    name_blocks,
    split_mention,
)
from model.errors import CrossreadError
from model.store.files import CorpusFiles
from model.store.names import Names

#: Verdicts on one actor, which must be known.
_ON_ONE = frozenset({"rename", "retype", "split", "note"})
#: Verdicts whose object is a name too.
_ON_TWO = frozenset({"same", "different", "unsure", "split"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A judgement on actors as it was given."""

    subject: str
    object: str | None
    verdict: str
    note: str | None


def checked(files: CorpusFiles, draft: Draft) -> tuple[str, str | None]:
    """Subject and object of a judgement as they are to be written down.

    Raises CrossreadError for an unknown verdict, type, actor or mention, and for what is no name.
    """
    if draft.verdict not in VERDICTS:
        raise CrossreadError(f"{draft.verdict}: no verdict on actors")
    if draft.verdict == "withdraw":
        return draft.subject, draft.object
    names = Naming(files)
    subject = names.subject(draft)
    if draft.verdict in _ON_TWO:
        return names.pair(subject, draft)
    if draft.verdict == "rename":
        return subject, _named(draft.object)
    if draft.verdict == "retype" and draft.object not in TYPES:
        raise CrossreadError(f"{draft.object}: no type of actors; they are {', '.join(TYPES)}")
    if draft.verdict == "note" and not (draft.note or "").strip():
        raise CrossreadError("a note without words")
    return subject, draft.object


class Naming:
    """Names of one corpus."""

    def __init__(self, files: CorpusFiles) -> None:
        self._database = files.database
        self._index = Names(files.database)
        self._corpus = files.directory.name

    def meant(self, text: str) -> str | None:
        """The id of the actor that is meant by a name in any spelling, None if there is none."""
        mention = split_mention(text)
        if mention is not None:
            return self._mention(*mention)
        entity = self._entity_of(self._bearing(text))
        called = self._called(text)
        return entity if entity in called or not called else called[0]

    def subject(self, draft: Draft) -> str:
        """The name of the actor that a judgement is about."""
        text, known = draft.subject, draft.verdict in _ON_ONE
        mention = split_mention(text)
        if mention is not None and known and not self._bearing(text).own:
            return self._own_name(self._entity_at(*mention), but=draft.object)
        return self._name(text, must_be_known=known, but=draft.object)

    def pair(self, subject: str, draft: Draft) -> tuple[str, str]:
        """The two names that a judgement sets against each other."""
        other = draft.object or ""
        if draft.verdict != "split" or split_mention(other) is not None:
            other = self._name(other, must_be_known=False, but=None)
        elif self._bearing(other := _named(other)).chief is None:
            raise CrossreadError(f"{other}: no such spelling in corpus {self._corpus}")
        if judged_name(other) == judged_name(subject) and not self._is_id(draft.subject):
            # Two spellings of one actor: it is them that the judgement is about.
            subject, other = _named(draft.subject), _named(draft.object)
        if judged_name(other) == judged_name(subject):
            raise CrossreadError(
                f"‘{subject}’ and ‘{other}’ are one name; split single mentions, ARTICLE@START"
            )
        return subject, other

    def _name(self, text: str, *, must_be_known: bool, but: str | None) -> str:
        """The name as it is written down for what was given: a name, an entity id, or ``article@start``.

        An id is never written down as the name `but`, which the judgement sets it against.
        """
        mention = split_mention(text)
        if mention is not None:
            self._entity_at(*mention)
            return text
        if self._is_id(text):
            return self._own_name(text, but=but)
        name = _named(text)
        entity = self.meant(name)
        if entity is not None:
            return name if self._means(name, entity) else self._own_name(entity)
        if must_be_known:
            raise CrossreadError(f"{name}: no such actor in corpus {self._corpus}")
        return name

    def _means(self, name: str, entity: str) -> bool:
        """Whether the name is one of the actor's own, and nobody else is rather meant by it."""
        found = self._bearing(name)
        return found.meant in found.own and self._entity_of(found) == entity

    def _entity_of(self, found: Bearing) -> str | None:
        return self._index.actors_of([found.meant]).get(found.meant) if found.meant else None

    def _called(self, name: str) -> list[str]:
        """The actors that have this name for their heading, most mentioned first."""
        rows = self._database.execute(
            "SELECT id FROM entity WHERE name = ? ORDER BY mentions DESC, id", (name,)
        )
        return [row[0] for row in rows]

    def _own_name(self, entity: str, *, but: str | None = None) -> str:
        """The name of its own by which an actor is meant most surely, any other spelling failing that."""
        actor = self._index.actors([entity])[entity]
        nodes = self._index.nodes(actor.keys)
        own = {text for node in nodes.values() for text in node.names}
        written = Counter[str]()
        for node in nodes.values():
            written.update({} if node.mention else node.spellings)

        def sureness(text: str) -> tuple[bool, bool, bool, bool, int, str]:
            found = self._bearing(text)
            return (
                but is None or judged_name(text) != judged_name(but),
                text in own,
                found.meant in nodes,
                found.own <= nodes.keys(),
                written[text],
                text,
            )

        return max({*own, *written}, key=sureness)

    def _is_id(self, text: str) -> bool:
        return text in self._index.actors([text])

    def _bearing(self, name: str) -> Bearing:
        key = judged_name(name)
        return bearing(key, self._index.nodes(self._index.under(name_blocks(key))).values())

    def _entity_at(self, article: str, start: int) -> str:
        entity = self._mention(article, start)
        if entity is None:
            raise CrossreadError(f"{article}@{start}: no name starts there")
        return entity

    def _mention(self, article: str, start: int) -> str | None:
        """The entity that is named at this place of an article."""
        row = self._database.execute(
            "SELECT name.entity FROM article JOIN mention ON mention.article = article.key"
            " JOIN actor ON actor.id = mention.actor JOIN name ON name.key = actor.name"
            " WHERE article.id = ? AND start = ? AND form = 'name'",
            (article, start),
        ).fetchone()
        return None if row is None else row[0]


def _named(text: str | None) -> str:
    """A name on one line. Raises CrossreadError if it is none."""
    name = " ".join((text or "").split())
    if len(name) > LONGEST_NAME:
        raise CrossreadError(f"a name of {len(name):,} characters; the longest may have {LONGEST_NAME}")
    if not judged_name(name):
        raise CrossreadError(f"‘{name}’ is no name: it has neither letters nor digits")
    return name
