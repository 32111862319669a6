"""Score a pipeline on the development data: `python -m model.pipelines.evaluate --data DIR [--pipeline
NAME]`.

Prints the tables of the model card: the parser and tagger on each treebank, names strictly (same edges,
same label) on each source, and the words read in a second of one core's time.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example

from model.pipelines import corpus, load

_TREEBANKS = {"EWT": "ud_ewt_dev.conllu", "GUM": "ud_gum_dev.conllu"}
_NAMES = ("GUM", "wikigold")
_SYNTAX_SCORES = {
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences": "sents_f",
    "tags": "tag_acc",
    "parts of speech": "pos_acc",
    "lemmas": "lemma_acc",
}


def syntax_table(nlp: Language, data: Path) -> list[list[str]]:
    """Scores of the parser and its neighbours, a row for each treebank; one that the pipeline lacks is left
    blank.
    """
    rows = [["treebank", *_SYNTAX_SCORES]]
    for name, file in _TREEBANKS.items():
        scores = nlp.evaluate([corpus.tree_example(nlp, tree) for tree in corpus.read_trees(data / file)])
        rows.append([name, *(_percent(scores.get(key)) for key in _SYNTAX_SCORES.values())])
    return rows


def names_table(nlp: Language, data: Path) -> list[list[str]]:
    """Precision, recall and F of names, and F of each label, a row for each source and one for all."""
    rows = [["names", "P", "R", "F", *(f"F {label}" for label in corpus.LABELS)]]
    examples: dict[str, list[Example]] = {source: [] for source in _NAMES}
    for split, passage in corpus.read_passages(data / "ner.jsonl", _NAMES):
        if split == "dev":
            examples[passage.source].append(corpus.passage_example(nlp, passage))
    with nlp.select_pipes(enable=_names_only(nlp)):
        examples["both"] = [example for source in _NAMES for example in examples[source]]
        for source, judged in examples.items():
            scores = nlp.evaluate(judged)
            by_label: dict[str, Any] = scores["ents_per_type"] or {}
            rows.append(
                [
                    source,
                    *(_percent(scores[key]) for key in ("ents_p", "ents_r", "ents_f")),
                    *(_percent(by_label.get(label, {}).get("f")) for label in corpus.LABELS),
                ]
            )
    return rows


def words_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Tokens that the whole pipeline reads in a second of processor time."""
    started = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))
    return tokens / (time.process_time() - started)


def _names_only(nlp: Language) -> list[str]:
    """The recogniser and what it may listen to: transformer pipelines share their embedding."""
    return [name for name in nlp.pipe_names if name in ("transformer", "tok2vec", "ner")]


def _percent(score: float | None) -> str:
    return "" if score is None else f"{100 * score:.1f}"


def _print_table(rows: Iterable[list[str]]) -> None:
    for n, row in enumerate(rows):
        print("| " + " | ".join(row) + " |")
        if n == 0:
            print("|" + "---|" * len(row))
    print()


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m model.pipelines.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="directory of the training data")
    parser.add_argument("--pipeline", help="an installed pipeline or a directory (default: the shipped one)")
    options = parser.parse_args(arguments)
    nlp = load(options.pipeline)
    _print_table(syntax_table(nlp, options.data))
    _print_table(names_table(nlp, options.data))
    texts = [passage.text for _, passage in corpus.read_passages(options.data / "ner.jsonl", ("GUM",))]
    print(f"{words_per_second(nlp, texts[:300]):.0f} words a second")


if __name__ == "__main__":
    main()
