"""The user's word on actors: which names are one, which are not, and what an actor is called.

Judgements are records of kind ``actor``. Their subject and object are names as written (or
``article@start`` for a single mention in a split); their verdict is one of `VERDICTS`:

=============  =====================================================
same           subject and object name one actor
different      they name two
unsure         the pair was looked at and left open
rename         the actor that subject names is called object
retype         the actor that subject names is of the type object
split          object, a name or one mention, is not the actor subject
withdraw       the latest judgement on this subject and object is undone
=============  =====================================================

“Same” is transitive, and so is “different” over it. A later judgement overrides what it contradicts.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from model.actors.names import fold
from model.records import EntityType, Judgement

KIND = "actor"
VERDICTS = frozenset({"same", "different", "unsure", "rename", "retype", "split", "withdraw"})

_MENTION = re.compile(r"^(.+)@(\d+)$")
_TYPES: dict[str, EntityType] = {
    kind: kind for kind in ("PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "OTHER")
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A new judgement against the earlier ones that contradict it, in the order of the chain they form."""

    new: Judgement
    earlier: tuple[Judgement, ...]

    def __str__(self) -> str:
        told = "; ".join(f"‘{j.subject}’ {_sign(j)} ‘{j.object}’ ({j.at})" for j in self.earlier)
        return f"‘{self.new.subject}’ {_sign(self.new)} ‘{self.new.object}’ contradicts {told}"


class ActorJudgements:
    """All judgements on actors that stand, as constraints on names. Names are compared folded."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._same: dict[str, dict[str, Judgement]] = defaultdict(dict)
        self._different: dict[str, dict[str, Judgement]] = defaultdict(dict)
        self._unsure: dict[frozenset[str], Judgement] = {}
        self._names: dict[str, Judgement] = {}
        self._types: dict[str, Judgement] = {}
        self._mentions: dict[str, Judgement] = {}
        self._root: dict[str, str] = {}
        for judgement in _standing(judgements):
            self._take(judgement)
        self._find_roots()

    def relation(self, a: Iterable[str], b: Iterable[str]) -> tuple[bool, Judgement] | None:
        """Whether actors with these names were judged one (True) or two (False), and by which judgement."""
        roots_a = {self._root[name]: name for name in sorted(map(fold, a)) if name in self._root}
        roots_b = {self._root[name]: name for name in sorted(map(fold, b)) if name in self._root}
        for root, name in roots_a.items():
            if root in roots_b and name != roots_b[root]:
                path = self._path(name, roots_b[root])
                return (True, path[-1]) if path else None
        for name, other, judgement in self._negatives(set(roots_a)):
            if self._root[other] in roots_b and self._root[name] in roots_a:
                return False, judgement
        return None

    def is_unsure(self, a: str, b: str) -> bool:
        """Whether the user looked at the pair and left it open."""
        return frozenset((fold(a), fold(b))) in self._unsure

    def judged_names(self, name: str) -> frozenset[str]:
        """The folded names in some relation with `name`: judged the same, or different from one of those."""
        folded = fold(name)
        if folded not in self._root:
            return frozenset()
        members = self._members(folded)
        return frozenset(members | {other for one in members for other in self._different.get(one, ())})

    def name_for(self, names: Iterable[str]) -> str | None:
        """What the user calls an actor with these names."""
        found = [self._names[name] for name in self._with_equals(names) if name in self._names]
        return max(found, key=lambda judgement: judgement.at).object if found else None

    def type_for(self, names: Iterable[str]) -> EntityType | None:
        """The type that the user gave to an actor with these names."""
        found = [self._types[name] for name in self._with_equals(names) if name in self._types]
        return _TYPES.get(max(found, key=lambda judgement: judgement.at).object or "") if found else None

    def is_split_off(self, article: str, start: int) -> bool:
        """Whether the mention at `start` (code points) of the article was taken out of its actor."""
        return f"{article}@{start}" in self._mentions

    def conflict(self, new: Judgement) -> Conflict | None:
        """The earlier judgements that `new` contradicts, None if it fits."""
        if new.kind != KIND or new.object is None or new.verdict not in ("same", "different", "split"):
            return None
        a, b = fold(new.subject), fold(new.object)
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
        a, b = fold(judgement.subject), fold(judgement.object or "")
        if judgement.verdict == "rename":
            self._names[a] = judgement
        elif judgement.verdict == "retype":
            self._types[a] = judgement
        elif judgement.verdict == "split" and judgement.object and _MENTION.match(judgement.object):
            self._mentions[judgement.object] = judgement
        elif judgement.verdict == "unsure":
            self._unsure[frozenset((a, b))] = judgement
        elif a and b and a != b:
            self._relate(a, b, judgement)

    def _relate(self, a: str, b: str, judgement: Judgement) -> None:
        """Add an edge; what it contradicts gives way, the latest link of a chain first."""
        self._find_roots()
        while (conflict := self.conflict(judgement)) is not None:
            weakest = max(conflict.earlier, key=lambda earlier: earlier.at)
            for edges in (self._same, self._different):
                for x, y in ((weakest.subject, weakest.object), (weakest.object, weakest.subject)):
                    edges.get(fold(x or ""), {}).pop(fold(y or ""), None)
            self._find_roots()
        edges = self._same if judgement.verdict == "same" else self._different
        edges[a][b] = edges[b][a] = judgement

    def _find_roots(self) -> None:
        self._root = {}
        for name in sorted(self._same.keys() | self._different.keys()):
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

    def _members(self, name: str) -> set[str]:
        return self._reach(name)

    def _with_equals(self, names: Iterable[str]) -> set[str]:
        folded = {fold(name) for name in names}
        return folded.union(*(self._reach(name) for name in folded if name in self._root))

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
    return frozenset((fold(judgement.subject), fold(judgement.object or "")))


def _sign(judgement: Judgement) -> str:
    return {"same": "=", "different": "≠", "split": "≠"}.get(judgement.verdict, judgement.verdict)
