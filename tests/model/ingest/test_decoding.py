from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ingest.decoding import NotTextError, decode

TEXT = "The café “reopened”.\nNobody was there."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_the_encodings_of_newsrooms(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_unifies_line_ends_and_nothing_else() -> None:
    assert decode(b" a \r\n\tb\rc\n\n\x0cd ") == " a \n\tb\nc\n\n\x0cd "


def test_keeps_escape_sequences_as_text() -> None:
    assert decode(b"before \x1b[31mred\x1b[0m after") == "before \x1b[31mred\x1b[0m after"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x00" * 100, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xfea"]
)
def test_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


@given(st.binary(max_size=400))
def test_gives_text_or_says_that_it_is_none(data: bytes) -> None:
    try:
        text = decode(data)
    except NotTextError as error:
        assert str(error)
    else:
        assert "\r" not in text
        text.encode("utf-8")
