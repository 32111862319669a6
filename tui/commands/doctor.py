"""`crossread doctor`: is everything there that the reader needs, and what to set if not."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from model.errors import CrossreadError
from tui.commands.output import DONE, FAILED, columns, print_object
from tui.commands.read import has_terminal


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is ok, note or wrong."""

    what: str
    state: str
    says: str


def doctor(options: Namespace) -> int:
    """Print every check; fails if something is wrong."""
    checks = [check for look in (_terminal, _pipeline, _corpus) for check in look(options)]
    if options.json:
        for check in checks:
            print_object({"record": "check", "what": check.what, "state": check.state, "says": check.says})
    else:
        columns((check.state, check.what, check.says) for check in checks)
    return FAILED if any(check.state == "wrong" for check in checks) else DONE


def _terminal(_: Namespace) -> Iterator[Check]:
    from tui.terminal.capabilities import detect

    found = detect(os.environ)
    if has_terminal():
        size = shutil.get_terminal_size()
        yield Check("terminal", "ok", f"{os.environ.get('TERM')}, {size.columns}×{size.lines}")
    else:
        yield Check("terminal", "note", "none here: crossread PATH… prints the plain brief")
    yield Check("colours", "ok", f"{found.colour.name.lower()}; COLORTERM=truecolor for all of them")
    encoding = sys.stdout.encoding or ""
    fine = encoding.lower().replace("-", "") == "utf8"
    yield Check("encoding", "ok" if fine else "note", encoding if fine else f"{encoding}; set LANG=C.UTF-8")
    yield Check("clipboard", "note", "copies by OSC 52; in tmux: set -g set-clipboard on")


def _pipeline(options: Namespace) -> Iterator[Check]:
    from model.adhoc import AdHoc

    try:
        AdHoc(options.pipeline).passage("Officials said talks had begun.")
        yield Check("pipeline", "ok", options.pipeline or "the shipped one")
    except CrossreadError as error:
        yield Check("pipeline", "wrong", str(error))


def _corpus(options: Namespace) -> Iterator[Check]:
    from model.corpus import Corpus, corpus_directory

    try:
        corpus = Corpus.open(corpus_directory(options.corpus))
    except CrossreadError as error:
        yield Check("corpus", "wrong" if options.corpus else "note", str(error))
        return
    counts = corpus.counts()
    yield Check("corpus", "ok", f"{corpus.directory}: {counts.articles} articles, {counts.matches} matches")
    if corpus.damage:
        yield Check("judgements", "note", corpus.damage)
    corpus.close()
