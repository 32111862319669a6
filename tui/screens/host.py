"""What screens ask of the application, so that none of them needs to know it."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual.screen import Screen

from tui.kept import Kept
from tui.keymap import Keymap
from tui.messages import Messages
from tui.operations import Context, Operation
from tui.results import Results
from tui.session import Session
from tui.themes import Theme
from tui.tour import Tour
from tui.trail import Place
from tui.widths import Widths


class Below(Protocol):
    """What the command palette asks of the screen it lies over."""

    context: ClassVar[Context]

    def choose(self, operation: Operation) -> None:
        """Do what was chosen, as if its key had been pressed."""


class Host(Protocol):
    """What screens ask of the application."""

    keymap: Keymap
    session: Session
    look: Theme
    history: dict[str, list[str]]
    messages: Messages
    widths: Widths
    kept: Kept
    results: Results | None
    tour: Tour | None

    @property
    def corpus_name(self) -> str:
        """What is being read."""

    def go(self, place: Place, said: str = "") -> None:
        """Close every view and show the place in the reader, with a line in its status."""

    def show(self, screen: Screen[None]) -> None:
        """Open a view over the others."""

    def leave(self) -> None:
        """Close the view on top; the reader itself is quit."""

    def stop(self) -> None:
        """Keep the state and end the program."""

    def copy(self, text: str) -> str:
        """Put `text` on the clipboard; a line that says where it went."""

    def changed(self) -> None:
        """The corpus has changed under the session."""

    def help(self) -> None:
        """Open the help."""

    @property
    def is_reading(self) -> bool:
        """Whether sources are being read into the corpus."""

    @property
    def on_top(self) -> Context:
        """What the screen on top is."""

    def did(self, operation: str) -> None:
        """An operation was carried out."""

    def switch_tour(self) -> None:
        """Start the tour, or end it."""

    def show_copies(self) -> None:
        """Open what was copied."""

    def keep(self) -> None:
        """Save the state now: something was put aside that must not be lost."""

    def show_messages(self) -> None:
        """Open the messages so far."""

    def palette(self, below: Below) -> None:
        """Open the command palette over a screen."""

    def go_to_offset(self, article: str, offset: int) -> None:
        """Close every view and show the sentence at an offset of an article."""

    def reread(self) -> str:
        """Read the sources again; a line that says what happens."""

    def switch_mouse(self) -> str:
        """Take the mouse, or leave it to the terminal; a line that says which."""

    def stop_reading(self) -> str:
        """Stop reading the sources; a line that says what happens."""
