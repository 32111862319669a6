"""What the status line said: kept in memory for the view of messages, with the details behind errors."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

_KEPT = 200


@dataclass(frozen=True, slots=True)
class Message:
    """One line that was said. `at` is the time of day, `details` what is a key away; `wrong` is an error."""

    at: str
    text: str
    details: str = ""
    wrong: bool = False


class Messages:
    """The last lines said, the newest first."""

    def __init__(self) -> None:
        self._said: deque[Message] = deque(maxlen=_KEPT)

    def add(self, text: str, details: str = "", *, wrong: bool = False) -> None:
        """Keep a line; one that repeats the last is kept once."""
        message = Message(f"{datetime.now():%H:%M:%S}", text, details, wrong)
        if self._said and (self._said[0].text, self._said[0].details) == (text, details):
            self._said.popleft()
        self._said.appendleft(message)

    def __iter__(self) -> Iterator[Message]:
        """The lines, the newest first."""
        return iter(self._said)
