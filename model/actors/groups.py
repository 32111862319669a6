"""Joining items under constraints: what must go together, what must never."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint groups of items 0..n-1; merging respects which of them must stay apart."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {item: [item] for item in range(size)}
        self._apart: dict[int, dict[int, str]] = {item: {} for item in range(size)}
        self.why: dict[int, list[str]] = {item: [] for item in range(size)}

    def find(self, item: int) -> int:
        """The group of `item`, named by one of its members."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def members(self, item: int) -> list[int]:
        """All items of the group of `item`, sorted."""
        return sorted(self._members[self.find(item)])

    def keep_apart(self, a: int, b: int, why: str) -> bool:
        """Forbid that `a` and `b` ever share a group; false when they already do."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        self._apart[a].setdefault(b, why)
        self._apart[b].setdefault(a, why)
        return True

    def forbidden(self, a: int, b: int) -> str | None:
        """Why the groups of `a` and `b` must stay apart, None if they need not."""
        return self._apart[self.find(a)].get(self.find(b))

    def merge(self, a: int, b: int, why: Iterable[str] = ()) -> bool:
        """Make one group of two; false, and nothing done, where they must stay apart."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if b in self._apart[a]:
            return False
        keep, gone = min(a, b), max(a, b)
        self._parent[gone] = keep
        self._members[keep] += self._members.pop(gone)
        for other, reason in self._apart.pop(gone).items():
            del self._apart[other][gone]
            self._apart[other].setdefault(keep, reason)
            self._apart[keep].setdefault(other, reason)
        self.why[keep] += [*self.why.pop(gone), *why]
        return True

    def all(self) -> list[list[int]]:
        """The groups, each sorted, in order of their smallest items."""
        return sorted(sorted(members) for members in self._members.values())
