"""What Textual writes, understood: moves, cells and line ends; all else stays a string to be passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .capabilities import ColourDepth
from .cells import CellFactory, Row
from .sgr import DEFAULT, Style, apply_sgr

_MOVE = re.compile(r"\x1b\[(\d*)(?:;(\d*))?H")
_TOKEN = re.compile(
    r"""
    (?P<text>   [^\x00-\x1f\x7f-\x9f]+ )
  | (?P<move>   \x1b\[ \d* (?:;\d*)? H )
  | (?P<sgr>    \x1b\[ [\d;:]* m )
  | (?P<link>   \x1b\]8; [^\x07\x1b]* (?:\x07|\x1b\\) )
  | (?P<line>   \r?\n )
  | (?P<sync>   \x1b\[\?2026[hl] )
  | (?P<other>  \x1b\] [^\x07\x1b]* (?:\x07|\x1b\\)                           # OSC
              | \x1b[PX^_] (?:[^\x1b]|\x1b\x1b|\x1b[^\\\x1b])* \x1b\\         # DCS, SOS, PM, APC
              | \x1b\[ [0-?]* [ -/]* [@-~]                                    # CSI
              | \x1b [ -/]* [0-~]
              | [\x07\r\x1b] )
    """,
    re.VERBOSE,
)
_STRING = re.compile(r"\x1b[PX^_]")
_MAX_CACHED = 1024


class Mark(Enum):
    """Things Textual says that have no content."""

    LINE_END = auto()
    SYNC = auto()
    """The start or the end of a synchronised update: the terminal answered that it knows them."""


@dataclass(frozen=True, slots=True)
class Move:
    """The cursor goes to a row and a column, both from 0."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Draw:
    """Cells from the cursor on. The row is shared: it must not be changed."""

    cells: Row


@dataclass(frozen=True, slots=True)
class Other:
    """A sequence that is not about the content of cells, to be passed on as it is."""

    sequence: str


Piece = Move | Draw | Other | Mark


class Interpreter:
    """Reads a stream of Textual's output, whole sequences at a time, with colours reduced to `depth`.

    What stands between two moves is mostly a rendered strip that Textual has cached, and comes again and
    again while scrolling; so its cells are cached too.
    """

    def __init__(self, depth: ColourDepth) -> None:
        self._depth = depth
        self._factory = CellFactory()
        self._pen = DEFAULT
        self._cache: dict[str, tuple[list[Piece], Style]] = {}

    def read(self, data: str) -> Iterator[Piece]:
        """The pieces of `data` in order.

        Control characters that are none of Textual's (C0 but BEL, LF, CR and ESC; DEL; C1) are dropped: no
        cell holds them, and a terminal that acted on one would be in a state nobody knows.
        """
        if _STRING.search(data):  # a device control string may hold anything, even what looks like a move
            yield from self._parse(data)
            return
        parts = _MOVE.split(data)
        yield from self._between_moves(parts[0])
        for row, column, drawn in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            yield _move(row, column)
            yield from self._between_moves(drawn)

    def _between_moves(self, data: str) -> list[Piece]:
        if not data:
            return []
        if self._pen is not DEFAULT and self._pen != DEFAULT:
            return self._parse(data)
        cached = self._cache.get(data)
        if cached is None:
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            cached = self._cache[data] = self._parse(data), self._pen
        pieces, self._pen = cached
        return pieces

    def _parse(self, data: str) -> list[Piece]:
        pieces: list[Piece] = []
        cells: Row = []

        def add(piece: Piece) -> None:
            nonlocal cells
            if cells:
                pieces.append(Draw(cells))
                cells = []
            pieces.append(piece)

        for token in _TOKEN.finditer(data):
            kind, sequence = token.lastgroup, token[0]
            if kind == "text":
                cells += self._factory.cells(sequence, self._pen)
            elif kind == "sgr":
                self._pen = apply_sgr(self._pen, sequence[2:-1], self._depth)
            elif kind == "link":
                self._pen = self._pen._replace(link=_link(sequence))
            elif kind == "move":
                row, _, column = sequence[2:-1].partition(";")
                add(_move(row, column))
            elif kind == "line":
                add(Mark.LINE_END)
            elif kind == "sync":
                add(Mark.SYNC)
            else:
                add(Other(sequence))
        if cells:
            pieces.append(Draw(cells))
        return pieces


def _move(row: str, column: str) -> Move:
    return Move(max(int(row or 1) - 1, 0), max(int(column or 1) - 1, 0))


def _link(sequence: str) -> str:
    """`parameters;address` of an OSC 8 sequence, empty when it ends a link."""
    content = sequence[4:].removesuffix("\x07").removesuffix("\x1b\\")
    return content if content.partition(";")[2] else ""
