"""A small reader to drive the drivers with: scrolling text, a list, an overlay; run it as a program to look at it."""

from __future__ import annotations

import os
import sys
from random import Random
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.driver import Driver
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Input, Label, OptionList

from tui.terminal.driver import differential_driver

WORDS = (
    "officials said the council would meet again on Monday “within days” — reports differ naïve façade "
    "漢字 한국어 ｆｕｌｌ Ελλάδα Москва ≠ ● ○ │ ┃ שלום cafe\u0301 talks 50,000 and the rest"
).split()
STYLES = [
    Style(),
    Style(bold=True),
    Style(color="red", underline=True),
    Style(color="rgb(120,200,80)", italic=True),
    Style(reverse=True),
    Style(dim=True),
    Style(bgcolor="rgb(40,40,90)", color="bright_yellow"),
    Style(strike=True, link="https://example.org/a?b=c;d"),
]


def made_up_line(number: int) -> list[Segment]:
    """A line of styled words, the same for the same number; every fifth line is empty."""
    random = Random(number)
    if number % 5 == 4:
        return []
    segments = [Segment(f"{number:5} ", Style(color="cyan"))]
    for _ in range(random.randrange(3, 14)):
        style = random.choices(STYLES, [20, 2, 2, 2, 1, 1, 1, 1])[0]
        segments += [Segment(random.choice(WORDS), style), Segment(" ")]
    return segments


class Lines(ScrollView, can_focus=True):
    """Ten thousand made-up lines on the line API, with one selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll(1)"),
        Binding("k", "scroll(-1)"),
        Binding("d", "scroll(10)"),
        Binding("space", "scroll(20)"),
        Binding("b", "scroll(-20)"),
        Binding("G", "scroll(100000)"),
        Binding("g", "scroll(-100000)"),
        Binding("n", "select(1)"),
        Binding("p", "select(-1)"),
    ]
    COUNT = 10_000

    def __init__(self) -> None:
        super().__init__()
        self.virtual_size = Size(60, self.COUNT)
        self.selected = 0

    def action_scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_select(self, step: int) -> None:
        self.selected = max(0, min(self.COUNT - 1, self.selected + step))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        strip = Strip(made_up_line(number)).adjust_cell_length(self.size.width, self.rich_style)
        strip = strip.apply_style(self.rich_style)
        return strip.apply_style(Style(bold=True, reverse=True)) if number == self.selected else strip


class Overlay(ModalScreen[None]):
    """A box over the text with a list and a line to type in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss")]
    CSS = "Overlay { align: center middle; } Overlay OptionList { width: 50%; height: 8; } Overlay Input {width: 50%;}"

    def compose(self) -> ComposeResult:
        yield Input()
        yield OptionList(*(f"{word} {number}" for number, word in enumerate(WORDS)))


class Demo(App[None]):
    """Text on the full width, or beside a list when `panes` is set."""

    CSS = "OptionList { width: 30; } Demo Label { width: 1fr; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "overlay", "overlay"),
        Binding("tab", "app.focus_next", "next"),
        Binding("x", "bell", "bell"),
        Binding("c", "copy", "copy"),
        Binding("q", "quit", "quit"),
        Binding("ctrl+z", "suspend_process", "suspend"),
    ]

    def __init__(self, driver_class: type[Driver], *, panes: bool = False, ansi: bool = False) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi)
        self.animation_level = "none"
        self.panes = panes

    def compose(self) -> ComposeResult:
        yield Label("a demonstration · ready")
        if self.panes:
            with Horizontal():
                yield OptionList(*(f"{word} {number}" for number, word in enumerate(WORDS * 3)))
                yield Lines()
                yield Lines()
        else:
            yield Lines()
        yield Footer()

    def action_overlay(self) -> None:
        self.push_screen(Overlay())

    def action_copy(self) -> None:
        self.copy_to_clipboard("copied text")


if __name__ == "__main__":
    from textual.drivers.linux_driver import LinuxDriver

    stock = "stock" in sys.argv
    app = Demo(LinuxDriver if stock else differential_driver(), panes="panes" in sys.argv)
    app.run(mouse=False)
    sys.exit(app.return_code or os.EX_OK)
