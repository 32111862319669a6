"""What an entity is called and of what type it is.

The rule for the name: the user's word first, then the alias pack. Else, of the spellings of its full names
that are well formed (not all capitals or all small where others are mixed, no role inside an organisation's
name, no stray space), and that occur at least a third as often as the commonest, the one of most words; of
those the most frequent, the longer, the alphabetically first. Titles are taken off people.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from model.actors.aliases import known_actors
from model.actors.bearers import Bearers
from model.actors.index import Actor
from model.actors.judgements import ActorJudgements
from model.actors.keys import group_of, judged_key, known_by_key
from model.actors.names import fold, lexicon, parse_organisation, parse_person, strip_title
from model.actors.nodes import NameNode, most_frequent_type
from model.records import Entity, EntityType, SurfaceForm

_MOST_ROLES = 12
_MOST_REASONS = 12


def make_actor(
    nodes: Sequence[NameNode],
    bearers: Bearers,
    never: Iterable[str] = (),
    why: Iterable[str] = (),
    leaning: Iterable[str] = (),
) -> Actor:
    """The entity that a cluster of nodes makes up."""
    names, judgements = bearers.meant_by(nodes), bearers.judgements
    kind = judgements.type_for(names) or _type(nodes)
    roles: Counter[str] = Counter()
    for node in nodes:
        roles.update(node.roles)
    return Actor(
        id=entity_id(nodes),
        name=judgements.name_for(names) or _known_name(nodes, judgements) or _name(nodes, kind),
        type=kind,
        keys=tuple(sorted(node.key for node in nodes)),
        mentions=sum(node.mentions for node in nodes),
        articles=sum(node.articles for node in nodes),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))[:_MOST_ROLES]),
        never=tuple(sorted(never)),
        why=tuple(sorted(set(why))[:_MOST_REASONS]),
        leaning=tuple(sorted(set(leaning))[:_MOST_REASONS]),
    )


def entity_id(nodes: Iterable[NameNode]) -> str:
    """An id that depends on the names in the cluster alone, never on the order in which they came."""
    base = min(nodes, key=lambda node: (node.known is None, node.lone, node.key)).key
    return f"e{hashlib.sha256(base.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def entity_record(actor: Actor, forms: Iterable[SurfaceForm], actors_of: Mapping[str, str]) -> Entity:
    """The entity in the record format.

    `forms` are its spellings by article, `actors_of` the current entities of its `never` keys.
    """
    listed = sorted(forms, key=lambda form: (-form.count, form.text, form.article))
    return Entity(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        surface_forms=tuple(listed),
        mentions=sum(form.count for form in listed),
        articles=len({form.article for form in listed}),
        never=tuple(sorted({actors_of[key] for key in actor.never if key in actors_of} - {actor.id})),
        roles=actor.roles,
        why=(*actor.why, *actor.leaning),
    )


def _type(nodes: Sequence[NameNode]) -> EntityType:
    known = [node.known for node in nodes if node.known]
    if known:
        return known_actors()[known[0]].type
    types: Counter[str] = Counter()
    for node in nodes:
        types.update(node.types)
    return most_frequent_type(types)


def _known_name(nodes: Sequence[NameNode], judgements: ActorJudgements) -> str | None:
    """The name in the alias pack, unless the user says that this very name is somebody else's."""
    for node in nodes:
        known = known_by_key(node.key)
        if known and judged_key(known.name, known.type, judgements) == node.key:
            return known.name
    return None


def _name(nodes: Sequence[NameNode], kind: EntityType) -> str:
    counts: Counter[str] = Counter()
    for node in nodes:
        if not node.lone or all(other.lone for other in nodes):
            counts.update({_bare(text, kind): count for text, count in (node.own or node.spellings).items()})
    often = max(counts.values(), default=0)
    formed = {
        text: count for text, count in counts.items() if count * 3 >= often and is_well_formed(text, kind)
    }
    return min(
        formed or counts,
        key=lambda text: (-len(fold(text).split()), -counts[text], -len(text), text),
        default=nodes[0].key.partition(":")[2],
    )


def is_well_formed(text: str, kind: EntityType) -> bool:
    """Whether the spelling looks as an editor would print it."""
    if len(text) > 5 and (text.isupper() or text.islower()):
        return False
    if "- " in text or " -" in text or text != text.strip() or (text[:1].islower() and kind == "PERSON"):
        return False
    inside = [word for word in parse_organisation(text).words if word in lexicon().roles]
    return not (group_of(kind) == "org" and inside and len(parse_organisation(text).words) > 1)


def _bare(text: str, kind: EntityType) -> str:
    if kind != "PERSON":
        return text
    bare = strip_title(text)[1]
    return bare if len(parse_person(bare).words) == len(parse_person(text).words) else text
