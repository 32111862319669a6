"""Actors: which mentions over a corpus mean one person, organisation, place or people.

`local_actors` resolves an article, `resolve` a corpus through an `ActorIndex`, `link` writes the outcome
into an analysis; `same` answers for two bare names, `NameIndex` searches spellings as they are typed.
"""

from model.actors.aliases import KnownActor, known_actor, known_actors
from model.actors.bearers import Bearers, Bearing, bearing
from model.actors.canonical import entity_record
from model.actors.compare import Verdict
from model.actors.doubts import Doubt, doubts
from model.actors.index import Actor, ActorIndex, MemoryIndex, Resolution
from model.actors.judgements import (
    KIND,
    TYPES,
    VERDICTS,
    ActorJudgements,
    Conflict,
    judged_name,
    split_mention,
)
from model.actors.keys import judged_key
from model.actors.link import link
from model.actors.local import LocalActor, Spelling, local_actors
from model.actors.names import LONGEST as LONGEST_NAME
from model.actors.names import fold
from model.actors.nodes import NameNode, name_blocks, node_blocks
from model.actors.resolve import resolve
from model.actors.same import same
from model.actors.search import NameIndex, rank

__all__ = [
    "KIND",
    "LONGEST_NAME",
    "TYPES",
    "VERDICTS",
    "Actor",
    "ActorIndex",
    "ActorJudgements",
    "Bearers",
    "Bearing",
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
    "bearing",
    "doubts",
    "entity_record",
    "fold",
    "judged_key",
    "judged_name",
    "known_actor",
    "known_actors",
    "link",
    "local_actors",
    "name_blocks",
    "node_blocks",
    "rank",
    "resolve",
    "same",
    "split_mention",
]
