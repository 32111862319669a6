"""Textual's Linux driver with a memory: it knows what the terminal shows and sends only what has changed.

Textual hands a driver whole strips of styled text; over SSH one scrolled line is 8 to 10 kB. This driver reads
them into a grid of cells (`interpreter`, `grid`) and sends the difference (`painter`), one write a frame. Only `write`
and `flush`, the public interface of a Textual driver, carry the content; from the Linux driver come the life cycle,
the keyboard and the restoring of the terminal. What is not about cells is passed on as it is, in order.
"""

from __future__ import annotations

import os
import re
import select
import signal
from asyncio import TimerHandle
from functools import partial
from threading import RLock
from types import FrameType
from typing import TYPE_CHECKING, Any, ClassVar

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from .capabilities import ColourDepth, detect
from .grid import Grid
from .interpreter import Draw, Interpreter, Mark, Move, Other
from .output import Output
from .painter import Painter

if TYPE_CHECKING:
    from textual.app import App

_SYNC_FROM = 1400
"""Bytes from which a frame is bracketed as a synchronised update: a smaller one arrives in one packet, so whole."""
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"

_KEEPS_THE_SCREEN = re.compile(
    r"\x07|\x1b[\]P].*|\x1b\[\?(?!1049[hl])[\d;]+(?:[hl]|\$p)|\x1b\[[<>=?][\d;]*u|\x1b\[[\d;]* q|\x1b\[[>=]?\d*[cn]",
    re.DOTALL,
)
"""Bell, OSC, DCS, modes but the alternate screen, mode queries, keyboard protocol, cursor shape, status queries."""
_NOT_SENT = {"\x1b[?1004h", "\x1b[?1004l"}
"""Reports of focus: each would cost a repaint when the user looks away, and nothing here depends on it."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)
_WATCH_SECONDS = 5.0


class DifferentialDriver(LinuxDriver):
    """A driver that sends differences. Use `differential_driver` for a class with other settings."""

    mouse: ClassVar[bool] = False
    """Whether the terminal reports the mouse; off, so that the terminal's own selection works."""
    colour: ClassVar[ColourDepth] = ColourDepth.TRUECOLOR
    erases_in_colour: ClassVar[bool] = False

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse and self.mouse, size=size)
        self._lock = RLock()  # the input thread writes too, when a query is answered
        self._output = Output(self._file.fileno())
        self._interpreter = Interpreter(self.colour)
        self._painter = Painter(erases_in_colour=self.erases_in_colour)
        self._grid = Grid(0, 0)
        self._frame_waits = False
        self._terminal_syncs = False
        self._cursor_shown = False
        self._watch: TimerHandle | None = None

    # What is shown

    def write(self, data: str) -> None:
        """Take output of Textual's; cells wait for `flush`, anything else is sent at once, behind the cells before it."""
        with self._lock:
            self._fit_grid()
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
        """Send the frame that waits, if there is one."""
        with self._lock:
            if self._frame_waits:
                self._send_frame()

    def _fit_grid(self) -> None:
        width, height = self._app.size
        if (width, height) != (self._grid.width, self._grid.height):
            self._grid = Grid(width, height)
            self._painter.forget()

    def _send_frame(self) -> None:
        self._frame_waits = False
        place_cursor = self._cursor_shown or (self._grid.row, self._grid.column) != (0, 0)
        frame = self._painter.paint(self._grid, place_cursor=place_cursor)
        if self._terminal_syncs and len(frame) >= _SYNC_FROM:
            frame = f"{_SYNC_START}{frame}{_SYNC_END}"
        self._output.send(frame)

    def _pass_on(self, sequence: str) -> None:
        if sequence in _NOT_SENT:
            return
        if self._frame_waits:
            self._send_frame()
        if sequence in {"\x1b[?25h", "\x1b[?25l"}:
            self._cursor_shown = sequence.endswith("h")
        if not _KEEPS_THE_SCREEN.fullmatch(sequence):
            self._painter.forget()
        self._output.send(sequence)

    def _repaint(self) -> None:
        with self._lock:
            self._painter.forget()
            if self._grid.height:
                self._send_frame()

    # Life cycle

    def start_application_mode(self) -> None:
        """Take the terminal: alternate screen, raw keyboard, no mouse unless asked for; all in one write."""
        with self._output.held():
            self._painter.forget()
            super().start_application_mode()
            for number in _ENDING:
                signal.signal(number, self._end)
        self._watch_terminal()
        self._repaint()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._watch is not None:
            self._watch.cancel()
        for number in _ENDING:
            signal.signal(number, signal.SIG_DFL)
        with self._output.held():
            self._output.send("\x1b[r\x1b[m")
            super().stop_application_mode()

    def _query_in_band_window_resize(self) -> None:
        """Not asked: the window's size comes by SIGWINCH, over SSH too."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size of the terminal in columns and rows. Asked when the window has changed, so its content is unknown."""
        self._loop.call_soon_threadsafe(self._after_resize)
        return super()._get_terminal_size()

    def _after_resize(self) -> None:
        """Paint again. When the app still has the old size, its layout for the new one will follow."""
        self._repaint()

    def _sigtstp_application(self, *_: object) -> None:
        """SIGTSTP: give the terminal back and stop, between two frames and not inside one."""
        if self._auto_restart:
            self._loop.call_soon_threadsafe(super()._sigtstp_application)
        else:  # the app runs another program and must stop together with it
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """SIGCONT: take the terminal again."""
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        if not self._must_signal_resume:  # stopped from outside: the terminal was never given back
            self.suspend_application_mode()
        self.resume_application_mode()

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """SIGTERM and SIGHUP: let the app close and save; at the second signal only restore the terminal and die."""
        signal.signal(number, self._die)
        self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + number))

    def _die(self, number: int, _frame: FrameType | None) -> None:
        self.stop_application_mode()
        signal.raise_signal(number)

    def run_input_thread(self) -> None:
        """Read the keyboard until the driver stops; a terminal that hangs up ends the app without a traceback."""
        try:
            super().run_input_thread()
        except OSError:
            self._loop.call_soon_threadsafe(self._hang_up)

    def _watch_terminal(self) -> None:
        """End the app when the terminal has gone but no SIGHUP came, as when a container's session is cut."""
        poll = select.poll()
        poll.register(self.fileno, 0)
        if self.input_tty and poll.poll(0):
            self._hang_up()
        else:
            self._watch = self._loop.call_later(_WATCH_SECONDS, self._watch_terminal)

    def _hang_up(self) -> None:
        self._app.exit(return_code=128 + signal.SIGHUP)


def differential_driver(
    mouse: bool = False, colour: ColourDepth | None = None, erases_in_colour: bool | None = None
) -> type[Driver]:
    """A driver class for `App(driver_class=...)`; what is not given is decided from the environment."""
    found = detect(os.environ)
    return type(
        "DifferentialDriver",
        (DifferentialDriver,),
        {
            "mouse": mouse,
            "colour": found.colour if colour is None else colour,
            "erases_in_colour": found.erases_in_colour if erases_in_colour is None else erases_in_colour,
        },
    )
