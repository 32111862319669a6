"""Styles: what Textual says is understood, and the way from one style to another arrives there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.capabilities import ColourDepth
from tui.terminal.sgr import BOLD, DEFAULT, DIM, REVERSE, UNDERLINE, Style, apply_sgr, on_blank, transition

_numbers = st.integers(0, 255).map(str)
_extended = st.one_of(
    st.builds("5;{}".format, _numbers), st.builds("2;{};{};{}".format, _numbers, _numbers, _numbers)
)
_plain = "0 1 2 3 4 5 6 7 8 9 21 22 23 24 25 27 28 29 31 37 39 41 49 51 53 54 55 90 97 100 107".split()  # noqa: SIM905
_codes = st.one_of(
    st.sampled_from(_plain), st.builds("{};{}".format, st.sampled_from(["38", "48", "58"]), _extended)
)
_parameters = st.lists(_codes, max_size=6).map(";".join)
_styles = _parameters.map(lambda parameters: apply_sgr(DEFAULT, parameters, ColourDepth.TRUECOLOR))


def applied(style: Style, sequence: str) -> Style:
    """The style after a sequence of the driver's own."""
    if not sequence:
        return style
    assert sequence.startswith("\x1b[")
    assert sequence.endswith("m")
    return apply_sgr(style, sequence[2:-1], ColourDepth.TRUECOLOR)


@given(_styles, _styles)
def test_a_transition_arrives(pen: Style, style: Style) -> None:
    assert applied(pen, transition(pen, style)) == style


@given(_styles)
def test_no_transition_is_needed_to_stay(style: Style) -> None:
    assert transition(style, style) == ""


def test_a_transition_says_only_what_changes() -> None:
    red = Style(foreground="31")
    assert transition(red, red._replace(attributes=BOLD)) == "\x1b[1m"
    assert transition(Style("31", "44", BOLD), DEFAULT) == "\x1b[m"
    assert transition(Style(attributes=BOLD | DIM), Style(attributes=DIM)) in {"\x1b[;2m", "\x1b[22;2m"}


def test_a_link_is_opened_and_closed() -> None:
    linked = Style(link="id=1;https://example.org/")
    assert transition(DEFAULT, linked) == "\x1b]8;id=1;https://example.org/\x1b\\"
    assert transition(linked, DEFAULT) == "\x1b]8;;\x1b\\"


@given(_parameters)
def test_without_colours_only_attributes_are_left(parameters: str) -> None:
    style = apply_sgr(DEFAULT, parameters, ColourDepth.NONE)
    assert (style.foreground, style.background) == ("", "")
    assert style.attributes == apply_sgr(DEFAULT, parameters, ColourDepth.TRUECOLOR).attributes


@given(_parameters)
def test_sixteen_colours_are_all_that_is_sent(parameters: str) -> None:
    style = apply_sgr(DEFAULT, parameters, ColourDepth.ANSI)
    allowed = {str(code) for base in (30, 40, 90, 100) for code in range(base, base + 8)} | {""}
    assert {style.foreground, style.background} <= allowed


def test_colours_of_the_terminals_own_palette_survive() -> None:
    for depth in (ColourDepth.ANSI, ColourDepth.EIGHT_BIT, ColourDepth.TRUECOLOR):
        assert apply_sgr(DEFAULT, "1;33;104", depth) == Style("33", "104", BOLD)


def test_truecolour_is_reduced_to_the_nearest() -> None:
    assert apply_sgr(DEFAULT, "38;2;255;0;0", ColourDepth.EIGHT_BIT).foreground.startswith("38;5;")
    assert apply_sgr(DEFAULT, "48;2;0;0;0", ColourDepth.ANSI).background == "40"


@given(st.text(alphabet="0123456789;:", max_size=30))
def test_any_parameters_are_read(parameters: str) -> None:
    assert isinstance(apply_sgr(DEFAULT, parameters, ColourDepth.TRUECOLOR), Style)


def test_on_a_blank_only_what_is_seen_counts() -> None:
    assert on_blank(Style("31", "44", BOLD)) == Style("", "44")
    assert on_blank(Style("31", "44", UNDERLINE)) == Style("31", "44", UNDERLINE)
    assert on_blank(Style("31", "", REVERSE | BOLD)) == Style("31", "", REVERSE | BOLD)
