"""Wording that two articles share once names and quotations are left out: the trace of copying.

Sampled word sequences and the share of the shorter text that they cover; the longest passage in common is
the evidence. Below a few per cent, shared wording says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from model.matching.profile import Profile
from model.records import Span

if TYPE_CHECKING:
    from model.matching.origins.evidence import Account, Entry

_SHINGLE = 5
#: Retellings of one report and unrelated reports of one event share up to this much.
_BY_CHANCE = 0.05


def shared_wording(a: Account, b: Account, entry: Callable[..., Entry]) -> Iterator[Entry]:
    """An entry for the wording shared, if it is more than chance."""
    mine, theirs = _shingles(a.profiles.values()), _shingles(b.profiles.values())
    common = mine.keys() & theirs.keys()
    share = containment(len(mine), len(theirs), len(common))
    if share <= _BY_CHANCE:
        return
    start, end = _longest(mine, common)
    other = theirs[next(s for s in common if mine[s].start == start)]
    size = end - start
    yield entry(
        "wording",
        Span(start, end),
        Span(other.start, min(b.article.length, other.start + size)),
        round(min(4.0, 20 * (share - _BY_CHANCE)), 3),
        f"{share:.0%} of the word sequences of the shorter article stand in the other",
    )


def containment(one: int, other: int, common: int) -> float:
    """Share of the smaller of two sets that stands in the other, by their sizes."""
    return common / min(one, other) if one and other else 0.0


def _shingles(profiles: Iterable[Profile]) -> Mapping[tuple[str, ...], Span]:
    """Sequences of five words with their span in the article, first place each."""
    found: dict[tuple[str, ...], Span] = {}
    for profile in profiles:
        named = [mention.span for mention in profile.passage.mentions]
        quoted = [quotation.span for quotation in profile.quotations]
        words = [w for w in profile.words if not any(s.start <= w.start < s.end for s in (*named, *quoted))]
        for i in range(len(words) - _SHINGLE + 1):
            run = words[i : i + _SHINGLE]
            found.setdefault(tuple(word.stem for word in run), Span(run[0].start, run[-1].end))
    return found


def _longest(mine: Mapping[tuple[str, ...], Span], common: Iterable[tuple[str, ...]]) -> tuple[int, int]:
    """The longest stretch of the first article that shared sequences cover without a gap."""
    best = (0, 0)
    run = (0, 0)
    for span in sorted(mine[shingle] for shingle in common):
        run = (run[0], max(run[1], span.end)) if span.start <= run[1] and run[1] else (span.start, span.end)
        if run[1] - run[0] > best[1] - best[0]:
            best = run
    return best
