"""Who is upstream among articles that rest on one report nobody credits: by time, and by what was dropped."""

from __future__ import annotations

from collections.abc import Sequence

from model.matching.origins.account import Account
from model.matching.origins.wording import shared_passages
from model.records import Article, Evidence, Span

#: Share of its own words that a copy must have from an original which says more than it does.
_TAKEN = 0.8
_LONGER = 1.15
#: Families larger than this are ordered by time alone.
_MOST_COMPARED = 12
_TIME_WEIGHT = 0.5


def original(accounts: Sequence[Account]) -> Account | None:
    """The member that the others come from; None where neither time nor what was dropped tells."""
    return _first(accounts) or _fullest(accounts)


def _first(accounts: Sequence[Account]) -> Account | None:
    """The one published before all others."""
    dated = sorted((a.article.published or "", a.article.id, a) for a in accounts if a.article.published)
    if len(dated) < max(2, len(accounts)) or not _is_before(dated[0][0], dated[1][0]):
        return None
    return dated[0][2]


def _fullest(accounts: Sequence[Account]) -> Account | None:
    """The one whose text holds nearly all of every other and more: copies drop, and seldom add."""
    if not 1 < len(accounts) <= _MOST_COMPARED:
        return None
    sizes = sorted((account.wording.size for account in accounts), reverse=True)
    longest = max(accounts, key=lambda account: account.wording.size)
    if sizes[0] < _LONGER * sizes[1]:
        return None
    for other in accounts:
        taken = sum(p.words for p in shared_passages(other.wording, longest.wording))
        if other is not longest and taken < _TAKEN * other.wording.size:
            return None
    return longest


def came_before(one: Article, other: Article) -> bool:
    """Whether one article was surely published before another."""
    return bool(one.published and other.published and _is_before(one.published, other.published))


def _is_before(one: str, other: str) -> bool:
    """Whether one ISO 8601 time is before another, looking no closer than the coarser of the two says."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def earlier(home: Article, article: Article) -> Evidence | None:
    """Evidence that `home` was published before `article`: the places of their dates, if they have any."""
    if not came_before(home, article):
        return None
    why = f"published {article.published}, the other {home.published}"
    return Evidence("time", _date_span(article), home.id, _date_span(home), _TIME_WEIGHT, why)


def _date_span(article: Article) -> Span:
    """Where the date stands that the article is dated by; of no length at 0 if it is not in the text."""
    used = (found.span for found in article.date_evidence if found.used and found.span is not None)
    return next(used, Span(0, 0))
