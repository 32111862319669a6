"""The names of a corpus as they will be once a resolution is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from model.actors.index import Actor, ActorIndex
from model.actors.nodes import NameNode, node_blocks


class View:
    """The index as it will be: stored nodes with the changed ones laid over."""

    def __init__(self, index: ActorIndex, changed: Mapping[str, NameNode | None]) -> None:
        self.index = index
        self.changed = changed
        self._nodes: dict[str, NameNode] = {key: node for key, node in changed.items() if node}
        self._actors: dict[str, Actor] = {}
        self._blocks: dict[str, set[str]] = {}
        for key, node in self._nodes.items():
            for block in node_blocks(node):
                self._blocks.setdefault(block, set()).add(key)

    def nodes(self, keys: Iterable[str]) -> dict[str, NameNode]:
        """The nodes of these keys; unknown ones are left out."""
        wanted = [key for key in keys if key not in self.changed]
        missing = [key for key in wanted if key not in self._nodes]
        if missing:
            self._nodes.update(self.index.nodes(missing))
        return {key: self._nodes[key] for key in keys if key in self._nodes}

    def actors(self, keys: Iterable[str]) -> Sequence[Actor]:
        """The entities as they are stored that the keys belong to."""
        ids = sorted(set(self.index.actors_of(keys).values()))
        missing = [identity for identity in ids if identity not in self._actors]
        if missing:
            self._actors.update(self.index.actors(missing))
        return [self._actors[identity] for identity in ids if identity in self._actors]

    def companions(self, keys: Iterable[str]) -> set[str]:
        """The keys of the stored entities that the keys belong to."""
        return {member for actor in self.actors(keys) for member in actor.keys}

    def under(self, blocks: Iterable[str]) -> set[str]:
        """Keys of all nodes under any of these blocks."""
        wanted = frozenset(blocks)
        stored = {key for key in self.index.under(wanted) if key not in self.changed}
        return stored.union(*(self._blocks.get(block, ()) for block in wanted))
