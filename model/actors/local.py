"""Resolution within one article: which of its mentions name one actor.

Full names first, then what leans on them: family names, acronyms, shortened names, damaged ones. What two mentions
joined by “and” name is kept apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import ClassVar

from rapidfuzz.distance import OSA

from model.actors.aliases import known_actor
from model.actors.forms import Form, collect, common_words, named_together, stated_acronyms
from model.actors.groups import Groups
from model.actors.keys import blocks, compare, is_short_key
from model.actors.names import fold, initials, lexicon, parse_organisation, parse_person, word_likeness
from model.analysis import Analysis
from model.records import EntityType, Node

_TYPE_ORDER: tuple[EntityType, ...] = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "OTHER")
#: Verdicts within an article need less than across a corpus: one writer, one event.
_ENOUGH = 0.78


@dataclass(frozen=True, slots=True)
class Spelling(Node):
    """A name as written in the article, how it was typed by the mention finder, and how often it stands there."""

    text: str
    type: EntityType
    count: int


@dataclass(frozen=True, slots=True)
class LocalActor(Node):
    """One actor of one article: all that resolution over the corpus needs of it.

    `key` is the key of its fullest name, `keys` those of all its full names; `mentions` are indices into the analysis.
    `apart` holds keys of other actors named beside it by “and”. `why` says what joined its names.
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


def local_actors(analysis: Analysis) -> tuple[LocalActor, ...]:
    """The actors of an article, in order of first mention. Mentions that are no names are left out."""
    state = _Article(analysis)
    state.keep_apart()
    state.join_full_names()
    state.join_acronyms()
    state.join_families()
    state.join_shortened()
    state.join_damaged()
    return state.actors()


