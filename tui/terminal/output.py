"""Bytes to the terminal: whole strings, in order, in one write where asked; a lost terminal is no error."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager


class Output:
    """Writes to a file descriptor. After the other side has hung up, everything sent is lost in silence."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._holders = 0
        self._held: list[str] = []

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is sent inside goes out as one write at the end."""
        self._holders += 1
        try:
            yield
        finally:
            self._holders -= 1
            if not self._holders:
                held, self._held = "".join(self._held), []
                self.send(held)

    def send(self, data: str) -> None:
        """Write `data` as UTF-8, waiting for a slow terminal; a lone surrogate becomes a question mark."""
        if self._holders:
            self._held.append(data)
            return
        remaining = data.encode("utf-8", "replace")
        while remaining:
            try:
                remaining = remaining[os.write(self._descriptor, remaining) :]
            except BlockingIOError:
                select.select([], [self._descriptor], [])
            except OSError:
                return
