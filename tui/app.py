"""The application: composes the reader over a corpus and routes between its screens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from model.corpus import Corpus
from tui import config, memory, themes, widths
from tui.indexing import IndexWatch
from tui.kept import Kept
from tui.keymap import Keymap
from tui.messages import Messages
from tui.operations import Context
from tui.results import Results
from tui.screens.base import KeyScreen
from tui.screens.guiding import name_to_try, situation
from tui.screens.help import HelpScreen
from tui.screens.host import Below
from tui.screens.palette import PaletteScreen
from tui.screens.reader import ReaderScreen
from tui.session import Session
from tui.terminal import clipboard
from tui.terminal.capabilities import detect
from tui.terminal.driver import differential_driver
from tui.terminal.mouse import report_mouse
from tui.tour import Tour
from tui.trail import Place

_POLL_SECONDS = 0.25


class CrossreadApp(App[None]):
    """The reader as a Textual application. Colours, layout and keys are crossread's own."""

    TITLE = "crossread"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False  # text is selected by the terminal, which can copy it
    BINDINGS: ClassVar = []

    def __init__(
        self,
        corpus: Corpus,
        *,
        look: themes.Theme,
        keymap: Keymap | None = None,
        watch: IndexWatch | None = None,
        driver_class: type[Driver] | None = None,
        mouse: bool = False,
        tour: Tour | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self.animation_level = "none"
        self.corpus = corpus
        self.session = Session(corpus)
        self._state = corpus.state()
        self.kept = Kept()
        self.results: Results | None = None
        self.kept.restore(self._state)
        self.history = self.kept.history
        if tour is None:
            memory.restore(self.session, self._state)
        self.keymap = keymap or Keymap()
        self.look = look
        self.watch_index = watch or IndexWatch(corpus.directory, (), None)
        self.messages = Messages()
        self.widths = widths.load()
        self.mouse = mouse
        self.tour = tour
        self._tour_needs_reading = tour is not None and not corpus.counts().matches
        self.fault: Exception | None = None
        self._is_new = tour is None and not self._state
        self.reader = ReaderScreen(self)

    @property
    def corpus_name(self) -> str:
        """The folder or file that was read, the first of several; the corpus's own name without any."""
        paths = self.watch_index.paths
        return paths[0].resolve().name if paths else self.corpus.name

    def get_default_screen(self) -> Screen[None]:
        """The reader lies under every view."""
        return self.reader

    def on_mount(self) -> None:
        """Read the sources while the reader is already usable."""
        self.watch_index.start()
        if self._is_new:
            self.reader.welcome()
        self.set_interval(_POLL_SECONDS, self.poll)

    def poll(self) -> None:
        """Take note of an index run, in this process's child or in another program."""
        outcome = self.watch_index.poll()
        if self.corpus.generation() != self.session.generation:
            self.changed()
        self.reader.show_progress(self.watch_index.words, outcome)
        self._begin_tour()

    def go(self, place: Place, said: str = "") -> None:
        """Close every view and show the place in the reader, with a line in its status."""
        while self.screen is not self.reader:
            self.pop_screen()
        self.session.go(place)
        if said:
            self.reader.say(said)
        self.reader.update()

    def go_to_offset(self, article: str, offset: int) -> None:
        """Close every view and show the sentence at an offset of an article."""
        self.go(Place(article, 0))
        self.session.move_to_offset(offset)
        self.reader.update()

    def show(self, screen: Screen[None]) -> None:
        """Open a view over the others."""
        self.push_screen(screen)

    def help(self) -> None:
        """Open the help."""
        self.show(HelpScreen(self))

    @property
    def is_reading(self) -> bool:
        """Whether sources are being read into the corpus."""
        return bool(self.watch_index.words)

    @property
    def on_top(self) -> Context:
        """What the screen on top is."""
        return self.screen.context if isinstance(self.screen, KeyScreen) else Context.READER

    def did(self, operation: str) -> None:
        """An operation was carried out."""
        self._is_new = False
        if self.tour is not None:
            self.tour.did(operation)

    def switch_tour(self) -> None:
        """Start the tour, or end it."""
        self.tour = Tour() if self.tour is None else None
        self._begin_tour()

    def _begin_tour(self) -> None:
        """Begin a tour that waits, as soon as there is something to be toured."""
        if self.tour is None or not self.tour.waits or (self._tour_needs_reading and self.is_reading):
            return
        while self.screen is not self.reader:
            self.pop_screen()
        self.session.reload()
        if len(self.session.articles):
            self.session.open_article(self.session.articles.first_with_company())
        self.tour.begin(name_to_try(self.corpus), situation(self))
        self.reader.update()

    def show_copies(self) -> None:
        """Open what was copied."""
        from tui.screens.copies import CopiesScreen  # like the messages, not needed to open

        self.show(CopiesScreen(self))

    def keep(self) -> None:
        """Save the state now: something was put aside that must not be lost."""
        self.corpus.save_state({**memory.state_of(self.session), **self.kept.state()})

    def show_messages(self) -> None:
        """Open the messages so far."""
        from tui.screens.messages import MessagesScreen

        self.show(MessagesScreen(self))

    def palette(self, below: Below) -> None:
        """Open the command palette over a screen."""
        self.show(PaletteScreen(self, below))

    def leave(self) -> None:
        """Close the view on top."""
        if self.screen is not self.reader:
            self.pop_screen()

    def stop(self) -> None:
        """End the program."""
        self.exit()

    def copy(self, text: str) -> str:
        """Put `text` on the clipboard and keep it; a line that says which way it went."""
        driver = self._driver
        self.kept.put_copy(text)
        return clipboard.copy(text, driver.write if driver else len).words

    def changed(self) -> None:
        """The corpus has changed under the session. Who has not touched a key is shown what compares best."""
        self.session.reload()
        if self._is_new and len(self.session.articles):
            self.session.open_article(self.session.articles.first_with_company())
        for screen in self.screen_stack:
            if isinstance(screen, KeyScreen):
                screen.corpus_changed()

    def reread(self) -> str:
        """Read the sources again; a line that says what happens."""
        if not self.watch_index.paths:
            return "the reader was opened without sources: crossread PATH… reads them"
        self.watch_index.start()
        return "reading the sources …"

    def switch_mouse(self) -> str:
        """Take the mouse, or leave it to the terminal; a line that says which."""
        if not report_mouse(self._driver, wanted=not self.mouse):
            return "no mouse: this screen cannot ask for it"
        self.mouse = not self.mouse
        if self.mouse:
            return "the mouse selects and scrolls here; with shift it selects text for the terminal"
        return "the mouse is left to the terminal"

    def stop_reading(self) -> str:
        """Stop reading the sources; a line that says what happens."""
        if self.watch_index.cancel():
            return "stopped: what was read so far is kept"
        return "the sources are not being read"

    def _handle_exception(self, error: Exception) -> None:
        """A fault of our own ends the reader; whoever started it says so, and no traceback is painted."""
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.fault = self.fault or error
            self.exit(return_code=1)

    def close(self) -> None:
        """Keep the state, stop reading sources, let go of the corpus."""
        self.watch_index.cancel()
        try:
            widths.save(self.widths)
            self.keep()
        finally:
            self.corpus.close()


def run(
    corpus_directory: Path,
    paths: Sequence[Path],
    *,
    pipeline: str | None,
    driver: str,
    theme: str | None,
    mouse: bool,
    tour: bool = False,
) -> int:
    """Open the reader on a corpus while `paths` are read into it, with the tour if asked for. Returns the
    exit code.

    `driver` is `differential` or `stock`. Raises CorpusError, and whatever fault of its own ended the reader;
    a configuration that cannot be used is said on standard error and ends the program with 2.
    """
    try:
        settings = config.load()
        look = themes.choose(theme or settings.theme, os.environ, colours=detect(os.environ).colour)
    except (config.ConfigError, themes.ThemeError) as error:
        sys.stderr.write(f"crossread: {error}\n")
        return 2
    mouse = mouse or bool(settings.mouse)
    app = CrossreadApp(
        Corpus.open(corpus_directory, remembered=not tour),
        look=look,
        keymap=settings.keymap,
        watch=IndexWatch(corpus_directory, paths, pipeline),
        driver_class=None if driver == "stock" else differential_driver(mouse=mouse),
        mouse=mouse,
        tour=Tour() if tour else None,
    )
    try:
        app.run(mouse=mouse)
    finally:
        app.close()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
