"""`crossread groups`, `coverage` and `origins`: a story as a whole."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator

from model.corpus import Corpus, corpus_directory
from model.records import Record
from model.views import Coverage, CoverageCell, Family
from tui.commands.output import DONE, columns, print_object, print_records, print_text
from tui.commands.select import find_story
from tui.signs import SIGNS


def groups(options: Namespace) -> int:
    """Print the claims that several articles tell, with the number of origins behind each."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    story = find_story(corpus, options.story)
    if options.json:
        print_records(corpus.groups(story))
    else:
        rows = corpus.coverage(story).rows
        labels = {row.id: row.label for row in corpus.articles()}
        for row in rows:
            print_text(f"{_origins(row.independent)}  {' '.join(labels[a] for a in row.group.articles)}")
            print_text(f"  {' '.join(row.text.split())}")
    corpus.close()
    return DONE


def coverage(options: Namespace) -> int:
    """Print claims × sources: who states a claim, who tells it differently, who leaves it out."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    for story in _stories(corpus, find_story(corpus, options.story)):
        found = corpus.coverage(story)
        if options.json:
            for line in coverage_objects(found):
                print_object(line)
        elif found.rows:
            _print_coverage(found)
    corpus.close()
    return DONE


def origins(options: Namespace) -> int:
    """Print which articles rest on one report, and the evidence for it."""
    corpus = Corpus.open(corpus_directory(options.corpus))
    families = corpus.families()
    if options.json:
        print_records(_records(families))
    else:
        for family in families:
            _print_family(family)
    corpus.close()
    return DONE


def coverage_objects(found: Coverage) -> Iterator[dict[str, object]]:
    """One JSON object a claim: the group's record, its words, and a cell for each article of the story."""
    for row in found.rows:
        cells = [
            {
                "article": article.id,
                "sentence": cell.sentence,
                "states": _states(cell),
                "relation": cell.relation,
                "differs": list(cell.kinds),
            }
            for article, cell in zip(found.articles, row.cells, strict=True)
        ]
        yield {"record": "coverage", **row.group.to_json(), "text": row.text, "cells": cells}


def sign_of(cell: CoverageCell) -> str:
    """What a cell shows: who states it, how differently, or who is silent."""
    if cell.sentence is None:
        return "○"
    if cell.relation == "differs" and cell.kinds:
        return f"≠ {', '.join(cell.kinds)}"
    return SIGNS[cell.relation] if cell.relation else "●"


def _states(cell: CoverageCell) -> str:
    if cell.sentence is None:
        return "omits"
    return "differs" if cell.relation == "differs" else "states"


def _print_coverage(found: Coverage) -> None:
    print_text(found.articles[0].story_title or "")
    heads = tuple(article.label for article in found.articles)
    lines = [
        (*(sign_of(cell) for cell in row.cells), str(row.independent), _short(row.text)) for row in found.rows
    ]
    columns([(*heads, "origins", "claim"), *lines])
    for article in found.articles:
        only, left = len(found.alone[article.id]), len(found.omitted[article.id])
        print_text(f"  {article.label}: {only} sentences nobody else tells, {left} claims left out")


def _print_family(family: Family) -> None:
    names = ", ".join(dict.fromkeys(origin.name for origin in family.origins)) or "own reporting"
    print_text(f"{family.letter}  {names}")
    for row, derivations in family.members:
        print_text(
            f"  {row.label}  {row.outlet or 'no outlet'} · {row.published or row.date_hint or 'no date'}"
        )
        known = {origin.id: origin for origin in family.origins}
        for derivation in derivations:
            credit = "credit stated" if derivation.stated else "no credit"
            print_text(f"    {derivation.status} from {known[derivation.origin].name}, {credit}")
            for item in derivation.evidence:
                print_text(f"      {item.weight:+.1f} {item.kind}: {item.why or ''}")


def _records(families: Iterable[Family]) -> Iterator[Record]:
    seen: set[str] = set()
    for family in families:
        for origin in family.origins:
            if origin.id not in seen:
                seen.add(origin.id)
                yield origin
        for _, derivations in family.members:
            yield from derivations


def _stories(corpus: Corpus, story: str | None) -> list[str | None]:
    return [story] if story is not None else list(dict.fromkeys(row.story for row in corpus.articles()))


def _origins(number: int) -> str:
    return f"{number} origin{'s' if number != 1 else ' '}"


def _short(text: str, length: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
