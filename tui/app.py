"""The application: composes the reader over a corpus and routes between its screens."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from model.corpus import Corpus
from tui import themes
from tui.keymap import Keymap
from tui.screens.base import KeyScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.reader import ReaderScreen
from tui.session import Session
from tui.terminal.capabilities import detect
from tui.terminal.driver import differential_driver
from tui.trail import Place


class CrossreadApp(App[None]):
    """The reader as a Textual application. Colours, layout and keys are crossread's own."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []

    def __init__(
        self,
        corpus: Corpus,
        *,
        look: themes.Theme,
        keymap: Keymap | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self.animation_level = "none"
        self.corpus = corpus
        self.session = Session(corpus)
        self.session.restore(corpus.state())
        self.keymap = keymap or Keymap()
        self.look = look
        self.history: dict[str, list[str]] = {}
        self.reader = ReaderScreen(self)

    def get_default_screen(self) -> Screen[None]:
        """The reader lies under every view."""
        return self.reader

    def go(self, place: Place) -> None:
        """Close every view and show the place in the reader."""
        while self.screen is not self.reader:
            self.pop_screen()
        self.session.go(place)
        self.reader.update()

    def go_to_offset(self, article: str, offset: int) -> None:
        """Close every view and show the sentence at an offset of an article."""
        self.go(Place(article, 0))
        self.session.move_to_offset(offset)
        self.reader.update()

    def help(self) -> None:
        """Open the help."""
        self.show(HelpScreen(self))

    def palette(self, below: KeyScreen) -> None:
        """Open the command palette over a screen."""
        self.show(PaletteScreen(self, below))

    def reread(self) -> str:
        """Read the sources again."""
        return "not yet"

    def show(self, screen: Screen[None]) -> None:
        """Open a view over the others."""
        self.push_screen(screen)

    def leave(self) -> None:
        """Close the view on top."""
        if self.screen is not self.reader:
            self.pop_screen()

    def stop(self) -> None:
        """Keep the state and end the program."""
        self.corpus.save_state(self.session.state())
        self.exit()

    def copy(self, text: str) -> str:
        """Put `text` on the clipboard."""
        self.copy_to_clipboard(text)
        return "copied"

    def changed(self) -> None:
        """The corpus has changed under the session."""
        self.session.reload()
        self.reader.corpus_changed()


def run(
    corpus_directory: Path,
    paths: Sequence[Path],
    *,
    pipeline: str | None,
    driver: str,
    theme: str | None,
    mouse: bool,
) -> int:
    """Open the reader on a corpus; index `paths` into it meanwhile. Returns the exit code."""
    look = themes.choose(theme, os.environ, colours=detect(os.environ).colour)
    corpus = Corpus.open(corpus_directory)
    driver_class = None if driver == "stock" else differential_driver(mouse=mouse)
    app = CrossreadApp(corpus, look=look, driver_class=driver_class)
    app.run(mouse=mouse)
    return app.return_code or 0
