"""What resolution reads of a corpus (`ActorIndex`, which a store implements) and what it gives back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from model.actors.nodes import NameNode, node_blocks
from model.records import EntityType, Node


@dataclass(frozen=True, slots=True)
class Actor(Node):
    """An entity as resolution sees it: a cluster of names.

    `keys` are those of its nodes, `never` keys of nodes that were judged or proven to be others, `why` the
    reasons that joined its full names, `leaning` those for which lone names lean on it.
    """

    optional_keys: ClassVar[frozenset[str]] = frozenset({"roles", "never", "why", "leaning"})
    id: str
    name: str
    type: EntityType
    keys: tuple[str, ...]
    mentions: int
    articles: int
    roles: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    leaning: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What changed: nodes and entities to store, keys and ids to drop.

    `assignment` maps the id of each added local actor to that of its entity.
    """

    nodes: tuple[NameNode, ...]
    gone_nodes: tuple[str, ...]
    actors: tuple[Actor, ...]
    gone_actors: tuple[str, ...]
    assignment: Mapping[str, str]


class ActorIndex(Protocol):
    """Reading access to a corpus's names. Unknown keys are simply missing from the answers."""

    def nodes(self, keys: Iterable[str]) -> Mapping[str, NameNode]:
        """The nodes of these keys."""

    def under(self, blocks: Iterable[str]) -> frozenset[str]:
        """Keys of all nodes stored under any of these blocks (see `node_blocks`)."""

    def actors_of(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Node key → id of the entity it belongs to."""

    def actors(self, ids: Iterable[str]) -> Mapping[str, Actor]:
        """The entities of these ids."""


class MemoryIndex:
    """An `ActorIndex` in memory, for small corpora and for tests."""

    def __init__(self) -> None:
        self._nodes: dict[str, NameNode] = {}
        self._under: dict[str, set[str]] = defaultdict(set)
        self._actor_of: dict[str, str] = {}
        self._actors: dict[str, Actor] = {}

    def nodes(self, keys: Iterable[str]) -> Mapping[str, NameNode]:
        """The nodes of these keys."""
        return {key: self._nodes[key] for key in keys if key in self._nodes}

    def under(self, blocks: Iterable[str]) -> frozenset[str]:
        """Keys of all nodes stored under any of these blocks."""
        return frozenset().union(*(self._under.get(block, ()) for block in blocks))

    def actors_of(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Node key → id of the entity it belongs to."""
        return {key: self._actor_of[key] for key in keys if key in self._actor_of}

    def actors(self, ids: Iterable[str]) -> Mapping[str, Actor]:
        """The entities of these ids."""
        return {id: self._actors[id] for id in ids if id in self._actors}

    def all_actors(self) -> tuple[Actor, ...]:
        """Every entity, by id."""
        return tuple(self._actors[id] for id in sorted(self._actors))

    def apply(self, resolution: Resolution) -> None:
        """Store what a resolution changed."""
        for key in (*resolution.gone_nodes, *(node.key for node in resolution.nodes)):
            old = self._nodes.pop(key, None)
            for block in node_blocks(old) if old else ():
                self._under[block].discard(key)
        for key in resolution.gone_nodes:
            self._actor_of.pop(key, None)
        for node in resolution.nodes:
            self._nodes[node.key] = node
            for block in node_blocks(node):
                self._under[block].add(node.key)
        for id in resolution.gone_actors:
            self._actors.pop(id, None)
        for actor in resolution.actors:
            self._actors[actor.id] = actor
            self._actor_of.update((key, actor.id) for key in actor.keys)
