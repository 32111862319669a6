"""A terminal in memory: pyte with what it lacks and xterm, tmux and the driver agree on."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pyte
from wcwidth import wcwidth


class Look(NamedTuple):
    """How one cell looks: two looks are equal when nobody could tell the cells apart."""

    text: str
    foreground: str
    background: str
    attributes: frozenset[str]


_ON = {
    1: "bold",
    2: "dim",
    3: "italic",
    4: "underline",
    5: "blink",
    7: "reverse",
    9: "strike",
    53: "overline",
}
_OFF = {
    22: {"bold", "dim"},
    23: {"italic"},
    24: {"underline"},
    25: {"blink"},
    27: {"reverse"},
    29: {"strike"},
    55: {"overline"},
}
_SEEN_ON_BLANKS = {"underline", "blink", "reverse", "strike", "overline"}


class Pen(NamedTuple):
    foreground: str = "default"
    background: str = "default"
    attributes: frozenset[str] = frozenset()


class Emulator(pyte.Screen):
    """pyte's screen with its own pen, background colour erase, and wide glyphs that are torn cleanly."""

    def __init__(self, columns: int, lines: int, *, erases_in_colour: bool = True) -> None:
        self.pen = Pen()
        self.erases_in_colour = erases_in_colour
        self.bells = 0
        self.cells: list[list[tuple[str, Pen]]] = []
        super().__init__(columns, lines)
        self.stream = pyte.Stream(self)

    def feed(self, data: str) -> None:
        self.stream.feed(_without_strings(data))

    def reset(self) -> None:
        super().reset()
        self.cells = [[(" ", Pen())] * self.columns for _ in range(self.lines)]

    def bell(self, *args: Any) -> None:
        self.bells += 1

    def looks(self) -> list[list[Look]]:
        """What is to be seen, by rows: colours and weights of empty cells count only as far as they show."""
        return [[self._look(*cell) for cell in row] for row in self.cells]

    def text(self) -> list[str]:
        return ["".join(text for text, _ in row) for row in self.cells]

    @staticmethod
    def _look(text: str, pen: Pen) -> Look:
        if text == " " and not pen.attributes & _SEEN_ON_BLANKS:
            return Look(" ", "", pen.background, frozenset())
        return Look(text, *pen)

    @property
    def _erased(self) -> tuple[str, Pen]:
        return " ", Pen(background=self.pen.background if self.erases_in_colour else "default")

    def select_graphic_rendition(self, *codes: int) -> None:
        foreground, background, attributes = self.pen
        items = iter(codes or (0,))
        for code in items:
            if code == 0:
                foreground, background, attributes = Pen()
            elif code in _ON:
                attributes |= {_ON[code]}
            elif code in _OFF:
                attributes -= _OFF[code]
            elif code in (38, 48):
                kind = next(items)
                colour = str([next(items) for _ in range({5: 1, 2: 3}[kind])])
                foreground, background = (colour, background) if code == 38 else (foreground, colour)
            elif code == 39:
                foreground = "default"
            elif code == 49:
                background = "default"
            elif code // 10 in (3, 9):
                foreground = str(code)
            else:
                assert code // 10 in (4, 10), code
                background = str(code - 10)
        self.pen = Pen(foreground, background, attributes)

    def draw(self, data: str) -> None:
        x, end = self.cursor.x, self.cursor.x + len(data)
        if data.isascii() and end <= self.columns:
            row = self.cells[self.cursor.y]
            self._tear(row, x)
            self._tear(row, end)
            row[x:end] = [(character, self.pen) for character in data]
            self.cursor.x = end
            return
        self._draw_one_by_one(data)

    def _draw_one_by_one(self, data: str) -> None:
        for character in data:
            width = wcwidth(character)
            row, x = self.cells[self.cursor.y], self.cursor.x
            if width == 0:
                if x:
                    owner = x - 1 if row[x - 1][0] else x - 2
                    row[owner] = row[owner][0] + character, row[owner][1]
                continue
            x = min(x, self.columns - width)
            self._tear(row, x)
            self._tear(row, x + width)
            row[x : x + width] = [(character, self.pen), ("", self.pen)][:width]
            self.cursor.x = min(x + width, self.columns)

    @staticmethod
    def _tear(row: list[tuple[str, Pen]], x: int) -> None:
        """Blank both halves of a wide glyph that lies across the left edge of column `x`."""
        if 0 < x < len(row) and not row[x][0]:
            row[x - 1 : x + 1] = [(" ", row[x - 1][1]), (" ", row[x][1])]

    def _erase(self, y: int, start: int, end: int) -> None:
        row = self.cells[y]
        self._tear(row, start)
        self._tear(row, end)
        row[start:end] = [self._erased] * (end - start)

    def erase_characters(self, count: int | None = None) -> None:
        start = min(self.cursor.x, self.columns - 1)
        self._erase(self.cursor.y, start, min(start + (count or 1), self.columns))

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        assert how == 0
        self._erase(self.cursor.y, min(self.cursor.x, self.columns - 1), self.columns)

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        assert how == 2
        self.cells = [[self._erased] * self.columns for _ in range(self.lines)]

    def insert_lines(self, count: int | None = None) -> None:
        self._shift(-(count or 1))

    def delete_lines(self, count: int | None = None) -> None:
        self._shift(count or 1)

    def _shift(self, lines: int) -> None:
        top, last = self.margins or (0, self.lines - 1)
        assert top <= self.cursor.y <= last
        region = self.cells[self.cursor.y : last + 1]
        gap = [[self._erased] * self.columns for _ in range(min(abs(lines), len(region)))]
        self.cells[self.cursor.y : last + 1] = region[lines:] + gap if lines > 0 else gap + region[:lines]
        self.cursor.x = 0

    def linefeed(self) -> None:
        """The kernel's output processing puts a carriage return before it."""
        assert self.cursor.y < self.lines - 1, "nothing may scroll by accident"
        self.cursor.x, self.cursor.y = 0, self.cursor.y + 1


def differences(ours: Emulator, theirs: Emulator) -> list[tuple[int, int, Look, Look]]:
    """The cells that look different: row, column, ours, theirs."""
    return [
        (y, x, a, b)
        for y, (one, other) in enumerate(zip(ours.looks(), theirs.looks(), strict=True))
        for x, (a, b) in enumerate(zip(one, other, strict=True))
        if a != b
    ]


def _without_strings(data: str) -> str:
    """pyte would show OSC 8 and DCS, and takes private sequences that it does not know for others."""
    data = re.sub(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\", "", data, flags=re.DOTALL)
    return re.sub(r"\x1b\[[<>?][\d;$]*[a-z]", "", data)
