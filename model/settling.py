"""Bringing the actors of a corpus in line with the user's judgements that stand.

The index remembers which judgements it was resolved with. What has been added or taken back since is carried
through: in articles where it parts or joins mentions names are resolved anew, then the entities that judged
names belong to. The outcome is what indexing everything anew would give.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from model.actors import (
    KIND,
    TYPES,
    ActorJudgements,
    LocalActor,
    judged_key,
    judged_name,
    link,
    local_actors,
    name_blocks,
    resolve,
    split_mention,
)
from model.records import Judgement
from model.store.analyses import stored_analysis
from model.store.files import CorpusFiles
from model.store.names import Names
from model.store.schema import get_meta, set_meta

_META = "judged"
#: Verdicts that leave all actors as they are.
_WITHOUT_EFFECT = frozenset({"unsure", "note"})


def settle_actors(files: CorpusFiles) -> None:
    """Carry through what was judged on actors since the last time. Run inside a transaction."""
    files.judgements.refresh()
    stored = [Judgement.from_json(line) for line in json.loads(get_meta(files.database, _META, "[]"))]
    standing = [judgement for judgement in files.judgements.standing() if judgement.kind == KIND]
    if stored == standing:
        return
    said = {
        name
        for one in {*stored} ^ {*standing}
        if one.verdict not in _WITHOUT_EFFECT
        for name in (one.subject, one.object)
        if name
    }
    if said:
        _carry_through(files, ActorJudgements(stored), ActorJudgements(standing), said)
    set_meta(files.database, _META, json.dumps([judgement.to_json() for judgement in standing]))


def _carry_through(
    files: CorpusFiles, before: ActorJudgements, after: ActorJudgements, said: Collection[str]
) -> None:
    index = Names(files.database)
    added: list[LocalActor] = []
    removed: list[LocalActor] = []
    for key in _Changed(files.database, index, before, after, said).articles():
        old = index.local(key)
        analysis = stored_analysis(files.database, key, old)
        actors = local_actors(analysis, after)
        files.writer.set_mentions(key, link(analysis, {actor.id: actor.id for actor in actors}, actors))
        index.set_local(key, actors)
        added += actors
        removed += old
    index.apply(resolve(added, index, after, removed=removed, judged=said))


class _Changed:
    """The names on which judgements changed, and those in some relation with them."""

    def __init__(
        self,
        database: sqlite3.Connection,
        index: Names,
        before: ActorJudgements,
        after: ActorJudgements,
        said: Iterable[str],
    ) -> None:
        self._database = database
        self._index = index
        self._before = before
        self._after = after
        own = {judged_name(text) for text in said}
        related = [words.judged_names(name) for words in (before, after) for name in own]
        self._names = sorted(own.union(*related))

    def articles(self) -> Sequence[int]:
        """Inner keys of the articles in which names must be resolved anew."""
        mentions = {name: at for name in self._names if (at := split_mention(name)) is not None}
        names = [name for name in self._names if name not in mentions]
        found = {
            key
            for article, start in mentions.values()
            if (start in self._before.taken_out(article)) != (start in self._after.taken_out(article))
            for (key,) in self._database.execute("SELECT key FROM article WHERE id = ?", (article,))
        }
        found = found.union(*(self._called(name) for name in names if self._leaves_or_joins_its_like(name)))
        for one, other in combinations(names, 2):
            if _part(self._before, one, other) != _part(self._after, one, other):
                found |= self._called(one) & self._called(other)
        return sorted(found)

    def _leaves_or_joins_its_like(self, name: str) -> bool:
        """Whether names written so have another key than before."""
        return (self._before.may_part(name) or self._after.may_part(name)) and any(
            judged_key(text, kind, self._before) != judged_key(text, kind, self._after)
            for text in {text for _, text in self._mentioned(name)}
            for kind in TYPES
        )

    def _called(self, name: str) -> set[int]:
        """Inner keys of the articles with an actor that is called so."""
        return {article for article, _ in self._mentioned(name)}

    def _mentioned(self, name: str) -> Iterator[tuple[int, str]]:
        """Article and spelling of the actors that are called so, in its text or by the alias pack."""
        for key, node in self._index.nodes(self._index.under(name_blocks(name))).items():
            known = name in {judged_name(text) for text in node.names if text not in node.own}
            for article, text in self._database.execute(
                "SELECT DISTINCT actor.article, surface FROM actor JOIN mention ON mention.actor = actor.id"
                " WHERE actor.name = ?",
                (key,),
            ):
                if known or judged_name(text) == name:
                    yield article, text


def _part(words: ActorJudgements, one: str, other: str) -> bool:
    found = words.relation([one], [other])
    return found is not None and not found[0]
