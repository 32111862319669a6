"""Nodes: what a corpus knows of one name, added up over its articles. Clusters of nodes are entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from model.actors.aliases import known_actors
from model.actors.judgements import judged_name
from model.actors.keys import Group, blocks, group_of, taken_out
from model.actors.local import LocalActor
from model.actors.names import fold, initials, parse_organisation, parse_person, skeleton
from model.records import EntityType, Node

TYPE_ORDER: tuple[EntityType, ...] = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "OTHER")
#: Spellings of one node under which it can be found by its name as written.
_MOST_NAMES = 16


@dataclass(frozen=True, slots=True)
class NameNode(Node):
    """A name over the whole corpus.

    `types` counts mentions by type, `spellings` mentions by text over all names that articles give the
    actor, `own` those spellings that are this name itself. `articles` counts articles. `roles` counts roles
    seen; `apart` and `aliases` count the articles that name other keys beside it, or as names of the same
    actor. All counts can be taken back, so that a node depends on the set of articles alone.
    """

    key: str
    types: Mapping[str, int]
    spellings: Mapping[str, int]
    own: Mapping[str, int]
    articles: int
    roles: Mapping[str, int]
    apart: Mapping[str, int]
    aliases: Mapping[str, int]

    @property
    def known(self) -> str | None:
        """The id in the alias pack, if this is a name of an actor there."""
        return self.key.partition(":")[2] if self.key.startswith("known:") else None

    @property
    def mention(self) -> str | None:
        """``article@start`` if it is a single mention that the user judged by itself."""
        return taken_out(self.key)

    @property
    def names(self) -> tuple[str, ...]:
        """What judgements call it: its own spellings and its name in the alias pack, or ``article@start``."""
        if self.mention:
            return (self.mention,)
        return (*self.own, known_actors()[self.known].name) if self.known else tuple(self.own)

    @property
    def type(self) -> EntityType:
        """The most frequent type; that of the pack for its actors."""
        return known_actors()[self.known].type if self.known else most_frequent_type(self.types)

    @property
    def group(self) -> Group:
        """The group its names are compared in."""
        return group_of(self.type) if self.known else cast(Group, self.key.partition(":")[0])

    @property
    def text(self) -> str:
        """The spelling that stands for the node in comparisons: it does not depend on counts."""
        return (
            known_actors()[self.known].name
            if self.known
            else min(self.own, default=self.key.partition(":")[2])
        )

    @property
    def mentions(self) -> int:
        """How many mentions it has."""
        return sum(self.spellings.values())

    @property
    def lone(self) -> bool:
        """Whether it must lean on a fuller name to mean somebody: a single name of a person, an acronym."""
        if self.known or self.mention:
            return False
        words = self.key.partition(":")[2].split()
        return len(words) == 1 and (self.group == "person" or self.acronym is not None)

    @property
    def initialled(self) -> bool:
        """Whether all that it has for a family name is an initial, which fits too many: “John C.”."""
        return self.key[-2:-1] == " " and self.key.startswith("person:")

    @property
    def acronym(self) -> str | None:
        """Its letters, lower-case, if it is an acronym that the alias pack does not know."""
        return None if self.known or self.group == "person" else parse_organisation(self.text).acronym


def most_frequent_type(types: Mapping[str, int]) -> EntityType:
    """The type of most mentions; equals go by a fixed order."""
    kinds = cast(Mapping[EntityType, int], types)
    return min(kinds, key=lambda kind: (-kinds[kind], TYPE_ORDER.index(kind)), default="OTHER")


def changed_nodes(
    before: Mapping[str, NameNode], added: Iterable[LocalActor], removed: Iterable[LocalActor]
) -> dict[str, NameNode | None]:
    """The nodes that actors added and removed touch, as they are then; None where nothing is left."""
    sums: dict[str, dict[str, Counter[str]]] = {}
    for actors, sign in ((removed, -1), (added, 1)):
        for actor in actors:
            _add(sums.setdefault(actor.key, _counters(before.get(actor.key))), actor, sign)
    return {key: _node(key, counters) for key, counters in sums.items()}


def node_blocks(node: NameNode) -> frozenset[str]:
    """Everything under which an index must find the node."""
    out = {f"x:{alias}" for alias in node.aliases}
    if not node.mention:
        out |= {f"n:{fold(text)}" for text in sorted(node.own)[:_MOST_NAMES]}
    called = {judged_name(text) for text in (*node.names, *node.spellings)}
    out |= {f"m:{name}" for name in called if f"n:{name}" not in out}
    if node.mention:
        return frozenset(out)
    if node.lone:
        return frozenset(out | lone_blocks(node))
    return frozenset(out | _match_blocks(node.text, node.group) | _support_blocks(node.text, node.group))


def name_blocks(name: str) -> frozenset[str]:
    """The blocks in which all nodes are that were ever called so, by a name as judgements know it."""
    return frozenset({f"n:{name}", f"m:{name}"})


def partner_blocks(node: NameNode) -> frozenset[str]:
    """The blocks in which a node's equals may be."""
    if node.mention:
        return frozenset({f"x:{node.key}"})
    own = {f"x:{node.key}"} | {f"n:{fold(text)}" for text in sorted(node.own)[:_MOST_NAMES]}
    return frozenset(own if node.lone else own | _match_blocks(node.text, node.group))