@dataclass(slots=True)
class _Article:
    analysis: Analysis
    forms: list[Form] = field(init=False)
    groups: Groups = field(init=False)
    together: set[frozenset[int]] = field(init=False)
    acronyms: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        self.forms = collect(self.analysis)
        self.groups = Groups(len(self.forms))
        self.together = named_together(self.analysis)
        self.acronyms = stated_acronyms(self.analysis)

    def keep_apart(self) -> None:
        of_mention = {mention: i for i, form in enumerate(self.forms) for mention in form.mentions}
        for pair in sorted(sorted(pair) for pair in self.together):
            a, b = (of_mention.get(mention) for mention in pair)
            if a is not None and b is not None and a != b:
                self.groups.keep_apart(a, b, "named side by side in one sentence")

    def join_full_names(self) -> None:
        """Names whose words agree, likest first; names that are known to differ are held apart before."""
        edges: list[tuple[float, int, int, tuple[str, ...]]] = []
        for i, j in self._candidates():
            a, b = self.forms[i], self.forms[j]
            if fold(a.text) == fold(b.text):
                if a.size > 1 or "person" not in (a.group, b.group):
                    edges.append((1.0 if a.group == b.group else 0.9, i, j, ("the same words",)))
                continue
            if a.group != b.group or _both_known(a, b) or is_short_key(a.key) or is_short_key(b.key):
                continue
            verdict = compare(a.text, b.text, a.group)
            if verdict.same and verdict.score >= _ENOUGH:
                edges.append((verdict.score, i, j, verdict.why))
            elif verdict.same is False:
                self.groups.keep_apart(i, j, verdict.why[0])
        for _, i, j, why in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
            self.groups.merge(i, j, why)

    def join_acronyms(self) -> None:
        """Acronyms stated in brackets, else those that fit the first letters of one name of the article only."""
        of_mention = {mention: i for i, form in enumerate(self.forms) for mention in form.mentions}
        short = {form_acronym(form): i for i, form in enumerate(self.forms) if form_acronym(form)}
        for mention, acronym in sorted(self.acronyms.items()):
            i, j = of_mention[mention], short.get(fold(acronym).replace(" ", ""))
            if j is not None and i != j:
                self.groups.merge(i, j, (f"({acronym}) stands after ‘{self.forms[i].text}’",))
        for acronym, j in short.items():
            fits = {
                self.groups.find(i)
                for i, form in enumerate(self.forms)
                if form.size > 1 and form.group == "org" and acronym in initials(form.text)
            }
            if len(fits) == 1 and len(self.groups.members(j)) == 1 and len(acronym) > 2:
                i = fits.pop()
                self.groups.merge(i, j, (f"‘{acronym.upper()}’ are the first letters of ‘{self.forms[i].text}’",))

    def join_families(self) -> None:
        """A lone name joins the person whose family name, or else any name, it is."""
        people = [i for i, form in enumerate(self.forms) if form.group == "person" and form.size > 1]
        for j, form in enumerate(self.forms):
            word = form.key.partition(":")[2]
            if form.size != 1 or form.group not in ("person", "org") or form.key.startswith("known:"):
                continue
            best: dict[int, int] = {}
            for i in people:
                rank = _rank(word, parse_person(self.forms[i].text).words, strict=form.group != "person")
                group = self.groups.find(i)
                if rank and not self.groups.forbidden(i, j):
                    best[group] = max(best.get(group, 0), rank)
            chosen = self._nearest(j, [group for group, rank in best.items() if rank == max(best.values())])
            if chosen is not None:
                self.groups.merge(chosen, j, (f"‘{form.text}’ is a name of ‘{self.forms[chosen].text}’",))

    def join_shortened(self) -> None:
        """A name whose words all stand in one longer name, once the longer one was introduced."""
        shared = common_words(self.forms)
        for j, form in enumerate(self.forms):
            if form.group != "org" or len(self.groups.members(j)) > 1 or form.key.startswith("known:"):
                continue
            longer = {
                self.groups.find(i): i
                for i, other in enumerate(self.forms)
                if other.group == "org" and other.size > form.size and _shortens(form, other, shared)
            }
            if len(longer) == 1:
                group, i = longer.popitem()
                if self.forms[i].mentions[0] < form.mentions[-1] and not self.groups.forbidden(group, j):
                    self.groups.merge(group, j, (f"‘{form.text}’ shortens ‘{self.forms[i].text}’",))

    def join_damaged(self) -> None:
        """A lone family name that fits nobody, written once, with letters lost or added: one person of the same office."""
        people = [i for i, form in enumerate(self.forms) if form.group == "person" and form.size > 1]
        for j, form in enumerate(self.forms):
            word = form.key.partition(":")[2]
            if not (is_short_key(form.key) and len(form.mentions) == 1 and len(self.groups.members(j)) == 1):
                continue
            near = {
                self.groups.find(i)
                for i in people
                if _damaged(word, parse_person(self.forms[i].text).family)
                and not self.groups.forbidden(i, j)
                and self._offices(j) & self._offices(i)
            }
            if len(near) == 1:
                i = near.pop()
                self.groups.merge(i, j, (f"‘{form.text}’ is ‘{self.forms[i].text}’ with letters lost, of the same office",))

    def actors(self) -> tuple[LocalActor, ...]:
        found = [self._actor(members) for members in self.groups.all()]
        found.sort(key=lambda actor: actor.mentions)
        article = self.analysis.document.article.id
        keys = {mention: actor.key for actor in found for mention in actor.mentions}
        beside: dict[int, set[str]] = defaultdict(set)
        for pair in self.together:
            a, b = sorted(pair)
            if a in keys and b in keys and keys[a] != keys[b]:
                beside[a].add(keys[b])
                beside[b].add(keys[a])
        return tuple(
            LocalActor(
                id=f"{article}#{n}",
                article=article,
                key=actor.key,
                keys=actor.keys,
                type=actor.type,
                spellings=actor.spellings,
                mentions=actor.mentions,
                roles=actor.roles,
                apart=tuple(sorted(set().union(*(beside[mention] for mention in actor.mentions)))),
                why=actor.why,
            )
            for n, actor in enumerate(found)
        )

    def _actor(self, members: list[int]) -> LocalActor:
        forms = [self.forms[i] for i in members]
        main = min(forms, key=_fullness)
        spellings: Counter[tuple[str, EntityType]] = Counter()
        for form in forms:
            for mention in form.mentions:
                item = self.analysis.mentions[mention]
                spellings[" ".join(item.surface.split()), item.type] += 1
        types: Counter[EntityType] = Counter()
        for (_, kind), count in spellings.items():
            types[kind] += count
        return LocalActor(
            id="",
            article="",
            key=main.key,
            keys=tuple(sorted({form.key for form in forms if not is_short_key(form.key) and not form_acronym(form)} | {main.key})),
            type=min(types, key=lambda kind: (-types[kind], _TYPE_ORDER.index(kind))),
            spellings=tuple(Spelling(text, kind, count) for (text, kind), count in sorted(spellings.items())),
            mentions=tuple(sorted(mention for form in forms for mention in form.mentions)),
            roles=tuple(dict.fromkeys(role for form in forms for role in form.roles)),
            apart=(),
            why=tuple(dict.fromkeys(self.groups.why[self.groups.find(members[0])])),
        )

    def _candidates(self) -> list[tuple[int, int]]:
        under: dict[str, list[int]] = defaultdict(list)
        for i, form in enumerate(self.forms):
            for block in blocks(form.text, form.group):
                under[block].append(i)
        return sorted({(i, j) for found in under.values() for i in found for j in found if i < j})

    def _nearest(self, j: int, groups: list[int]) -> int | None:
        """Of several people whom a lone name fits, the one named last before its first mention, else first after."""
        if len(groups) < 2:
            return groups[0] if groups else None
        titled = [group for group in groups if self._courtesy(group) & self._courtesy(j)]
        first = self.forms[j].mentions[0]
        mentions = {
            group: [m for i in self.groups.members(group) for m in self.forms[i].mentions] for group in titled or groups
        }
        return max(mentions, key=lambda g: (max((m for m in mentions[g] if m < first), default=-min(mentions[g])), -g))

    def _offices(self, i: int) -> set[str]:
        return {t for m in self.groups.members(i) for t in self.forms[m].titles if t in lexicon().roles}

    def _courtesy(self, i: int) -> set[str]:
        return {t for m in self.groups.members(i) for t in self.forms[m].titles if t in ("mr", "mrs", "ms", "miss")}


