"""Groups: sentences of different articles that tell one claim, built without chaining unrelated ones
together.

Clusters grow along the surest matches first. Two clusters join only if they have no article in common and
their sentences match one another on average, not just at one end.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from model.matching.behind import Behind
from model.passage import Witness
from model.records import Derivation, Group, Match, Origin

#: Mean score over all pairs between two clusters, pairs without a match counting nothing.
_COHESION = 0.35

#: A sentence left over joins a group that so large a share of matches to it.
_ATTACH = 0.5


def build_groups(
    matches: Iterable[Match],
    derivations: Iterable[Derivation] = (),
    origins: Iterable[Origin] = (),
    witnesses: Iterable[Witness] = (),
) -> list[Group]:
    """Groups of at least two articles, in the order of their first sentence's id.

    Rejected, unsure and background matches bind nothing. `origins` of a group are those behind its claim, by
    what is known of the story (`Behind`): articles that share one count once in `independent`, articles
    without a known origin for themselves. The result does not depend on the order of the matches.
    """
    links = _links(matches)
    behind = Behind(derivations, origins, witnesses)
    groups = []
    for members in _attach_rest(_clusters(links), links):
        told: dict[str, list[str]] = defaultdict(list)
        for sentence in sorted(members):
            told[article_of(sentence)].append(sentence)
        if len(told) > 1:
            groups.append(_group(told, behind))
    return sorted(groups, key=lambda group: group.sentences)


def article_of(sentence: str) -> str:
    """The article of a sentence id."""
    return sentence.rpartition(":")[0]


_Links = Mapping[str, Mapping[str, float]]


def _links(matches: Iterable[Match]) -> _Links:
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for match in matches:
        if match.told in (None, "background") or match.judged == "rejected":
            continue
        score = 1.0 if match.judged == "confirmed" else match.score
        links[match.a][match.b] = links[match.b][match.a] = score
    return links


def _clusters(links: _Links) -> list[set[str]]:
    cluster_of = {sentence: {sentence} for sentence in links}
    ranked = sorted(
        ((-score, a, b) for a, row in links.items() for b, score in row.items() if a < b),
    )
    for _, a, b in ranked:
        one, other = cluster_of[a], cluster_of[b]
        if one is not other and _belong_together(one, other, links):
            if len(one) < len(other):
                one, other = other, one
            one |= other
            for sentence in other:
                cluster_of[sentence] = one
    return list({id(cluster): cluster for cluster in cluster_of.values()}.values())


def _belong_together(one: set[str], other: set[str], links: _Links) -> bool:
    if {article_of(s) for s in one} & {article_of(s) for s in other}:
        return False
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    total = sum(score for sentence in small for to, score in links[sentence].items() if to in large)
    return total >= _COHESION * len(one) * len(other)


def _attach_rest(clusters: list[set[str]], links: _Links) -> list[set[str]]:
    """Sentences left alone join the group that answers them best, as second tellings by one of its
    articles.
    """
    groups = [cluster for cluster in clusters if len(cluster) > 1]
    core = {sentence: n for n, group in enumerate(groups) for sentence in group}
    for alone in sorted(sentence for cluster in clusters if len(cluster) == 1 for sentence in cluster):
        support: dict[int, float] = defaultdict(float)
        for to, score in links[alone].items():
            if to in core:
                support[core[to]] += score
        if support:
            best = max(support, key=lambda n: (support[n], -n))
            others = [s for s in groups[best] if core.get(s) == best and article_of(s) != article_of(alone)]
            if others and support[best] >= _ATTACH * len(others):
                groups[best].add(alone)
    return groups


def _group(told: Mapping[str, Sequence[str]], behind: Behind) -> Group:
    sentences = tuple(sorted(sentence for row in told.values() for sentence in row))
    origins, independent = behind.of(told)
    return Group(
        id="g" + hashlib.sha256(sentences[0].encode("utf-8", "surrogatepass")).hexdigest()[:12],
        sentences=sentences,
        articles=tuple(sorted(told)),
        origins=origins,
        independent=independent,
    )
