"""`crossread export`: every record of a corpus."""

from __future__ import annotations

from argparse import Namespace

from model.corpus import Corpus, corpus_directory
from tui.commands.output import DONE, print_records


def export(options: Namespace) -> int:
    """Print all records as NDJSON, with or without --json: the format has no other form."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    print_records(corpus.records(text=options.text))
    corpus.close()
    return DONE