def support_blocks(node: NameNode) -> frozenset[str]:
    """The blocks in which a lone node finds fuller names to lean on."""
    if node.acronym:
        return frozenset({f"a:{node.acronym}"})
    return frozenset({f"f:{skeleton(node.key.partition(':')[2])}"})


def lone_blocks(node: NameNode) -> frozenset[str]:
    """The blocks of a lone node, and those in which a fuller one finds the lone ones that may lean on it."""
    if node.lone:
        return frozenset(
            {f"c:{node.acronym}"} if node.acronym else {f"s:{skeleton(node.key.partition(':')[2])}"}
        )
    return _leaning_blocks(node.text, node.group)


@lru_cache(maxsize=65536)
def _match_blocks(text: str, group: Group) -> frozenset[str]:
    return frozenset(block for block in blocks(text, group) if block[:2] not in ("f:", "a:", "n:"))


@lru_cache(maxsize=65536)
def _support_blocks(text: str, group: Group) -> frozenset[str]:
    return frozenset(block for block in blocks(text, group) if block[:2] in ("f:", "a:"))


@lru_cache(maxsize=65536)
def _leaning_blocks(text: str, group: Group) -> frozenset[str]:
    if group == "person":
        words = parse_person(text).words
        return frozenset(f"s:{skeleton(word)}" for word in words[:1] + words[-1:])
    return frozenset(f"c:{acronym}" for acronym in initials(text)) if group == "org" else frozenset()


def _counters(node: NameNode | None) -> dict[str, Counter[str]]:
    parts = ("types", "spellings", "own", "roles", "apart", "aliases")
    counters = {part: Counter(getattr(node, part)) if node else Counter[str]() for part in parts}
    counters["articles"] = Counter({"": node.articles if node else 0})
    return counters


def _add(counters: dict[str, Counter[str]], actor: LocalActor, sign: int) -> None:
    counters["articles"][""] += sign
    for spelling in actor.spellings:
        counters["types"][spelling.type] += sign * spelling.count
        counters["spellings"][spelling.text] += sign * spelling.count
        if spelling.own:
            counters["own"][spelling.text] += sign * spelling.count
    for role in actor.roles:
        counters["roles"][role] += sign
    for key in actor.apart:
        counters["apart"][key] += sign
    for key in actor.keys:
        if key != actor.key:
            counters["aliases"][key] += sign


def _node(key: str, counters: dict[str, Counter[str]]) -> NameNode | None:
    articles = counters["articles"][""]
    if articles <= 0:
        return None
    kept = {
        part: {name: count for name, count in sorted(counts.items()) if count > 0}
        for part, counts in counters.items()
        if part != "articles"
    }
    return NameNode(
        key=key,
        types=kept["types"],
        spellings=kept["spellings"],
        own=kept["own"],
        articles=articles,
        roles=kept["roles"],
        apart=kept["apart"],
        aliases=kept["aliases"],
    )
