"""Side by side: the selected sentence and another's, their differences marked in words and in place.

What counts as a difference stands in brackets; words that are merely other words are underlined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from model.reasons import named_reason
from model.records import Difference
from model.views import Reading, Report
from tui.beside import columns, marked
from tui.operations import Context
from tui.painting import Pieces
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.host import Host
from tui.screens.judging import Judging
from tui.screens.listing import ListScreen
from tui.signs import WORDS, sign_of
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit, wrap


class CompareScreen(Judging, ListScreen):
    """Two sentences beside each other; Enter goes to the other one in its article."""

    context: ClassVar[Context] = Context.COMPARE
    title_text = "SIDE BY SIDE"

    def __init__(self, host: Host, reading: Reading, report: Report) -> None:
        super().__init__(host)
        self._reading = reading
        self._report = report
        self._aligned = self.corpus.aligned(report.match.a, report.match.b)

    @property
    def judged_report(self) -> Report | None:
        """The match being compared."""
        return self._report

    def heading(self) -> tuple[Pieces, Pieces]:
        """The relation in words."""
        sign = sign_of(self._report.match)
        relation = (self._report.match.told or "perhaps the same").replace("_", " ")
        if self._report.match.told == "differs":
            relation = f"{relation}: {sign.words}"
        judged = f"   {self._report.match.judged}" if self._report.match.judged else ""
        return [(" SIDE BY SIDE  ", "bar"), (f"{sign.sign} {relation}", sign.role), (judged, "key")], ()

    def entries(self) -> Sequence[Entry]:
        """Both sentences in columns, then a line a difference."""
        half = max(4, (self.width - 3) // 2)
        a, b = self._sides(half - 1)
        head = line(
            (fit(article_line(self._reading.row), half), "title"),
            (" │ ", "chrome"),
            (article_line(self._report.row), "title"),
        )
        return [GAP, head, GAP, *columns(a, b, half), GAP, *self._differences()]

    def do_follow(self) -> None:
        """Go to the other sentence."""
        self.host.go(Place(self._report.row.id, self._report.sentence.n))

    def forget(self) -> None:
        """Take the match as the corpus has it now; one that is no more stays as it was shown."""
        try:
            who_else = self.corpus.who_else(self._report.match.a)
        except KeyError:  # another program has indexed the article anew
            return
        self._report = next(
            (item for item in who_else.reports if item.match.b == self._report.match.b), self._report
        )

    def _sides(self, width: int) -> tuple[list[Pieces], list[Pieces]]:
        number = int(self._report.match.a.rpartition(":")[2])
        sentence = self._reading.sentences[number]
        match = self._report.match
        mine = [item.a for item in match.differences if item.a and not item.is_quiet]
        theirs = [item.b for item in match.differences if item.b and not item.is_quiet]
        both = self._aligned
        return (
            marked(
                sanitise(sentence.span.of(self._reading.text)),
                sentence.start,
                mine,
                [item.span for item in both.a if item.kind != "equal"],
                width,
            ),
            marked(
                sanitise(self._report.text),
                self._report.sentence.start,
                theirs,
                [item.span for item in both.b if item.kind != "equal"],
                width,
            ),
        )

    def _differences(self) -> Iterator[Entry]:
        differences = self._report.match.differences
        if not differences:
            yield line(("no difference that counts", "dim"))
        for item in sorted(differences, key=lambda item: item.is_quiet):
            sign, role = ("·", "dim") if item.is_quiet else ("≠", "differs")
            label = f"{sign} {fit(WORDS[item.kind], 10)}"
            words = f"{self._why(item)}{self._quoted(item)}"
            for n, (start, end) in enumerate(
                wrap(words, 0, len(words), max(10, self.width - len(label) - 2))
            ):
                yield line(
                    (label if n == 0 else " " * len(label), role),
                    (words[start:end], "dim" if item.is_quiet else "text"),
                )

    def _why(self, item: Difference) -> str:
        return sanitise(named_reason(item.why, a=self._reading.row.label, b=self._report.row.label))

    def _quoted(self, item: Difference) -> str:
        mine = sanitise(item.a.of(self._reading.text)) if item.a else "–"
        offset = self._report.sentence.start
        theirs = sanitise(item.b.shifted(-offset).of(self._report.text)) if item.b else "–"
        return f": {mine} | {theirs}" if item.a or item.b else ""
