"""Pairs of actors that names alone cannot tell: what the user is asked about, most telling first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.actors.index import Actor, ActorIndex
from model.actors.judgements import ActorJudgements
from model.actors.keys import compare
from model.actors.nodes import NameNode, lone_blocks, partner_blocks, support_blocks
from model.records import Node

_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Doubt(Node):
    """Two entities (ids and the names to judge) that may be one; `score` 0..1 how likely, `why` in words."""

    a: str
    b: str
    name_a: str
    name_b: str
    score: float
    why: tuple[str, ...]


def doubts(
    actors: Iterable[Actor], index: ActorIndex, judgements: ActorJudgements | None = None
) -> list[Doubt]:
    """The doubtful pairs of which one side is among `actors`, each once, likeliest first.

    Pairs on which the user has spoken, “unsure” included, are left out. The cost is that of the blocks of the
    actors' names.
    """
    words = judgements or ActorJudgements()
    found: dict[tuple[str, str], tuple[int, Doubt]] = {}
    for actor in actors:
        for node in index.nodes(actor.keys).values():
            if node.mention:
                continue
            for other in _near(node, index):
                doubt = _doubt(node, other, words)
                identity = index.actors_of([other.key]).get(other.key, actor.id)
                if doubt is None or identity == actor.id:
                    continue
                pair = (min(actor.id, identity), max(actor.id, identity))
                turned = Doubt(actor.id, identity, node.text, other.text, *doubt)
                known = found.get(pair)
                if known is None or known[1].score < turned.score:
                    found[pair] = (node.mentions + other.mentions, turned)
    ranked = sorted(found.items(), key=lambda item: (-item[1][1].score, -item[1][0], item[0]))
    return [doubt for _, (_, doubt) in ranked]


def _near(node: NameNode, index: ActorIndex) -> Iterator[NameNode]:
    blocks = set(partner_blocks(node) | lone_blocks(node))
    if node.lone:
        blocks |= support_blocks(node)
    for _, other in sorted(index.nodes(index.under(blocks) - {node.key}).items()):
        if other.group == node.group and not (node.known and other.known) and not other.mention:
            yield other


def _doubt(a: NameNode, b: NameNode, words: ActorJudgements) -> tuple[float, tuple[str, ...]] | None:
    if words.relation(a.names, b.names) is not None or words.is_unsure(a.text, b.text):
        return None
    if a.apart.get(b.key) or b.apart.get(a.key):
        return None
    verdict = compare(a.text, b.text, a.group)
    if verdict.same is False or verdict.score < _LEAST:
        return None
    return verdict.score, verdict.why
