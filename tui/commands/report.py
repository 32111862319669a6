"""`crossread brief` and `crossread export`: a story, or all of a corpus, to hand on."""

from __future__ import annotations

from argparse import Namespace

from model.corpus import Corpus, corpus_directory
from model.reports.formats import RECORDS, brief_lines, export_lines
from tui.commands.arguments import UsageError
from tui.commands.output import DONE, write
from tui.commands.select import find_story


def brief(options: Namespace) -> int:
    """Print the brief of a story, or of every story one after the other."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    form = "json" if options.json else options.format
    for line in brief_lines(corpus, find_story(corpus, options.story), form):
        write(line)
    corpus.close()
    return DONE


def export(options: Namespace) -> int:
    """Print all of the corpus in crossread's own format or another tool's."""
    if options.format != RECORDS and (options.text or options.json):
        raise UsageError(f"crossread export: --text and --json go with --format {RECORDS} only")
    corpus = Corpus.open(corpus_directory(options.corpus))
    for line in export_lines(corpus, options.format, text=options.text):
        write(line)
    corpus.close()
    return DONE
