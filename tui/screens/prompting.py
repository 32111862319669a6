"""Asking for a line at the foot of a screen: the prompt, its editing keys and its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tui.prompt import LineEditor
from tui.screens.host import Host


@dataclass
class Prompt:
    """A line being asked for. `accept` takes it, `change` hears of every key, `cancel` of leaving it."""

    label: str
    editor: LineEditor
    accept: Callable[[str], None]
    change: Callable[[str], None] | None = None
    cancel: Callable[[], None] | None = None


class Prompting:
    """The part of a screen that asks for lines. While `prompt` is set, keys are typed into it."""

    def __init__(self, host: Host, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.host = host
        self.prompt: Prompt | None = None

    def ask(
        self,
        label: str,
        accept: Callable[[str], None],
        *,
        change: Callable[[str], None] | None = None,
        cancel: Callable[[], None] | None = None,
        text: str = "",
    ) -> None:
        """Ask for a line at the foot of the screen. Lines asked for by one label share a history."""
        history = self.host.history.setdefault(label, [])
        self.prompt = Prompt(label, LineEditor(text, history), accept, change, cancel)

    def type(self, characters: str) -> None:
        """Add characters to the line being typed."""
        if self.prompt is not None:
            self.prompt.editor.type(characters)
            self._prompt_changed()

    def do_accept(self) -> None:
        """Take the line of the prompt."""
        prompt, self.prompt = self.prompt, None
        if prompt is None:
            return
        if prompt.editor.text and prompt.editor.history[-1:] != [prompt.editor.text]:
            prompt.editor.history.append(prompt.editor.text)
        prompt.accept(prompt.editor.text)

    def do_cancel(self) -> None:
        """Leave the prompt."""
        prompt, self.prompt = self.prompt, None
        if prompt is not None and prompt.cancel is not None:
            prompt.cancel()

    def do_erase(self) -> None:
        """Erase a character; on an empty line, leave the prompt."""
        if self.prompt is not None and not self.prompt.editor.text:
            self.do_cancel()
        elif self.prompt is not None:
            self.prompt.editor.erase()
            self._prompt_changed()

    def do_erase_word(self) -> None:
        """Erase a word."""
        if self.prompt is not None:
            self.prompt.editor.erase_word()
            self._prompt_changed()

    def do_erase_line(self) -> None:
        """Erase the line."""
        if self.prompt is not None:
            self.prompt.editor.erase_line()
            self._prompt_changed()

    def do_earlier(self) -> None:
        """An earlier line of the history."""
        if self.prompt is not None:
            self.prompt.editor.recall(-1)
            self._prompt_changed()

    def do_later(self) -> None:
        """A later line of the history."""
        if self.prompt is not None:
            self.prompt.editor.recall(1)
            self._prompt_changed()

    def _prompt_changed(self) -> None:
        if self.prompt is not None and self.prompt.change is not None:
            self.prompt.change(self.prompt.editor.text)
