"""The networks of the shipped pipeline: two small ones, trained apart and put together at the end.

The tagger, morphologizer, lemmatizer and parser share one embedding of the text; the recogniser of names
has its own, because it learns from other texts and rests on spelling more than on syntax.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops
from thinc.optimizers import Optimizer
from thinc.schedules import warmup_linear

from model.pipelines.tokenizer import TOKENIZER
from model.pipelines.vectors import VECTORS, read_table

WIDTH = 96

_ATTRIBUTES = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
_ROWS = [5000, 1000, 2500, 1000]
# The vectors know the frequent words, so the hashed ones need less room.
_ROWS_WITH_VECTORS = [3000, 500, 1500, 750]

DROPOUT = 0.1

#: Parts of the pipeline that learn from treebanks, in the order in which they run.
SYNTAX = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")

#: The part that learns from marked names.
NAMES = ("ner",)


def use_fast_gemm() -> None:
    """Multiply matrices by numpy's BLAS, which trains these small layers 1.8 times as fast as thinc's own."""
    set_current_ops(NumpyOps(use_blis=False))


def _embedding(static: bool, depth: int = 4) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": _ATTRIBUTES,
            "rows": _ROWS_WITH_VECTORS if static else _ROWS,
            "include_static_vectors": static,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _shared() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def _softmax() -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": _shared(), "nO": None, "normalize": False}


def _transitions(kind: str, tok2vec: dict[str, Any], extra_tokens: bool) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": extra_tokens,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def blank(vectors: Path | None = None) -> Language:
    """An empty English pipeline with the project's tokenizer and, if given, static vectors.

    They come from a table (see distil.py) or from the directory of a pipeline that has them.
    """
    config = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}, "vectors": {"@vectors": VECTORS}}}
    nlp = spacy.blank("en", config=config)
    if vectors is None:
        return nlp
    if vectors.is_dir():
        nlp.vocab.vectors.from_disk(vectors / "vocab", exclude=("strings",))
    else:
        nlp.vocab.vectors = read_table(vectors, nlp.vocab.strings)
    return nlp


def syntax_pipeline(vectors: Path | None = None) -> Language:
    """Untrained tagger, morphologizer and parser over one embedding; the lemmatizer comes later (see
    lemmas.py).
    """
    nlp = blank(vectors)
    nlp.add_pipe("tok2vec", config={"model": _embedding(static=vectors is not None)})
    for name in ("tagger", "morphologizer"):
        nlp.add_pipe(name, config={"model": _softmax()})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _shared(), extra_tokens=False)})
    return nlp


def lemmatizer_config() -> dict[str, Any]:
    """Configuration of a lemmatizer that listens to the embedding of the parser."""
    return {"model": _softmax(), "min_tree_freq": 3, "top_k": 2}


def names_pipeline(vectors: Path | None = None) -> Language:
    """Untrained recogniser of names with an embedding of its own."""
    nlp = blank(vectors)
    embedding = _embedding(static=vectors is not None)
    nlp.add_pipe("ner", config={"model": _transitions("ner", embedding, extra_tokens=False)})
    return nlp


def optimizer(steps: int, warmup: int = 250, rate: float = 0.001) -> Optimizer:
    """Adam with a warm-up and a linear descent to nothing at `steps`, averaging the weights."""
    descent: Any = warmup_linear(rate, min(warmup, steps // 4), steps)
    return Optimizer(
        descent,
        L2=0.01,
        grad_clip=1.0,
        use_averages=True,
        L2_is_weight_decay=True,
    )
