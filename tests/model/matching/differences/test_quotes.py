"""Words changed inside quotation marks."""

from __future__ import annotations

import pytest

from tests.model.matching.differences.compared import found, kinds


def test_a_quotation_is_compared_with_its_own_counterpart_alone() -> None:
    a = "“Our troops were sent to guard the old harbour and the railway station,” the general said."
    b = "“Troops did well,” he said, and: “Our troops were sent to guard the old harbour.”"
    assert "quote" not in kinds(a, b)


def test_two_speakers_in_like_words_change_nothing() -> None:
    a = "“We do believe that the plane was hit by a missile over the bay,” one said."
    b = "“There is now evidence that the aircraft was hit by a missile,” said another."
    assert "quote" not in kinds(a, b)


def test_two_sayings_with_one_ending_are_no_change() -> None:
    a = "“The evidence indicates that the plane was hit by a missile,” he said."
    b = "“There is a body of information that the plane was hit by a missile,” he said."
    assert "quote" not in kinds(a, b)


def test_a_word_written_apart_is_no_change() -> None:
    a = "“We must protect our service members in the valley,” she wrote."
    b = "“We must protect our servicemembers in the valley,” she wrote."
    assert "quote" not in kinds(a, b)


def test_words_changed_inside_quotation_marks() -> None:
    a = "“We will never leave this valley,” the elder said."
    b = "“We will never abandon this valley,” the elder said."
    (difference,) = found(a, b)
    assert difference.kind == "quote"
    assert difference.a is not None
    assert difference.a.of(a) == "leave"


@pytest.mark.parametrize("part", ["“never leave this valley”", "“We will never leave this valley”"])
def test_a_part_of_a_quotation_is_no_change(part: str) -> None:
    assert "quote" not in kinds(
        "“We will never leave this valley,” the elder said.", f"The elder said they would {part}."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The risk to our travelers in September is small", "The risk to our travellers in Sept. is small"),
        (
            "The U.N. defence of labour rights will go on here",
            "The UN defense of labor rights will go on here",
        ),
    ],
)
def test_other_spellings_change_no_quotation(one: str, other: str) -> None:
    assert "quote" not in kinds(f"“{one},” Holt said.", f"“{other},” Holt said.")


def test_marks_out_of_place_make_no_quotation() -> None:
    a = "“We trust the new head of the diocese to act for the past of Pell,” Holt said."
    b = "“We trust the new head of the diocese to act, said Holt of Pell. ”"
    assert "quote" not in kinds(a, b)
