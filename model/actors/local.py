"""The actors of one article: which of its mentions name one and the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from model.actors.forms import Form
from model.actors.joining import ArticleNames, form_acronym, is_weak
from model.actors.judgements import ActorJudgements
from model.actors.keys import is_short_key
from model.actors.names import lexicon
from model.analysis import Analysis
from model.records import EntityType, Node

_TYPE_ORDER: tuple[EntityType, ...] = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "OTHER")


@dataclass(frozen=True, slots=True)
class Spelling(Node):
    """A name as written in the article, its type there, and how often it stands so.

    `own` says that it is the actor's fullest name itself, marks, case and titles aside.
    """

    text: str
    type: EntityType
    count: int
    own: bool


@dataclass(frozen=True, slots=True)
class LocalActor(Node):
    """One actor of one article: all that resolution over the corpus needs of it.

    `key` is the key of its fullest name, `keys` those of all its full names; `mentions` are indices into
    the analysis. `apart` holds keys of other actors named beside it by “and”. `why` says what joined its
    names.
    """

    optional_keys: ClassVar[frozenset[str]] = frozenset({"why"})
    id: str
    article: str
    key: str
    keys: tuple[str, ...]
    type: EntityType
    spellings: tuple[Spelling, ...]
    mentions: tuple[int, ...]
    roles: tuple[str, ...]
    apart: tuple[str, ...]
    why: tuple[str, ...] = ()


def local_actors(analysis: Analysis, judgements: ActorJudgements | None = None) -> tuple[LocalActor, ...]:
    """The actors of an article, in order of first mention. Mentions that are no names are left out."""
    names = ArticleNames(analysis, judgements or ActorJudgements())
    names.join_all()
    found = [
        _actor(analysis, [names.forms[i] for i in members], names.groups.why[names.groups.find(members[0])])
        for members in names.groups.all()
    ]
    found += [_actor(analysis, [form], ()) for form in names.single]
    found.sort(key=lambda actor: actor.mentions)
    beside = _beside(names, found)
    article = analysis.document.article.id
    return tuple(
        replace(
            actor,
            id=f"{article}#{n}",
            article=article,
            apart=tuple(sorted(set().union(*(beside[mention] for mention in actor.mentions)))),
        )
        for n, actor in enumerate(found)
    )


def _beside(names: ArticleNames, found: list[LocalActor]) -> dict[int, set[str]]:
    """Mention → keys of the other actors named beside it."""
    keys = {mention: actor.key for actor in found for mention in actor.mentions}
    beside: dict[int, set[str]] = defaultdict(set)
    for first, second in map(sorted, names.together):
        if first in keys and second in keys and keys[first] != keys[second]:
            beside[first].add(keys[second])
            beside[second].add(keys[first])
    return beside


def _actor(analysis: Analysis, forms: list[Form], why: Iterable[str]) -> LocalActor:
    main = min(forms, key=_fullness)
    spellings: Counter[tuple[str, EntityType]] = Counter()
    own: set[tuple[str, EntityType]] = set()
    types: Counter[EntityType] = Counter()
    for form in forms:
        for mention in (analysis.mentions[index] for index in form.mentions):
            spelling = " ".join(mention.surface.split()), mention.type
            spellings[spelling] += 1
            types[mention.type] += 1
            if form is main and spelling[0] in form.texts:
                own.add(spelling)
    full = {form.key for form in forms if not (is_short_key(form.key) or form_acronym(form) or is_weak(form))}
    return LocalActor(
        id="",
        article="",
        key=main.key,
        keys=tuple(sorted(full | {main.key})),
        type=min(types, key=lambda kind: (-types[kind], _TYPE_ORDER.index(kind))),
        spellings=tuple(
            Spelling(text, kind, count, (text, kind) in own)
            for (text, kind), count in sorted(spellings.items())
        ),
        mentions=tuple(sorted(index for form in forms for index in form.mentions)),
        roles=tuple(dict.fromkeys(role for form in forms for role in form.roles)),
        apart=(),
        why=tuple(dict.fromkeys(why)),
    )


def _fullness(form: Form) -> tuple[bool, bool, bool, bool, int, int, str]:
    """Sort key: the fullest name first; of a person's the commonest, since damage makes names long."""
    damaged = form.group == "org" and any(word in lexicon().roles for word in form.key.split())
    often, size = -len(form.mentions), -form.size
    return (
        not form.key.startswith("known:") or is_weak(form),
        form_acronym(form) is not None,
        damaged,
        form.size == 1,
        *((often, size) if form.group == "person" else (size, often)),
        form.key,
    )
