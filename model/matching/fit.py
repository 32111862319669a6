"""Fits the weights of the evidence on labelled pairs and reports, on groups left out, whether the fit is
worth having.

    python -m model.matching.fit alone PAIRS.jsonl
    python -m model.matching.fit story RECORDS.ndjson PAIRS.jsonl

`alone` reads ``{"a": text, "b": text, "label": 0 or 1}`` a line (a graded label is a yes from half of the
highest on) and judges the texts by their words. `story` reads an export with its texts (``crossread export
--json --text``) and the pairs of its sentences that tell one claim, ``{"a": sentence id, "b": sentence id}``:
all other pairs of a story are taken not to. The fit is a logistic regression drawn towards the weights that
ship (data/weights.toml), so that little data changes little; nothing is written but the report.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from model.matching.background import Frequencies
from model.matching.candidates import reporting
from model.matching.features import NAMES
from model.matching.places import placed
from model.matching.profile import Profile, profiles, story_words
from model.matching.score import Pair, Setting, pair_of
from model.matching.words import word_list
from model.passage import Passage
from model.records import Article, Claim, Mention, Sentence, read_records

CONTEXT = ("rank_a", "rank_b", "distance", "parallel", "beside", "kin")

#: How strongly the fit is held to the weights that ship.
_PULL = 3.0
_ROUNDS = 25

#: Pairs of a sentence with one other article that are looked at, as in matching.
_LOOKS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled pair: its evidence (a 1 at the end for the threshold), and the group that is left out with
    it.
    """

    values: tuple[float, ...]
    label: bool
    group: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kind", choices=("alone", "story"))
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    if options.kind == "alone":
        names: tuple[str, ...] = NAMES
        examples = list(examples_alone(options.files[0]))
        weights = _shipped("alone", names, "alone")
    else:
        names = (*NAMES, *CONTEXT)
        examples = list(examples_of_stories(options.files[0], options.files[1]))
        weights = _shipped("likeness", names, "in_story")
    sys.stdout.write(report(names, examples, weights))
    return 0


