"""The list of articles as a window over the corpus: rows are asked for by the page, never all at once.

It is grouped by stories, outlets, origins or days. A query narrows it down to a fixed list of articles: what
is read meanwhile stays in a list of what is unread, until the query is asked anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from model.views import LIST_ORDERS, ArticleRow, ListOrder

PAGE = 128
_PAGES_KEPT = 32
_NAMELESS: Mapping[ListOrder, str] = {
    "story": "no story",
    "outlet": "no outlet",
    "origin": "no origin found",
    "date": "no date proven",
}


class Rows(Protocol):
    """What the list needs of a corpus."""

    def article_count(self) -> int:
        """How many articles there are."""

    def articles(self, *, offset: int, limit: int, order: ListOrder) -> Sequence[ArticleRow]:
        """Rows of the list from `offset` on, at most `limit`."""

    def article_rows(self, ids: Sequence[str]) -> Mapping[str, ArticleRow]:
        """Rows by article id, in this order."""

    def find_articles(self, query: str, order: ListOrder) -> Sequence[str]:
        """Ids of the articles that answer a query, in list order; of all if it is empty."""

    def next_unread(self, order: ListOrder, *, after: str | None) -> str | None:
        """The next unread article of the whole list."""

    def position(self, article: str, order: ListOrder) -> int:
        """Place of an article in the whole list. Raises KeyError for an unknown id."""


class ArticleList:
    """Rows by their index in the list, cached by pages until `reload`."""

    def __init__(self, corpus: Rows) -> None:
        self._corpus = corpus
        self._pages: dict[int, list[ArticleRow]] = {}
        self._found: Sequence[str] | None = None
        self.order: ListOrder = "story"
        self.query = ""
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
            page = self._pages[number] = self._page(number * PAGE)
        return page[index % PAGE]

    def position(self, article: str) -> int | None:
        """Index of an article; None if the query leaves it out. Raises KeyError for an unknown id."""
        position = self._corpus.position(article, self.order)
        if self._found is None:
            return position
        return self._found.index(article) if article in self._found else None

    def group(self, row: ArticleRow) -> str | None:
        """What the row is grouped by, as it is compared; None for what has nothing of the kind."""
        match self.order:
            case "story":
                return row.story
            case "outlet":
                return " ".join(row.outlet.casefold().split()) if row.outlet else None
            case "origin":
                # An origin is one report: what an agency told of two events are two.
                return f"{row.story} {row.family}" if row.origin else None
            case "date":
                return row.published[:10] if row.published else None

    def heading(self, row: ArticleRow) -> str:
        """What stands above the row's group."""
        name = {
            "story": row.story_title,
            "outlet": row.outlet,
            "origin": f"{row.origin} · {row.story_title}" if row.origin else None,
            "date": self.group(row),
        }[self.order]
        return name or f"({_NAMELESS[self.order]})"

    def has_heading(self, index: int) -> bool:
        """Whether a heading stands above the row.

        Outlets, origins and days always have one. Of stories those of several articles do, and what comes
        after one, so that it is not taken for a part of it; articles without company need none.
        """
        if self.order != "story":
            return index == 0 or self.group(self[index - 1]) != self.group(self[index])
        if self._same_story(index - 1, index):
            return False
        return self._same_story(index, index + 1) or self._same_story(index - 2, index - 1)

    def first_with_company(self) -> int:
        """Index of the first article, near the start of the list, that others of its story can be read
        against; 0 without any.
        """
        near = range(min(self._length, PAGE))
        return next((index for index in near if self._same_story(index, index + 1)), 0)

    def regroup(self, order: ListOrder) -> None:
        """Group the list by something else."""
        self.order = order
        self.reload()

    def next_order(self) -> ListOrder:
        """The grouping after the present one, round and round."""
        return LIST_ORDERS[(LIST_ORDERS.index(self.order) + 1) % len(LIST_ORDERS)]

    def narrow(self, query: str) -> None:
        """List only what answers a query; everything if it is empty. Raises CorpusError for one that makes no
        sense, and then lists what it did.
        """
        query = query.strip()
        found = self._corpus.find_articles(query, self.order) if query else None
        self.query, self._found = query, found
        self._forget()

    def refresh(self, article: str) -> None:
        """Show an article as the corpus has it now, if it is in sight: its marks have changed."""
        for page in self._pages.values():
            for number, row in enumerate(page):
                if row.id == article:
                    page[number] = self._corpus.article_rows([article]).get(article, row)

    def next_unread(self, after: str | None) -> int | None:
        """Index of the next unread article in the list, round and round; None if all were read."""
        if self._found is None:
            unread = self._corpus.next_unread(self.order, after=after)
            return self._corpus.position(unread, self.order) if unread is not None else None
        here = self.position(after) if after is not None else None
        first = 0 if here is None else here + 1
        indices = (*range(first, self._length), *range(first))
        return next((index for index in indices if not self[index].read), None)

    def reload(self) -> None:
        """Forget what is cached: the corpus has changed. What a query has found stays while it is there."""
        if self._found is not None:
            found = set(self._found)
            self._found = [i for i in self._corpus.find_articles("", self.order) if i in found]
        self._forget()

    def _forget(self) -> None:
        self._pages.clear()
        self._length = self._corpus.article_count() if self._found is None else len(self._found)

    def _page(self, start: int) -> list[ArticleRow]:
        if self._found is None:
            return list(self._corpus.articles(offset=start, limit=PAGE, order=self.order))
        return list(self._corpus.article_rows(self._found[start : start + PAGE]).values())

    def _same_story(self, first: int, second: int) -> bool:
        if first < 0 or second >= self._length:
            return False
        story = self[first].story
        return story is not None and story == self[second].story
