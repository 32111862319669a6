"""Indexing: incremental, atomic, and honest about what it passed over."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from model import ingest
from model.analysis import Document
from model.corpus import Corpus, CorpusError
from model.indexing import index
from model.ingest.raw import RawArticle
from model.records import to_line
from model.store.files import CorpusFiles
from model.store.schema import StoreError

ONE = "Ministers in Oslo said on Monday that they would resign over the budget.\n"
TWO = "The ministers will resign over the budget, a spokesman in Oslo told reporters.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE)
    (folder / "two.txt").write_text(TWO)
    return folder


def lines(directory: Path) -> list[str]:
    corpus = Corpus.open(directory)
    found = [to_line(record) for record in corpus.records(text=True)]
    corpus.close()
    return found


def test_a_second_run_reads_nothing(folder: Path, tmp_path: Path) -> None:
    first = index(tmp_path / "c", [folder])
    before = lines(tmp_path / "c")
    second = index(tmp_path / "c", [folder])
    assert (len(first.added), second.added, second.changed, second.unchanged) == (2, (), (), 2)
    assert lines(tmp_path / "c") == before


def test_a_changed_article_keeps_its_id_and_label(folder: Path, tmp_path: Path) -> None:
    first = index(tmp_path / "c", [folder])
    (folder / "one.txt").write_text("Nothing of the kind happened in Oslo.\n")
    second = index(tmp_path / "c", [folder])
    assert (second.added, len(second.changed), second.unchanged) == ((), 1, 1)
    assert second.changed[0] in first.added
    corpus = Corpus.open(tmp_path / "c")
    assert corpus.article_count() == 2
    assert corpus.reading(second.changed[0]).text.startswith("Nothing")
    assert corpus.search("resign") != []
    assert all(hit.row.id not in second.changed for hit in corpus.search("resign"))
    corpus.close()


def test_the_order_of_coming_does_not_change_what_is_found(folder: Path, tmp_path: Path) -> None:
    index(tmp_path / "at-once", [folder])
    index(tmp_path / "in-turn", [folder / "two.txt"])
    index(tmp_path / "in-turn", [folder / "one.txt"])
    entities = [
        {r.name: (r.type, r.mentions) for r in Corpus.open(tmp_path / name).search_actors("")}
        for name in ("at-once", "in-turn")
    ]
    assert entities[0] == entities[1]


def test_a_line_taken_out_of_a_file_takes_its_article_out(tmp_path: Path) -> None:
    source = tmp_path / "wire.jsonl"
    source.write_text(
        '{"id": "a", "text": "Rain fell in Oslo."}\n{"id": "b", "text": "Snow fell in Bergen."}\n'
    )
    index(tmp_path / "c", [source])
    source.write_text('{"id": "b", "text": "Snow fell in Bergen."}\n')
    report = index(tmp_path / "c", [source])
    assert (report.removed, report.unchanged, report.changed) == (("a",), 1, ())
    corpus = Corpus.open(tmp_path / "c")
    assert [row.name for row in corpus.search_actors("Oslo")] == []
    corpus.close()


def test_a_line_added_to_a_file_is_read_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "wire.jsonl"
    source.write_text(
        "".join(f'{{"id": "a{n}", "text": "Rain fell in Oslo on day {n}."}}\n' for n in range(5))
    )
    index(tmp_path / "c", [source])
    with source.open("a") as file:
        file.write('{"id": "b", "text": "Snow fell in Bergen."}\n')
    read: list[str] = []
    assemble = ingest.assemble

    def noted(raw: RawArticle) -> Document:
        read.append(raw.article_id)
        return assemble(raw)

    monkeypatch.setattr(ingest, "assemble", noted)
    report = index(tmp_path / "c", [source])
    assert (report.added, report.unchanged, read) == (("b",), 5, ["b"])


def test_articles_stay_when_their_source_cannot_be_read(tmp_path: Path) -> None:
    source = tmp_path / "wire.jsonl.gz"
    source.write_bytes(gzip.compress(b'{"id": "a", "text": "Rain fell in Oslo."}\n'))
    index(tmp_path / "c", [source])
    source.write_bytes(source.read_bytes()[:-12])
    report = index(tmp_path / "c", [source])
    assert (report.removed, len(report.skipped)) == ((), 1)
    corpus = Corpus.open(tmp_path / "c")
    assert corpus.article_count() == 1
    corpus.close()


def test_a_file_that_was_only_touched_is_looked_at_once(folder: Path, tmp_path: Path) -> None:
    index(tmp_path / "c", [folder])
    os.utime(folder / "one.txt", ns=(1, 1))
    assert index(tmp_path / "c", [folder]).unchanged == 2
    files = CorpusFiles(tmp_path / "c")
    row = files.database.execute("SELECT modified FROM source WHERE name LIKE '%one.txt'").fetchone()
    files.close()
    assert row == (1,)


def test_half_characters_and_nul_are_text_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(
        r'{"id": "x\ud800", "title": "T\ud800", "outlet": "O\udfff", "more\ud800": "\ud800",'
        r' "text": "Odd Brekke\ud800 said \u0000 that 5 ferries sank in Oslo. Kari Moen agreed."}'
    )
    (added,) = index(tmp_path / "c", [tmp_path / "x.jsonl"]).added
    corpus = Corpus.open(tmp_path / "c")
    assert "\0" in corpus.reading(added).text
    assert [hit.row.id for hit in corpus.search("ferries")] == [added]
    assert all(line.encode() for line in map(to_line, corpus.records(text=True)))
    assert corpus.search("\ud800") == corpus.search("outlet:\ud800") == []
    with pytest.raises(CorpusError, match="half a character"):
        corpus.reading("\ud800")
    corpus.close()


def test_damage_met_while_records_are_read_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    index(tmp_path / "c", [folder])
    files = CorpusFiles(tmp_path / "c")
    files.database.execute("DROP TABLE entity")
    files.close()
    corpus = Corpus.open(tmp_path / "c")
    with pytest.raises(CorpusError, match=r"index\.db"):
        list(corpus.records())
    corpus.close()


def test_bad_inputs_are_named_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "lines.jsonl").write_text('{"id": "x", "text": "Rain fell in Oslo."}\n{broken\n')
    report = index(tmp_path / "c", [folder, tmp_path / "missing"])
    assert len(report.added) == 3
    where = sorted(Path(place).name for place, _ in report.skipped)
    assert where == ["binary.txt", "empty.txt", "lines.jsonl:2", "missing"]
    assert all(why and "\n" not in why for _, why in report.skipped)


def test_a_killed_run_leaves_a_corpus_that_opens_and_is_finished_later(folder: Path, tmp_path: Path) -> None:
    for n in range(40):
        (folder / f"more{n}.txt").write_text(f"{ONE}Report {n} came from Bergen.\n")
    child = subprocess.Popen(
        [sys.executable, "-m", "model.jobs", str(tmp_path / "c"), "", str(folder)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert child.stdout is not None
    for line in child.stdout:
        if b'"matching"' in line:
            os.kill(child.pid, signal.SIGKILL)
            break
    child.wait()
    corpus = Corpus.open(tmp_path / "c")
    assert corpus.article_count() > 0
    corpus.close()
    report = index(tmp_path / "c", [folder])
    assert len(report.added) + report.unchanged == 42
    corpus = Corpus.open(tmp_path / "c")
    assert corpus.counts().matches > 0
    assert len({row.story for row in corpus.articles()}) >= 1
    assert all(row.family for row in corpus.articles())
    corpus.close()


def test_two_runs_at_once_are_refused(folder: Path, tmp_path: Path) -> None:
    files = CorpusFiles(tmp_path / "c", create=True)
    with files.indexing(), pytest.raises(StoreError, match="another crossread"):
        index(tmp_path / "c", [folder])


def test_a_lost_text_index_is_rebuilt(folder: Path, tmp_path: Path) -> None:
    import shutil

    index(tmp_path / "c", [folder])
    shutil.rmtree(tmp_path / "c" / "text")
    index(tmp_path / "c", [folder])
    corpus = Corpus.open(tmp_path / "c")
    assert corpus.search("budget")
    corpus.close()


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100])
def test_a_damaged_corpus_is_one_clear_line(folder: Path, tmp_path: Path, damage: bytes) -> None:
    index(tmp_path / "c", [folder])
    for name in ("index.db-wal", "index.db-shm"):
        (tmp_path / "c" / name).unlink(missing_ok=True)
    (tmp_path / "c" / "index.db").write_bytes(damage)
    with pytest.raises(CorpusError, match=r"index\.db") as failure:
        Corpus.open(tmp_path / "c")
    assert "\n" not in str(failure.value)
