"""`crossread actor`, `crossread judge` and lists of names: everything about single actors."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from model.corpus import Corpus, CorpusError, corpus_directory
from model.records import EntityType, Judgement, Record
from model.views import Concordance, Dossier
from tui.commands.arguments import VERDICT_WORDS, UsageError
from tui.commands.output import DONE, SKIPPED, complain, print_records, print_text
from tui.commands.select import find_article
from tui.commands.story_judging import judge_story
from tui.terminal.sanitise import sanitise

#: Signs and words of the command line, and the verdicts that they stand for.
_VERDICTS = {"=": "same", "!": "different", "?": "unsure", **{word: word for word in VERDICT_WORDS}}
_TYPES = get_args(EntityType)
_OF_TWO = ("same", "different", "unsure", "split")
_HEAD = (
    "name",
    "actor",
    "type",
    "spelling",
    "article",
    "outlet",
    "published",
    "start",
    "end",
    "before",
    "after",
)


def actor(options: Namespace) -> int:
    """Print the dossier of an actor: spellings, roles, what it says and what is said of it, all mentions."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    found = corpus.search_actors(options.name, limit=1)
    meant = corpus.actor_named(_name(corpus, options.name)) or (found[0].id if found else None)
    entity = corpus.entity(options.name) or (corpus.entity(meant) if meant else None)
    if entity is None:
        raise CorpusError(f"{options.name}: no such actor in corpus {corpus.name}")
    dossier, notes = corpus.dossier(entity.id), corpus.actor_notes(entity.id)
    if options.json:
        print_records(_records(dossier, notes, _mentioned(corpus, entity.id)))
    else:
        _print(dossier, notes, _mentioned(corpus, entity.id))
    corpus.close()
    return DONE


def judge(options: Namespace) -> int:
    """Write down what the user says of an actor or of two, act on it, and print what was written down."""
    if options.story:
        return judge_story(options)
    verdict = _VERDICTS[options.sign]
    about, said, why = options.a, options.b, options.note
    if verdict == "note":
        if why is not None:
            raise UsageError("crossread judge: a note needs no --note")
        said, why = None, said
    if verdict == "retype":
        said = said.upper()
        if said not in _TYPES:
            raise UsageError(f"crossread judge: {options.b}: no type; give one of {', '.join(_TYPES)}")
    corpus = Corpus.open(corpus_directory(options.corpus))
    names = [about, said] if verdict in _OF_TWO else [about]
    about, *others = (_name(corpus, name) for name in names)
    said = others[0] if others else said
    known = verdict == "split" or all(map(corpus.actor_named, (about, *others)))
    done = corpus.judge("actor", about, said, verdict, why, override=options.override)
    print_text(f"{done.subject} {options.sign} {done.object or done.note}")
    if not known:
        complain(f"written down, but no actor of corpus {corpus.name} has both names yet")
    corpus.close()
    return DONE


def _name(corpus: Corpus, text: str) -> str:
    """A name as it is, or ``article@start`` with the id of an article that was given by its label."""
    article, at, start = text.rpartition("@")
    return f"{find_article(corpus, article).id}@{start}" if at and start.isdecimal() else text


def find_names(corpus: Corpus, source: str) -> int:
    """Every mention of every name in the first column of a CSV file, as CSV."""
    code = DONE
    writer = csv.writer(sys.stdout)
    writer.writerow(_HEAD)
    with Path(source).open(newline="", encoding="utf-8-sig", errors="replace") as file:
        for number, row in enumerate(csv.reader(file), 1):
            name = row[0].strip() if row else ""
            if not name:
                complain(f"{source}:{number}: no name")
                code = SKIPPED
                continue
            writer.writerows(_hits(corpus, name))
    sys.stdout.flush()
    return code


def _hits(corpus: Corpus, name: str) -> Iterator[tuple[str, ...]]:
    for row in corpus.search_actors(name, limit=1):
        for place in _mentioned(corpus, row.id):
            mention = place.mention
            yield tuple(
                sanitise(cell)
                for cell in (
                    name, row.name, row.type, mention.surface, place.row.label, place.row.outlet or "",
                    place.row.published or "", str(mention.start), str(mention.end),
                    place.before, place.after,
                )
            )  # fmt: skip


def _mentioned(corpus: Corpus, entity: str) -> Iterable[Concordance]:
    """Every mention of an actor in its context, in the order of the list of articles."""
    return corpus.concordance(corpus.spots(entity)).values()


def _records(
    dossier: Dossier, notes: Iterable[Judgement], mentioned: Iterable[Concordance]
) -> Iterator[Record]:
    yield dossier.entity
    yield from notes
    yield from (place.mention for place in mentioned)
    yield from (said.claim for said in dossier.says)
    yield from (said.claim for said in dossier.about)


def _print(dossier: Dossier, notes: Iterable[Judgement], mentioned: Iterable[Concordance]) -> None:
    entity = dossier.entity
    print_text(f"{entity.name}  {entity.type}  {entity.mentions} mentions in {entity.articles} articles")
    spellings = dict.fromkeys(form.text for form in entity.surface_forms)
    print_text(f"  spellings  {' · '.join(spellings)}")
    if entity.roles:
        print_text(f"  roles      {' · '.join(entity.roles)}")
    if entity.why:
        print_text(f"  why one    {'; '.join(entity.why)}")
    for note in notes:
        print_text(f"  note       {' '.join((note.note or '').split())}  ({note.at[:10]})")
    if dossier.company:
        print_text(f"  with       {', '.join(f'{name} {count}' for _, name, count in dossier.company)}")
    for title, claims in (("says", dossier.says), ("said about", dossier.about)):
        for said in claims:
            print_text(f"  {title:10} {said.row.label}:{said.sentence.n}  {' '.join(said.text.split())}")
    for place in mentioned:
        before, after = " ".join(place.before.split())[-40:], " ".join(place.after.split())[:40]
        print_text(f"  {place.row.label}:{place.n:<4} {before:>40} [{place.mention.surface}] {after}")
