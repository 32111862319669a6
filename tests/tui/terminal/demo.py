"""A small reader to drive the drivers with: scrolling text, a list, an overlay; it also runs as a program."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from random import Random
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.driver import Driver
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Footer, Input, Label, OptionList

from tui.terminal.driver import differential_driver

WORDS = (  # noqa: SIM905
    "officials said the council would meet again on Monday “within days” — reports differ naïve façade 漢字 "
    "한국어 ｆｕｌｌ Ελλάδα Москва ≠ ● ○ │ ┃ שלום cafe\u0301 talks 50,000 and the rest"
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


@lru_cache(4096)
def made_up_line(number: int) -> Strip:
    """A line of styled words, the same for the same number; every fifth line is empty."""
    random = Random(number)
    if number % 5 == 4:
        return Strip([])
    segments = [Segment(f"{number:5} ", Style(color="cyan"))]
    for _ in range(random.randrange(3, 12)):
        style = random.choices(STYLES, [40, *[1] * (len(STYLES) - 1)])[0]
        segments += [Segment(random.choice(WORDS), style), Segment(" ")]
    return Strip(segments)


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

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.virtual_size = Size(60, self.COUNT)
        self.selected = 0

    def action_scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_select(self, step: int) -> None:
        self.selected = max(0, min(self.COUNT - 1, self.selected + step))
        self.refresh()
        for matches in self.screen.query(Matches):
            matches.show(self.selected)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        strip = made_up_line(number).adjust_cell_length(self.size.width, self.rich_style)
        strip = strip.apply_style(self.rich_style)
        return strip.apply_style(Style(bold=True, reverse=True)) if number == self.selected else strip


class Matches(Widget):
    """A few lines about the selected one, which follow it at once."""

    first = 0

    def show(self, first: int) -> None:
        self.first = first * 7
        self.refresh()

    def render_line(self, y: int) -> Strip:
        strip = made_up_line(self.first + y // 2) if y < 14 and y % 2 else Strip([])
        return strip.adjust_cell_length(self.size.width, self.rich_style).apply_style(self.rich_style)


class Overlay(ModalScreen[None]):
    """A box over the text with a list and a line to type in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss")]
    CSS = """
    Overlay { align: center middle; }
    Overlay OptionList { width: 50%; height: 8; }
    Overlay Input { width: 50%; }
    """

    def compose(self) -> ComposeResult:
        yield Input()
        yield OptionList(*(f"{word} {number}" for number, word in enumerate(WORDS)))


class Demo(App[None]):
    """Text on the full width, or beside a list when `panes` is set."""

    CSS = """
    #articles { width: 26; }
    Lines { width: 1fr; max-width: 80; }
    Lines.wide { max-width: 100%; }
    Matches { width: 1fr; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "overlay", "overlay"),
        Binding("tab", "app.focus_next", "next"),
        Binding("x", "bell", "bell"),
        Binding("c", "copy", "copy"),
        Binding("q", "quit", "quit"),
        Binding("ctrl+x", "crash", "crash", show=False),
        Binding("ctrl+z", "suspend_process", "suspend"),
    ]

    def __init__(self, driver_class: type[Driver], *, panes: bool = False, ansi: bool = False) -> None:
        super().__init__(driver_class=driver_class, ansi_color=ansi)
        self.animation_level = "none"
        self.panes = panes

    def compose(self) -> ComposeResult:
        yield Label("a demonstration · ready · wide")
        if self.panes:
            with Horizontal():
                yield OptionList(*(f"{word} {number}" for number, word in enumerate(WORDS)), id="articles")
                yield Lines()
                yield Matches()
        else:
            yield Lines(classes="wide")
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(Lines).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Show the size in a word no letter of which stays where it is for another."""
        word = "wide" if event.size.width >= 80 else "slim"
        self.query_one(Label).update(f"a demonstration · ready · {word}")

    def action_overlay(self) -> None:
        self.push_screen(Overlay())

    def action_copy(self) -> None:
        self.copy_to_clipboard("copied text")

    def action_crash(self) -> None:
        raise RuntimeError("crashed as asked")


if __name__ == "__main__":
    from textual.drivers.linux_driver import LinuxDriver

    stock = "stock" in sys.argv
    app = Demo(LinuxDriver if stock else differential_driver(), panes="panes" in sys.argv)
    app.run(mouse=False)
    sys.exit(app.return_code or os.EX_OK)
