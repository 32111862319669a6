"""Lines and cells: nothing is lost, nothing is too wide, offsets are exact."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from model.records import Block, Span
from tui.layout import RowKind, fold_label, lay_out
from tui.terminal.sanitise import cell_width, sanitise
from tui.wrapping import cell_of, clip, fit, wrap

ANY_TEXT = st.text(max_size=300).map(sanitise)
WIDTHS = st.integers(2, 90)


@given(ANY_TEXT, WIDTHS)
def test_lines_fit_and_leave_out_only_white_space(text: str, width: int) -> None:
    lines = list(wrap(text, 0, len(text), width))
    assert all(cell_width(text[start:end]) <= width for start, end in lines)
    ends = [0, *(end for _, end in lines)]
    starts = [*(start for start, _ in lines), len(text)]
    assert all(text[end:start].strip() == "" for end, start in zip(ends, starts, strict=True))


@given(ANY_TEXT, WIDTHS)
def test_lines_are_in_order_and_never_empty_in_the_middle(text: str, width: int) -> None:
    lines = list(wrap(text, 0, len(text), width))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(lines))
    assert all(start < end for start, end in lines[1:-1])


def test_lines_break_between_words() -> None:
    text = "the quick brown fox jumps"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 10)] == ["the quick", "brown fox", "jumps"]


def test_a_word_wider_than_a_line_is_cut() -> None:
    assert list(wrap("abcdefgh", 0, 8, 3)) == [(0, 3), (3, 6), (6, 8)]


def test_wide_characters_take_two_cells() -> None:
    text = "東京都庁前"
    assert list(wrap(text, 0, 5, 4)) == [(0, 2), (2, 4), (4, 5)]
    assert cell_of(text, 0, 3) == 6


def test_an_accent_stays_with_its_letter() -> None:
    text = "e\u0301" * 6
    assert all(text[start] == "e" for start, _ in wrap(text, 0, len(text), 4))


@given(ANY_TEXT, st.integers(0, 60))
def test_clipped_text_fits_and_fitted_text_fills(text: str, width: int) -> None:
    assert cell_width(clip(text, width)) <= width
    assert cell_width(fit(text, width)) == width


PARAGRAPHS = st.lists(st.text("abc de“”…é", min_size=1, max_size=200), min_size=1, max_size=8)


def _article(paragraphs: list[str], kinds: list[str]) -> tuple[str, list[Block]]:
    blocks, at = [], 0
    for paragraph, kind in zip(paragraphs, kinds, strict=False):
        blocks.append(Block("a", at, at + len(paragraph), kind, None))  # type: ignore[arg-type]
        at += len(paragraph) + 1
    return "\n".join(paragraphs), blocks


@given(PARAGRAPHS, st.lists(st.sampled_from(["body", "caption"]), min_size=8, max_size=8), WIDTHS)
def test_every_offset_of_the_body_is_on_the_row_that_shows_it(
    paragraphs: list[str], kinds: list[str], width: int
) -> None:
    text, blocks = _article(paragraphs, kinds)
    layout = lay_out(text, blocks, width, unfolded=False)
    assert list(layout.starts) == sorted(layout.starts)
    for row in layout.rows:
        if row.kind is RowKind.TEXT:
            for offset in range(row.start, row.end):
                assert layout.rows[layout.row_at(offset)] == row


def test_what_is_not_body_is_one_line_until_it_is_unfolded() -> None:
    text, blocks = _article(
        ["Body one.", "A caption.", "Photo: AP", "Body two."], ["body", "caption", "caption", "body"]
    )
    folded = lay_out(text, blocks, 40, unfolded=False)
    assert [row.kind for row in folded.rows if row.kind is not RowKind.GAP] == [
        RowKind.TEXT,
        RowKind.FOLD,
        RowKind.TEXT,
    ]
    unfolded = lay_out(text, blocks, 40, unfolded=True)
    shown = [text[row.start : row.end] for row in unfolded.rows if row.kind is RowKind.TEXT]
    assert shown == text.split("\n")


def test_a_fold_says_what_it_hides_and_why() -> None:
    text = "One line\nand another"
    label = fold_label([Block("a", 0, len(text), "caption", "photo credit")], text)
    assert label == "caption, 2 lines (photo credit)"


def test_rows_of_a_span_reach_from_its_first_to_its_last_character() -> None:
    text, blocks = _article(["aaa bbb ccc ddd"], ["body"])
    layout = lay_out(text, blocks, 7, unfolded=False)
    assert [text[layout.rows[n].start : layout.rows[n].end] for n in layout.rows_of(Span(4, 11))] == [
        "aaa bbb",
        "ccc ddd",
    ]
