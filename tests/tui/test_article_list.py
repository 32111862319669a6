"""The window over the list of articles: pages are asked for as they are needed, headings where they help."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from model.corpus import Corpus, CorpusError
from model.views import LIST_ORDERS, ArticleRow, ListOrder
from tui.article_list import PAGE, ArticleList


class Stories:
    """A corpus of nothing but rows: `AAB-` are four articles, two of one story, one alone, one of none."""

    def __init__(self, stories: str) -> None:
        self._stories = stories
        self.asked: list[tuple[int, int]] = []

    def article_count(self) -> int:
        return len(self._stories)

    def articles(self, *, offset: int, limit: int, order: ListOrder) -> Sequence[ArticleRow]:
        assert order == "story"
        self.asked.append((offset, limit))
        return [self._row(n) for n in range(offset, min(offset + limit, len(self._stories)))]

    def article_rows(self, ids: Sequence[str]) -> Mapping[str, ArticleRow]:
        raise NotImplementedError

    def find_articles(self, query: str, order: ListOrder) -> Sequence[str]:
        raise NotImplementedError

    def next_unread(self, order: ListOrder, *, after: str | None) -> str | None:
        raise NotImplementedError

    def position(self, article: str, order: ListOrder) -> int:
        raise NotImplementedError

    def _row(self, number: int) -> ArticleRow:
        story = None if self._stories[number] == "-" else self._stories[number]
        return ArticleRow(str(number), "", "", None, None, None, story, None, "A", 1, None)


def listed(stories: str) -> tuple[ArticleList, Stories]:
    rows = Stories(stories)
    return ArticleList(rows), rows


@pytest.mark.parametrize(
    ("stories", "headings"),
    [
        ("AAB", [0, 2]),
        ("ABC", []),
        ("ABBC", [1, 3]),
        ("---", []),
        ("AA--", [0, 2]),
        ("AABBB", [0, 2]),
        ("A", []),
    ],
)
def test_headings_stand_where_stories_of_several_articles_begin_and_end(
    stories: str, headings: list[int]
) -> None:
    articles, _ = listed(stories)
    assert [n for n in range(len(articles)) if articles.has_heading(n)] == headings


def test_only_the_pages_that_are_looked_at_are_asked_for() -> None:
    articles, rows = listed("-" * 100_000)
    assert articles[50_000].id == "50000"
    assert articles[50_001].id == "50001"
    assert rows.asked == [(50_000 // PAGE * PAGE, PAGE)]
    articles.reload()
    assert articles[50_000].id == "50000"
    assert len(rows.asked) == 2


@pytest.mark.parametrize("index", [-1, 3])
def test_there_is_nothing_beyond_the_ends(index: int) -> None:
    articles, _ = listed("AAA")
    with pytest.raises(IndexError):
        articles[index]


@pytest.mark.parametrize("order", LIST_ORDERS)
def test_a_heading_stands_above_each_group_and_nowhere_else(corpus: Corpus, order: ListOrder) -> None:
    articles = ArticleList(corpus)
    articles.regroup(order)
    rows = [articles[n] for n in range(len(articles))]
    groups = [articles.group(row) for row in rows]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    for n, row in enumerate(rows):
        assert articles.position(row.id) == n
        assert articles.heading(row)
        if order != "story":
            assert articles.has_heading(n) == (n == 0 or groups[n] != groups[n - 1])


def test_what_an_agency_told_of_two_events_are_two_origins(corpus: Corpus) -> None:
    articles = ArticleList(corpus)
    articles.regroup("origin")
    row = next(row for row in corpus.articles() if row.origin)
    other = replace(row, story="another", story_title="Another event")
    assert articles.group(row) != articles.group(other)
    assert articles.heading(other) == f"{row.origin} · Another event"
    assert articles.group(replace(row, origin=None)) is None
    articles.regroup("outlet")
    assert articles.group(replace(row, outlet="The  POST")) == articles.group(replace(row, outlet="the Post"))


def test_every_order_comes_round(corpus: Corpus) -> None:
    articles, seen = ArticleList(corpus), []
    for _ in LIST_ORDERS:
        seen.append(articles.order)
        articles.regroup(articles.next_order())
    assert tuple(seen) == LIST_ORDERS
    assert articles.order == "story"


def test_what_is_read_stays_in_a_list_of_what_is_unread_until_it_is_asked_anew(corpus: Corpus) -> None:
    articles = ArticleList(corpus)
    articles.narrow("is:unread")
    assert len(articles) == 5
    first = articles[0].id
    corpus.mark(first, read=True)
    articles.refresh(first)
    assert articles[0].read
    articles.reload()
    assert len(articles) == 5
    assert articles.next_unread(first) == 1
    assert articles.next_unread(articles[4].id) == 1
    articles.narrow("is:unread")
    assert len(articles) == 4
    assert articles.position(first) is None
    articles.narrow("")
    assert articles.position(first) == 0


def test_a_query_that_makes_no_sense_changes_nothing(corpus: Corpus) -> None:
    articles = ArticleList(corpus)
    articles.narrow("is:unread")
    with pytest.raises(CorpusError):
        articles.narrow("is:odd")
    assert (articles.query, len(articles)) == ("is:unread", 5)
