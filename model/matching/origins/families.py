"""Which articles of a story rest on one report: families, joined by what their ledgers weigh."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

#: Weight at which two articles are held to rest on one report.
ENOUGH = 2.5
#: A family takes an article in only if, on average, its ledgers with all members weigh this much of it.
_ON_AVERAGE = 0.5


def families(articles: Sequence[str], weights: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Articles grouped into families, each sorted, all in the order of their first member.

    Links are taken heaviest first. Two families are joined only if they belong together as a whole, so that
    one chance link chains nothing.
    """
    home = {article: [article] for article in sorted(articles)}
    known = {frozenset(pair): weight for pair, weight in weights.items()}
    for pair, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        one, other = home[pair[0]], home[pair[1]]
        if weight < ENOUGH or one is other:
            continue
        across = [known.get(frozenset((x, y)), 0.0) for x in one for y in other]
        if sum(across) / len(across) >= _ON_AVERAGE * ENOUGH:
            joined = sorted(one + other)
            home.update(dict.fromkeys(joined, joined))
    unique: dict[str, list[str]] = defaultdict(list)
    for family in home.values():
        unique[family[0]] = family
    return [unique[first] for first in sorted(unique)]
