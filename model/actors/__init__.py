"""Actors: which mentions over a corpus mean one person, organisation, place or people.

`local_actors` resolves an article, `resolve` a corpus through an `ActorIndex`, `link` writes the outcome
into an analysis; `same` answers for two bare names, `NameIndex` searches spellings as they are typed.
"""

from model.actors.aliases import KnownActor, known_actor, known_actors
from model.actors.canonical import entity_record
from model.actors.compare import Verdict
from model.actors.doubts import Doubt, doubts
from model.actors.index import Actor, ActorIndex, MemoryIndex, Resolution
from model.actors.judgements import KIND, VERDICTS, ActorJudgements, Conflict
from model.actors.link import link
from model.actors.local import LocalActor, Spelling, local_actors
from model.actors.names import fold
from model.actors.nodes import NameNode, node_blocks
from model.actors.resolve import resolve
from model.actors.same import same
from model.actors.search import NameIndex, rank

__all__ = [
    "KIND",
    "VERDICTS",
    "Actor",
    "ActorIndex",
    "ActorJudgements",
    "Conflict",
    "Doubt",
    "KnownActor",
    "LocalActor",
    "MemoryIndex",
    "NameIndex",
    "NameNode",
    "Resolution",
    "Spelling",
    "Verdict",
    "doubts",
    "entity_record",
    "fold",
    "known_actor",
    "known_actors",
    "link",
    "local_actors",
    "node_blocks",
    "rank",
    "resolve",
    "same",
]