def examples_alone(path: Path) -> Iterator[Example]:
    """Examples of a file of pairs of texts, in ten groups."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    highest = max((float(row["label"]) for row in rows), default=1.0)
    frequencies = Frequencies()
    for n, row in enumerate(rows):
        one, other = profiles((_bare("a", row["a"]), _bare("b", row["b"])), frequencies)
        pair = pair_of(one, other)
        yield Example((*pair.evidence.values(), 1.0), float(row["label"]) >= highest / 2, str(n % 10))


def examples_of_stories(records: Path, gold: Path) -> Iterator[Example]:
    """Examples of the stories of an export; a pair of articles is a group."""
    same = {
        frozenset((row["a"], row["b"]))
        for row in map(json.loads, filter(str.strip, gold.read_text("utf-8").splitlines()))
    }
    for articles, passages in _stories(records):
        lengths = {article.id: article.length for article in articles}
        common = story_words(p for rows in passages.values() for p in rows)
        ready = {i: profiles(rows, Frequencies(), common) for i, rows in passages.items()}
        for one, other in combinations(sorted(ready), 2):
            for pair in placed(list(_likeliest(ready[one], ready[other])), lengths):
                ids = frozenset((pair.a.passage.sentence.id, pair.b.passage.sentence.id))
                yield Example(
                    (*pair.evidence.values(), *_context(pair.setting), 1.0), ids in same, f"{one} {other}"
                )


def report(names: Sequence[str], examples: Sequence[Example], weights: Sequence[float]) -> str:
    """The shipped and the fitted weights, and how both rank examples of groups that the fit has not seen."""
    scores: dict[int, float] = {}
    for group in sorted({example.group for example in examples}):
        seen = [example for example in examples if example.group != group]
        fitted = fit(seen, weights)
        scores.update({n: _dot(fitted, e.values) for n, e in enumerate(examples) if e.group == group})
    everything = fit(examples, weights)
    lines = [
        f"{len(examples)} pairs, {sum(e.label for e in examples)} of one claim",
        f"{'':10} shipped  fitted",
    ]
    lines += [
        f"{n:10} {old:7.2f} {new:7.2f}"
        for n, old, new in zip((*names, "threshold"), weights, everything, strict=True)
    ]
    for name, ranked in (
        ("shipped", [_dot(weights, e.values) for e in examples]),
        ("fitted, group left out", [scores[n] for n in range(len(examples))]),
    ):
        precision, f1, accuracy = _measures(ranked, [e.label for e in examples])
        lines.append(f"{name}: average precision {precision:.3f}, F1 {f1:.3f}, accuracy {accuracy:.3f}")
    return "\n".join(lines) + "\n"


def fit(examples: Sequence[Example], prior: Sequence[float]) -> list[float]:
    """Weights of the ridge regression around `prior`, by Newton's method; the threshold (the last) is
    free.
    """
    size = len(prior)
    weights = list(prior)
    for _ in range(_ROUNDS):
        slope = [_PULL * (weight - start) for weight, start in zip(weights, prior, strict=True)]
        slope[-1] = 1e-6 * (weights[-1] - prior[-1])
        bend = [[_PULL if i == j else 0.0 for j in range(size)] for i in range(size)]
        bend[-1][-1] = 1e-6
        for example in examples:
            chance = _sigmoid(_dot(weights, example.values))
            spread = chance * (1 - chance)
            for i, value in enumerate(example.values):
                slope[i] += (chance - example.label) * value
                row = bend[i]
                for j, other in enumerate(example.values):
                    row[j] += spread * value * other
        step = _solve(bend, slope)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def _solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a small system of linear equations, by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda n: abs(rows[n][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for n in range(size):
            if n != i and rows[n][i]:
                factor = rows[n][i] / rows[i][i]
                rows[n] = [x - factor * y for x, y in zip(rows[n], rows[i], strict=True)]
    return [rows[i][-1] / rows[i][i] for i in range(size)]


def _measures(scores: Sequence[float], labels: Sequence[bool]) -> tuple[float, float, float]:
    """Average precision, and F1 and accuracy at their best thresholds."""
    total = sum(labels)
    right, precision, f1, accuracy = 0, 0.0, 0.0, (len(labels) - total) / len(labels)
    for n, (_, label) in enumerate(sorted(zip(scores, labels, strict=True), key=lambda row: -row[0]), 1):
        right += label
        precision += right / n if label else 0.0
        f1 = max(f1, 2 * right / (n + total))
        accuracy = max(accuracy, (right + len(labels) - total - (n - right)) / len(labels))
    return precision / total if total else 0.0, f1, accuracy


def _stories(path: Path) -> Iterator[tuple[list[Article], Mapping[str, Sequence[Passage]]]]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    claims: dict[str, list[Claim]] = defaultdict(list)
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    stories: dict[str, list[Article]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for record in read_records(lines):
            if isinstance(record, Article) and record.story is not None:
                stories[record.story].append(record)
            elif isinstance(record, Sentence):
                sentences[record.article].append(record)
            elif isinstance(record, Mention):
                mentions[record.sentence].append(record)
            elif isinstance(record, Claim):
                claims[record.sentence].append(record)
    for articles in stories.values():
        yield (
            articles,
            {
                article.id: reporting(
                    Passage(s, s.span.of(article.text or ""), tuple(mentions[s.id]), tuple(claims[s.id]))
                    for s in sentences[article.id]
                )
                for article in articles
            },
        )


def _likeliest(mine: Sequence[Profile], theirs: Sequence[Profile]) -> Iterator[Pair]:
    for profile in mine:
        pairs = [pair_of(profile, other) for other in theirs]
        yield from sorted(pairs, key=lambda pair: -pair.evidence.cosine)[:_LOOKS]


def _context(setting: Setting | None) -> tuple[float, ...]:
    at = setting or Setting()
    return (1 / at.rank_a, 1 / at.rank_b, at.distance, at.parallel, at.beside, at.kin)


def _shipped(table: str, names: Iterable[str], decision: str) -> list[float]:
    weights = word_list("weights")
    known = {**weights[table], **weights["context"]}
    return [*(known[name] for name in names), -weights["decision"][decision]]


def _bare(side: str, text: str) -> Passage:
    return Passage(Sentence(f"{side}:0", side, 0, 0, len(text), "body"), text, (), ())


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


if __name__ == "__main__":
    sys.exit(main())
