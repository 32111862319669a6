from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.ingest import document_from_text
from tests.model.ingest.zoned import STORY, marks


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("ROTTERDAM — ", [("dateline", "ROTTERDAM")]),
        ("ROTTERDAM, Netherlands (AP) — ", [("dateline", "ROTTERDAM, Netherlands"), ("agency_credit", "AP")]),
        ("ROTTERDAM, May 6 (Reuters) - ", [("dateline", "ROTTERDAM"), ("agency_credit", "Reuters")]),
        ("Rotterdam (CNN) ", [("dateline", "Rotterdam"), ("agency_credit", "CNN")]),
        ("RIO DE JANEIRO – ", [("dateline", "RIO DE JANEIRO")]),
        ("WATCH — ", []),
        ("The Dockers' Union (DU) — ", []),
        ("On Monday — ", []),
    ],
)
def test_datelines(opening: str, found: list[tuple[str, str]]) -> None:
    assert marks(document_from_text(opening + STORY)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By Jane Doe and John Q. Public", [("byline", "Jane Doe and John Q. Public")]),
        ("By Jane Doe, Harbour Correspondent", [("byline", "Jane Doe")]),
        (
            "The Associated Press contributed to this report.",
            [("agency_credit", "The Associated Press"), ("contribution", "The Associated Press")],
        ),
        ("Jane M. Doe contributed to this story.", [("contribution", "Jane M. Doe")]),
        ("Correction: The strike lasted two weeks.", [("correction", None)]),
        ("© 2024 The Harbour Gazette", [("copyright", "The Harbour Gazette")]),
        ("(Photo: Jane Doe/Reuters)", [("photo_credit", "Jane Doe/Reuters")]),
        ("Source: Reuters", [("agency_credit", "Reuters")]),
        ("Tuesday, May 7, 2024", [("page_clock", "Tuesday, May 7, 2024")]),
    ],
)
def test_lines_about_the_article(line: str, found: list[tuple[str, str | None]]) -> None:
    document = document_from_text(f"{STORY}\n{line}\n")
    assert sorted(marks(document), key=str) == sorted(found, key=str)


def test_credits_inside_paragraphs() -> None:
    text = STORY.rstrip() + " (With additional reporting by AFP)\n"
    document = document_from_text(text)
    assert marks(document) == [("contribution", "AFP"), ("agency_credit", "AFP")]
    assert [mark.span.of(text) for mark in document.article.marks] == [
        "With additional reporting by AFP",
        "AFP",
    ]


def test_a_picture_of_an_agency_is_no_credit_for_its_text() -> None:
    text = STORY + "\nA crane in the harbour, May 6, 2024. REUTERS/Jane Doe\n"
    assert marks(document_from_text(text)) == [("photo_credit", "REUTERS/Jane Doe")]


def test_marks_stand_where_they_say() -> None:
    text = "ROTTERDAM (AP) — " + STORY
    document = document_from_text(text)
    assert [mark.span.of(text) for mark in document.article.marks] == ["ROTTERDAM (AP) —", "AP"]


@given(st.text(alphabet=st.sampled_from("ABAP (AP)—-by BY.,;:©/\n"), max_size=120) | st.text(max_size=200))
def test_marks_lie_inside_any_text(text: str) -> None:
    for mark in document_from_text(text).article.marks:
        assert 0 <= mark.start < mark.end <= len(text)


def test_an_agency_between_slashes_and_a_place_before_a_colon() -> None:
    assert marks(document_from_text("MOSCOW, May 6. /TASS/. " + STORY)) == [
        ("dateline", "MOSCOW"),
        ("agency_credit", "TASS"),
    ]
    assert marks(document_from_text("BEIRUT: " + STORY)) == [("dateline", "BEIRUT")]
    later = STORY.replace("The strike had", "UNION: The strike had")
    assert marks(document_from_text(later)) == []
