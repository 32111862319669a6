"""The tour's lines above the status: where one is in it, how to go on or leave, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from tui.painting import layered, strip_of, strip_of_pieces
from tui.panes.lines import LinePane
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import Theme
from tui.wrapping import wrap

#: Cells that the longest text takes, and those of a line of it at most.
_TEXT, _MEASURE = 156, 100
#: Rows of a screen that has room for the rule and the text, and of one for a line of text.
_ENOUGH, _ENOUGH_LOW = 16, 10


def guide_rows(size: Size) -> int:
    """How many rows of a screen the tour takes: the same for all its texts, so that nothing jumps."""
    if size.height < _ENOUGH:
        return 1 if size.height >= _ENOUGH_LOW else 0
    lines = -(-_TEXT // max(1, min(size.width, _MEASURE) - 2))
    return 1 + min(lines, size.height // 4)


class GuidePane(LinePane):
    """Shows a title, hints, and a text in pieces, each a key or not."""

    def __init__(self, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(theme, id=id)
        self._title = ""
        self._hints = ""
        self._words: Sequence[tuple[str, bool]] = ()

    def say(self, title: str, hints: str, words: Sequence[tuple[str, bool]]) -> None:
        """Show these from now on."""
        self._title, self._hints, self._words = title, hints, tuple(words)
        self.sync()

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """The rule with title and hints, then the text."""
        words = tuple((sanitise(text), is_key) for text, is_key in self._words)
        lines = self._wrapped(words, min(width, _MEASURE))
        if height == 1:
            return lines[:1]
        rule = self.cached(("rule", self._title, self._hints), partial(self._rule, width))
        return [rule, *lines[: height - 1]]

    def _rule(self, width: int) -> Strip:
        title, hints = f" {self._title} ", f" {self._hints} "
        fill = width - cell_width(title) - cell_width(hints) - 4
        if fill < 0:
            hints, fill = "", max(0, width - cell_width(title) - 4)
        return strip_of_pieces(
            [("──", "chrome"), (title, "bar"), ("─" * fill, "chrome"), (hints, "key"), ("──", "chrome")],
            width,
            self.theme,
        )

    def _wrapped(self, words: Sequence[tuple[str, bool]], width: int) -> list[Strip]:
        text = "".join(piece for piece, _ in words)
        keys: list[tuple[int, int, Style]] = []
        at = 0
        for piece, is_key in words:
            if is_key:
                keys.append((at, at + len(piece), self.theme["key"] + Style(bold=True)))
            at += len(piece)
        return [
            self.cached((words, start, end), partial(self._line, text[start:end], start, tuple(keys)))
            for start, end in wrap(text, 0, len(text), max(2, width - 2))
        ]

    def _line(self, text: str, start: int, keys: Sequence[tuple[int, int, Style]]) -> Strip:
        pieces = [(" ", self.theme["text"]), *layered(text, start, self.theme["text"], keys)]
        return strip_of(pieces, self.size.width, self.theme.background)
