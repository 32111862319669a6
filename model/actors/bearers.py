"""Which nodes the names stand for that the user has judged.

A name stands for every node whose own name it is, and for its chief bearer: the node that is called so most
often. “Sudani” in articles that name the man in full first is a spelling of his full name's node, and that is
who the user means by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from model.actors.judgements import ActorJudgements, judged_name
from model.actors.nodes import NameNode, name_blocks

#: The nodes stored under any of these blocks, by key.
Under = Callable[[frozenset[str]], Mapping[str, NameNode]]


@dataclass(slots=True)
class Bearers:
    """The bearers of names as judgements know them (see `judged_name`), remembered once found."""

    judgements: ActorJudgements
    under: Under
    _found: dict[str, tuple[frozenset[str], str | None]] = field(default_factory=dict)
    _names: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, names: Iterable[str]) -> frozenset[str]:
        """Keys of all nodes that any of the names stands for."""
        found = [self._bearers(name) for name in names]
        return frozenset().union(*(own for own, _ in found), (chief for _, chief in found if chief))

    def chief(self, name: str) -> str | None:
        """Key of the node that is called so most often, None if none is called so at all."""
        return self._bearers(name)[1]

    def names(self, node: NameNode) -> frozenset[str]:
        """The judged names that stand for the node."""
        if not self.judgements.names:
            return frozenset()
        if node.key not in self._names:
            own = {judged_name(text) for text in node.names}
            called = own if node.mention else own | {judged_name(text) for text in node.spellings}
            self._names[node.key] = frozenset(
                name for name in called & self.judgements.names if name in own or self.chief(name) == node.key
            )
        return self._names[node.key]

    def chief_names(self, nodes: Iterable[NameNode]) -> frozenset[str]:
        """The judged names of which the chief bearer is among the nodes."""
        return frozenset(name for node in nodes for name in self.names(node) if self.chief(name) == node.key)

    def _bearers(self, name: str) -> tuple[frozenset[str], str | None]:
        if name not in self._found:
            self._found[name] = bearers(name, self.under(name_blocks(name)).values())
        return self._found[name]


def bearers(name: str, nodes: Iterable[NameNode]) -> tuple[frozenset[str], str | None]:
    """Of nodes stored under the blocks of a name: keys of those whose own name it is, and of the chief."""
    own: set[str] = set()
    called: list[tuple[int, bool, str]] = []
    for node in nodes:
        is_own = any(judged_name(text) == name for text in node.names)
        if is_own:
            own.add(node.key)
        # A mention that was taken out is no longer called what is written there.
        if is_own or not node.mention:
            count = sum(count for text, count in node.spellings.items() if judged_name(text) == name)
            called += [(-count, not is_own, node.key)] if is_own or count else []
    return frozenset(own), min(called)[2] if called else None
