"""Running the demonstration in this process: keys from a pilot, output into a file."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.pilot import Pilot


@dataclass
class Capture:
    """Where a driver's output goes, and the size it believes its terminal has."""

    path: Path
    size: tuple[int, int]
    said: list[str] = field(default_factory=list)
    _position: int = 0

    def __post_init__(self) -> None:
        self.file = self.path.open("w", newline="")

    def sent(self) -> str:
        """What the driver has sent since the last call."""
        with self.path.open("rb") as file:
            file.seek(self._position)
            data = file.read()
        self._position += len(data)
        return data.decode()

    def textual_said(self) -> str:
        """What Textual has written to the driver since the last call: what the stock driver would send."""
        said = "".join(self.said)
        self.said.clear()
        return said

    def driver(self, base: type[Driver]) -> type[Driver]:
        """`base`, a Linux driver, without a terminal: it writes into this capture, its keyboard is silent."""
        assert issubclass(base, LinuxDriver)
        capture = self

        class Captured(base):  # type: ignore[valid-type,misc]
            descriptor = self.file.fileno()

            def __init__(self, app: App[Any], **settings: Any) -> None:
                super().__init__(app, **settings)
                self._file = capture.file
                self.input_tty = False
                self.fileno, self._keyboard = os.pipe()

            def write(self, data: str) -> None:
                capture.said.append(data)
                super().write(data)

            def _get_terminal_size(self) -> tuple[int, int]:
                super()._get_terminal_size()
                return capture.size

            def close(self) -> None:
                super().close()
                if self.fileno >= 0:
                    os.close(self.fileno)
                    os.close(self._keyboard)
                    self.fileno = -1

        return Captured


async def run(app: App[Any], script: Callable[[Pilot[Any]], Awaitable[None]]) -> None:
    """Run the app to its end with a script at the keys; an assertion that fails in the script fails here."""

    async def pilot_and_exit(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await script(pilot)
        app.exit()

    await app.run_async(auto_pilot=pilot_and_exit, mouse=False)
