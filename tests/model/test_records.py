"""The format: every record round-trips, in the order of its keys, on any text."""

from __future__ import annotations

import json
import types
import typing
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.records import (
    RECORDS,
    Judgement,
    Node,
    Record,
    RecordError,
    Span,
    from_line,
    read_records,
    to_line,
)

text = st.text(st.characters(exclude_categories=()), max_size=20)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(values(argument) for argument in arguments))
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if origin is Literal:
        return st.sampled_from(arguments)
    if kind is type(None):
        return st.none()
    if isinstance(kind, type) and issubclass(kind, Node):
        return nodes(kind)
    return {
        str: text,
        int: st.integers(0, 10**9),
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
    }.get(origin or kind, st.dictionaries(text, text, max_size=2))


def nodes(kind: type[Node]) -> st.SearchStrategy[Any]:
    hints = {
        name: hint for name, hint in get_type_hints(kind).items() if get_origin(hint) is not typing.ClassVar
    }
    return st.builds(kind, **{name: values(hint) for name, hint in hints.items()})


@given(st.sampled_from(sorted(RECORDS)).flatmap(lambda name: nodes(RECORDS[name])))
def test_every_record_survives_a_line(record: Record) -> None:
    line = to_line(record)
    assert from_line(line) == record
    assert "\n" not in line
    assert line.encode()


def test_keys_stand_in_the_order_of_the_format() -> None:
    line = (
        '{"record": "sentence", "id": "a:0", "article": "a", "n": 0, "start": 0, "end": 4, "block": "body"}'
    )
    assert to_line(from_line(line)) == line


def test_optional_keys_are_left_out_when_empty() -> None:
    line = (
        '{"record": "mention", "article": "a", "sentence": "a:0", "start": 0, "end": 2, "surface": "UN",'
        ' "type": "ORG", "entity": null, "form": "name"}'
    )
    assert to_line(from_line(line)) == line


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"record": "gossip"}', "unknown record"),
        ('{"record": "block", "article": "a"}', "without 'start'"),
        (
            '{"record": "block", "article": "a", "start": "0", "end": 1, "kind": "body", "reason": null}',
            "block.start",
        ),
        (
            '{"record": "block", "article": "a", "start": 0, "end": 1, "kind": "rumour", "reason": null}',
            "block.kind",
        ),
    ],
)
def test_what_is_no_record_says_why(line: str, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        from_line(line)


def test_reading_names_the_line() -> None:
    good = to_line(Judgement("note", "a:0", None, "note", "x", "2026-01-01T00:00:00+00:00"))
    with pytest.raises(RecordError, match="line 3"):
        list(read_records(["", good, "nonsense"]))


@given(text)
def test_nothing_that_a_terminal_obeys_is_printed(words: str) -> None:
    line = to_line(RECORDS["judgement"].from_json(
        {"kind": "note", "subject": "a", "object": None, "verdict": "note", "note": words, "at": "now"}
    ))  # fmt: skip
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in line)
    assert json.loads(line)["note"] == words


def test_spans_measure_and_compare() -> None:
    span = Span(2, 6)
    assert (len(span), span.of("abcdefgh"), span.shifted(3)) == (4, "cdef", Span(5, 9))
    assert span.overlap(Span(5, 9)) == 1
    assert span.overlap(Span(6, 9)) == 0
    assert span.contains(Span(2, 6))
    assert not span.contains(Span(1, 3))
