"""Side by side: the selected sentence and another's, their differences marked in words and in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from model.records import Difference, Span
from model.views import Reading, Report
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.host import Host
from tui.screens.judging import Judging
from tui.screens.listing import ListScreen
from tui.signs import WORDS, is_source_left_out, sign_of
from tui.terminal.sanitise import cell_width, sanitise
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

    @property
    def judged_report(self) -> Report | None:
        """The match being compared."""
        return self._report

    def heading(self) -> tuple[Pieces, Pieces]:
        """The relation in words."""
        sign = sign_of(self._report.match)
        relation = (self._report.match.relation or "not decided").replace("_", " ")
        judged = f"   {self._report.match.judged}" if self._report.match.judged else ""
        return [(" SIDE BY SIDE  ", "bar"), (f"{sign.sign} {relation}", sign.role), (judged, "key")], ()

    def entries(self) -> Sequence[Entry]:
        """Both sentences in columns, changed words in brackets, then a line a difference."""
        half = max(4, (self.width - 3) // 2)
        a, b = self._sides(half - 1)
        head = line(
            (fit(f"a: {article_line(self._reading.row)}", half), "title"),
            (" │ ", "chrome"),
            (f"b: {article_line(self._report.row)}", "title"),
        )
        rows = [_beside(left, right, half) for left, right in zip_longest(a, b, fillvalue=())]
        return [GAP, head, GAP, *rows, GAP, *self._differences()]

    def do_follow(self) -> None:
        """Go to the other sentence."""
        self.host.go(Place(self._report.row.id, self._report.sentence.n))

    def forget(self) -> None:
        """Take the match as the corpus has it now; one that was rejected stays as it was shown."""
        who_else = self.corpus.who_else(self._report.match.a)
        self._report = next(
            (item for item in who_else.reports if item.match.b == self._report.match.b), self._report
        )

    def _sides(self, width: int) -> tuple[list[Pieces], list[Pieces]]:
        number = int(self._report.match.a.rpartition(":")[2])
        sentence = self._reading.sentences[number]
        mine = [item.a for item in self._report.match.differences]
        theirs = [item.b for item in self._report.match.differences]
        return (
            _marked(sanitise(sentence.span.of(self._reading.text)), sentence.start, mine, width),
            _marked(sanitise(self._report.text), self._report.sentence.start, theirs, width),
        )

    def _differences(self) -> Iterator[Entry]:
        differences = self._report.match.differences
        if not differences:
            yield line(("no difference that counts", "dim"))
        for item in differences:
            muted = item.kind == "name" or is_source_left_out(item)
            sign, role = ("·", "dim") if muted else ("≠", "differs")
            label = f"{sign} {fit(WORDS[item.kind], 10)}"
            words = f"{sanitise(item.why)}{self._quoted(item)}"
            for n, (start, end) in enumerate(
                wrap(words, 0, len(words), max(10, self.width - len(label) - 2))
            ):
                yield line(
                    (label if n == 0 else " " * len(label), role),
                    (words[start:end], "dim" if muted else "text"),
                )

    def _quoted(self, item: Difference) -> str:
        mine = sanitise(item.a.of(self._reading.text)) if item.a else "–"
        offset = self._report.sentence.start
        theirs = sanitise(item.b.shifted(-offset).of(self._report.text)) if item.b else "–"
        return f": {mine} | {theirs}" if item.a or item.b else ""


def _marked(text: str, offset: int, spans: Sequence[Span | None], width: int) -> list[Pieces]:
    """Lines of a sentence that begins at `offset`, the words of `spans` in brackets and in their colour."""
    marks = sorted({(span.start - offset, span.end - offset) for span in spans if span})
    lines: list[Pieces] = []
    for start, end in wrap(text, 0, len(text), max(2, width - 2)):
        pieces: list[Piece] = []
        at = start
        for first, last in marks:
            a, b = max(first, at), min(last, end)
            if a < b:
                opening, closing = "[" if a == first else "", "]" if b == last else ""
                pieces += [(text[at:a], "text"), (f"{opening}{text[a:b]}{closing}", "changed")]
                at = b
        lines.append([*pieces, (text[at:end], "text")])
    return lines


def _beside(left: Pieces, right: Pieces, half: int) -> Entry:
    used = sum(cell_width(text) for text, _ in left)
    return line(*left, (" " * max(0, half - used), "text"), (" │ ", "chrome"), *right)
