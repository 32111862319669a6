"""Coverage: which article states a claim, which tells it differently, which leaves it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from model.matching.groups import article_of
from model.records import LOUDNESS, Group, Match
from model.views import CoverageCell


def coverage_cells(
    group: Group, articles: Sequence[str], matches: Mapping[frozenset[str], Match], first: str | None = None
) -> tuple[CoverageCell, ...]:
    """A cell for each article, in order: the sentence that tells the claim, and how it does so.

    `matches` are keyed by their unordered pair of sentence ids (`by_pair`). Relations are those to the
    telling of `first` (an article of the group; by default the earliest of `articles`), whose own cell has
    none.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for sentence in group.sentences:
        told[article_of(sentence)].append(sentence)
    anchor = first if first in told else next((article for article in articles if article in told), None)
    anchors = told.get(anchor, []) if anchor is not None else []
    return tuple(_cell(told.get(article, ()), article == anchor, anchors, matches) for article in articles)


def by_pair(matches: Iterable[Match]) -> Mapping[frozenset[str], Match]:
    """Matches by their unordered pair of sentence ids; rejected ones are left out."""
    return {frozenset((match.a, match.b)): match for match in matches if match.judged != "rejected"}


def disagreements(group: Group, matches: Mapping[frozenset[str], Match]) -> int:
    """How many pairs of the group differ in more than leaving a source out."""
    pairs = (
        matches.get(frozenset((one, other)))
        for n, one in enumerate(group.sentences)
        for other in group.sentences[n + 1 :]
    )
    return sum(match is not None and bool(match.conflicts) for match in pairs)


def alone(sentences: Iterable[str], matches: Iterable[Match]) -> tuple[str, ...]:
    """Those sentences, in order, that no other article is found to tell."""
    told = {
        sentence
        for match in matches
        if match.relation not in (None, "background") and match.judged != "rejected"
        for sentence in (match.a, match.b)
    }
    return tuple(sentence for sentence in sentences if sentence not in told)


def omitted(groups: Iterable[Group], article: str) -> tuple[Group, ...]:
    """Claims that at least two others tell and this article leaves out, most widely told first."""
    missing = [group for group in groups if article not in group.articles]
    return tuple(sorted(missing, key=lambda group: (-len(group.articles), group.sentences)))


def _cell(
    sentences: Sequence[str],
    is_anchor: bool,
    anchors: Sequence[str],
    matches: Mapping[frozenset[str], Match],
) -> CoverageCell:
    if not sentences:
        return CoverageCell(sentence=None, relation=None, kinds=())
    if is_anchor:
        return CoverageCell(sentence=sentences[0], relation=None, kinds=())
    found = [
        (match, sentence)
        for sentence in sentences
        for anchor in anchors
        if (match := matches.get(frozenset((sentence, anchor)))) is not None
    ]
    if not found:
        return CoverageCell(sentence=sentences[0], relation=None, kinds=())
    match, sentence = min(found, key=lambda row: (LOUDNESS.get(row[0].told or "", 9), -row[0].score))
    return CoverageCell(sentence=sentence, relation=match.told, kinds=match.conflicts)
