"""The command line as a user meets it: a process of its own, its output, and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from model.records import read_records

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """`crossread` without a terminal."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "tui.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=stdin,
        cwd=ROOT,
        env={**os.environ, **environ},
        timeout=120,
    )


def test_help_teaches_and_imports_nothing_heavy() -> None:
    shown = run("--help")
    assert shown.returncode == 0
    assert "crossread seeds/" in shown.stdout
    assert "exit codes" in shown.stdout
    code = "import sys; from tui.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "print(*(name for name in ('textual', 'rich', 'spacy', 'tantivy', 'sqlite3', 'rapidfuzz')"
    code += " if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert loaded.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["index"], "PATH"),
        (["show"], "ARTICLE"),
        (["same", "one name"], "give two"),
        (["match"], "--text"),
        (["--theme"], "--theme"),
        ([], "no terminal"),
        (["tour"], "no terminal"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert says in result.stderr
    assert result.stdout == ""


def test_without_a_terminal_paths_give_the_brief(seeds: Path, tmp_path: Path) -> None:
    result = run("--corpus", tmp_path / "c", seeds)
    assert result.returncode == 0, result.stderr
    for heading in ("ARTICLES", "ORIGINS", "ACTORS", "CLAIMS REPORTED BY SEVERAL ARTICLES"):
        assert heading in result.stdout.splitlines()
    assert "Reuters" in result.stdout


def test_a_dumb_terminal_is_no_terminal(seeds_directory: Path) -> None:
    result = run("--corpus", seeds_directory, TERM="dumb")
    assert result.returncode == 2
    assert "no terminal" in result.stderr


@pytest.mark.parametrize(
    "command", [["articles"], ["actors"], ["export"], ["show", "001"], ["show", "001:6"]]
)
def test_every_listing_speaks_records(seeds_directory: Path, command: list[str]) -> None:
    result = run(*command, "--json", "--corpus", seeds_directory)
    assert result.returncode == 0, result.stderr
    records = list(read_records(result.stdout.splitlines()))
    assert records


def test_an_export_is_whole_and_its_spans_lie_inside(seeds_directory: Path) -> None:
    result = run("export", "--json", "--text", "--corpus", seeds_directory)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    header, texts = lines[0], {line["id"]: line["text"] for line in lines if line["record"] == "article"}
    assert (header["format"], header["version"], header["articles"]) == ("crossread", 1, 5)
    assert header["sentences"] == sum(line["record"] == "sentence" for line in lines)
    sentences = {line["id"]: line for line in lines if line["record"] == "sentence"}
    for line in lines:
        if line["record"] in ("block", "sentence", "mention"):
            assert 0 <= line["start"] < line["end"] <= len(texts[line["article"]])
        if line["record"] == "mention":
            assert texts[line["article"]][line["start"] : line["end"]] == line["surface"]
        if line["record"] == "match":
            assert {line["a"], line["b"]} <= sentences.keys()
            assert line["a"].rpartition(":")[0] != line["b"].rpartition(":")[0]
    kinds = {line["record"] for line in lines}
    assert {
        "header",
        "article",
        "block",
        "mention",
        "entity",
        "claim",
        "match",
        "derivation",
        "origin",
        "group",
    } <= kinds


def test_searching_prints_sentences(seeds_directory: Path) -> None:
    result = run("search", '"long-range missiles"', "--json", "--corpus", seeds_directory)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert found
    assert all("long-range missiles" in " ".join(line["text"].split()) for line in found)


def test_a_search_for_what_cannot_be_asked_is_one_line(seeds_directory: Path) -> None:
    result = run("search", "nofield:x", "--corpus", seeds_directory)
    assert result.returncode == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("crossread: no field is called nofield:")


def test_matches_of_a_sentence_and_of_words_from_outside(seeds_directory: Path) -> None:
    inside = run("match", "001:9", "--json", "--corpus", seeds_directory)
    assert inside.returncode == 0
    assert all(record.record == "match" for record in read_records(inside.stdout.splitlines()))
    words = "The militias have about 50,000 fighters and long-range missiles."
    outside = run("match", "--text", words, "--json", "--corpus", seeds_directory)
    assert outside.returncode == 0, outside.stderr
    assert any(record.record == "match" for record in read_records(outside.stdout.splitlines()))


def test_pairs_in_batch_keep_their_keys_and_name_bad_lines(tmp_path: Path) -> None:
    batch = tmp_path / "pairs.jsonl"
    batch.write_text('{"n": 1, "a": "U.N.", "b": "United Nations"}\n{broken\n{"a": "only"}\n')
    result = run("same", "--batch", batch, "--json")
    (answer,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert list(answer) == ["n", "a", "b", "same", "score", "why"]
    assert answer["same"] is True
    assert result.returncode == 3
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [f"{batch}:2", f"{batch}:3"]


def test_comparing_two_sentences() -> None:
    pair = {
        "a": "The bomb killed 12 people in Kabul on Monday.",
        "b": "At least 30 people died in Kabul on Monday.",
    }
    result = run("compare", "--batch", "-", stdin=json.dumps(pair))
    answer = json.loads(result.stdout)
    assert list(answer) == ["a", "b", "relation", "adds", "score", "differences"]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "missing.txt", 1),
        (lambda folder: _written(folder / "empty.txt", b""), 1),
        (lambda folder: _written(folder / "binary.txt", bytes(range(256)) * 9), 1),
        (lambda folder: _written(folder / "broken.jsonl", b'{"text": "Rain fell in Oslo."}\n{"tex'), 3),
    ],
)
def test_bad_input_is_one_line_naming_file_and_reason(tmp_path: Path, make: object, code: int) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    result = run("index", path, "--corpus", tmp_path / "c")
    assert result.returncode == code
    (line,) = result.stderr.splitlines()
    assert str(path) in line
    assert "Traceback" not in result.stderr


def test_a_line_of_twenty_megabytes_is_named_and_passed_over(tmp_path: Path) -> None:
    path = _written(tmp_path / "long.txt", b"Rain fell in Oslo on Monday, officials said. " * 450_000)
    _written(tmp_path / "short.txt", b"Rain fell in Oslo on Monday, officials said.")
    result = run("index", tmp_path, "--corpus", tmp_path / "c")
    assert result.returncode == 3
    assert [line.split(": ")[1:] for line in result.stderr.splitlines()] == [
        [str(path), "too long for one article (20,250,000 characters, at most 2,000,000)"]
    ]
    assert result.stdout.startswith("1 added")


def test_a_missing_or_damaged_corpus_is_one_line(tmp_path: Path, own_seeds_directory: Path) -> None:
    missing = run("articles", "--corpus", tmp_path / "none")
    (own_seeds_directory / "index.db").write_bytes(b"damaged" * 1000)
    damaged = run("articles", "--corpus", own_seeds_directory)
    for result in (missing, damaged):
        assert result.returncode == 1
        assert len(result.stderr.splitlines()) == 1
        assert "index.db" in result.stderr


def test_nothing_in_an_article_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    path = _written(
        tmp_path / "\x1b[31mred.txt",
        "Ministers \x1b]0;owned\x07 said in Oslo \x9b2J they would go.\n".encode(),
    )
    for command in (["--corpus", tmp_path / "c", path], ["search", "Oslo", "--corpus", tmp_path / "c"]):
        result = run(*command)
        assert not any(
            (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in result.stdout + result.stderr
        )


def test_the_doctor_looks_at_everything(seeds_directory: Path) -> None:
    result = run("doctor", "--json", "--corpus", seeds_directory)
    checks = {json.loads(line)["what"]: json.loads(line) for line in result.stdout.splitlines()}
    assert result.returncode == 0, result.stdout
    assert checks["corpus"]["state"] == checks["pipeline"]["state"] == "ok"


def test_the_reader_of_our_output_may_leave_early(seeds_directory: Path) -> None:
    command = f"{sys.executable} -m tui.cli export --corpus {seeds_directory} | head -n 1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT)
    assert result.stderr == ""


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
