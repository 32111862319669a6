"""The user's word on actors: which names are one, which are not, and what an actor is called.

Judgements are records of kind ``actor``. Their subject and object are names as written, or
``article@start`` for a single mention (`start` in code points). Their verdict is one of `VERDICTS`:

=============  =====================================================
same           subject and object name one actor
different      they name two
unsure         the pair was looked at and left open
rename         the actor that subject names is called object
retype         the actor that subject names is of the type object
split          object, a name or one mention, is not the actor subject
note           a remark on the actor that subject names
withdraw       the latest judgement on this subject and object is undone
=============  =====================================================

“Same” is transitive, and so is “different” over it. A later judgement overrides what it contradicts. A
mention that is judged the same, different or split off is an actor of its own from then on, which goes by
``article@start`` in further judgements and joins nothing but what the user says.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import get_args

from model.actors.names import fold
from model.records import EntityType, Judgement

KIND = "actor"
VERDICTS = frozenset({"same", "different", "unsure", "rename", "retype", "split", "note", "withdraw"})

_MENTION = re.compile(r"^(.+)@([0-9]{1,9})$", re.DOTALL)
#: The types that an actor can be given.
TYPES: tuple[EntityType, ...] = get_args(EntityType)


def judged_name(text: str) -> str:
    """What judgements know a name by: folded, but ``article@start`` as it stands."""
    return text if _MENTION.match(text) else fold(text)


def split_mention(text: str) -> tuple[str, int] | None:
    """Article and start (code points) of ``article@start``; None for any other name."""
    found = _MENTION.match(text)
    return (found[1], int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A new judgement against the earlier ones that contradict it, in the order of the chain they form."""

    new: Judgement
    earlier: tuple[Judgement, ...]

    def __str__(self) -> str:
        told = "; ".join(f"‘{j.subject}’ {_sign(j)} ‘{j.object}’ ({j.at})" for j in self.earlier)
        return f"‘{self.new.subject}’ {_sign(self.new)} ‘{self.new.object}’ contradicts {told}"


