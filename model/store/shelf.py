"""The list of articles as its user has it: with what was read and starred, and narrowed down to a query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from model.errors import CrossreadError
from model.store.listing import Listing
from model.store.marks import UNMARKED, Mark, Marks
from model.views import ArticleRow, ListOrder

_IS = "is:"


class QueryError(CrossreadError):
    """A query of the list of articles makes no sense; the message is one line."""


class Shelf:
    """Rows of the list with their marks."""

    def __init__(self, listing: Listing, marks: Marks) -> None:
        self._listing = listing
        self._marks = marks

    def rows(self, *, offset: int, limit: int | None, order: ListOrder) -> Sequence[ArticleRow]:
        """A window of the list."""
        return self._marked(self._listing.rows(offset=offset, limit=limit, order=order))

    def rows_of(self, ids: Sequence[str]) -> Sequence[ArticleRow]:
        """The rows of these articles in this order; unknown ids are left out."""
        rows = self._listing.by_id(ids)
        return self._marked([rows[identity] for identity in ids if identity in rows])

    def find(self, query: str, order: ListOrder) -> Sequence[str]:
        """Ids of the articles that answer a query, in list order; of all if it is empty.

        Words stand in the label, outlet, date, title, first words or origin, whatever their case;
        `is:unread`, `is:read` and `is:starred` ask for marks; a minus before either asks for the opposite.
        Reads the list once from end to end. Raises QueryError for another `is:`.
        """
        terms = query.split()
        tests = [self._test(term) for term in terms]
        # Ids alone are read from the index of places; words make the rows themselves be read.
        if all(map(_asks_marks, terms)):
            return [i for i in self._listing.ids(order) if all(test(i, "") for test in tests)]
        described = self._listing.described(order)
        return [i for i, words in described if all(test(i, words) for test in tests)]

    def next_unread(self, order: ListOrder, *, after: str | None) -> str | None:
        """The next article in the list that was not read, round and round; None if all others were.

        Raises KeyError if `after` is unknown.
        """
        read = self._marks.read()
        ahead = chain(self._listing.ids(order, after=after), self._listing.ids(order))
        return next((identity for identity in ahead if identity not in read and identity != after), None)

    def mark(self, article: str, *, read: bool | None = None, starred: bool | None = None) -> Mark:
        """Mark an article; what is None stays. Its marks as they are now."""
        mark = self._marks.of([article]).get(article, UNMARKED)
        new = Mark(mark.read if read is None else read, mark.starred if starred is None else starred)
        if new != mark:
            self._marks.set(article, new)
        return new

    def _marked(self, rows: Sequence[ArticleRow]) -> Sequence[ArticleRow]:
        marks = self._marks.of(row.id for row in rows)
        return [
            replace(row, read=marks[row.id].read, starred=marks[row.id].starred) if row.id in marks else row
            for row in rows
        ]

    def _test(self, term: str) -> Callable[[str, str], bool]:
        asks_marks, wanted = _asks_marks(term), not term.startswith("-")
        term = term.removeprefix("-").casefold()
        if not asks_marks:
            return lambda _, words: (term in words.casefold()) is wanted
        if term not in ("is:read", "is:unread", "is:starred"):
            raise QueryError(f"{term}: ask for is:unread, is:read or is:starred")
        wanted = wanted is (term != "is:unread")
        marked = self._marks.starred() if term == "is:starred" else self._marks.read()
        return lambda identity, _: (identity in marked) is wanted


def _asks_marks(term: str) -> bool:
    return term.removeprefix("-").casefold().startswith(_IS)
