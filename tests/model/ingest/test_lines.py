from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.ingest.zones.lines import read_lines

WRAPPED = """\
Talks on the pay of the harbour pilots were resumed on Monday in the
capital, officials said, after weeks in which neither of the sides
had been willing to meet in public.
"""


def test_a_paragraph_broken_at_a_width_is_one_unit() -> None:
    lines = read_lines(WRAPPED + "\nAnother one.\n")
    assert [(line.start, line.end) for line in lines] == [
        (0, len(WRAPPED) - 1),
        (len(WRAPPED) + 1, len(WRAPPED) + 13),
    ]
    assert "in the capital" in lines[0].head


def test_list_items_and_full_paragraphs_are_units_of_their_own() -> None:
    assert (
        len(read_lines("- one item of a list which is rather a long one\n- two items of a list which are\n"))
        == 2
    )
    assert (
        len(read_lines("A first paragraph stands here and it has an end.\nA second one follows it here.\n"))
        == 2
    )


def test_knows_cut_off_lines() -> None:
    assert [
        line.truncated for line in read_lines("Ports will…\nPorts will...\nPorts will.\nPorts [+120 chars]")
    ] == [
        True,
        True,
        False,
        True,
    ]


@given(st.text(alphabet=st.sampled_from("ab .\n\t…-\u2028\u00a0漢"), max_size=200) | st.text(max_size=200))
def test_units_cover_every_line_that_is_not_blank(text: str) -> None:
    lines = read_lines(text)
    rest = list(text)
    for line in lines:
        assert text[line.start : line.end].strip()
        assert line.start == 0 or text[line.start - 1] == "\n"
        assert line.end == len(text) or text[line.end] == "\n"
        rest[line.start : line.end] = " " * (line.end - line.start)
    assert not "".join(rest).strip()
    assert all(one.end < two.start for one, two in pairwise(lines))
