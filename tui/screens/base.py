"""What every screen shares: keys through the table of operations, counts, the bars, painting at once.

An operation `next-article` is carried out by the method `do_next_article` of the screen. Keys do not travel
through Textual's bindings: one lookup in the keymap, one method, one repaint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from traceback import format_exception
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.layout import Layout
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from model.corpus import Corpus, CorpusError
from tui import arrangement
from tui.arrangement import Arrangement
from tui.operations import TYPING, Context, Operation
from tui.painting import Piece, Pieces
from tui.panes.bar import Bar
from tui.panes.lines import LinePane
from tui.screens.clicking import Clicking
from tui.screens.guiding import Guiding
from tui.screens.host import Host
from tui.terminal.sanitise import cell_width, sanitise


class KeyScreen(Guiding, Clicking, Screen[None]):
    """A screen whose keys are looked up in the table of operations."""

    context: ClassVar[Context]
    COUNT_SECONDS = 0.5

    DEFAULT_CSS = "KeyScreen { overflow: hidden; }"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.header, self.status, self.footer = (Bar(host.look) for _ in range(3))
        self.notice: Piece | None = None
        self.count: int | None = None
        self.argument = ""
        self._waiting: Operation | None = None
        self._settling: Timer | None = None
        self._sending_later = False
        self._hints_within = lru_cache(4)(self._fitting_hints)
        self._arrangement = Arrangement(self._places)

    @property
    def layout(self) -> Layout:
        """Panes stand where the arrangement says, whatever a style sheet says."""
        return self._arrangement

    # ── to be given by each screen ────────────────────────────────────────────────────────────────────────

    def panes(self, size: Size) -> Mapping[Widget, Region]:
        """The panes between the bars, and where they stand."""
        raise NotImplementedError

    def refresh_panes(self) -> None:
        """Bring panes and header up to date with the session."""
        raise NotImplementedError

    def resting_status(self) -> tuple[Pieces, Pieces]:
        """What the status line says when there is nothing else to say: left and right."""
        return (), ()

    # ── keys ──────────────────────────────────────────────────────────────────────────────────────────────

    def on_key(self, event: events.Key) -> None:
        """Every key ends here."""
        event.stop()
        event.prevent_default()
        self.press(key_name(event))

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is typed into the prompt, on one line; elsewhere it is not taken for keys."""
        event.stop()
        if self.prompt is not None:
            self.type(" ".join(event.text.split()))

    def pointed(self, do: Callable[[], None]) -> None:
        """Do what was pointed at with the mouse, as `run` does an operation, and show the outcome."""
        self.notice = None
        self._carry_out(do)
        self.update()

    def press(self, key: str) -> None:
        """Do what `key` means here and show the outcome, all of it, in one frame."""
        self.notice = None
        if self._waiting is not None:
            operation, self._waiting = self._waiting, None
            if len(key) == 1:
                self.argument = key
                self.run(operation)
        else:
            context = Context.PROMPT if self.prompt else self.context
            found = self.host.keymap.lookup(context, key)
            if found is not None:
                self._begin(found, key)
            elif context in TYPING and (len(key) == 1 or key == "space"):
                self.type(" " if key == "space" else key)
            else:
                self.count = self.count * 10 if key == "0" and self.count else None
        self.update()

    def run(self, operation: Operation) -> None:
        """Carry an operation out; what goes wrong becomes a line in the status bar."""
        handler: Callable[[], None] = getattr(self, f"do_{operation.id.replace('-', '_')}")
        self._carry_out(handler)
        if operation.id != "match":
            self.count = None
        self.host.did(operation.id)

    def _carry_out(self, do: Callable[[], None]) -> None:
        try:
            do()
        except CorpusError as error:
            self.complain(str(error), "".join(format_exception(error)))

    def choose(self, operation: Operation) -> None:
        """Do what was chosen in the palette, as if its key had been pressed."""
        if operation.argument:
            self._waiting = operation
        else:
            self.run(operation)
        self.update()

    def _begin(self, operation: Operation, key: str) -> None:
        if self._settling is not None:
            self._settling.stop()
            self._settling = None
        if operation.argument:
            self._waiting = operation
        elif operation.id == "match" and key.isdigit():
            self.count = min(9999, (self.count or 0) * 10 + int(key))
            self.run(operation)
            self._settling = self.set_timer(self.COUNT_SECONDS, self.settle)
        else:
            self.run(operation)

    def settle(self) -> None:
        """A number was typed and no movement followed."""
        self.count = None

    def key(self, operation: str) -> str:
        """The key of an operation, for telling the user."""
        return self.host.keymap.key_of(operation)

    # ── showing ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def corpus(self) -> Corpus:
        """The corpus being read."""
        return self.host.session.corpus

    def update(self) -> None:
        """Bring everything on the screen up to date."""
        if self.is_current and self.show_tour(self.size):
            self.rearrange()
        self.refresh_panes()
        self.status.say(*self._status())
        self.footer.say(self._hints())
        self.paint()

    def rearrange(self) -> None:
        """Other panes are to be seen: lay out again, in the frame of the key."""
        self._clear_arrangement_cache()
        self._refresh_layout()

    def corpus_changed(self) -> None:
        """Forget what was read of the corpus and show it afresh."""
        self.update()

    def paint(self) -> None:
        """Send what changed now, in the frame of the key, not at Textual's next tick up to 17 ms later.

        While more keys are waiting nothing is sent: what they change goes out together, so a held key never
        falls behind.
        """
        if not self.message_queue_size and not self.app.message_queue_size:
            self._send()
        elif not self._sending_later:
            self._sending_later = True
            self.call_later(self._send)

    def _send(self) -> None:
        """Have the compositor draw the marked lines: at once, or with the layout that is due."""
        self._sending_later = False
        if self.is_current:
            self._compositor.update_widgets(set(self.line_panes()))
            if not self._layout_required:
                self._compositor_refresh()

    def say(self, text: str) -> None:
        """Show a line in the status bar until the next key."""
        self.notice = (f" {sanitise(text)}", "text")
        self.host.messages.add(text)

    def complain(self, text: str, details: str = "") -> None:
        """Show a line about something that went wrong, until the next key, and by which key there is more."""
        more = f" ({self.key('messages')} shows details)" if details else ""
        self.notice = (f" {sanitise(text)}{more}", "error")
        self.host.messages.add(text, details, wrong=True)

    def _status(self) -> tuple[Pieces, Pieces]:
        if self.prompt is not None:
            line = [
                (f" {self.prompt.label}", "key"),
                (sanitise(self.prompt.editor.text), "title"),
                ("▌", "key"),
            ]
            return line, self.resting_status()[1]
        left, right = self.resting_status()
        if self._waiting is not None:
            right = [(f"{self._waiting.help}: a letter ", "key")]
        elif self.count is not None:
            right = [(f"{self.count} ", "key")]
        return ([self.notice] if self.notice else left), right

    def _hints(self) -> Pieces:
        if self.prompt is not None:
            return [(" ⏎", "key"), (" take", "dim"), ("   esc", "key"), (" leave", "dim")]
        return self._hints_within(self.size.width)

    def _fitting_hints(self, width: int) -> Pieces:
        """The footer's hints as far as they fit; help is always among them."""
        used = 0
        hints = [(f" {keys}", f" {word} ") for keys, word in self.host.keymap.hints(self.context)]
        always = [hint for hint in hints if hint[1] == " help "]
        room = width - sum(cell_width(keys + word) for keys, word in always)
        shown: list[tuple[str, str]] = []
        for hint in hints:
            used += 0 if hint in always else cell_width("".join(hint))
            if used <= room or hint in always:
                shown.append(hint)
        return [piece for keys, word in shown for piece in ((keys, "key"), (word, "dim"))]

    def _places(self, size: Size) -> Mapping[Widget, Region]:
        bars = arrangement.bars(size)
        named: dict[str, Widget] = {"header": self.header, "status": self.status, "footer": self.footer}
        rows = self.guided_rows(size)
        return {
            **{named[name]: region for name, region in bars.items()},
            **self.panes(Size(size.width, size.height - rows)),
            self.guide: Region(0, bars["status"].y - rows, size.width, rows),
        }

    @property
    def room(self) -> Size:
        """What the tour leaves of the screen."""
        return Size(self.size.width, self.size.height - self.guided_rows(self.size))

    def line_panes(self) -> list[LinePane]:
        """Everything on the screen that draws lines."""
        return [child for child in self.children if isinstance(child, LinePane)]

    def on_mount(self) -> None:
        """Fill the panes for the first time."""
        self.call_after_refresh(self.update)

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self.update)

    def on_screen_resume(self) -> None:
        """Another view was closed over this one."""
        self.update()

    # ── operations that every screen has ──────────────────────────────────────────────────────────────────

    def do_leave(self) -> None:
        """Close the view."""
        self.host.leave()

    def do_quit(self) -> None:
        """Close the view."""
        self.host.leave()

    def do_help(self) -> None:
        """Every operation and its keys."""
        self.host.help()

    def do_copies(self) -> None:
        """What was copied."""
        self.host.show_copies()

    def do_messages(self) -> None:
        """The messages so far."""
        self.host.show_messages()

    def do_palette(self) -> None:
        """Choose an operation by its name."""
        self.host.palette(self)

    def do_undo(self) -> None:
        """Take the last judgement back."""
        judgement = self.corpus.undo()
        if judgement is None:
            self.say("there is no judgement to undo")
            return
        self.host.changed()
        self.say(f"undone: {judgement.kind} {judgement.verdict}")


def key_name(event: events.Key) -> str:
    """The name of a key as the table of operations has it."""
    if event.character is not None and event.is_printable and event.character != " ":
        return event.character
    return event.key
