"""Train the pipeline that ships with crossread: `python -m model.pipelines.train --data DIR --out DIR`.

DIR holds `ud_ewt_train.conllu`, `ud_gum_train.conllu`, `ud_gum_dev.conllu` and `ner.jsonl`. The same seed
on the same machine gives the same weights. Each part is trained by itself and kept in `OUT/syntax` and
`OUT/names` whenever it does better on the development data than before; `OUT/en_crossread` is the two put
together. With `--resume` a part that was stopped goes on from its best weights.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from model.pipelines import augment, corpus, recipe
from model.pipelines.assemble import assemble
from model.pipelines.frames import Frames
from model.pipelines.invent import Inventor
from model.pipelines.silver import silver_passages

_BATCH_WORDS = (600, 1500)
_BATCH_GROWTH = 1.001
_DROPOUT = 0.1

#: Sources of names whose development part is left out of training and judges it.
_JUDGES = ("GUM", "wikigold")
#: Sources of names that are edited prose, unlike tweets.
_EDITED = ("GUM", "wikigold", "CrossNER")
#: Composed passages for each passage of the data.
_FRAMES_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Part:
    """One half of the pipeline with what it learns from and how it is judged.

    `epoch` gives the examples of one pass in random order, varied anew each time. `goals` are the names of
    spaCy's scores whose mean is to be raised.
    """

    name: str
    build: Callable[[], Language]
    labels: Callable[[Language], list[Example]]
    epoch: Callable[[Language, random.Random], Iterator[Example]]
    dev: Callable[[Language], list[Example]]
    goals: tuple[str, ...]


def syntax_part(data: Path, vectors: Path | None) -> Part:
    """The tagger, morphologizer, lemmatizer and parser."""
    trees = [tree for name in ("ewt", "gum") for tree in corpus.read_trees(data / f"ud_{name}_train.conllu")]
    dev = list(corpus.read_trees(data / "ud_gum_dev.conllu"))
    # The treebanks have no line breaks: one tree that has brings in their labels.
    in_lines = augment.break_lines(trees[0], random.Random(0), ends=1, inside=1)

    def epoch(nlp: Language, rng: random.Random) -> Iterator[Example]:
        inventor = Inventor(rng)
        for tree in rng.sample(trees, len(trees)):
            yield corpus.tree_example(nlp, augment.vary_tree(tree, inventor, rng))

    return Part(
        name="syntax",
        build=lambda: recipe.syntax_pipeline(vectors),
        labels=lambda nlp: [corpus.tree_example(nlp, tree) for tree in (*trees, in_lines)],
        epoch=epoch,
        dev=lambda nlp: [corpus.tree_example(nlp, tree) for tree in dev],
        goals=("dep_uas", "dep_las", "tag_acc", "sents_f"),
    )


def names_part(data: Path, vectors: Path | None, teacher: Path | None) -> Part:
    """The recogniser of names. An earlier one, `teacher`, lets it learn from the treebank without names
    too.
    """
    passages, dev = list[corpus.Passage](), list[corpus.Passage]()
    for split, passage in corpus.read_passages(data / "ner.jsonl"):
        (dev if split == "dev" and passage.source in _JUDGES else passages).append(passage)
    known = _known_names(passages)
    if teacher is not None:
        passages += silver_passages(spacy.load(teacher), corpus.read_trees(data / "ud_ewt_train.conllu"))

    def epoch(nlp: Language, rng: random.Random) -> Iterator[Example]:
        inventor = Inventor(rng)
        frames = Frames(rng, inventor, known)
        for passage in rng.sample(passages, len(passages)):
            yield corpus.passage_example(nlp, augment.vary_passage(passage, inventor, rng))
            if rng.random() < _FRAMES_SHARE:
                composed = augment.vary_passage(frames.passage(), inventor, rng, names=0)
                yield corpus.passage_example(nlp, composed)

    return Part(
        name="names",
        build=lambda: recipe.names_pipeline(vectors),
        labels=lambda nlp: [corpus.passage_example(nlp, passage) for passage in passages],
        epoch=epoch,
        dev=lambda nlp: [corpus.passage_example(nlp, passage) for passage in dev],
        goals=("ents_f",),
    )


def _known_names(passages: Sequence[corpus.Passage]) -> dict[str, list[str]]:
    """The capitalised names of edited text, by label; each as often as it occurs."""
    names: dict[str, list[str]] = {label: [] for label in corpus.LABELS}
    for passage in passages:
        for segment in passage.segments:
            if segment.label in names and passage.source in _EDITED and segment.text[:1].isupper():
                names[segment.label].append(segment.text)
    return names


def batches(part: Part, nlp: Language, rng: random.Random) -> Iterator[list[Example]]:
    """Batches without end, of a number of words that grows from the first to the second of _BATCH_WORDS."""
    size: float = _BATCH_WORDS[0]
    batch: list[Example] = []
    words = 0
    while True:
        for example in part.epoch(nlp, rng):
            batch.append(example)
            words += len(example)
            if words >= size:
                yield batch
                batch, words = [], 0
                size = min(size * _BATCH_GROWTH, _BATCH_WORDS[1])


def train(
    part: Part, *, out: Path, steps: int, seed: int, check_every: int, patience: int, resume: bool
) -> Path:
    """Train one part and return the directory of its best weights.

    Stops after `steps` batches, or when `patience` checks in a row brought nothing better.
    """
    rng = random.Random(seed)
    fix_random_seed(seed)
    best_path = out / part.name
    resumed = resume and best_path.exists()
    nlp = spacy.load(best_path) if resumed else part.build()
    if not resumed:
        examples = part.labels(nlp)
        nlp.initialize(lambda: examples)
        del examples
    dev = part.dev(nlp)
    sgd = recipe.optimizer(steps)
    best, since_best = _score(nlp, part, dev) if resumed else -1.0, 0
    started = time.process_time()
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(part, nlp, rng), start=1):
        nlp.update(batch, drop=_DROPOUT, sgd=sgd, losses=losses)
        sgd.step_schedules()  # type: ignore[no-untyped-call]
        if step % check_every and step != steps:
            continue
        with nlp.use_params(sgd.averages):
            score = _score(nlp, part, dev)
            if score > best:
                best, since_best = score, 0
                _save(nlp, best_path)
            else:
                since_best += 1
        seconds = time.process_time() - started
        print(
            json.dumps(
                {"step": step, "seconds": round(seconds), "score": round(score, 4), **_rounded(losses)}
            ),
            flush=True,
        )
        losses.clear()
        if step >= steps or since_best >= patience:
            break
    return best_path


def _score(nlp: Language, part: Part, dev: list[Example]) -> float:
    scores = nlp.evaluate(dev)
    print("  ", {goal: round(scores[goal], 4) for goal in part.goals}, flush=True)
    return float(np.mean([scores[goal] for goal in part.goals]))


def _rounded(losses: dict[str, float]) -> dict[str, int]:
    return {name: round(loss) for name, loss in losses.items()}


def _save(nlp: Language, path: Path) -> None:
    """Write the weights so that a reader finds either the old directory or the new one."""
    fresh = path.with_name(path.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    shutil.rmtree(path, ignore_errors=True)
    fresh.rename(path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the parts asked for and put the pipeline together."""
    parser = argparse.ArgumentParser(
        prog="python -m model.pipelines.train", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--data", type=Path, required=True, help="directory of the training data")
    parser.add_argument("--out", type=Path, required=True, help="directory for the weights")
    parser.add_argument("--vectors", type=Path, help="static vectors: a table (see distil.py) or a pipeline")
    parser.add_argument(
        "--teacher", type=Path, help="an earlier OUT/names, to label the treebank with (see silver.py)"
    )
    parser.add_argument("--part", choices=("syntax", "names"), action="append", help="train only this part")
    parser.add_argument("--syntax-steps", type=int, default=6000)
    parser.add_argument("--names-steps", type=int, default=6000)
    parser.add_argument(
        "--check-every", type=int, default=300, help="batches between two looks at the dev data"
    )
    parser.add_argument("--patience", type=int, default=8, help="checks without progress before stopping")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args(arguments)
    recipe.use_fast_gemm()
    options.out.mkdir(parents=True, exist_ok=True)
    parts = options.part or ("syntax", "names")
    run = partial(
        train,
        out=options.out,
        seed=options.seed,
        check_every=options.check_every,
        patience=options.patience,
        resume=options.resume,
    )
    if "syntax" in parts:
        run(syntax_part(options.data, options.vectors), steps=options.syntax_steps)
    if "names" in parts:
        run(names_part(options.data, options.vectors, options.teacher), steps=options.names_steps)
    if all((options.out / name).exists() for name in ("syntax", "names")):
        assemble(options.out / "syntax", options.out / "names", options.out / "en_crossread")


if __name__ == "__main__":
    main()
