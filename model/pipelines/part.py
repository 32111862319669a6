"""What each half of the pipeline learns from, in which batches, and how it is judged and kept."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

from model.pipelines import augment, corpus, recipe
from model.pipelines.frames import Frames
from model.pipelines.invent import Inventor
from model.pipelines.silver import silver_passages

_BATCH_WORDS = (600, 1500)
_BATCH_GROWTH = 1.001

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


def save(nlp: Language, path: Path) -> None:
    """Write the weights so that a reader finds either the old directory or the new one."""
    fresh = path.with_name(path.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    shutil.rmtree(path, ignore_errors=True)
    fresh.rename(path)
