"""Messages so far: every line that the status bar said, errors with what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.messages import Message
from tui.operations import Context
from tui.panes.listing import Entry, line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.wrapping import wrap


class MessagesScreen(ListScreen):
    """A line a message, the newest first; Enter shows the details of one that has any, or folds them."""

    context: ClassVar[Context] = Context.MESSAGES
    title_text = "MESSAGES"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._messages = tuple(host.messages)
        # Whoever asks right after an error asks for what lies behind it.
        self._opened = {message for message in self._messages[:1] if message.details}

    def entries(self) -> Sequence[Entry]:
        """The messages, and the details of those that are opened."""
        if not self._messages:
            return [line(("nothing was said yet", "dim"))]
        return [entry for message in self._messages for entry in self._message(message)]

    def open(self, target: object) -> None:
        """Show the details of a message, or fold them."""
        if not isinstance(target, Message) or not target.details:
            self.say("there is no more to it")
            return
        self._opened ^= {target}
        self.refill()

    def do_copy(self) -> None:
        """Copy the message with its details."""
        entry = self.list.entry
        if entry is None or not isinstance(entry.target, Message):
            self.say("nothing to copy here")
            return
        message = entry.target
        self.say(self.host.copy("\n".join(filter(None, (message.text, message.details)))))

    def _message(self, message: Message) -> Sequence[Entry]:
        sign = "▾" if message in self._opened else "▸" if message.details else " "
        head = line(
            (f"{message.at}  {sign} ", "dim"),
            (sanitise(message.text), "error" if message.wrong else "text"),
            target=message,
        )
        return [head, *(self._details(message) if message in self._opened else ())]

    def _details(self, message: Message) -> Sequence[Entry]:
        room = max(10, self.width - 12)
        return [
            line((f"            {text[start:end]}", "dim"))
            for text in map(sanitise, message.details.splitlines())
            for start, end in wrap(text, 0, len(text), room)
        ]
