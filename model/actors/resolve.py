"""Resolution over a corpus: new articles' actors into entities, at the cost of what they touch.

Nodes (names added up over articles) that changed are compared with those in their blocks; the components of
the link graph that they belong to are clustered anew. Since clusters depend on components alone and
components on the set of articles alone, any order of articles gives the same entities. Lone names
(“Sudani”, “HRF”) come last: they lean on the one full name that outweighs all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from model.actors.bearers import Bearers, bearing
from model.actors.canonical import make_actor
from model.actors.cluster import Cluster, Linker, cluster, component
from model.actors.index import Actor, ActorIndex, Resolution
from model.actors.judgements import ActorJudgements, judged_name
from model.actors.leaning import Supporter, choose_support
from model.actors.local import LocalActor
from model.actors.names import fold
from model.actors.nodes import (
    NameNode,
    changed_nodes,
    lone_blocks,
    name_blocks,
    partner_blocks,
    support_blocks,
)
from model.actors.view import View


def resolve(
    added: Iterable[LocalActor],
    index: ActorIndex,
    judgements: ActorJudgements | None = None,
    *,
    removed: Iterable[LocalActor] = (),
    judged: Iterable[str] = (),
) -> Resolution:
    """What the corpus's entities become when the actors of articles are added and removed.

    `judged` are names on which judgements changed since the last resolution. Nothing is written: the caller
    stores the result.
    """
    added, removed = tuple(added), tuple(removed)
    keys = {actor.key for actor in (*added, *removed)}
    before = index.nodes(keys)
    view = View(index, changed_nodes(before, added, removed))
    bearers = Bearers(judgements or ActorJudgements(), lambda blocks: view.nodes(view.under(blocks)))
    return _Work(view, Linker(bearers)).run(before, added, {judged_name(name) for name in judged})


@dataclass(slots=True)
class _Work:
    view: View
    linker: Linker
    partners: dict[str, list[str]] = field(default_factory=dict)
    clusters: dict[str, Cluster] = field(default_factory=dict)
    leaning: dict[str, tuple[str, str]] = field(default_factory=dict)
    family: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def bearers(self) -> Bearers:
        """Whom the names mean that the user judged."""
        return self.linker.bearers

    def run(
        self, before: Mapping[str, NameNode], added: tuple[LocalActor, ...], judged: Collection[str]
    ) -> Resolution:
        """Cluster what changed, lean the lone names on it, and make the entities of all that is touched."""
        view = self.view
        touched = {key for key, node in view.changed.items() if node}
        gone = set(view.changed) - touched
        shaken = {key for key in view.changed if _shape(before.get(key)) != _shape(view.changed[key])}
        # A name that no stored entity has is new, or was left behind by a run that ended badly.
        shaken |= touched - view.companions(touched)
        shaken |= self._newly_meant(before) | self._judged_keys(judged)
        self._cluster(self._region(shaken, before))
        self._take_over(touched)
        lones = self._lones(before, shaken)
        return self._resolution(added, gone, lones)

    def _judged_keys(self, names: Collection[str]) -> frozenset[str]:
        judgements = self.bearers.judgements
        return self.bearers.all(other for name in names for other in (name, *judgements.judged_names(name)))

    def _newly_meant(self, before: Mapping[str, NameNode]) -> set[str]:
        """Nodes that a judged name has come to stand for, or no longer does, and those judged with them."""
        judged = self.bearers.judgements.names
        nodes = (*before.values(), *(node for node in self.view.changed.values() if node))
        texts = {text for node in nodes for text in (*node.names, *node.spellings)} if judged else set()
        shaken: set[str] = set()
        for name in sorted({judged_name(text) for text in texts} & judged):
            index = self.view.index
            old = bearing(name, index.nodes(index.under(name_blocks(name))).values())
            new = self.bearers.of(name)
            if old != new:
                shaken |= old.all | self._judged_keys([name])
        return shaken

    def _judged_partners(self, nodes: Iterable[NameNode]) -> frozenset[str]:
        """Nodes that the user has judged together with these, one way or the other."""
        names = {name for node in nodes for name in self.bearers.names(node)}
        judged = self.bearers.judgements.judged_names
        return self.bearers.all({other for name in names for other in judged(name)})

    def _region(self, shaken: set[str], before: Mapping[str, NameNode]) -> frozenset[str]:
        """Every full name in the components of what changed, and in those that it belonged to before."""
        start = set(shaken).union(
            *(self.view.under(partner_blocks(before[key])) for key in shaken & before.keys())
        )
        region: frozenset[str] = frozenset()
        # Whatever once joined names that nothing joins now, all of an entity is made anew or none.
        while more := (start | self.view.companions(start | region)) - region:
            full = (key for key, node in self.view.nodes(more).items() if not node.lone)
            grown = component({*full, *region}, self._partners)
            if grown == region:
                break
            start, region = set(), grown
        return region

    def _partners(self, key: str) -> list[str]:
        """The full names that something joins with this one."""
        if key not in self.partners:
            node = self.view.nodes([key])[key]
            keys = self.view.under(partner_blocks(node)) | set(node.aliases) | self._judged_partners([node])
            found = self.view.nodes(keys - {key})
            self.partners[key] = [
                other
                for other, candidate in sorted(found.items())
                if not candidate.lone
                and (link := self.linker.link(node, candidate)) is not None
                and link.score > 0
            ]
        return self.partners[key]

    def _cluster(self, region: frozenset[str]) -> None:
        pairs = {(key, other) for key in region for other in self._partners(key)}
        for made in cluster(self.view.nodes(region), self.linker, pairs):
            self.clusters.update((key, made) for key in made.keys)

    def _take_over(self, keys: Iterable[str]) -> None:
        """Entities that keep their full names and change in counts or lone names only."""
        for actor in self.view.actors(keys):
            full = [key for key, node in self.view.nodes(actor.keys).items() if not node.lone]
            if full and not any(key in self.clusters for key in full):
                kept = Cluster(tuple(sorted(full)), actor.why, frozenset(actor.never))
                self.clusters.update((key, kept) for key in full)

    def _lones(self, before: Mapping[str, NameNode], shaken: Iterable[str]) -> dict[str, NameNode]:
        """The lone names that may have to lean anew: those near what changed, and their companions."""
        changed = {*self.view.changed, *shaken}
        seen: dict[str, NameNode] = {}
        done = -1
        while done < len(seen) + len(self.clusters):
            done = len(seen) + len(self.clusters)
            full = [*self.view.nodes(self.clusters).values(), *before.values()]
            blocks = {block for node in full for block in lone_blocks(node)}
            blocks |= {f"n:{fold(text)}" for node in full for text in node.own}
            members = self.view.companions({*self.clusters, *changed, *seen})
            judged = self._judged_partners([*self.view.nodes(self.clusters).values(), *seen.values()])
            found = self.view.nodes(self.view.under(blocks) | members | changed | judged)
            seen.update((key, node) for key, node in found.items() if node.lone)
            self._lean(seen)
            self._take_over([*seen, *(full for full, _ in self.leaning.values())])
        return seen

    def _lean(self, lones: Mapping[str, NameNode]) -> None:
        """Note for lone keys the key of a full name of the entity they lean on, and why."""
        for key, lone in sorted(lones.items()):
            if key in self.family:
                continue
            family = self._family(lone)
            self.family.update((member.key, tuple(sorted(one.key for one in family))) for member in family)
            near = self.view.under(set().union(*map(self._support, family)))
            near |= self._judged_partners(family)
            full = [node for node in self.view.nodes(near).values() if not node.lone]
            chosen = choose_support(family, self._supporters(full), self.linker)
            if chosen:
                self.leaning.update((member.key, chosen) for member in family)

    def _family(self, lone: NameNode) -> list[NameNode]:
        """Lone names that the user judged to be one with this: they lean together."""
        found = {lone.key: lone}
        queue = [lone]
        while queue:
            node = queue.pop()
            for key, other in self.view.nodes(self._judged_partners([node]) - found.keys()).items():
                tie = self.linker.constraint(node, other) if other.lone else None
                if tie is not None and tie.judged and tie.score > 0:
                    found[key] = other
                    queue.append(other)
        return [node for _, node in sorted(found.items())]

    def _support(self, lone: NameNode) -> set[str]:
        return {f"n:{fold(text)}" for text in lone.own} | support_blocks(lone)

    def _supporters(self, nodes: list[NameNode]) -> list[Supporter]:
        self_keys = {node.key: self._cluster_of(node.key) for node in nodes}
        grouped: dict[tuple[str, ...], list[NameNode]] = {}
        for node in sorted(nodes, key=lambda node: node.key):
            grouped.setdefault(self_keys[node.key], []).append(node)
        return [
            Supporter(tuple(fitting), sum(node.articles for node in self.view.nodes(keys).values()))
            for keys, fitting in sorted(grouped.items())
        ]

    def _cluster_of(self, key: str) -> tuple[str, ...]:
        """The full names of the entity of a full name, without making that entity anew."""
        if key in self.clusters:
            return self.clusters[key].keys
        members = self.view.companions([key]) | {key}
        return tuple(sorted(member for member, node in self.view.nodes(members).items() if not node.lone))

    def _resolution(
        self,
        added: tuple[LocalActor, ...],
        gone: set[str],
        lones: Mapping[str, NameNode],
    ) -> Resolution:
        leans: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for key, (full, why) in self.leaning.items():
            leans.setdefault(self._cluster_of(full), []).append((key, why))
        alone = [
            Cluster(self.family[key], ("judged same",) if len(self.family[key]) > 1 else ())
            for key in lones
            if key not in self.leaning
        ]
        made: dict[str, Actor] = {}
        for one in {c.keys: c for c in (*self.clusters.values(), *alone)}.values():
            joined = leans.get(one.keys, [])
            nodes = self.view.nodes([*one.keys, *(key for key, _ in joined)])
            never = one.never | self._judged_others(nodes)
            actor = make_actor(list(nodes.values()), self.bearers, never, one.why, (why for _, why in joined))
            made[actor.id] = actor
        entity = {key: actor.id for actor in made.values() for key in actor.keys}
        replaced = set(self.view.index.actors_of([*entity, *gone]).values())
        return Resolution(
            nodes=tuple(node for _, node in sorted(self.view.changed.items()) if node),
            gone_nodes=tuple(sorted(gone)),
            actors=tuple(made[id] for id in sorted(made)),
            gone_actors=tuple(sorted(replaced - made.keys())),
            assignment={actor.id: entity[actor.key] for actor in added},
        )

    def _judged_others(self, nodes: Mapping[str, NameNode]) -> set[str]:
        """Keys of nodes that the user judged to be others."""
        others = self.view.nodes(self._judged_partners(nodes.values()) - nodes.keys())
        return {
            key
            for key, other in others.items()
            for node in nodes.values()
            if (tie := self.linker.constraint(node, other)) is not None and tie.score == 0
        }


def _shape(node: NameNode | None) -> tuple[object, ...] | None:
    """What of a node decides on its links: all but how often it occurs."""
    if node is None:
        return None
    return (
        node.text,
        tuple(node.own),
        tuple(sorted(node.aliases.items())),
        tuple(sorted(node.apart.items())),
    )
