"""Reading files: folders, formats, bad inputs."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from model.analysis import Document, Skipped
from model.ingest import Source, discover, read
from tests.model.ingest.zoned import STORY


def all_of(*paths: Path) -> tuple[list[Document], list[Skipped]]:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for source in discover(paths):
        for item in read(source) if isinstance(source, Source) else [source]:
            if isinstance(item, Document):
                documents.append(item)
            else:
                skipped.append(item)
    return documents, skipped


def test_a_folder_is_walked_in_order_and_strange_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "z.jpg", ".hidden.txt", ".git/d.txt", "e.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    sources = [source for source in discover([tmp_path, tmp_path / "b.txt"]) if isinstance(source, Source)]
    assert [source.path.name for source in sources] == ["a.md", "b.txt", "e.TXT", "c.html"]


def test_a_named_file_is_tried_whatever_its_name(tmp_path: Path) -> None:
    page, lines, plain = tmp_path / "page.bak", tmp_path / "lines", tmp_path / ".story"
    page.write_text(
        "<!DOCTYPE html><html><body><h1>Port strike ends</h1><p>It ended on Monday.</p></body></html>"
    )
    lines.write_text(json.dumps({"id": "one", "text": STORY}))
    plain.write_text(STORY)
    documents, skipped = all_of(page, lines, plain)
    assert not skipped
    assert [document.article.title for document in documents] == ["Port strike ends", None, None]
    assert documents[1].article.id == "one"


def test_plain_text_is_verbatim(tmp_path: Path) -> None:
    text = "  Port strike ends\u00a0\n\n\tIt ended.  \n\n\n"
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    [document], _ = all_of(path)
    assert document.text == text
    assert document.article.length == len(text)
    assert document.article.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.article.path == str(path)


def test_ids_do_not_depend_on_how_a_file_was_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY)
    by_folder, by_name = all_of(folder)[0][0].article.id, all_of(folder / "story.txt")[0][0].article.id
    monkeypatch.chdir(folder)
    assert by_folder == by_name == all_of(Path())[0][0].article.id
    other = tmp_path / "other"
    other.mkdir()
    (other / "story.txt").write_text(STORY)
    assert all_of(other)[0][0].article.id != by_folder


def test_bad_inputs_are_named_with_their_reasons(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "blank.txt").write_text(" \n\t\n")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (tmp_path / "script.html").write_text("<html><body><script>alert(1)</script></body></html>")
    (tmp_path / "torn.txt.gz").write_bytes(gzip.compress(STORY.encode())[:-9])
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    documents, skipped = all_of(tmp_path, tmp_path / "missing.txt", Path("nul\0byte"))
    assert not documents
    assert {Path(one.where).name: one.why for one in skipped} == {
        "binary.txt": "not text",
        "blank.txt": "empty",
        "empty.html": "empty",
        "image.html": "not text",
        "script.html": "no article text found",
        "torn.txt.gz": "damaged gzip file",
        "link.txt": "no such file or directory",
        "pipe.txt": "not a regular file",
        "missing.txt": "no such file or directory",
        "nul\0byte": "embedded null byte",
    }


def test_markdown_says_who_wrote_it_and_when(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    text = (
        '---\ntitle: "Port strike ends"\nauthor: Jane Doe\ndate: 2024-05-06\n---\n\n# Port strike ends\n\n'
        + STORY
    )
    path.write_text(text)
    [document], _ = all_of(path)
    article = document.article
    assert (article.title, article.author, article.published) == (
        "Port strike ends",
        "Jane Doe",
        "2024-05-06",
    )
    assert [block.kind for block in document.blocks] == [
        *["boilerplate"] * 5,
        "title",
        "body",
        "body",
        "body",
    ]
    assert document.text == text


def test_a_huge_line_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"word after word " * 1_300_000)
    [document], _ = all_of(path)
    assert [(block.start, block.end) for block in document.blocks] == [(0, 20_800_000)]
