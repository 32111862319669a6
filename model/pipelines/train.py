"""Train the pipeline that ships with crossread: `python -m model.pipelines.train --data DIR --out DIR`.

DIR holds `ud_ewt_train.conllu`, `ud_gum_train.conllu`, `ud_gum_dev.conllu` and `ner.jsonl`. The same seed
on the same machine gives the same weights. There are three stages, each kept in a directory of its name:
`OUT/syntax` and `OUT/names` whenever the part does better on the development data than before, `OUT/lemmas`
when it is done. `OUT/en_crossread` is the last two put together. With `--resume` syntax and names go on from
their best weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from model.pipelines import recipe
from model.pipelines.assemble import assemble
from model.pipelines.lemmas import train_lemmatizer
from model.pipelines.part import Part, batches, names_part, save, syntax_part

_STAGES = ("syntax", "lemmas", "names")


def train(
    part: Part,
    *,
    out: Path,
    steps: int,
    seed: int,
    check_every: int,
    patience: int,
    rate: float,
    resume: bool,
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
    sgd = recipe.optimizer(steps, rate=rate)
    best, since_best = _score(nlp, part, dev) if resumed else -1.0, 0
    started = time.process_time()
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(part, nlp, rng), start=1):
        nlp.update(batch, drop=recipe.DROPOUT, sgd=sgd, losses=losses)
        sgd.step_schedules()  # type: ignore[no-untyped-call]
        if step % check_every and step != steps:
            continue
        with nlp.use_params(sgd.averages):
            score = _score(nlp, part, dev)
            if score > best:
                best, since_best = score, 0
                save(nlp, best_path)
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
    parser.add_argument("--stage", choices=_STAGES, action="append", help="do only this")
    parser.add_argument("--syntax-steps", type=int, default=6000)
    parser.add_argument("--lemmas-steps", type=int, default=1500)
    parser.add_argument("--names-steps", type=int, default=6000)
    parser.add_argument(
        "--check-every", type=int, default=300, help="batches between two looks at the dev data"
    )
    parser.add_argument("--patience", type=int, default=8, help="checks without progress before stopping")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=0.001, help="highest learning rate")
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args(arguments)
    recipe.use_fast_gemm()
    options.out.mkdir(parents=True, exist_ok=True)
    stages = options.stage or _STAGES
    run = partial(
        train,
        out=options.out,
        seed=options.seed,
        check_every=options.check_every,
        patience=options.patience,
        rate=options.rate,
        resume=options.resume,
    )
    syntax, lemmas, names = (options.out / stage for stage in _STAGES)
    if "syntax" in stages:
        run(syntax_part(options.data, options.vectors), steps=options.syntax_steps)
    if "lemmas" in stages:
        part = syntax_part(options.data, options.vectors)
        train_lemmatizer(part, syntax, lemmas, steps=options.lemmas_steps, seed=options.seed)
    if "names" in stages:
        run(names_part(options.data, options.vectors, options.teacher), steps=options.names_steps)
    if lemmas.exists() and names.exists():
        assemble(lemmas, names, options.out / "en_crossread")


if __name__ == "__main__":
    main()
