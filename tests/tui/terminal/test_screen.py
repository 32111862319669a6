"""Any output of Textual's kind, in any order, leaves the terminal as the output itself would have left it."""

from __future__ import annotations

import re

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from rich.cells import cell_len

from tests.tui.terminal.emulator import Emulator
from tui.terminal.capabilities import ColourDepth
from tui.terminal.screen import Screen

WIDTH, HEIGHT = 34, 9
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking twenty screens takes minutes

_words = st.text(alphabet="ab cd  —“≠é漢字ｗשל\u0301", max_size=7).map(lambda text: text.lstrip("\u0301"))
_sgr = st.sampled_from("0 1 2 3 4 7 9 31 38;5;200 48;2;1;2;3 44 1;31;44 4;38;2;9;9;9 0;7;42".split())  # noqa: SIM905
_segments = st.builds("\x1b[{}m{}\x1b[0m".format, _sgr, _words)
_lines = st.lists(_segments, min_size=1, max_size=2).map("".join)


class Differ(RuleBasedStateMachine):
    """Two terminals: one is sent what Textual says, one what the screen makes of it."""

    @initialize(erases_in_colour=st.booleans())
    def start(self, erases_in_colour: bool) -> None:
        self.sent: list[str] = []
        self.screen = Screen(
            self.sent.append, colour=ColourDepth.TRUECOLOR, erases_in_colour=erases_in_colour
        )
        self.screen.resize(WIDTH, HEIGHT)
        self.ours = Emulator(WIDTH, HEIGHT, erases_in_colour=erases_in_colour)
        self.theirs = Emulator(WIDTH, HEIGHT)
        self.lines = [""] * 40
        self.top = 0

    def say(self, data: str) -> None:
        self.sent.clear()
        self.screen.write(data)
        self.screen.flush()
        self.ours.feed("".join(self.sent))
        self.theirs.feed(data)

    @rule(row=st.integers(0, HEIGHT - 1), column=st.integers(0, WIDTH - 1), line=_lines)
    def draw(self, row: int, column: int, line: str) -> None:
        """Write over what is there; like Textual, never over the edge, where terminals differ."""
        column = min(column, WIDTH - cell_len(re.sub(r"\x1b\[[\d;]*m", "", line)))
        self.say(f"\x1b[{row + 1};{column + 1}H{line}")

    @rule(step=st.integers(-3, 3), line=_lines, place=st.integers(0, 39))
    def scroll(self, step: int, line: str, place: int) -> None:
        """A text of forty lines behind a window that moves, under a title that does not."""
        self.lines[place] = line
        self.top = max(0, min(self.top + step, 40 - HEIGHT))
        blank = " " * WIDTH
        self.say(
            "".join(
                f"\x1b[{row + 1};1H{blank}\x1b[{row + 1};1H{number:3} {self.lines[number]}\n"
                * (row < HEIGHT - 1)
                for row in range(1, HEIGHT)
                for number in [self.top + row]
            )
        )

    @rule()
    def forget(self) -> None:
        self.screen.forget()

    @rule(sequence=st.sampled_from(["\x07", "\x1b]52;c;YWJj\x07", "\x1b[?2004h", "\x1b[2J", "\x1b[?25l"]))
    def pass_on(self, sequence: str) -> None:
        self.sent.clear()
        self.screen.write(sequence)
        assert self.sent == [sequence]
        self.ours.feed(sequence)
        if sequence == "\x1b[2J":  # not understood: passed on, and then everything is painted again
            self.say("\x1b[1;1H\x1b[1mx\x1b[0m")

    @invariant()
    def looks_the_same(self) -> None:
        if hasattr(self, "ours"):
            assert self.ours.looks() == self.theirs.looks()


TestDiffer = Differ.TestCase
TestDiffer.settings = settings(max_examples=30, stateful_step_count=20, deadline=None, phases=PHASES)


def sent_for(*writes: str, colour: ColourDepth = ColourDepth.TRUECOLOR, width: int = 80) -> list[str]:
    """What is sent for the last of several frames."""
    sent: list[str] = []
    screen = Screen(sent.append, colour=colour, erases_in_colour=True)
    screen.resize(width, 24)
    for data in writes:
        sent.clear()
        screen.write(data)
        screen.flush()
    return sent


def page(first: int) -> str:
    """Twenty-four full rows of text, numbered."""
    return "\n".join(
        f"\x1b[{row + 1};1H\x1b[37m{f'line {first + row} ' * 8:80.80}\x1b[0m" for row in range(24)
    )


def test_nothing_is_sent_for_what_is_there_already() -> None:
    assert sent_for(page(0), page(0)) == []


def test_a_scrolled_line_is_moved_by_the_terminal() -> None:
    (frame,) = sent_for(page(0), page(1))
    assert len(frame) < 120
    assert "\x1b[M" in frame


def in_colour(lines: list[str]) -> str:
    """Rows of text on a background, each filled to the whole width, with the words in capitals underlined."""
    usual, marked = "\x1b[0;38;5;250;48;5;234m", "\x1b[0;4;38;5;110;48;5;234m"
    rows = (re.sub(r"[A-Z]+", lambda word: f"{marked}{word[0]}{usual}", f"{line:80}") for line in lines)
    return "".join(f"\x1b[{n};1H{usual}{row}\x1b[0m" for n, row in enumerate(rows, 1)) + "\x1b[H"


