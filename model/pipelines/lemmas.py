"""The lemmatizer, trained by itself on the finished embedding of the parser.

By itself, because spaCy's lemmatizer does not know its own trees again once it was read from disk: trained
further, it would unlearn them. On an embedding that stands still it takes a minute.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import fix_random_seed

from model.pipelines import recipe
from model.pipelines.part import Part, batches, save

NAME = "trainable_lemmatizer"


def train_lemmatizer(part: Part, syntax: Path, out: Path, *, steps: int, seed: int) -> None:
    """Add a lemmatizer to the trained pipeline of `syntax`, train it alone on what `part` learns from,
    write `out`.
    """
    rng = random.Random(seed)
    fix_random_seed(seed)
    nlp = spacy.load(syntax)
    _add_lemmatizer(nlp, part)
    sgd = recipe.optimizer(steps, rate=0.002)
    others = [name for name in nlp.pipe_names if name not in ("tok2vec", NAME)]
    with nlp.select_pipes(disable=others):
        for step, batch in enumerate(batches(part, nlp, rng), start=1):
            nlp.update(batch, drop=recipe.DROPOUT, sgd=sgd, exclude=["tok2vec"], annotates=["tok2vec"])
            sgd.step_schedules()  # type: ignore[no-untyped-call]
            if step >= steps:
                break
    with nlp.use_params(sgd.averages):
        save(nlp, out)


def _add_lemmatizer(nlp: Language, part: Part) -> None:
    if NAME in nlp.pipe_names:
        nlp.remove_pipe(NAME)
    lemmatizer: Any = nlp.add_pipe(NAME, config=recipe.lemmatizer_config(), before="parser")
    examples = part.labels(nlp)
    lemmatizer.initialize(lambda: examples, nlp=nlp)
    embedding: Any = nlp.get_pipe("tok2vec")
    embedding.find_listeners(lemmatizer)