def form_acronym(form: Form) -> str | None:
    """The letters of a form that is an acronym, lower-case."""
    return parse_organisation(form.text).acronym if form.group != "person" or form.text.isupper() else None


def _both_known(a: Form, b: Form) -> bool:
    return a.key.startswith("known:") and b.key.startswith("known:")


def _rank(word: str, name: tuple[str, ...], *, strict: bool) -> int:
    """How well a lone word fits a full name: 3 its family name, 2 its given name, 1 another of its words."""
    for rank, part in ((3, name[-1]), (2, name[0]), *((1, part) for part in name[1:-1])):
        likeness = word_likeness(word, part)
        if likeness.kind == "equal" or (not strict and likeness.kind == "spelling"):
            return rank
    return 0


def _shortens(form: Form, longer: Form, shared: Counter[str]) -> bool:
    """Whether the longer name only adds what says whose or what kind it is, and no other actor bears the short one."""
    lists = lexicon()
    short, long = parse_organisation(form.text), parse_organisation(longer.text)
    if short.numbers != long.numbers or known_actor(form.text):
        return False
    added = list(long.words)
    for word in short.words:
        match = next((other for other in added if word_likeness(word, other).kind in ("equal", "spelling")), None)
        if match is None:
            return False
        added.remove(match)
    placing = set(lists.states.values()) | set(lists.peoples.values())
    if all(word in placing for word in added) and len(short.words) > 1:
        return True
    kind_only = all(word in placing or word in lists.heads.values() or word in lists.generic for word in added)
    own = [word for word in short.words if word not in lists.heads.values() and word not in placing]
    return kind_only and bool(own) and not any(shared[word] > 2 for word in own) and not set(added) & lists.changing


def _damaged(word: str, family: str) -> bool:
    return len(word) >= 5 and word[0] == family[:1] and word[-1] == family[-1:] and OSA.distance(word, family) <= 2


def _fullness(form: Form) -> tuple[bool, bool, bool, int, int, str]:
    """Sort key: the fullest name first."""
    damaged = form.group == "org" and any(word in lexicon().roles for word in form.key.split())
    return (not form.key.startswith("known:"), form_acronym(form) is not None, damaged, -form.size, -len(form.mentions), form.key)
