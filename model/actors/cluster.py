"""Clusters of nodes: which names over the corpus are one actor's, under must-link and cannot-link.

The outcome is a function of the nodes and the judgements alone. Links are taken the likest first, ties by
key; a merge that would bring together two names known to differ is refused. Names that the user judges to be
one bring all along that is one with either of them, however unlike the others' names are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from model.actors.bearers import Bearers
from model.actors.groups import Groups
from model.actors.keys import compare
from model.actors.names import fold
from model.actors.nodes import NameNode

#: Likeness above which two full names over a corpus are one.
_ENOUGH = 0.86
_JUDGED = 2.0
_STATED = 0.97
_SAME_WORDS = 0.9
_PARTIAL = 0.8
_GROUP_WORDS = {
    "person": "a person",
    "org": "an organisation",
    "place": "a place",
    "people": "a people",
    "event": "an event",
}


@dataclass(frozen=True, slots=True)
class Link:
    """What joins (`score` > 0) or parts (0) two nodes.

    `partial` says that one name leaves words of the other out, `by_words` that the names alone part them,
    `judged` that the user does.
    """

    score: float
    why: tuple[str, ...]
    partial: bool = False
    by_words: bool = False
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes of one entity: why they are together, and which other keys were held apart from them."""

    keys: tuple[str, ...]
    why: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()


@dataclass(slots=True)
class Linker:
    """Decides on pairs of nodes; remembers its decisions while one resolution lasts."""

    bearers: Bearers
    _links: dict[tuple[str, str], Link | None] = field(default_factory=dict)
    _names: dict[str, frozenset[str]] = field(default_factory=dict)

    def link(self, a: NameNode, b: NameNode) -> Link | None:
        """The link between two nodes, None where nothing speaks for or against it."""
        if b.key < a.key:
            a, b = b, a
        pair = (a.key, b.key)
        if pair not in self._links:
            self._links[pair] = self.constraint(a, b) or self._by_name(a, b)
        return self._links[pair]

    def constraint(self, a: NameNode, b: NameNode) -> Link | None:
        """What the user or an article says about two nodes, whatever their names look like."""
        return self._judged(a, b) or self._stated(a, b)

    def _judged(self, a: NameNode, b: NameNode) -> Link | None:
        names_a, names_b = self.bearers.names(a), self.bearers.names(b)
        found = self.bearers.judgements.relation(names_a, names_b) if names_a and names_b else None
        if found is None:
            return None
        same, judgement = found
        return Link(_JUDGED if same else 0.0, (f"judged {judgement.verdict} on {judgement.at}",), judged=True)

    @staticmethod
    def _stated(a: NameNode, b: NameNode) -> Link | None:
        alias = a.aliases.get(b.key, 0) + b.aliases.get(a.key, 0)
        apart = a.apart.get(b.key, 0) + b.apart.get(a.key, 0)
        if alias > apart:
            return Link(_STATED, (f"‘{a.text}’ and ‘{b.text}’ are one actor within an article",))
        if apart:
            return Link(0.0, (f"‘{a.text}’ and ‘{b.text}’ are named side by side",))
        return None

    def _by_name(self, a: NameNode, b: NameNode) -> Link | None:
        if a.mention or b.mention or a.initialled or b.initialled:
            return None
        if a.known and b.known:
            return Link(0.0, (f"‘{a.text}’ and ‘{b.text}’ are known to be two",))
        if self._full_names(a) & self._full_names(b) and {a.group, b.group} != {"place", "people"}:
            return Link(_SAME_WORDS, (f"the same words ‘{a.text}’",))
        if a.group != b.group:
            if any(compare(a.text, b.text, group).same for group in (a.group, b.group)):
                return None
            clash = f"‘{a.text}’ is {_GROUP_WORDS[a.group]}, ‘{b.text}’ {_GROUP_WORDS[b.group]}"
            return Link(0.0, (clash,))
        verdict = compare(a.text, b.text, a.group)
        if verdict.same is False:
            return Link(0.0, verdict.why, by_words=True)
        if verdict.same and verdict.score >= (_PARTIAL if verdict.partial else _ENOUGH):
            return Link(verdict.score, (*verdict.why,), verdict.partial)
        return None

    def _full_names(self, node: NameNode) -> frozenset[str]:
        """How the name is written, folded, where that is more than one word."""
        if node.key not in self._names:
            written = map(fold, node.own)
            self._names[node.key] = frozenset(name for name in written if " " in name)
        return self._names[node.key]


