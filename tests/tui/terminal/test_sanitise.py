"""Text from anywhere becomes text that cannot move, hide or widen anything."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from tui.terminal.cells import CellFactory
from tui.terminal.sanitise import cell_columns, cell_width, sanitise
from tui.terminal.sgr import DEFAULT

_hostile = st.text(
    alphabet="\x1b[]\x07\x9b\u202e\u2066\u200d\ufe0f\u0301\u20e3\U0001f3fd\U000e0041ae 漢😀\ud800\t\n"
)
_any = st.one_of(st.text(st.characters()), _hostile)


@given(_any)
def test_every_code_point_gives_one(text: str) -> None:
    assert len(sanitise(text)) == len(text)


@given(_any)
def test_nothing_is_left_that_a_terminal_acts_on_or_hides(text: str) -> None:
    shown = sanitise(text)
    assert not {unicodedata.category(character) for character in shown} & {
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
        "Zl",
        "Zp",
        "Me",
    }
    assert not set(shown) & set("\u200d\ufe0e\ufe0f\u034f\u3164\U0001f3fd")
    shown.encode()


@given(_any)
def test_sanitised_text_stays_as_it_is(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)


@given(_any)
def test_all_who_count_cells_agree(text: str) -> None:
    shown = sanitise(text)
    columns = cell_columns(shown)
    cells = len(CellFactory().cells(shown, DEFAULT))
    assert columns[-1] == cell_width(shown) == cell_len(shown) == cells == sum(map(wcwidth, shown))
    assert len(columns) == len(shown) + 1
    assert columns == sorted(columns)


@given(_any)
def test_marks_never_stand_alone_or_pile_up(text: str) -> None:
    widths = "".join(str(wcwidth(character)) for character in sanitise(text))
    assert not widths.startswith("0")
    assert "0000" not in widths


@given(st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cc", "Cf", "Zs"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]52;c;QQ==\x07", "␛[31mred␛]52;c;QQ==␇"),
        ("a\tb\r\nc\u2028d\xa0e", "a b  c d e"),
        ("\x7f\x9b\ud800\ue000", "␡���"),
        ("abc\u202edef\u2069\u200b", "abc·def··"),
        ("cafe\u0301", "cafe\u0301"),
        ("z" + "\u0335" * 5, "z\u0335\u0335\u0335··"),
        ("\u0301x 1\u0301", "·x 1·"),
        ("👩\u200d👩", "👩·👩"),
        ("👍\U0001f3fd ☀\ufe0f", "👍· ☀·"),
        ("🇮🇶", "IQ"),
        ("שָׁלוֹם", "שָׁלוֹם"),
        ("كتائب حزب الله", "كتائب حزب الله"),
        ("漢字\u3000한국", "漢字\u3000한국"),
    ],
)
def test_stand_ins(text: str, shown: str) -> None:
    assert sanitise(text) == shown


def test_columns_of_code_points() -> None:
    assert cell_columns("a漢e\u0301b") == [0, 1, 3, 4, 4, 5]
