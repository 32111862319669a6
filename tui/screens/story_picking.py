"""Picking a story: its articles are searched as one types; Enter hands one of them over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from model.corpus import CorpusError
from model.views import ArticleRow
from tui.operations import Context
from tui.panes.listing import Entry, line
from tui.screens.host import Host
from tui.screens.listing import TypingScreen
from tui.terminal.sanitise import sanitise
from tui.wrapping import fit

_SHOWN = 200
#: A list of so many articles is looked through as one types; in a longer one sentences are searched.
_LISTED = 5_000


class StoryPicker(TypingScreen):
    """The stories with an article that answers the query, in list order, but for that of `article`."""

    context: ClassVar[Context] = Context.ACTORS
    title_text = "one story with"

    def __init__(self, host: Host, article: ArticleRow, picked: Callable[[ArticleRow], None]) -> None:
        super().__init__(host)
        self._article = article
        self._picked = picked

    def entries(self) -> Sequence[Entry]:
        """A line a story: its title, how many articles tell it, and those that answer."""
        stories: dict[str, list[ArticleRow]] = {}
        for row in {row.id: row for row in self._rows()}.values():
            if row.story != self._article.story:
                stories.setdefault(row.story or row.id, []).append(row)
        if stories:
            return [self._line(rows) for rows in stories.values()]
        return [line(("no other story has an article with these words", "dim"))]

    def open(self, target: object) -> None:
        """Close the list and hand the story's article over."""
        if isinstance(target, ArticleRow):
            self.host.leave()
            self._picked(target)

    def _rows(self) -> Sequence[ArticleRow]:
        query = self.query_text.strip()
        if not query:
            return self.corpus.articles(limit=_SHOWN)
        try:
            if self.corpus.article_count() <= _LISTED:
                return list(self.corpus.article_rows(self.corpus.find_articles(query)[:_SHOWN]).values())
            return [hit.row for hit in self.corpus.search(query, limit=_SHOWN)]
        except CorpusError:  # a query that is not typed to its end
            return ()

    def _line(self, rows: Sequence[ArticleRow]) -> Entry:
        row = rows[0]
        articles = "1 article" if row.company == 1 else f"{row.company} articles"
        named = " · ".join(f"{item.label} {item.outlet or ''}".strip() for item in rows)
        title = row.story_title or row.title or row.opening
        return line(
            (fit(sanitise(title), max(12, self.width // 2)), "text"),
            (fit(f"  {articles}", 14), "dim"),
            (sanitise(named), "dim"),
            target=row,
        )