def component(start: Iterable[str], neighbours: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """All keys that can be reached from `start`."""
    seen = set(start)
    queue = sorted(seen)
    while queue:
        for key in neighbours(queue.pop()):
            if key not in seen:
                seen.add(key)
                queue.append(key)
    return frozenset(seen)


def cluster(nodes: Mapping[str, NameNode], linker: Linker, pairs: Iterable[tuple[str, str]]) -> list[Cluster]:
    """Cluster the nodes of whole components of the link graph; `pairs` are those with a link.

    What parts two names is asked only where a link would bring them together: of a large component most pairs
    never are.
    """
    joining = _Joining(sorted(nodes), nodes, linker, pairs)
    joining.join_all()
    return joining.clusters()


class _Joining:
    """Nodes joined as far as nothing parts them.

    Two views of one clustering are kept, since what only names or articles part may become one by the user's
    word: `likely` knows nothing of that, `judged` is the outcome.
    """

    def __init__(
        self,
        keys: list[str],
        nodes: Mapping[str, NameNode],
        linker: Linker,
        pairs: Iterable[tuple[str, str]],
    ) -> None:
        self._keys = keys
        self._place = {key: i for i, key in enumerate(keys)}
        self._nodes = nodes
        self._linker = linker
        self._links = {
            (min(pair), max(pair)): link
            for pair in pairs
            if (link := linker.link(nodes[pair[0]], nodes[pair[1]])) is not None and link.score > 0
        }
        self._fuller: dict[str, set[str]] = defaultdict(set)
        for (a, b), link in self._links.items():
            if link.partial:
                short, long = sorted((a, b), key=lambda key: (len(key.split()), key))
                self._fuller[short].add(long)
        self._likely, self._judged = Groups(len(keys)), Groups(len(keys))
        self._never: dict[str, set[str]] = defaultdict(set)

    def join_all(self) -> None:
        """Take the links, the user's first and then the likest."""
        self._keep_judged_apart()
        unclear = self._ambiguous()
        for (a, b), link in sorted(self._links.items(), key=lambda item: (-item[1].score, item[0])):
            i, j = self._place[a], self._place[b]
            if link.judged:
                self._judged.merge(i, j, link.why)
            elif (a, b) not in unclear and not self._judged.forbidden(i, j) and self._may_join(i, j):
                self._likely.merge(i, j)
                self._judged.merge(i, j, link.why)

    def clusters(self) -> list[Cluster]:
        """What came of it, with the names that were met and held apart."""
        found = []
        for members in self._judged.all():
            own = tuple(self._keys[i] for i in members)
            others = frozenset().union(*(self._never[key] for key in own)).difference(own)
            found.append(Cluster(own, tuple(self._judged.why[self._judged.find(members[0])]), others))
        return found

    def _keep_judged_apart(self) -> None:
        spoken_of = [key for key in self._keys if self._linker.bearers.names(self._nodes[key])]
        for a, b in combinations(spoken_of, 2):
            link = self._linker.link(self._nodes[a], self._nodes[b])
            if link is not None and link.judged and link.score == 0:
                self._judged.keep_apart(self._place[a], self._place[b], link.why[0])

    def _ambiguous(self) -> set[tuple[str, str]]:
        """Links from a shorter name to fuller ones that are two different actors': it may mean either."""
        return {
            (min(short, long), max(short, long))
            for short, longs in self._fuller.items()
            if self._any_part(combinations(sorted(longs), 2))
            for long in longs
        }

    def _may_join(self, i: int, j: int) -> bool:
        """Whether nothing parts any two of the names that a merge would bring together."""
        likely = self._likely
        if likely.find(i) == likely.find(j):
            return True
        if likely.forbidden(i, j):
            return False
        together = product(likely.members(i), likely.members(j))
        apart = self._any_part((self._keys[one], self._keys[other]) for one, other in together)
        if apart:
            likely.keep_apart(i, j, "apart")
        return not apart

    def _any_part(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Whether something parts any of the pairs; all are asked about, so that each is noted."""
        return sum(self._parts(a, b) for a, b in pairs) > 0

    def _parts(self, a: str, b: str) -> bool:
        """Whether something parts two names; they are noted then as held apart."""
        link = self._linker.link(self._nodes[a], self._nodes[b])
        if link is None or link.score > 0 or (link.by_words and self._bridged(a, b)):
            return False
        self._never[a].add(b)
        self._never[b].add(a)
        return True

    def _bridged(self, a: str, b: str) -> bool:
        """Whether a fuller name takes in both: “Juan Carlos Costa” for “Juan Costa” and “Carlos Costa”."""
        longest = max(len(a.split()), len(b.split()))
        both = self._fuller.get(a, frozenset[str]()) & self._fuller.get(b, frozenset[str]())
        return any(len(key.split()) > longest for key in both)
