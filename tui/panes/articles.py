"""The articles pane: the corpus by stories, outlets, origins or days, and for the selected sentence who
reports it and who is silent.

`●` reports it · `≠` reports it differently · `○` is silent. `✓` before a label: it was read; `*` after it: it
is starred. Only the rows in the window are asked of the corpus; a heading stands above the first article of
its group.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.strip import Strip

from model.views import ArticleRow
from tui.painting import Piece, strip_of_pieces
from tui.panes.lines import LinePane
from tui.session import Pane, Session
from tui.signs import sign_of
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import Theme

REPORTS, DIFFERS, SILENT = "●", "≠", "○"
READ, STARRED = "✓", "*"


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
        """A title, then the articles in the window under the headings of their groups."""
        articles = self.session.articles
        title = self._title()
        strips = [self.cached(("title", *title), partial(strip_of_pieces, title, width, self.theme))]
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
                heading = articles.heading(row)
                strips.append(self.cached(("heading", heading), partial(self._heading, heading, width)))
            self._indices.append(index)
            sign = signs.get(row.id, (" ", "text"))
            opened, at_cursor = index == self.session.article, focused and index == self.session.row
            key = (row, sign, opened, at_cursor, focused, articles.order)
            strips.append(
                self.cached(
                    key, partial(self._article, row, width, sign=sign, opened=opened, at_cursor=at_cursor)
                )
            )
        return strips

    def _title(self) -> tuple[Piece, ...]:
        """What the list is grouped by, and the query that narrows it down."""
        articles = self.session.articles
        if not articles.query:
            return (" ARTICLES", "bar"), (f" by {articles.order}", "dim")
        query = (f" /{sanitise(articles.query)}", "key")
        return (" ARTICLES" if len(articles) else " NONE", "bar"), query, (f" by {articles.order}", "dim")

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

    def _heading(self, heading: str, width: int) -> Strip:
        return strip_of_pieces([(" ▾ ", "dim"), (sanitise(heading), "dim")], width, self.theme)

    def _article(self, row: ArticleRow, width: int, *, sign: Piece, opened: bool, at_cursor: bool) -> Strip:
        pointed = at_cursor or (opened and self.session.pane is not Pane.ARTICLES)
        pointer = ">" if pointed else " "
        role = "title" if opened else "text"
        order = self.session.articles.order
        # A family's letter means something among the articles of its story alone.
        letter = row.family if order == "story" and row.company > 1 else ""
        pieces: list[Piece] = [
            (pointer, "key"),
            sign,
            (f" {letter:1.2} " if order == "story" else " ", "dim"),
            (READ if row.read else " ", "dim"),
            (sanitise(row.label), role),
            (STARRED if row.starred else "", "key"),
        ]
        outlet = row.outlet if order != "outlet" else None
        if outlet:
            pieces.append((f" {sanitise(outlet)}", role))
        if not outlet or width - sum(cell_width(text) for text, _ in pieces) > 12:
            words = sanitise(row.title or row.opening)
            pieces.append((f" {'· ' if outlet else ''}{words}", "dim"))
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
        elif report.match.is_unsure:
            signs.setdefault(report.row.id, (sign.sign, sign.role))
        elif report.match.relation != "background" and signs.get(report.row.id, ("", ""))[0] != DIFFERS:
            signs[report.row.id] = (REPORTS, "same")
    if signs:
        signs[session.reading.row.id] = (REPORTS, "key")
    return signs
