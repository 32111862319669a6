"""Put the trained parts together into the one directory that ships, with no more vocabulary than it needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.strings import StringStore

from model.pipelines import recipe

_META = {
    "name": "crossread",
    "version": "1.0.0",
    "description": "Tagger, morphologizer, lemmatizer, parser and names for English news. See MODEL_CARD.md.",
    "license": "CC BY-SA 4.0",
    # Weights of one minor version are read by all of it; spaCy would ask for the very one that wrote them.
    "spacy_version": ">=3.8.0,<3.9.0",
}

#: What stands beside the weights and is written by hand.
_DOCUMENTS = ("LICENSE", "LICENSES_SOURCES", "MODEL_CARD.md")

# The index by which a tree of the lemmatizer says that it has no subtree.
_NO_TREE = 2**32 - 1


def assemble(lemmas: Path, names: Path, out: Path) -> Language:
    """Add the recogniser of `names` to the rest of the pipeline in `lemmas` and write both to `out`.

    What `out` held is replaced, except its documents.
    """
    nlp = spacy.load(lemmas)
    # Before the parser: a name never crosses a sentence's edge, and the parser's edges are not always right.
    nlp.add_pipe("ner", source=spacy.load(names), first=True)
    nlp.meta.update(_META)
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    StringStore(sorted(set(_needed_strings(nlp, fresh)))).to_disk(fresh / "vocab" / "strings.json")
    for document in _DOCUMENTS:
        if (out / document).exists():
            shutil.copy(out / document, fresh)
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
    return nlp


def _needed_strings(nlp: Language, directory: Path) -> Iterator[str]:
    """The strings that the pipeline writes into a document or decides by; those of the training texts are
    left out.
    """
    yield from recipe.blank().vocab.strings
    for name in nlp.pipe_names:
        pipe = nlp.get_pipe(name)
        for label in getattr(pipe, "labels", ()):
            yield str(label)
    morphologizer: Any = nlp.get_pipe("morphologizer")
    for morph in morphologizer.cfg["labels_morph"].values():
        yield morph
        for feature in filter(None, morph.split("|")):
            yield from (feature, *feature.split("="))
    yield from (nlp.vocab.strings[orth] for orth in _lemma_strings(directory / "trainable_lemmatizer"))


def _lemma_strings(directory: Path) -> Iterator[int]:
    """The letters, as hashes, that the lemmatizer's trees take away or put in."""
    trees = srsly.read_msgpack(directory / "trees")["trees"]
    pending: list[int] = list(srsly.read_json(directory / "cfg")["labels"])
    while pending:
        tree = trees[pending.pop()]
        if "orig" in tree:
            yield from (tree["orig"], tree["subst"])
        else:
            pending += [child for child in (tree["prefix_tree"], tree["suffix_tree"]) if child != _NO_TREE]
