"""A line being typed: text, cursor and history, without a screen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class LineEditor:
    """The line under the cursor of a prompt. `history` holds earlier lines, oldest first."""

    text: str = ""
    history: list[str] = field(default_factory=list)
    _at: int | None = None

    def type(self, characters: str) -> None:
        """Add characters at the end."""
        self.text += characters

    def erase(self) -> None:
        """Take the last character away."""
        self.text = self.text[:-1]

    def erase_word(self) -> None:
        """Take the last word away, with the spaces after it."""
        kept = self.text.rstrip()
        self.text = kept[: kept.rfind(" ") + 1]

    def erase_line(self) -> None:
        """Take everything away."""
        self.text = ""

    def recall(self, by: int) -> None:
        """Show an earlier (by -1) or later (by 1) line of the history."""
        if not self.history:
            return
        at = len(self.history) if self._at is None else self._at
        self._at = min(max(0, at + by), len(self.history))
        self.text = self.history[self._at] if self._at < len(self.history) else ""
