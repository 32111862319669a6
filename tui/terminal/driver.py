"""Textual's Linux driver with a memory: it knows what the terminal shows and sends only what has changed.

Textual hands a driver whole strips of styled text; over SSH one scrolled line is 8 to 10 kB. This driver
reads them into a grid of cells (`interpreter`, `grid`) and sends the difference (`painter`), one write a
frame. Only `write` and `flush`, the public interface of a Textual driver, carry the content; from the Linux
driver come the life cycle, the keyboard and the restoring of the terminal. What is not about cells is passed
on as it is, in order.
"""

from __future__ import annotations

import os
import select
import signal
from asyncio import TimerHandle
from functools import partial
from threading import RLock
from types import FrameType
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from .capabilities import ColourDepth, detect
from .output import Output
from .screen import Screen

if TYPE_CHECKING:
    from textual.app import App

_ENDING = (signal.SIGTERM, signal.SIGHUP)
_WATCH_SECONDS = 5.0


class DifferentialDriver(LinuxDriver):
    """A driver that sends differences. Use `differential_driver` for a class with other settings."""

    mouse: ClassVar[bool] = False
    """Whether the terminal reports the mouse; off, so that the terminal's own selection works."""
    colour: ClassVar[ColourDepth] = ColourDepth.TRUECOLOR
    """How many colours are sent; what the app says in more is reduced."""
    erases_in_colour: ClassVar[bool] = False
    """Whether erased cells take the current background, so that coloured rows can be erased too."""
    descriptor: ClassVar[int] = 2
    """Where the terminal is: standard error, as in Textual's drivers, so that output may be redirected."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse and self.mouse, size=size)
        app.console = _console_of_all_colours(app.console)
        self._lock = RLock()  # Textual's input thread may write, to answer the terminal
        self._output = Output(self.descriptor)
        self._screen = Screen(self._output.send, colour=self.colour, erases_in_colour=self.erases_in_colour)
        self._has_terminal = False
        self._is_ending = False
        self._watch: TimerHandle | None = None

    def write(self, data: str) -> None:
        """Take output of Textual's; what it draws waits for `flush`."""
        with self._lock:
            self._screen.resize(*self._app.size)
            self._screen.write(data)

    def flush(self) -> None:
        """Send what has been drawn since the last time, as one write."""
        with self._lock:
            if self._has_terminal:
                self._screen.flush()

    def start_application_mode(self) -> None:
        """Take the terminal: alternate screen, raw keyboard, no mouse unless asked for; all in one write."""
        with self._output.held():
            self._screen.forget()
            super().start_application_mode()  # type: ignore[no-untyped-call]
            for number in _ENDING:
                signal.signal(number, self._end)
        self._has_terminal = True
        self._watch_terminal()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self._has_terminal = False
        if self._watch is not None:
            self._watch.cancel()
        if not self._is_ending:
            for number in _ENDING:
                signal.signal(number, signal.SIG_DFL)
        with self._output.held():
            self._output.send("\x1b[r\x1b[m")
            super().stop_application_mode()

    def _enable_mouse_support(self) -> None:
        """Buttons and the wheel alone: every movement of the pointer would be a message, over SSH too."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")

    def _query_in_band_window_resize(self) -> None:
        """Not asked: the window's size comes by SIGWINCH, over SSH too."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """Columns and rows of the terminal. Asked when the window has changed, so its content is unknown."""
        size = super()._get_terminal_size()
        self._loop.call_soon_threadsafe(self._repaint, size)
        return size

    def _repaint(self, size: tuple[int, int]) -> None:
        """Paint from memory what the window has lost; a window of a new size is for the app to paint."""
        with self._lock:
            self._screen.forget()
            if self._has_terminal and size == self._app.size:
                self._screen.repaint()

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
        """SIGTERM and SIGHUP: let the app close and save. A second SIGTERM does not wait for that.

        A second SIGHUP is common (the kernel and a shell send one each) and must not disturb the saving.
        """
        self._is_ending = True
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, self._die)
        self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + number))

    def _die(self, number: int, _frame: FrameType | None) -> None:
        if self._has_terminal:
            self.stop_application_mode()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    def run_input_thread(self) -> None:
        """Read the keyboard until the driver stops; a hang-up ends the app, without a traceback."""
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


def _console_of_all_colours(console: Console) -> Console:
    """A console like Textual's, which guesses by rules of its own how many colours the terminal has.

    The colours it took away could not be reduced to those that `colour` allows.
    """
    return Console(
        file=console.file, color_system="truecolor", highlight=False, emoji=False, legacy_windows=False
    )


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
