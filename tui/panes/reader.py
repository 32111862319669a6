"""The text pane: the open article verbatim, its actors highlighted, the selected sentence in the middle of
things.

The gutter says for each sentence how loudly others disagree (at its first line), and `┃` stands along the
selected sentence, so that it is found without any colour. In a column between other panes the right edge says
the same of the whole article, with the window laid over it, as soon as there is more than the window shows.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import partial

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from model.records import LOUDNESS, Mention, Relation, Sentence, Span
from model.views import Reading
from tui import highlight
from tui.highlight import Layer, Mark
from tui.layout import MEASURE, Row, RowKind, TextLayout, fold_label, folded_run, is_body, lay_out
from tui.painting import Pieces, layered, strip_of, strip_of_pieces
from tui.panes import overview
from tui.panes.lines import LinePane
from tui.session import Session
from tui.signs import SIGNS, role_of
from tui.terminal.sanitise import sanitise
from tui.themes import Theme
from tui.wrapping import cell_of

NOTED = "*"
#: The parts of the bar that the window shows and that say nothing else.
WINDOW = "▐"
#: The mark of a note or a space, the sign, the bar of the selected sentence, a space.
GUTTER = 4
_CONTEXT = 2


class ReaderPane(LinePane):
    """Draws the session's open article; `top` is the first row in the window, `empty` what stands in the
    place of a text when there is none.
    """

    def __init__(self, session: Session, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(theme, id=id)
        self.session = session
        self.top = 0
        self.empty: Sequence[Pieces] = ()
        self._layout = TextLayout((), ())
        self._text = ""
        self._laid_out: Hashable = None
        self._signs: Mapping[int, Relation] = {}
        self._mentions: Mapping[int, Sequence[Mention]] = {}
        self._noted: Collection[int] = ()
        self._parts: tuple[Hashable, Sequence[Relation | None]] = (None, ())

    # ── moving the window ─────────────────────────────────────────────────────────────────────────────────

    def page(self, rows: int) -> None:
        """Move window and selection by so many rows."""
        self._lay_out()
        sentence = self.session.selected
        if sentence is None or not self._layout.rows:
            return
        row = self._layout.row_at(sentence.start) + rows
        row = min(max(0, row), len(self._layout.rows) - 1)
        self.top = min(max(0, self.top + rows), self._last_top())
        moved = self.session.move_to_offset(self._layout.rows[row].end - 1)
        if not moved:
            self.session.move(1 if rows > 0 else -1)
        self.sync()

    def cursor_cell(self) -> tuple[int, int] | None:
        """Column and line in the pane at which the selected sentence begins; None when it is out of sight."""
        sentence = self.session.selected
        if sentence is None or not self._layout.rows:
            return None
        number = self._layout.row_at(sentence.start)
        row = self._layout.rows[number]
        line = number - self.top
        if not 0 <= line < self.size.height:
            return None
        return self._left + cell_of(self._text, row.start, max(row.start, sentence.start)), line

    def offset_at(self, column: int, row: int) -> int | None:
        """Offset of the character in a cell of the pane, of the nearest one in its line; None below the
        text.
        """
        if not 0 <= self.top + row < len(self._layout.rows):
            return None
        shown = self._layout.rows[self.top + row]
        line = self._text[shown.start : shown.end]
        cells = column - self._left
        within = next((n for n in range(len(line)) if cell_of(line, 0, n + 1) > cells), max(0, len(line) - 1))
        return shown.start + within

    def is_folded_at(self, row: int) -> bool:
        """Whether a line of the pane stands for folded blocks."""
        number = self.top + row
        return number < len(self._layout.rows) and self._layout.rows[number].kind is RowKind.FOLD

    # ── drawing ───────────────────────────────────────────────────────────────────────────────────────────

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """The rows in the window."""
        reading = self.session.reading
        if reading is None:
            edge: Pieces = [("│", "chrome")] if self.ruled else []
            return [strip_of_pieces([*edge, *line], width, self.theme) for line in self.empty]
        self._lay_out()
        self._keep_selection_in_sight(height)
        sentence, mention = self.session.selected, self.session.mention
        selected = sentence.span if sentence else Span(0, 0)
        marked = self._layout.rows_of(selected) if sentence else range(0)
        cursor = self._layout.rows_of(mention.span) if mention else range(0)
        finding = self.session.finding
        bar = self._bar(height)
        strips = []
        for number in range(self.top, min(self.top + height, len(self._layout.rows))):
            row = self._layout.rows[number]
            key = (
                self._laid_out,
                number,
                selected if number in marked else None,
                mention.start if mention and number in cursor else None,
                (finding.query, finding.current) if finding.query else None,
            )
            strip = self.cached(key, partial(self._strip, reading, row, number, width - bool(bar)))
            if bar:
                end = bar[number - self.top]
                strip = self.cached((key, end), partial(self._with_end, strip, *end))
            strips.append(strip)
        return strips

    def _bar(self, height: int) -> Sequence[tuple[Relation | None, bool]]:
        """The cells of the bar: a relation, and whether the window shows that part; none without need or
        room.
        """
        rows = len(self._layout.rows)
        if rows <= height or not self.ruled:
            return ()
        if self._parts[0] != (self._laid_out, height):
            self._parts = (self._laid_out, height), overview.parts(self._signs, rows, height)
        window = overview.window(self.top, rows, height)
        return [(relation, part in window) for part, relation in enumerate(self._parts[1])]

    def _with_end(self, strip: Strip, relation: Relation | None, in_window: bool) -> Strip:
        """The strip of a row with its cell of the bar."""
        theme = self.theme
        if relation is None:
            end = Segment(WINDOW if in_window else " ", theme["chrome" if in_window else "text"])
        else:
            style = theme[role_of(relation)]
            end = Segment(SIGNS[relation], style + theme.over("cursor") if in_window else style)
        return Strip([*strip, end], strip.cell_length + 1)

    @property
    def _left(self) -> int:
        return GUTTER + self.ruled

    def _lay_out(self) -> None:
        """Break the article into rows, if it or the width is another one than last time."""
        reading = self.session.reading
        if reading is None:
            return
        width = max(2, min(MEASURE, self.size.width - self._left - 1 - self.ruled))
        wanted = (
            self.session.generation,
            len(self.session.notes),
            reading.row.id,
            width,
            self.session.unfolded,
            self.ruled,
        )
        if wanted == self._laid_out:
            return
        if self._laid_out is None or self._laid_out[2] != reading.row.id:  # type: ignore[index]
            self.top = 0
        self._laid_out = wanted
        self._text = sanitise(reading.text)
        self._layout = lay_out(self._text, reading.blocks, width, unfolded=self.session.unfolded)
        self._signs = _signs(self._layout, reading)
        self._mentions = _mentions(self._layout, reading)
        self._noted = {
            self._layout.row_at(sentence.start)
            for sentence in reading.sentences
            if sentence.id in self.session.notes
        }

    def _keep_selection_in_sight(self, height: int) -> None:
        sentence = self.session.selected
        if sentence is None:
            return
        rows = self._layout.rows_of(sentence.span)
        context = min(_CONTEXT, max(0, (height - len(rows)) // 2))
        first, last = rows.start - context, rows.stop + context
        if last > self.top + height:
            # A line at a time would move the text under the eye, and over the wire, at every step.
            self.top = first
        if first < self.top:
            self.top = min(first, last - height)
        self.top = min(max(0, self.top), self._last_top())

    def _last_top(self) -> int:
        return max(0, len(self._layout.rows) - self.size.height)

    def _strip(self, reading: Reading, row: Row, number: int, width: int) -> Strip:
        theme = self.theme
        background = theme["text"]
        pieces = self.edge()
        sentence = self.session.selected
        selected = sentence is not None and number in self._layout.rows_of(sentence.span)
        sign = self._signs.get(number)
        pieces.append((NOTED if number in self._noted else " ", theme["key"]))
        pieces.append((SIGNS[sign], theme[role_of(sign)]) if sign else (" ", background))
        pieces.append(
            ("┃", theme["selected"]) if selected and row.kind is not RowKind.FOLD else (" ", background)
        )
        pieces.append((" ", background))
        if row.kind is RowKind.FOLD:
            label = sanitise(fold_label(folded_run(reading.blocks, row.block), reading.text))
            pieces.append((f"▸ {label}", theme["dim"]))
        elif row.kind is RowKind.TEXT:
            pieces.extend(self._words(reading, row, number, sentence))
        return strip_of(pieces, width, theme.background)

    def _words(
        self, reading: Reading, row: Row, number: int, sentence: Sentence | None
    ) -> list[tuple[str, Style]]:
        theme = self.theme
        block = reading.blocks[row.block]
        role = "title" if block.kind == "title" else "text" if is_body(block) else "dim"
        finding = self.session.finding
        layers: dict[Mark, Iterable[Layer]] = {
            Mark.ACTORS: highlight.actors(self._mentions.get(number, ()), theme),
            Mark.CURSOR: highlight.cursor(self.session.mention, theme),
            Mark.FOUND: highlight.found(finding.places, finding.current, theme),
        }
        if sentence is not None and self.ruled:
            layers[Mark.SELECTION] = highlight.selection(sentence.span, theme)
        elif sentence is not None:
            layers[Mark.ASIDE] = highlight.aside(sentence.span, row.start, row.end, theme)
        text = self._text[row.start : row.end]
        return layered(text, row.start, theme[role], highlight.stacked(layers))


def _mentions(layout: TextLayout, reading: Reading) -> dict[int, list[Mention]]:
    """The mentions on each row, by the row's index."""
    mentions: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        for row in layout.rows_of(mention.span):
            mentions.setdefault(row, []).append(mention)
    return mentions


def _signs(layout: TextLayout, reading: Reading) -> dict[int, Relation]:
    """The sign of the loudest relation of the sentences that begin on a row, by the row's index."""
    signs: dict[int, Relation] = {}
    for sentence in reading.sentences:
        relation = reading.loudest.get(sentence.id)
        if relation is None:
            continue
        row = layout.row_at(sentence.start)
        if layout.rows[row].kind is RowKind.TEXT and (
            row not in signs or LOUDNESS[relation] < LOUDNESS[signs[row]]
        ):
            signs[row] = relation
    return signs
