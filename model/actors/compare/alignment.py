"""Which word of one name answers to which word of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from model.actors.names import Likeness, word_likeness


@dataclass(frozen=True, slots=True)
class Pair:
    """Words `a`..`a + a_size` of the first name against words `b`..`b + b_size` of the second."""

    a: int
    b: int
    likeness: Likeness
    a_size: int = 1
    b_size: int = 1


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, in order of the first name, and the places of the words left over on either side."""

    pairs: tuple[Pair, ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]

    @property
    def score(self) -> float:
        """Mean likeness of the pairs, 0 without any."""
        return sum(pair.likeness.score for pair in self.pairs) / len(self.pairs) if self.pairs else 0.0

    def weakest(self) -> float:
        """Likeness of the least alike pair, 0 without any."""
        return min((pair.likeness.score for pair in self.pairs), default=0.0)


def align(
    a: Sequence[str], b: Sequence[str], likeness: Callable[[str, str], Likeness] = word_likeness
) -> Alignment:
    """Pair the words of two names, the likest first, words in the same order before others.

    Words split or run together on one side are paired with their whole on the other. Cost is the product of
    the lengths, which the parsers keep below a few dozen.
    """
    found = [
        (likeness(x, y), i, j) for i, x in enumerate(a) for j, y in enumerate(b) if likeness(x, y).score > 0
    ]
    found.sort(key=lambda item: (-item[0].score, abs(item[1] - item[2]), item[1], item[2]))
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    pairs: list[Pair] = []
    for score, i, j in found:
        if i in free_a and j in free_b:
            pairs.append(Pair(i, j, score))
            free_a.remove(i)
            free_b.remove(j)
    pairs += _whole(a, b, free_a, free_b, likeness, swapped=False)
    pairs += _whole(b, a, free_b, free_a, likeness, swapped=True)
    pairs.sort(key=lambda pair: (pair.a, pair.b))
    return Alignment(tuple(pairs), tuple(sorted(free_a)), tuple(sorted(free_b)))


def _whole(
    split: Sequence[str],
    joined: Sequence[str],
    free_split: set[int],
    free_joined: set[int],
    likeness: Callable[[str, str], Likeness],
    *,
    swapped: bool,
) -> list[Pair]:
    """Pairs of several leftover words of `split` with one leftover word of `joined`."""
    pairs: list[Pair] = []
    for j in sorted(free_joined):
        for start, end in _runs(free_split):
            whole = "".join(split[start:end])
            score = likeness(whole, joined[j])
            if len(whole) >= 4 and score.score > 0 and score.kind != "initial":
                size = end - start
                pairs.append(Pair(j, start, score, 1, size) if swapped else Pair(start, j, score, size, 1))
                free_joined.discard(j)
                free_split.difference_update(range(start, end))
                break
    return pairs


def _runs(free: set[int]) -> list[tuple[int, int]]:
    """Neighbouring leftover places as (start, end), longest first, two to four words."""
    return [
        (start, start + size)
        for size in (4, 3, 2)
        for start in sorted(free)
        if all(place in free for place in range(start, start + size))
    ]
