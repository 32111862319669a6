"""Which nodes the names stand for that the user has judged.

A name stands for every node whose own name it is, and for its chief bearer: the node that is called so most
often. “Sudani” in articles that name the man in full first is a spelling of his full name's node, and that is
who the user means by it. A new name or type goes to one node alone: of those whose own name it is the one
called so most often, or else the chief.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from model.actors.judgements import ActorJudgements, judged_name
from model.actors.nodes import NameNode, name_blocks

#: The nodes stored under any of these blocks, by key.
Under = Callable[[frozenset[str]], Mapping[str, NameNode]]


@dataclass(frozen=True, slots=True)
class Bearing:
    """Keys of the nodes that one name stands for; `chief` and `meant` are None where nobody is called so."""

    own: frozenset[str] = frozenset()
    chief: str | None = None
    meant: str | None = None

    @property
    def all(self) -> frozenset[str]:
        """Every node that the name stands for."""
        return self.own | {self.chief} if self.chief else self.own


def bearing(name: str, nodes: Iterable[NameNode]) -> Bearing:
    """The bearers of a name as judgements know it, among the nodes under its blocks (see `name_blocks`)."""
    called: list[tuple[int, bool, str]] = []
    for node in nodes:
        is_own = any(judged_name(text) == name for text in node.names)
        # A mention that was taken out is no longer called what is written there.
        if node.mention and not is_own:
            continue
        count = sum(count for text, count in node.spellings.items() if judged_name(text) == name)
        if is_own or count:
            called.append((-count, not is_own, node.key))
    if not called:
        return Bearing()
    own = frozenset(key for _, other, key in called if not other)
    return Bearing(own, min(called)[2], min(called, key=lambda one: (one[1], one[0], one[2]))[2])


@dataclass(slots=True)
class Bearers:
    """The bearers of names as judgements know them, remembered once found."""

    judgements: ActorJudgements
    under: Under
    _found: dict[str, Bearing] = field(default_factory=dict)
    _names: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, name: str) -> Bearing:
        """The bearers of one name."""
        if name not in self._found:
            self._found[name] = bearing(name, self.under(name_blocks(name)).values())
        return self._found[name]

    def all(self, names: Iterable[str]) -> frozenset[str]:
        """Keys of all nodes that any of the names stands for."""
        return frozenset().union(*(self.of(name).all for name in names))

    def names(self, node: NameNode) -> frozenset[str]:
        """The judged names that stand for the node."""
        judged = self.judgements.names
        if judged and node.key not in self._names:
            called = {judged_name(text) for text in (*node.names, *node.spellings)} & judged
            self._names[node.key] = frozenset(name for name in called if node.key in self.of(name).all)
        return self._names.get(node.key, frozenset())

    def meant_by(self, nodes: Iterable[NameNode]) -> frozenset[str]:
        """The judged names by which one of the nodes is meant."""
        return frozenset(
            name for node in nodes for name in self.names(node) if self.of(name).meant == node.key
        )
