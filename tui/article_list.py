"""The list of articles as a window over the corpus: rows are asked for by the page, never all at once."""

from __future__ import annotations

from collections.abc import Sequence

from model.corpus import Corpus
from model.views import ArticleRow

PAGE = 128
_PAGES_KEPT = 32


class ArticleList:
    """Rows by their index in the corpus's order, cached by pages until `reload`."""

    def __init__(self, corpus: Corpus) -> None:
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

    def starts_story(self, index: int) -> bool:
        """Whether the row is the first of its story in the list."""
        return index == 0 or self[index].story != self[index - 1].story

    def reload(self) -> None:
        """Forget what is cached: the corpus has changed."""
        self._pages.clear()
        self._length = self._corpus.article_count()
