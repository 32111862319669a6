"""Coverage: the claims of a story against its sources, and what each tells alone or leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.geometry import Region, Size
from textual.widget import Widget

from model.views import Coverage, CoverageCell, CoverageRow, Reading, Report
from tui import arrangement
from tui.claims_shown import ALL, LEFT_OUT, ORDERS, Shown
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.articles import REPORTS, SILENT
from tui.panes.bar import Bar
from tui.panes.listing import GAP, Entry, line
from tui.screens.compare import CompareScreen
from tui.screens.exporting import Exporting
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.session import number_of
from tui.signs import SIGNS, WORDS, role_of
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit

_CELL = 7
_FEWEST = 24


@dataclass(frozen=True, slots=True)
class Source:
    """A line on one source: it leads to what the source tells alone, or to what it leaves out."""

    column: int
    alone: bool


class CoverageScreen(Exporting, ListScreen):
    """A row a claim, a column a source. The column under the cursor decides what Enter compares, and whose
    own claims are shown in place of the matrix when asked for.
    """

    context: ClassVar[Context] = Context.COVERAGE

    def __init__(self, host: Host, story: str | None, article: str | None = None) -> None:
        """The claims of a story, the cursor in the column of `article` if it is one of its sources."""
        super().__init__(host)
        self.names = Bar(host.look)
        self._story = story
        self._begin_at = article
        self._coverage: Coverage | None = None
        self._shown = Shown()
        self._alone = False
        self._first = 0

    @property
    def story(self) -> str | None:
        """The story of the matrix."""
        return self._story

    @property
    def coverage(self) -> Coverage:
        """The matrix, asked for once."""
        if self._coverage is None:
            self._coverage = self.corpus.coverage(self._story)
            sources = [row.id for row in self._coverage.articles]
            column = min(self._shown.column, max(0, len(sources) - 1))
            if self._begin_at in sources:
                column, self._begin_at = sources.index(self._begin_at), None
            self._shown = replace(self._shown, column=column)
        return self._coverage

    def forget(self) -> None:
        """Ask for the matrix again."""
        self._coverage = None

    # ── showing ───────────────────────────────────────────────────────────────────────────────────────────

    def compose(self) -> list[Widget]:
        """The names of the sources stay above the claims."""
        return [self.header, self.names, self.list, self.guide, self.status, self.footer]

    def panes(self, size: Size) -> Mapping[Widget, Region]:
        """One line for the names, where there is room for more than that."""
        body = arrangement.body(size)
        if body.height < 3:
            return {self.list: body}
        names, rest = Region(body.x, body.y, body.width, 1), body.height - 1
        return {self.names: names, self.list: Region(body.x, body.y + 1, body.width, rest)}

    def refresh_panes(self) -> None:
        """Bring the names up to date with the list."""
        super().refresh_panes()
        self.names.say(() if self._alone else self._names())

    def heading(self) -> tuple[Pieces, Pieces]:
        """Which claims are shown and in which order, and the source under the cursor."""
        left, right = super().heading()
        if not self.coverage.articles:
            return left, right
        row = self.coverage.articles[self._shown.column]
        label = sanitise(row.label)
        source = f"{label}: {sanitise(row.outlet or 'no outlet')}"
        if self._alone:
            return [(f" ONLY IN {source}", "bar"), *left[1:]], right
        words = " · ".join(self._shown.in_words(label))
        return [(" CLAIMS × SOURCES", "bar"), *left[1:], (f"   {words}   ▾{source}", "dim")], right

    def resting_status(self) -> tuple[Pieces, Pieces]:
        """How much the source under the cursor tells alone, and leaves out."""
        if not self.coverage.articles:
            return (), ()
        row = self.coverage.articles[self._shown.column]
        alone, left_out = self.coverage.alone[row.id], self.coverage.omitted[row.id]
        label = sanitise(row.label)
        only_in = f" only in {label}: {_claims(alone)} ({self.key('alone')})"
        return [(f"{only_in} · left out by {label}: {_claims(left_out)} ({self.key('left-out')})", "dim")], ()

    def entries(self) -> Sequence[Entry]:
        """A line a claim, then a line a source for what it alone tells or leaves out."""
        coverage = self.coverage
        if not coverage.articles:
            return [line(("no articles yet", "dim"))]
        if self._alone:
            return list(self._told_alone())
        if not coverage.rows:
            return [line(("no claim of this story is told by two sources", "dim")), GAP, *self._apart()]
        columns, text = self._columns()
        return [
            *(self._claim(row, columns, text) for row in self._shown.rows(coverage)),
            GAP,
            *self._apart(),
        ]

    # ── operations ────────────────────────────────────────────────────────────────────────────────────────

    def open(self, target: object) -> None:
        """Set the two tellings side by side; where there is one only, go to it."""
        if isinstance(target, Source):
            self._shown = replace(self._shown, column=target.column)
            if target.alone:
                self.do_alone()
            else:
                self.do_left_out()
        elif isinstance(target, CoverageRow):
            pair = self._pair(target)
            if pair is not None:
                self.host.show(CompareScreen(self.host, *pair))
            else:
                cells = (target.cells[self._shown.column], *target.cells)
                self.host.go(_place(next(cell.sentence for cell in cells if cell.sentence)))
        else:
            super().open(target)

    def do_pane_left(self) -> None:
        """The source on the left."""
        self._move_column(-1)

    def do_pane_right(self) -> None:
        """The source on the right."""
        self._move_column(1)

    def do_sort(self) -> None:
        """Sort by disagreement, by origins, or in the order of the source under the cursor."""
        order = ORDERS[(ORDERS.index(self._shown.order) + 1) % len(ORDERS)]
        self._show(replace(self._shown, order=order))

    def do_filter(self) -> None:
        """Show the next choice of claims, round and round."""
        choices = self._shown.choices(self.coverage)
        at = choices.index(self._shown.choice) if self._shown.choice in choices else -1
        self._show(replace(self._shown, choice=choices[(at + 1) % len(choices)]))

    def do_alone(self) -> None:
        """What the source under the cursor alone tells."""
        if self.coverage.articles:
            self._show(self._shown, alone=True)

    def do_left_out(self) -> None:
        """The claims that the source under the cursor leaves out."""
        self._show(replace(self._shown, choice=LEFT_OUT))

    def do_leave(self) -> None:
        """Back from a choice to all claims; from them, close the view."""
        if self.filter or not (self._alone or self._shown.choice):
            super().do_leave()
        else:
            self._show(replace(self._shown, choice=ALL))

    def _show(self, shown: Shown, *, alone: bool = False) -> None:
        if (shown.choice, alone) != (self._shown.choice, self._alone):
            self.list.cursor = self.list.top = 0
        self._shown, self._alone = shown, alone
        self.refill()

    def _move_column(self, by: int) -> None:
        last = max(0, len(self.coverage.articles) - 1)
        column = min(max(0, self._shown.column + by), last)
        self._show(replace(self._shown, column=column), alone=self._alone)

    def _pair(self, row: CoverageRow) -> tuple[Reading, Report] | None:
        """The first telling, and how the source under the cursor reports it, or else who differs most."""
        first = next(cell for cell in row.cells if cell.sentence is not None).sentence or ""
        cell = row.cells[self._shown.column]
        if cell.sentence is not None and cell.sentence.rpartition(":")[0] == first.rpartition(":")[0]:
            others = [item for item in row.cells if item.relation is not None]
            cell = min(others, key=lambda item: item.relation != "differs", default=cell)
        article = first.rpartition(":")[0]
        for sentence in row.group.sentences:
            if sentence.rpartition(":")[0] == article:
                for report in self.corpus.who_else(sentence).reports:
                    if report.match.b == cell.sentence:
                        return self.corpus.reading(article), report
        return None

    # ── lines ─────────────────────────────────────────────────────────────────────────────────────────────

    def _columns(self) -> tuple[range, int]:
        """The columns that are seen, and the cells left for the words of a claim."""
        articles = len(self.coverage.articles)
        count = min(articles, max(1, (self.width - _FEWEST - 8) // _CELL))
        self._first = min(max(self._first, self._shown.column - count + 1), self._shown.column)
        columns = range(self._first, self._first + min(count, articles - self._first))
        return columns, self.width - len(columns) * _CELL - 9

    def _names(self) -> Pieces:
        columns, text = self._columns()
        names: list[Piece] = [(fit("", text + 1), "dim")]
        for column in columns if self.coverage.articles else ():
            label = sanitise(self.coverage.articles[column].label)
            here = column == self._shown.column
            names.append((fit(f"▾{label}" if here else f" {label}", _CELL), "key" if here else "dim"))
        return [*names, (" origins", "dim")]

    def _claim(self, row: CoverageRow, columns: range, width: int) -> Entry:
        pieces: list[Piece] = [(fit(sanitise(row.text), width), "text"), (" ", "text")]
        for column in columns:
            text, role = _cell(row.cells[column])
            pieces.append((fit(text, _CELL), role))
        pieces.append((f" {row.independent}", "text"))
        return Entry(tuple(pieces), row)

    def _apart(self) -> Iterator[Entry]:
        coverage = self.coverage
        for words, found, alone in (
            ("only in", coverage.alone, True),
            ("left out by", coverage.omitted, False),
        ):
            for column, row in enumerate(coverage.articles):
                if found[row.id]:
                    yield line(
                        (f"{words} {sanitise(row.label)}: {_claims(found[row.id])}", "text"),
                        target=Source(column, alone),
                    )

    def _told_alone(self) -> Iterator[Entry]:
        """The sentences that the source under the cursor alone tells."""
        article = self.coverage.articles[self._shown.column].id
        reading = self.corpus.reading(article)
        for sentence in self.coverage.alone[article]:
            found = reading.sentences[number_of(sentence)]
            words = " ".join(sanitise(found.span.of(reading.text)).split())
            yield line((fit(f"{found.n}", 5), "dim"), (words, "text"), target=_place(sentence))
        if not self.coverage.alone[article]:
            yield line(("nothing: others tell all of it", "dim"))


def _claims(found: Sequence[str]) -> str:
    return "1 claim" if len(found) == 1 else f"{len(found)} claims"


def _place(sentence: str) -> Place:
    return Place(sentence.rpartition(":")[0], number_of(sentence))


def _cell(cell: CoverageCell) -> Piece:
    """How a source treats a claim: `●` tells it, `○` is silent, else the sign and what differs, in two
    letters each.
    """
    if cell.sentence is None:
        return SILENT, "dim"
    if cell.relation is None:
        return REPORTS, "key"
    kinds = "·".join(WORDS.get(kind, kind)[:2] for kind in cell.kinds[:2] if kind != "name")
    return f"{SIGNS[cell.relation]}{kinds if cell.relation == 'differs' else ''}", role_of(cell.relation)
