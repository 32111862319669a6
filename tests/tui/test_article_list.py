"""The window over the list of articles: pages are asked for as they are needed, headings where they help."""

from collections.abc import Sequence

import pytest

from model.views import ArticleRow
from tui.article_list import PAGE, ArticleList


class Stories:
    """A corpus of nothing but rows: `AAB-` are four articles, two of one story, one alone, one of none."""

    def __init__(self, stories: str) -> None:
        self._stories = stories
        self.asked: list[tuple[int, int]] = []

    def article_count(self) -> int:
        return len(self._stories)

    def articles(self, *, offset: int, limit: int) -> Sequence[ArticleRow]:
        self.asked.append((offset, limit))
        return [self._row(n) for n in range(offset, min(offset + limit, len(self._stories)))]

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
