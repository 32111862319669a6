from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from model.analysis import Document, Skipped
from model.ingest import Source, read
from model.records import from_line, to_line


def read_lines(path: Path, *lines: object) -> list[Document | Skipped]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return list(read(Source(path, path.name, f"corpus/{path.name}")))


def test_a_line_is_an_article_with_all_it_says(tmp_path: Path) -> None:
    [document] = read_lines(
        tmp_path / "a.jsonl",
        {
            "text": "The port\r\nreopened.",
            "id": "p-1",
            "title": "Port",
            "source": "Wire",
            "outlet": "Gazette",
            "author": ["Jane Doe", "John Roe"],
            "date": "2024-05-06",
            "url": "https://example.org/p",
            "language": "en-GB",
            "topic": {"a": [1]},
            "empty": None,
        },
    )
    assert isinstance(document, Document)
    article = document.article
    assert (article.id, article.title, article.outlet, article.author) == (
        "p-1",
        "Port",
        "Gazette",
        "Jane Doe, John Roe",
    )
    assert (article.published, article.url, article.language) == (
        "2024-05-06",
        "https://example.org/p",
        "en-GB",
    )
    assert article.text == "The port\r\nreopened."
    assert article.metadata == {"topic": {"a": [1]}, "source": "Wire"}


def test_bad_lines_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    items = read_lines(
        tmp_path / "a.jsonl",
        b'\xef\xbb\xbf{"text": "one", "id": 1}',
        b"not json",
        ["text"],
        b"",
        {"title": "no text"},
        {"text": 5},
        {"text": " "},
        {"text": "again", "id": "1"},
        b'{"text": "caf\xe9"}',
        b"[" * 100_000,
        b'{"text": "big", "n": ' + b"9" * 9000 + b"}",
        {"text": "last", "id": "z"},
    )
    assert [item.article.id for item in items if isinstance(item, Document)] == ["1", "z"]
    assert [(item.where, item.why) for item in items if isinstance(item, Skipped)] == [
        ("a.jsonl:2", "not JSON: Expecting value at column 1"),
        ("a.jsonl:3", "not a JSON object"),
        ("a.jsonl:5", "no text"),
        ("a.jsonl:6", "text is not a string"),
        ("a.jsonl:7", "empty text"),
        ("a.jsonl:8", "a second article with the id 1"),
        ("a.jsonl:9", "not UTF-8"),
        ("a.jsonl:10", "nested too deeply"),
        ("a.jsonl:11", "not JSON"),
    ]


def test_lines_without_an_id_are_named_by_what_they_are_not_where(tmp_path: Path) -> None:
    rows = [
        {"text": "one"},
        {"text": "two", "url": "https://example.org/2"},
        {"text": "three", "title": "Third"},
    ]
    ids = [item.article.id for item in read_lines(tmp_path / "a.jsonl", *rows) if isinstance(item, Document)]
    turned = [
        item.article.id
        for item in read_lines(tmp_path / "a.jsonl", *rows[::-1])
        if isinstance(item, Document)
    ]
    assert ids == turned[::-1]
    assert len(set(ids)) == 3
    assert ids[2].startswith("third-")


def test_packed_lines_are_read_and_torn_ones_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    assert len(read_lines(path, {"text": "one"}, {"text": "two"})) == 2
    path.write_bytes(path.read_bytes()[:-4])
    *_, last = read(Source(path, path.name, "corpus/a"))
    assert last == Skipped("a.jsonl.gz", "damaged gzip file")


def test_values_that_no_output_can_hold_are_replaced(tmp_path: Path) -> None:
    [document] = read_lines(tmp_path / "a.jsonl", b'{"text": "a \\ud800 b", "title": "\\udfff", "n": NaN}')
    assert isinstance(document, Document)
    assert (document.text, document.article.title) == ("a \ufffd b", "\ufffd")
    assert from_line(to_line(document.article)) == document.article


_ROW = st.dictionaries(
    st.sampled_from(["text", "id", "title", "outlet", "source", "date", "url", "language", "other"]),
    st.none()
    | st.text(max_size=30)
    | st.integers()
    | st.lists(st.text(max_size=5), max_size=2)
    | st.booleans(),
)


@given(st.lists(_ROW, max_size=4))
def test_any_row_gives_an_article_or_a_reason(rows: list[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        items = read_lines(Path(folder) / "a.jsonl", *rows)
    assert len(items) == len(rows)
    for item in items:
        assert isinstance(item, Skipped) or from_line(to_line(item.article)) == item.article
