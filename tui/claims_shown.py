"""Which claims of a coverage are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.views import Coverage, CoverageRow
from tui.session import number_of
from tui.signs import WORDS

#: By how often it is disputed; by the number of origins behind it; as the source under the cursor tells it.
ORDERS = ("disagreement", "origins", "article")

#: Choices of claims: all; those told differently; those that the source under the cursor tells, or leaves
#: out. Each kind of difference is one more.
ALL, DISPUTED, TOLD, LEFT_OUT = "", "disputed", "told", "left out"


@dataclass(frozen=True, slots=True)
class Shown:
    """A choice of claims, an order, and the source that both may be about, by its column."""

    choice: str = ALL
    order: str = ORDERS[0]
    column: int = 0

    def rows(self, coverage: Coverage) -> Sequence[CoverageRow]:
        """The claims chosen, in order; claims that are equal in it stay as the coverage has them."""
        rows = [row for row in coverage.rows if self._chosen(row)]
        if self.order == "disagreement":
            return sorted(rows, key=lambda row: -row.disagreements)
        if self.order == "origins":
            return sorted(rows, key=lambda row: -row.independent)
        return sorted(rows, key=self._place)

    def choices(self, coverage: Coverage) -> Sequence[str]:
        """The choices that leave something, everything first."""
        kinds = {kind for row in coverage.rows for cell in row.cells for kind in cell.kinds}
        every = (ALL, DISPUTED, TOLD, LEFT_OUT, *(kind for kind in WORDS if kind in kinds - {"name"}))
        return [choice for choice in every if choice == ALL or self._with(choice).rows(coverage)]

    def in_words(self, label: str) -> Iterator[str]:
        """The choice and the order, `label` being that of the source under the cursor."""
        if self.choice in (TOLD, LEFT_OUT):
            yield f"{self.choice} by {label}"
        elif self.choice:
            yield f"only {WORDS.get(self.choice, self.choice)}"
        yield f"in the order of {label}" if self.order == "article" else f"by {self.order}"

    def _with(self, choice: str) -> Shown:
        return Shown(choice, self.order, self.column)

    def _chosen(self, row: CoverageRow) -> bool:
        if self.choice in (TOLD, LEFT_OUT):
            return (row.cells[self.column].sentence is not None) is (self.choice == TOLD)
        if self.choice == DISPUTED:
            return row.disagreements > 0
        return not self.choice or any(self.choice in cell.kinds for cell in row.cells)

    def _place(self, row: CoverageRow) -> tuple[bool, int]:
        sentence = row.cells[self.column].sentence
        return sentence is None, number_of(sentence) if sentence is not None else 0
