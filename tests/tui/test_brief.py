"""`crossread brief` and the formats of `crossread export`, as processes, on a corpus written by hand."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from model.corpus import Corpus
from model.reports.inert import inert
from tests.model.reports.written import write_corpus
from tests.tui.test_cli import run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpora") / "ferry")


def test_every_quotation_of_the_brief_stands_where_it_says(ferry: Path) -> None:
    printed = run("brief", "--corpus", ferry, "--format", "html").stdout
    corpus = Corpus.open(ferry)
    labels = {row.label: row.id for row in corpus.articles()}
    cited = re.findall(r">(\d+):(\d+)</a>[^“<≠]*: “<bdi>([^<&]*)</bdi>”", printed)
    assert len(cited) > 5
    for label, n, words in cited:
        reading = corpus.reading(labels[label])
        assert words in inert(reading.sentences[int(n)].span.of(reading.text))
    corpus.close()


def test_a_story_is_named_by_an_article_of_it(ferry: Path) -> None:
    told = run("brief", "--corpus", ferry, "--story", "001")
    assert told.returncode == 0
    assert told.stdout.startswith("# Ferry runs aground off Lindsund\n")
    assert told.stdout == run("brief", "--corpus", ferry).stdout
    unknown = run("brief", "--corpus", ferry, "--story", "nowhere")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert len(unknown.stderr.splitlines()) == 1


def test_json_has_two_ways_to_ask_for_it(ferry: Path) -> None:
    asked = run("brief", "--corpus", ferry, "--json").stdout
    assert asked == run("brief", "--corpus", ferry, "--format", "json").stdout
    assert json.loads(asked)["record"] == "brief"


def test_every_export_can_be_read_by_its_own_rules(ferry: Path) -> None:
    def export(form: str) -> str:
        done = run("export", "--corpus", ferry, "--format", form)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert len({len(row) for row in csv.reader(export("csv").splitlines())}) == 1
    page = json.loads(export("w3c"))
    assert {item["type"] for item in page["items"]} == {"Annotation"}
    claims = json.loads(export("claimreview-draft"))
    assert {claim["@type"] for claim in claims["@graph"]} == {"Claim"}
    assert "rating" not in json.dumps(claims).lower()
    entities = [json.loads(line) for line in export("ftm").splitlines()]
    known = {entity["id"] for entity in entities}
    mentions = [entity["properties"] for entity in entities if entity["schema"] == "Mention"]
    assert {end for mention in mentions for end in mention["document"] + mention["resolved"]} <= known
    assert export("ndjson") == run("export", "--corpus", ferry, "--json").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "--format", "pdf"],
        ["export", "--format", "csv", "--text"],
        ["export", "--format", "ftm", "--json"],
        ["brief", "--format", "csv"],
    ],
)
def test_what_makes_no_sense_is_one_line_and_code_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_naming_the_formats_loads_none_of_them() -> None:
    code = "import sys, tui.commands.arguments\nprint(*(m for m in sys.modules if m.startswith('model')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert loaded.stdout.split() == ["model", "model.reports", "model.reports.formats"]