def test_rows_that_scroll_in_have_the_colour_of_the_background() -> None:
    lines = [f"some words of line {number}" for number in range(23)]
    (frame,) = sent_for(in_colour([*lines, ""]), in_colour([*lines[3:], "", "", "", ""]))
    assert re.fullmatch(r"\x1b\[H\x1b\[3M", frame), "nothing is erased or written where nothing is to be seen"


def test_a_scroll_leaves_alone_what_it_would_tear() -> None:
    """What stands below a moved text is in its place already, and a rule costs three bytes a cell."""
    text = [f"line {number} " + f"{chr(97 + number)} {chr(117 - number)} " * 15 for number in range(20)]
    below = ["─" * 80, *(f"{n} of what stands below" for n in range(8)), "bar"]
    (frame,) = sent_for(in_colour(text[:14] + below), in_colour(text[5:19] + below))
    assert "─" not in frame
    assert "below" not in frame
    assert "line 18" in frame
    assert "line 13" not in frame


def test_one_pen_draws_everything_in_its_style_before_another_is_taken() -> None:
    lines = [f"the first {name} of some and the {name} again" for name in ("IRAN", "NATO", "UN", "WHO")]
    (frame,) = sent_for(in_colour([""] * 24), in_colour(lines + [""] * 20))
    assert len(re.findall(r"\x1b\[[\d;]*m", frame)) == 2
    assert re.findall(r"[A-Z]{2,}", re.sub(r"\x1b\[[\d;]*[A-Za-z]", " ", frame)) == [
        *("IRAN", "IRAN", "NATO", "NATO", "UN", "UN", "WHO", "WHO"),
    ]


def test_a_changed_letter_costs_a_move_and_the_letter() -> None:
    assert sent_for(page(0), "\x1b[3;5H\x1b[37mX\x1b[0m")[0].endswith("\x1b[3;5HX")


def test_a_frame_is_one_piece_and_bracketed_only_when_it_is_long_and_the_terminal_knows_how() -> None:
    start, end = "\x1b[?2026h", "\x1b[?2026l"
    (plain,) = sent_for(page(0))
    (bracketed,) = sent_for(f"{start}{page(0)}{end}")
    (short,) = sent_for(f"{start}\x1b[1;1Hshort{end}")
    assert bracketed == f"{start}{plain}{end}"
    assert start not in short


def test_content_is_sent_before_what_is_passed_on_behind_it() -> None:
    sent: list[str] = []
    screen = Screen(sent.append, colour=ColourDepth.TRUECOLOR, erases_in_colour=True)
    screen.resize(80, 24)
    screen.write("\x1b[1;1Hab")
    assert sent == []
    screen.write("\x07")
    assert sent[0].endswith("ab")
    assert sent[1] == "\x07"


def test_an_unknown_sequence_is_passed_on_and_everything_painted_again() -> None:
    (frame,) = sent_for(page(0), "\x1b[5S", page(0))
    assert frame.count("line 7") == 8


def test_reports_of_focus_are_not_asked_for() -> None:
    assert sent_for("\x1b[?1004h\x1b[?2004h") == ["\x1b[?2004h"]


def test_controls_inside_text_are_dropped() -> None:
    (frame,) = sent_for("\x1b[1;1Ha\x9b31mb\x0ec\x85d\x08")
    assert frame.endswith("a31mbcd")


def test_a_cursor_that_is_shown_is_placed() -> None:
    hidden = sent_for("\x1b[2;2Hx\x1b[1;1H")
    shown = sent_for("\x1b[?25h", "\x1b[2;2Hx\x1b[1;1H")
    assert hidden[-1].endswith("x")
    assert shown[-1].endswith("x\x1b[H") or shown[-1].endswith("x\x1b[A\b\b")


def test_a_resize_paints_everything() -> None:
    sent: list[str] = []
    screen = Screen(sent.append, colour=ColourDepth.TRUECOLOR, erases_in_colour=True)
    for width in (80, 40):
        screen.resize(width, 24)
        screen.write(page(0))
        screen.flush()
    assert "\x1b[2J" in sent[-1]
    emulator = Emulator(40, 24)
    emulator.feed(sent[-1])
    assert emulator.text()[3] == f"{'line 3 ' * 8:.40}"


def test_behind_a_glyph_of_unsettled_width_the_cursor_is_placed_anew() -> None:
    (frame,) = sent_for("\x1b[1;1Ha😀b")
    assert "😀\x1b[4Gb" in frame


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_text_breaks_the_screen(text: str) -> None:
    sent_for(text, page(0), text)


def test_a_changed_wide_glyph_is_counted_with_both_its_cells() -> None:
    sent: list[str] = []
    screen = Screen(sent.append, colour=ColourDepth.TRUECOLOR, erases_in_colour=True)
    screen.resize(80, 24)
    emulator = Emulator(80, 24)
    for glyph, letter in ("漢a", "字b"):
        screen.write(f"\x1b[1;1H12345678{glyph} between{letter}")
        screen.flush()
        emulator.feed("".join(sent))
        sent.clear()
    assert emulator.text()[0].rstrip() == "12345678字 betweenb"
