"""What a match is announced by: loud where reports disagree, muted where a source is left out."""

from dataclasses import replace

import pytest

from model.records import Difference, Match, Relation, Span
from tui.signs import sign_of


def match(relation: Relation | None, *differences: tuple[str, str]) -> Match:
    found = tuple(Difference(kind, Span(0, 1), None, why) for kind, why in differences)  # type: ignore[arg-type]
    return Match("a:0", "b:0", relation, None, 0.9, found, None)


@pytest.mark.parametrize(
    ("pair", "sign", "words", "muted"),
    [
        (match("same_wording"), "=", "", ""),
        (match("paraphrase"), "~", "", ""),
        (match("adds_detail"), "+", "adds", ""),
        (match("background"), "·", "", ""),
        (match(None), "?", "perhaps", ""),
        (replace(match("differs", ("number", "50 against 40")), score=0.55), "?", "perhaps", ""),
        (
            replace(match("differs", ("number", "50 against 40")), score=0.55, judged="confirmed"),
            "≠",
            "number",
            "",
        ),
        (match("differs", ("number", "50 against 40")), "≠", "number", ""),
        (match("differs", ("attribution", "another speaker")), "≠", "speaker", ""),
        (match("differs", ("attribution", "omitted by b")), "~", "", "s"),
        (match("differs", ("quote", "changed"), ("attribution", "omitted by a")), "≠", "quote", "s"),
        (match("differs", ("time", "x"), ("time", "y"), ("name", "z")), "≠", "time", ""),
        (replace(match("differs", ("attribution", "omitted by a")), adds="b"), "+", "adds", "s"),
        (match("paraphrase", ("name", "spelling")), "~", "", ""),
    ],
)
def test_signs_and_words(pair: Match, sign: str, words: str, muted: str) -> None:
    found = sign_of(pair)
    assert (found.sign, found.words, found.muted) == (sign, words, muted)
