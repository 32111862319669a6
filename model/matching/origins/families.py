"""Which articles of a story rest on one report: families, joined by what their ledgers weigh."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from model.matching.origins.ledger import ENOUGH

#: A family takes an article in only if, on average, its ledgers with all members weigh this much of it.
_ON_AVERAGE = 0.65


def families(articles: Sequence[str], weights: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Articles grouped into families, each sorted, all in the order of their first member.

    `weights` are those of pairs a < b; a pair that is left out weighs nothing. Links are taken heaviest
    first. Two families are joined only if they belong together as a whole: no chance link chains them.
    """
    members = {article: [article] for article in sorted(articles)}
    home = {article: article for article in members}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (a, b), weight in weights.items():
        sums[a][b] = sums[b][a] = weight
    for (a, b), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight < ENOUGH:
            break
        one, other = sorted((home[a], home[b]))
        pairs = len(members[one]) * len(members[other])
        if one != other and sums[one].get(other, 0.0) >= _ON_AVERAGE * ENOUGH * pairs:
            home.update(dict.fromkeys(members[other], one))
            members[one] += members.pop(other)
            _add(sums, one, other)
    return sorted(sorted(family) for family in members.values())


def _add(sums: dict[str, dict[str, float]], one: str, other: str) -> None:
    """Let the family `one` have the weights of `other` to all third ones."""
    for third, weight in sums.pop(other, {}).items():
        del sums[third][other]
        if third != one:
            total = sums[one].get(third, 0.0) + weight
            sums[one][third] = sums[third][one] = total
