"""Operations of the reader on the list of articles: grouping, narrowing down, what was read and starred."""

from __future__ import annotations

from model.views import ArticleRow
from tui.screens.reader_base import ReaderBase
from tui.session import Pane


class Shelving(ReaderBase):
    """What can be done with the list, and with the article under its cursor."""

    def do_group_articles(self) -> None:
        """Group the list by the next of story, outlet, origin and date."""
        self.session.regroup(self.session.articles.next_order())
        self.say(f"articles by {self.session.articles.order}")

    def do_next_unread(self) -> None:
        """Open the next unread article."""
        if not self.session.next_unread():
            self.say("every article of the list was read")

    def do_star(self) -> None:
        """Star the article, or take its star away."""
        row = self._row()
        if row is not None:
            self.session.mark(row.id, starred=not row.starred)
            starred = f"starred ({self.key('find')} is:starred in the list shows what is)"
            self.say(f"{row.label}: {'no star' if row.starred else starred}")

    def do_unread(self) -> None:
        """Mark the article as not read, or as read."""
        row = self._row()
        if row is not None:
            self.session.mark(row.id, read=not row.read)
            self.say(f"{row.label}: {'not read' if row.read else 'read'}")

    def ask_for_articles(self) -> None:
        """Ask for a query that narrows the list down."""
        self.ask("articles /", self._narrow, text=self.session.articles.query)

    def show_all_articles(self) -> bool:
        """Lift the query of the list, if it has the focus and there is one; whether it was."""
        if self.session.pane is not Pane.ARTICLES or not self.session.articles.query:
            return False
        self._narrow("")
        return True

    def _narrow(self, query: str) -> None:
        self.session.narrow(query)
        found = len(self.session.articles)
        if query.strip():
            articles = "1 article" if found == 1 else f"{found} articles"
            self.say(f"{articles} ({self.key('leave')} in the list shows all)")

    def _row(self) -> ArticleRow | None:
        """The article meant, with its marks as they are now."""
        listed = self.session.listed
        if listed is None:
            self.say("no article to mark")
            return None
        return self.corpus.article_rows([listed.id]).get(listed.id)
