"""Coverage: the claims of a story against its sources, and what each tells alone or leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from model.views import Coverage, CoverageCell, CoverageRow
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.articles import REPORTS, SILENT
from tui.panes.listing import GAP, Entry, line
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


class CoverageScreen(Exporting, ListScreen):
    """A row a claim, a column a source. The column under the cursor decides what Enter opens."""

    context: ClassVar[Context] = Context.COVERAGE
    title_text = "CLAIMS × SOURCES"

    def __init__(self, host: Host, story: str | None) -> None:
        super().__init__(host)
        self._story = story
        self._coverage: Coverage | None = None
        self._column = 0
        self._first = 0
        self._by_disagreement = True

    @property
    def story(self) -> str | None:
        """The story of the matrix."""
        return self._story

    @property
    def coverage(self) -> Coverage:
        """The matrix, asked for once."""
        if self._coverage is None:
            self._coverage = self.corpus.coverage(self._story)
        return self._coverage

    def forget(self) -> None:
        """Ask for the matrix again."""
        self._coverage = None

    def heading(self) -> tuple[Pieces, Pieces]:
        """The order of the rows and the source under the cursor."""
        left, right = super().heading()
        order = "by disagreement" if self._by_disagreement else "in the order of the text"
        source = ""
        if self.coverage.articles:
            row = self.coverage.articles[self._column]
            source = f"   column {sanitise(row.label)}: {sanitise(row.outlet or 'no outlet')}"
        return [*left, (f"   {order}{source}", "dim")], right

    def entries(self) -> Sequence[Entry]:
        """The names of the columns, a line a claim, then what single sources tell or leave out."""
        coverage = self.coverage
        if not coverage.rows:
            return [line(("no claim of this story is told by two sources", "dim")), GAP, *self._apart()]
        count = min(len(coverage.articles), max(1, (self.width - _FEWEST - 8) // _CELL))
        self._first = min(max(self._first, self._column - count + 1), self._column)
        columns = range(self._first, self._first + min(count, len(coverage.articles) - self._first))
        text = self.width - len(columns) * _CELL - 9
        names: list[Piece] = [(fit("", text), "dim")]
        for column in columns:
            role = "key" if column == self._column else "dim"
            names.append((fit(sanitise(coverage.articles[column].label), _CELL), role))
        names.append((" origins", "dim"))
        rows = (
            sorted(coverage.rows, key=lambda row: -row.disagreements)
            if self._by_disagreement
            else coverage.rows
        )
        return [
            Entry(tuple(names)),
            *(self._claim(row, columns, text) for row in rows),
            GAP,
            *self._apart(),
        ]

    def open(self, target: object) -> None:
        """Open the cell under the cursor: the sentence of that source, or the claim's first telling."""
        if isinstance(target, CoverageRow):
            sentence = target.cells[self._column].sentence or next(
                (cell.sentence for cell in target.cells if cell.sentence), None
            )
            if sentence is not None:
                self.host.go(Place(sentence.rpartition(":")[0], number_of(sentence)))
        else:
            super().open(target)

    def do_pane_left(self) -> None:
        """The source on the left."""
        self._move_column(-1)

    def do_pane_right(self) -> None:
        """The source on the right."""
        self._move_column(1)

    def do_sort(self) -> None:
        """Sort by disagreement, or in the order of the text."""
        self._by_disagreement = not self._by_disagreement
        self.refill()

    def _move_column(self, by: int) -> None:
        self._column = min(max(0, self._column + by), max(0, len(self.coverage.articles) - 1))
        self.refill()

    def _claim(self, row: CoverageRow, columns: range, width: int) -> Entry:
        pieces: list[Piece] = [(fit(sanitise(row.text), width - 1), "text"), (" ", "text")]
        for column in columns:
            text, role = _cell(row.cells[column])
            pieces.append((fit(text, _CELL), role))
        pieces.append((f" {row.independent}", "text"))
        return Entry(tuple(pieces), row)

    def _apart(self) -> Iterator[Entry]:
        labels = {row.id: row.label for row in self.coverage.articles}
        for words, by_article in (("only in", self.coverage.alone), ("left out by", self.coverage.omitted)):
            for article, sentences in by_article.items():
                if sentences and article in labels:
                    claims = "claim" if len(sentences) == 1 else "claims"
                    first = sentences[0]
                    yield line(
                        (f"{words} {sanitise(labels[article])}: {len(sentences)} {claims}", "text"),
                        target=Place(first.rpartition(":")[0], number_of(first)) if ":" in first else None,
                    )


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
