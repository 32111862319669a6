"""The list of articles as a window over the corpus: rows are asked for by the page, never all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from model.views import ArticleRow

PAGE = 128
_PAGES_KEPT = 32


class Rows(Protocol):
    """What the list needs of a corpus."""

    def article_count(self) -> int:
        """How many articles there are."""

    def articles(self, *, offset: int, limit: int) -> Sequence[ArticleRow]:
        """Rows of the list from `offset` on, at most `limit`."""


class ArticleList:
    """Rows by their index in the corpus's order, cached by pages until `reload`."""

    def __init__(self, corpus: Rows) -> None:
        self._corpus = corpus
        self._pages: dict[int, Sequence[ArticleRow]] = {}
        self._length = corpus.article_count()

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> ArticleRow:
        """The row at 0 ≤ `index` < len. Raises IndexError beyond."""
        if not 0 <= index < self._length:
            raise IndexError(index)
        number = index // PAGE
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= _PAGES_KEPT:
                self._pages.clear()
            page = self._pages[number] = self._corpus.articles(offset=number * PAGE, limit=PAGE)
        return page[index % PAGE]

    def has_heading(self, index: int) -> bool:
        """Whether a story's heading stands above the row.

        It does where a story of several articles begins, and where one ends, so that what follows is not
        taken for a part of it. Articles without company need none.
        """
        if self._same_story(index - 1, index):
            return False
        return self._same_story(index, index + 1) or self._same_story(index - 2, index - 1)

    def first_with_company(self) -> int:
        """Index of the first article, near the start of the list, that others of its story can be read
        against; 0 without any.
        """
        near = range(min(self._length, PAGE))
        return next((index for index in near if self._same_story(index, index + 1)), 0)

    def _same_story(self, first: int, second: int) -> bool:
        if first < 0 or second >= self._length:
            return False
        story = self[first].story
        return story is not None and story == self[second].story

    def reload(self) -> None:
        """Forget what is cached: the corpus has changed."""
        self._pages.clear()
        self._length = self._corpus.article_count()
