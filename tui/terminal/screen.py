"""Between Textual and the terminal: content goes out frame by frame as a difference, the rest at once."""

from __future__ import annotations

import re
from collections.abc import Callable

from .capabilities import ColourDepth
from .grid import Grid
from .interpreter import Draw, Interpreter, Mark, Move, Other
from .painter import Painter

_SYNC_FROM = 1400
"""Bytes from which a frame is sent as a synchronised update: a smaller one arrives in one packet."""
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"

_KEEPS_THE_SCREEN = re.compile(
    r"\x07|\x1b[\]P].*|\x1b\[\?(?!1049[hl])[\d;]+(?:[hl]|\$p)"
    r"|\x1b\[[<>=?][\d;]*u|\x1b\[[\d;]* q|\x1b\[[>=]?\d*[cn]",
    re.DOTALL,
)
"""Bell, OSC, DCS, modes but the alternate screen, keyboard protocol, cursor shape, queries."""
_NOT_SENT = {"\x1b[?1004h", "\x1b[?1004l"}
"""Reports of focus: each would cost a repaint when the user looks away, and nothing here depends on it."""


class Screen:
    """What Textual writes goes in by `write` and `flush`, what the terminal needs comes out by `send`."""

    def __init__(self, send: Callable[[str], None], *, colour: ColourDepth, erases_in_colour: bool) -> None:
        self._send = send
        self._interpreter = Interpreter(colour)
        self._painter = Painter(erases_in_colour=erases_in_colour)
        self._grid = Grid(0, 0)
        self._frame_waits = False
        self._frame_sent = False
        self._terminal_syncs = False
        self._cursor_shown = False

    def resize(self, width: int, height: int) -> None:
        """Take a size in cells. A new one empties the screen; the next frame paints everything."""
        if (width, height) != (self._grid.width, self._grid.height):
            self._grid = Grid(width, height)
            self._painter.forget()

    def write(self, data: str) -> None:
        """Take Textual's output: cells wait for `flush`, anything else is sent at once, behind them."""
        for piece in self._interpreter.read(data):
            match piece:
                case Draw(cells):
                    self._grid.draw(cells)
                    self._frame_waits = True
                case Move(row, column):
                    self._grid.move(row, column)
                case Mark.LINE_END:
                    self._grid.end_line()
                case Mark.SYNC:
                    self._terminal_syncs = True
                case Other(sequence):
                    self._pass_on(sequence)

    def flush(self) -> None:
        """Send the frame that waits, if there is one, in one piece."""
        if self._frame_waits:
            self._send_frame()

    def forget(self) -> None:
        """Nothing is known of the terminal any more: the next frame paints all of it."""
        self._painter.forget()

    def repaint(self) -> None:
        """Paint all of the terminal from memory; nothing before the first frame."""
        self._painter.forget()
        if self._frame_sent:
            self._send_frame()

    def _send_frame(self) -> None:
        self._frame_waits, self._frame_sent = False, True
        place_cursor = self._cursor_shown or (self._grid.row, self._grid.column) != (0, 0)
        frame = self._painter.paint(self._grid, place_cursor=place_cursor)
        if self._terminal_syncs and len(frame) >= _SYNC_FROM:
            frame = f"{_SYNC_START}{frame}{_SYNC_END}"
        if frame:
            self._send(frame)

    def _pass_on(self, sequence: str) -> None:
        if sequence in _NOT_SENT:
            return
        self.flush()
        if sequence in {"\x1b[?25h", "\x1b[?25l"}:
            self._cursor_shown = sequence.endswith("h")
        if not _KEEPS_THE_SCREEN.fullmatch(sequence):
            self._painter.forget()
        self._send(sequence)
