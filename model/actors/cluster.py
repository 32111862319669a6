"""Clusters of nodes: which names over the corpus are one actor's, under must-link and cannot-link.

The outcome is a function of the nodes and the judgements alone. Links are taken the likest first, ties by
key; a merge that would bring together two names known to differ is refused. Names that the user judges to be
one bring all along that is one with either of them, however unlike the others' names are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

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

    @staticmethod
    def _by_name(a: NameNode, b: NameNode) -> Link | None:
        if a.mention or b.mention:
            return None
        if a.known and b.known:
            return Link(0.0, (f"‘{a.text}’ and ‘{b.text}’ are known to be two",))
        if _same_words(a, b) and {a.group, b.group} != {"place", "people"}:
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


def _same_words(a: NameNode, b: NameNode) -> bool:
    """Whether both were written alike, in more than one word."""
    return any(" " in name for name in {fold(text) for text in a.own} & {fold(text) for text in b.own})


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
    """Cluster the nodes of whole components of the link graph.

    `pairs` are those with a link; pairs within a component are all checked for what parts them.
    """
    keys = sorted(nodes)
    links = {
        (min(pair), max(pair)): link
        for pair in pairs
        if (link := linker.link(nodes[pair[0]], nodes[pair[1]])) is not None and link.score > 0
    }
    groups, never = _joined(keys, nodes, linker, links)
    found = []
    for members in groups.all():
        own = tuple(keys[i] for i in members)
        others = frozenset().union(*(never[key] for key in own)).difference(own)
        found.append(Cluster(own, tuple(groups.why[groups.find(members[0])]), others))
    return found


def _joined(
    keys: list[str], nodes: Mapping[str, NameNode], linker: Linker, links: Mapping[tuple[str, str], Link]
) -> tuple[Groups, Mapping[str, set[str]]]:
    """The nodes joined as far as nothing parts them, and for each key those that are known to be others."""
    place = {key: i for i, key in enumerate(keys)}
    # Two views of one clustering: what only names or articles part may become one by the user's word.
    likely, judged = Groups(len(keys)), Groups(len(keys))
    never: dict[str, set[str]] = {key: set() for key in keys}
    for members in _components(keys, links):
        for a, b in combinations(members, 2):
            link = linker.link(nodes[a], nodes[b])
            if link is None or link.score > 0 or (link.by_words and _bridged(a, b, members, links)):
                continue
            likely.keep_apart(place[a], place[b], link.why[0])
            if link.judged:
                judged.keep_apart(place[a], place[b], link.why[0])
            never[a].add(b)
            never[b].add(a)
    unclear = _ambiguous(links, never)
    for (a, b), link in sorted(links.items(), key=lambda item: (-item[1].score, item[0])):
        i, j = place[a], place[b]
        if (a, b) in unclear:
            continue
        if link.judged:
            judged.merge(i, j, link.why)
        elif not (likely.forbidden(i, j) or judged.forbidden(i, j)):
            likely.merge(i, j)
            judged.merge(i, j, link.why)
    return judged, never


def _bridged(a: str, b: str, members: Iterable[str], links: Mapping[tuple[str, str], Link]) -> bool:
    """Whether a fuller name takes in both: “Juan Carlos Costa” for “Juan Costa” and “Carlos Costa”."""
    longest = max(len(a.split()), len(b.split()))
    return any(
        len(key.split()) > longest
        and all((pair := links.get((min(key, one), max(key, one)))) and pair.partial for one in (a, b))
        for key in members
    )


def _components(keys: list[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    beside: dict[str, set[str]] = {key: set() for key in keys}
    for a, b in links:
        beside[a].add(b)
        beside[b].add(a)
    found: list[list[str]] = []
    seen: set[str] = set()
    for key in keys:
        if key not in seen:
            members = component([key], lambda one: beside[one])
            seen |= members
            found.append(sorted(members))
    return found


def _ambiguous(links: Mapping[tuple[str, str], Link], never: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """Links from a shorter name to fuller ones that are two different actors': it may mean either."""
    fuller: dict[str, list[str]] = {}
    for (a, b), link in links.items():
        if link.partial:
            short, long = sorted((a, b), key=lambda key: (len(key.split()), key))
            fuller.setdefault(short, []).append(long)
    out: set[tuple[str, str]] = set()
    for short, longs in fuller.items():
        if any(b in never[a] for a, b in combinations(sorted(longs), 2)):
            out.update((min(short, long), max(short, long)) for long in longs)
    return out