class ActorJudgements:
    """All judgements on actors that stand, as constraints on names (see `judged_name`)."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._same: dict[str, dict[str, Judgement]] = defaultdict(dict)
        self._different: dict[str, dict[str, Judgement]] = defaultdict(dict)
        self._unsure: dict[frozenset[str], Judgement] = {}
        self._names: dict[str, Judgement] = {}
        self._types: dict[str, Judgement] = {}
        self._written: dict[str, str] = {}
        self._root: dict[str, str] = {}
        for judgement in _standing(judgements):
            self._take(judgement)
        self._find_roots()
        self._taken_out = _by_article(self._root)
        self._parting = self._find_parting()
        #: All names that resolution must know the bearers of.
        self.names = frozenset(self._root.keys() | self._names.keys() | self._types.keys())

    def relation(self, a: Iterable[str], b: Iterable[str]) -> tuple[bool, Judgement] | None:
        """Whether actors with these names were judged one (True) or two (False), and by which judgement."""
        by_root_a, by_root_b = self._by_root(a), self._by_root(b)
        for root in sorted(by_root_a.keys() & by_root_b.keys()):
            for one, other in product(sorted(by_root_a[root]), sorted(by_root_b[root])):
                if one != other:
                    return True, self._path(one, other)[-1]
        for name, other, judgement in self._negatives(set(by_root_a)):
            if self._root[other] in by_root_b and self._root[name] in by_root_a:
                return False, judgement
        return None

    def is_unsure(self, a: str, b: str) -> bool:
        """Whether the user looked at the pair and left it open."""
        return frozenset((judged_name(a), judged_name(b))) in self._unsure

    def speak_of(self, names: Iterable[str]) -> bool:
        """Whether any of these names was judged the same as another, or different."""
        return bool(self._root) and any(judged_name(name) in self._root for name in names)

    def judged_names(self, name: str) -> frozenset[str]:
        """The names in some relation with `name`: those judged the same, and those judged different."""
        folded = judged_name(name)
        if folded not in self._root:
            return frozenset()
        members = self._reach(folded)
        others = {other for one in members for other in self._different.get(one, ())}
        return frozenset(members.union(*map(self._reach, others)))

    def name_for(self, names: Iterable[str]) -> str | None:
        """What the user calls an actor with these names."""
        found = [self._names[name] for name in self._with_equals(names) if name in self._names]
        return max(found, key=lambda judgement: judgement.at).object if found else None

    def type_for(self, names: Iterable[str]) -> EntityType | None:
        """The type that the user gave to an actor with these names."""
        found = [self._types[name] for name in self._with_equals(names) if name in self._types]
        said = max(found, key=lambda judgement: judgement.at).object if found else None
        return next((kind for kind in TYPES if kind == said), None)

    def taken_out(self, article: str) -> frozenset[int]:
        """Where mentions of the article start (code points) that the user judged one by one."""
        return self._taken_out.get(article, frozenset())

    def may_part(self, name: str) -> bool:
        """Whether `parted_as` may have an answer for texts of this name, as judgements know it."""
        return name in self._parting

    def parted_as(self, text: str, alike: Callable[[str], bool]) -> str | None:
        """A name for the class of `text` if it was judged another than a name that is `alike` by rule.

        Of two names that no rule tells apart, the object of the judgement is the one that leaves.
        """
        for root, others in self._parting.get(judged_name(text), ()):
            if any(alike(other) for other in others):
                return root
        return None

    def conflict(self, new: Judgement) -> Conflict | None:
        """The earlier judgements that `new` contradicts, None if it fits."""
        if new.kind != KIND or new.object is None or new.verdict not in ("same", "different", "split"):
            return None
        a, b = judged_name(new.subject), judged_name(new.object)
        if a not in self._root or b not in self._root or a == b:
            return None
        if new.verdict == "same":
            return self._against_same(new, a, b)
        path = self._path(a, b)
        return Conflict(new, tuple(path)) if path else None

    def _against_same(self, new: Judgement, a: str, b: str) -> Conflict | None:
        for name, other, judgement in self._negatives({self._root[a], self._root[b]}):
            x, y = (name, other) if self._root[name] == self._root[a] else (other, name)
            if self._root[x] == self._root[a] and self._root[y] == self._root[b]:
                return Conflict(new, (*self._path(a, x), judgement, *self._path(y, b)))
        return None

    def _take(self, judgement: Judgement) -> None:
        a, b = judged_name(judgement.subject), judged_name(judgement.object or "")
        if judgement.verdict == "rename":
            self._names[a] = judgement
        elif judgement.verdict == "retype":
            self._types[a] = judgement
        elif judgement.verdict == "unsure":
            self._unsure[frozenset((a, b))] = judgement
        elif judgement.verdict != "note" and a and b and a != b:
            self._written |= {a: judgement.subject, b: judgement.object or ""}
            self._relate(a, b, judgement)

    def _relate(self, a: str, b: str, judgement: Judgement) -> None:
        """Add an edge; what it contradicts gives way, the latest link of a chain first."""
        self._find_roots()
        while (conflict := self.conflict(judgement)) is not None:
            weakest = max(conflict.earlier, key=lambda earlier: earlier.at)
            for edges in (self._same, self._different):
                for x, y in ((weakest.subject, weakest.object), (weakest.object, weakest.subject)):
                    edges.get(judged_name(x or ""), {}).pop(judged_name(y or ""), None)
            self._find_roots()
        edges = self._same if judgement.verdict == "same" else self._different
        edges[a][b] = edges[b][a] = judgement

    def _find_roots(self) -> None:
        self._root = {}
        edges = (*self._same.items(), *self._different.items())
        for name in sorted(name for name, others in edges if others):
            if name not in self._root:
                reached = self._reach(name)
                self._root.update((other, name) for other in reached)

    def _reach(self, name: str) -> set[str]:
        seen, queue = {name}, deque([name])
        while queue:
            for other in self._same.get(queue.popleft(), ()):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return seen

    def _with_equals(self, names: Iterable[str]) -> set[str]:
        folded = {judged_name(name) for name in names}
        return folded.union(*(self._reach(name) for name in folded if name in self._root))

    def _by_root(self, names: Iterable[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name in map(judged_name, names):
            if name in self._root:
                found.setdefault(self._root[name], set()).add(name)
        return found

    def _find_parting(self) -> dict[str, list[tuple[str, list[str]]]]:
        """Name → for each class judged another: the root of its own class, and that class as written."""
        parting: dict[str, list[tuple[str, list[str]]]] = {}
        edges = {id(j): j for others in self._different.values() for j in others.values()}
        for judgement in sorted(edges.values(), key=lambda j: (j.at, j.subject, j.object or "")):
            a, b = judged_name(judgement.subject), judged_name(judgement.object or "")
            others = sorted(self._written[name] for name in self._reach(a))
            for name in self._reach(b):
                parting.setdefault(name, []).append((self._root[b], others))
        return parting

    def _negatives(self, roots: set[str]) -> list[tuple[str, str, Judgement]]:
        members = sorted(name for root in roots for name in self._reach(root))
        return [
            (name, other, j) for name in members for other, j in sorted(self._different.get(name, {}).items())
        ]

    def _path(self, a: str, b: str) -> list[Judgement]:
        """The judgements that make `a` and `b` one, empty if none do."""
        came: dict[str, tuple[str, Judgement]] = {}
        queue, seen = deque([a]), {a}
        while queue:
            name = queue.popleft()
            for other, judgement in sorted(self._same.get(name, {}).items()):
                if other not in seen:
                    seen.add(other)
                    came[other] = (name, judgement)
                    queue.append(other)
        path: list[Judgement] = []
        while b in came:
            b, judgement = came[b]
            path.append(judgement)
        return path[::-1]


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements on actors that were not withdrawn, in the order given."""
    standing: list[Judgement] = []
    for judgement in judgements:
        if judgement.kind != KIND or judgement.verdict not in VERDICTS:
            continue
        if judgement.verdict != "withdraw":
            standing.append(judgement)
            continue
        pair = _pair(judgement)
        for place in range(len(standing) - 1, -1, -1):
            if _pair(standing[place]) == pair:
                del standing[place]
                break
    return standing


def _pair(judgement: Judgement) -> frozenset[str]:
    return frozenset((judged_name(judgement.subject), judged_name(judgement.object or "")))


def _by_article(names: Iterable[str]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for name in names:
        if mention := split_mention(name):
            found[mention[0]] = found.get(mention[0], frozenset()) | {mention[1]}
    return found


def _sign(judgement: Judgement) -> str:
    return {"same": "=", "different": "≠", "split": "≠"}.get(judgement.verdict, judgement.verdict)
