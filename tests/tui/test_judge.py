"""`crossread judge` and what `crossread actor` shows of it: a line each, and the exit codes of the format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.corpus import Corpus
from tui.cli import main

Said = tuple[int, str, str]


class Shell:
    """The command line over one corpus."""

    def __init__(self, directory: Path, capture: pytest.CaptureFixture[str]) -> None:
        self._directory = directory
        self._capture = capture

    def __call__(self, command: str, *arguments: str) -> Said:
        code = main([command, "--corpus", str(self._directory), *arguments])
        printed = self._capture.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def shell(own_seeds_directory: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(own_seeds_directory, capsys)


def test_an_actor_is_renamed_and_retyped(shell: Shell) -> None:
    assert shell("judge", "Sudani", "rename", "The Premier") == (
        0, "Mohammed Shia al-Sudani rename The Premier\n", "",
    )  # fmt: skip
    assert shell("judge", "The Premier", "retype", "event")[0] == 0
    assert shell("actor", "The Premier")[1].startswith("The Premier  EVENT  ")
    assert shell("actors", "prem")[1].startswith("The Premier")


def test_a_mention_is_split_off_by_the_label_of_its_article(shell: Shell, own_seeds_directory: Path) -> None:
    corpus = Corpus.open(own_seeds_directory)
    entity = corpus.actor_named("Mohammed Shia al-Sudani")
    mention = corpus.mentions_of(entity or "")[0]
    label = corpus.article_rows([mention.article])[mention.article].label
    corpus.close()
    at = f"{label}@{mention.start}"
    code, out, _ = shell("judge", "Sudani", "split", at)
    assert (code, out) == (0, f"Mohammed Shia al-Sudani split {mention.article}@{mention.start}\n")
    assert "1 mentions in 1 articles" in shell("actor", at)[1]


def test_a_note_is_printed_with_its_actor(shell: Shell) -> None:
    shell("judge", "IRGC", "note", "ask\nagain \x1b[31m")
    printed = shell("actor", "Islamic Revolutionary Guard Corps")[1]
    assert "  note       ask again" in printed
    assert "\x1b" not in printed
    records = [json.loads(line) for line in shell("actor", "IRGC", "--json")[1].splitlines()]
    assert [line["note"] for line in records if line["record"] == "judgement"] == ["ask\nagain \x1b[31m"]


def test_names_that_are_not_read_yet_may_be_judged_and_it_is_said_so(shell: Shell) -> None:
    code, out, err = shell("judge", "IRGC", "=", "Nowhere Brigade")
    assert (code, out) == (0, "IRGC = Nowhere Brigade\n")
    assert "yet" in err


def test_a_contradiction_is_refused_unless_overridden(shell: Shell) -> None:
    shell("judge", "Reuters", "=", "IRGC")
    code, out, err = shell("judge", "Reuters", "split", "IRGC")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "‘Reuters’ ≠ ‘IRGC’ contradicts ‘Reuters’ = ‘IRGC’" in err
    assert shell("judge", "Reuters", "split", "IRGC", "--override")[0] == 0


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        (("Sudani", "retype", "martian"), 2, "PERSON"),
        (("Sudani", "marry", "IRGC"), 2, "rename"),
        (("Sudani", "note", "a", "--note", "b"), 2, "--note"),
        (("Nobody of This Name", "rename", "X"), 1, "no such actor"),
        (("Nobody of This Name", "note", "X"), 1, "no such actor"),
        (("Sudani", "split", "Nobody of This Name"), 1, "no such spelling"),
        (("Sudani", "split", "001@99999"), 1, "no name starts there"),
        (("Sudani", "split", "999@5"), 1, "no article"),
        (("…", "=", "Sudani"), 1, "neither letters nor digits"),
        (("Sudani", "rename", "x" * 10_000), 1, "10,000 characters"),
        (("Sudani", "=", "SUDANI"), 1, "one name"),
    ],
)
def test_what_makes_no_sense_is_one_line(shell: Shell, said: tuple[str, ...], code: int, words: str) -> None:
    found, out, err = shell("judge", *said)
    assert (found, out, len(err.splitlines())) == (code, "", 1)
    assert words in err
