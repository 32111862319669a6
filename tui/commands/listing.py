"""`crossread articles`, `show`, `actors` and `search`: what a corpus holds."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from model.corpus import Corpus, corpus_directory
from model.records import Record, Sentence
from model.views import Reading
from tui.commands.actor import find_names
from tui.commands.brief import print_who_else
from tui.commands.output import DONE, columns, print_object, print_records, print_text
from tui.commands.select import find_article, find_sentence


def articles(options: Namespace) -> int:
    """List the articles in the order of the reader."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    rows = corpus.articles()
    if options.json:
        print_records(corpus.reading(row.id).bare for row in rows)
    else:
        columns(
            (
                r.label,
                r.family or "-",
                r.published or r.date_hint or "no date",
                r.outlet or "no outlet",
                r.title,
            )
            for r in rows
        )
    corpus.close()
    return DONE


def show(options: Namespace) -> int:
    """Print an article with its sentences numbered, or one sentence with who else reports it."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    if ":" in options.article:
        sentence = find_sentence(corpus, options.article)
        reading = corpus.reading(sentence.rpartition(":")[0])
        chosen = next(s for s in reading.sentences if s.id == sentence)
        if options.json:
            print_records(_of_sentence(reading, chosen))
        else:
            print_text(chosen.span.of(reading.text))
            print_who_else(corpus.who_else(sentence))
    else:
        reading = corpus.reading(find_article(corpus, options.article).id)
        if options.json:
            print_records(_of_article(reading))
        else:
            _print_article(reading)
    corpus.close()
    return DONE


def actors(options: Namespace) -> int:
    """List actors, those with a spelling like the query, or every mention of a list of names."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    if options.names:
        code = find_names(corpus, options.names)
        corpus.close()
        return code
    kind = options.type.upper() if options.type else None
    rows = corpus.search_actors(options.query, type=kind, limit=10_000)
    if options.json:
        print_records(entity for row in rows if (entity := corpus.entity(row.id)) is not None)
    else:
        columns(
            (row.name, row.type, f"{row.mentions} in {row.articles}", " · ".join(row.spellings))
            for row in rows
        )
    corpus.close()
    return DONE


def search(options: Namespace) -> int:
    """Print the sentences that answer a query, best first."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    for hit in corpus.search(" ".join(options.query), limit=options.limit):
        if options.json:
            data = {"record": Sentence.record, **hit.sentence.to_json()}
            print_object({**data, "text": hit.text, "score": round(hit.score, 4)})
        else:
            print_text(f"{hit.row.label}:{hit.sentence.n}  {' '.join(hit.text.split())}")
    corpus.close()
    return DONE


def _of_article(reading: Reading) -> Iterator[Record]:
    yield reading.article
    yield from reading.blocks
    yield from reading.sentences
    yield from reading.mentions
    yield from reading.claims


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[Record]:
    yield sentence
    yield from (mention for mention in reading.mentions if mention.sentence == sentence.id)
    yield from (claim for claim in reading.claims if claim.sentence == sentence.id)


def _print_article(reading: Reading) -> None:
    row = reading.row
    print_text(f"{row.label}  {row.outlet or 'no outlet'} · {row.published or row.date_hint or 'no date'}")
    print_text(reading.article.title or "")
    reasons = {block.start: block.reason for block in reading.blocks}
    starts = sorted(reasons)
    for sentence in reading.sentences:
        home = max((start for start in starts if start <= sentence.start), default=0)
        aside = "" if sentence.block == "body" else f"  [{reasons.get(home) or sentence.block}]"
        print_text(f"{sentence.n:4d}  {' '.join(sentence.span.of(reading.text).split())}{aside}")
