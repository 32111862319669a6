"""The articles pane: the corpus by stories, and for the selected sentence who reports it and who is silent.

`●` reports it · `≠` reports it differently · `○` is silent. Only the rows in the window are asked of the
corpus; a story's heading stands above its first article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.strip import Strip

from model.records import REPORTING_KINDS
from model.views import ArticleRow
from tui.painting import Piece, strip_of_pieces
from tui.panes.lines import LinePane
from tui.session import Pane, Session
from tui.signs import sign_of
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import Theme

REPORTS, DIFFERS, SILENT = "●", "≠", "○"
_OPENING = 80


class ArticlesPane(LinePane):
    """Draws the list; `top` is the index of the first article in the window."""

    def __init__(self, session: Session, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(theme, id=id)
        self.session = session
        self.top = 0
        self._indices: list[int | None] = []

    def index_at(self, row: int) -> int | None:
        """Index of the article in a line of the window; None where another thing stands."""
        return self._indices[row] if row < len(self._indices) else None

    def page_size(self) -> int:
        """How many articles the window holds at least."""
        return max(1, self.size.height - 2)

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """A title, then the articles in the window under the headings of their stories."""
        articles = self.session.articles
        title: list[Piece] = [(" ARTICLES", "bar")]
        strips = [self.cached("title", partial(strip_of_pieces, title, width, self.theme))]
        self._indices = [None]
        self._keep_cursor_in_sight(height - 1)
        signs = statement_signs(self.session)
        focused = self.session.pane is Pane.ARTICLES
        for index in range(self.top, len(articles)):
            if len(strips) >= height:
                break
            row = articles[index]
            if articles.has_heading(index):
                self._indices.append(None)
                strips.append(self.cached(("story", row.story), partial(self._heading, row, width)))
            self._indices.append(index)
            sign = signs.get(row.id, (" ", "text"))
            opened, at_cursor = index == self.session.article, focused and index == self.session.row
            key = (row.id, row.family, sign, opened, at_cursor, focused)
            strips.append(
                self.cached(
                    key, partial(self._article, row, width, sign=sign, opened=opened, at_cursor=at_cursor)
                )
            )
        return strips

    def _title(self, row: ArticleRow) -> str:
        """The title, or the first words of an article that has none."""
        if row.title:
            return row.title
        reading = self.session.corpus.reading(row.id)
        first = next((item.start for item in reading.sentences if item.block in REPORTING_KINDS), 0)
        return " ".join(reading.text[first : first + _OPENING].split())

    def _keep_cursor_in_sight(self, height: int) -> None:
        """Move the window so that the cursor and, above a first article, its heading are seen."""
        articles, row = self.session.articles, self.session.row
        self.top = min(self.top, max(0, len(articles) - 1))
        self.top = min(self.top, row)
        used, first = 0, row
        while first >= self.top:
            used += 1 + articles.has_heading(first)
            if used > height:
                self.top = min(first + 1, row)
                return
            first -= 1

    def _heading(self, row: ArticleRow, width: int) -> Strip:
        title = sanitise(row.story_title or "(no story)")
        return strip_of_pieces([(" ▾ ", "dim"), (title, "dim")], width, self.theme)

    def _article(self, row: ArticleRow, width: int, *, sign: Piece, opened: bool, at_cursor: bool) -> Strip:
        pointed = at_cursor or (opened and self.session.pane is not Pane.ARTICLES)
        pointer = ">" if pointed else " "
        role = "title" if opened else "text"
        pieces: list[Piece] = [
            (pointer, "key"),
            sign,
            (f" {row.family:1.2} ", "dim"),
            (sanitise(row.label), role),
        ]
        if row.outlet:
            pieces.append((f" {sanitise(row.outlet)}", role))
        if not row.outlet or width - sum(cell_width(text) for text, _ in pieces) > 12:
            pieces.append((f" {'· ' if row.outlet else ''}{sanitise(self._title(row))}", "dim"))
        return strip_of_pieces(pieces, width, self.theme, self.theme.over("cursor") if at_cursor else None)


def statement_signs(session: Session) -> Mapping[str, Piece]:
    """For each article of the story, by id: how it treats the selected sentence. Others are left out."""
    who_else = session.who_else
    if who_else is None or session.reading is None:
        return {}
    signs: dict[str, Piece] = {row.id: (SILENT, "dim") for row in who_else.silent}
    for report in who_else.reports:
        sign = sign_of(report.match)
        if sign.sign == "≠":
            signs[report.row.id] = (DIFFERS, "differs")
        elif report.match.relation != "background" and signs.get(report.row.id, ("", ""))[0] != DIFFERS:
            signs[report.row.id] = (REPORTS, "same")
    if signs:
        signs[session.reading.row.id] = (REPORTS, "key")
    return signs
