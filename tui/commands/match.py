"""`crossread match`: who else reports a sentence, one of the corpus or any other."""

from __future__ import annotations

from argparse import Namespace

from model.corpus import Corpus, corpus_directory
from tui.commands.arguments import UsageError
from tui.commands.brief import print_who_else, report_line
from tui.commands.output import DONE, print_records, print_text
from tui.commands.select import find_sentence


def match(options: Namespace) -> int:
    """Print the matches of a sentence, the most telling first."""
    if (options.sentence is None) == (options.text is None):
        raise UsageError("crossread match: give ARTICLE:N or --text, and not both")
    corpus = Corpus.open(corpus_directory(options.corpus))
    if options.text is not None:
        from model.adhoc import AdHoc

        reports = corpus.who_reports(AdHoc(options.pipeline).passage(options.text))
        if options.json:
            print_records(report.match for report in reports)
        else:
            for report in reports:
                print_text(report_line(report))
            if not reports:
                print_text("nobody reports this")
    else:
        sentence = find_sentence(corpus, options.sentence)
        if options.json:
            print_records(corpus.matches(sentence))
        else:
            print_who_else(corpus.who_else(sentence))
    corpus.close()
    return DONE
