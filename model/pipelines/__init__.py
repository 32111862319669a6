"""The trained pipeline that ships with crossread, and the way to put another in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from thinc.api import use_ops

from model.errors import CrossreadError
from model.pipelines import tokenizer, vectors
from model.records import EntityType

__all__ = [
    "REQUIRED",
    "SHIPPED",
    "PipelineError",
    "entity_type",
    "label_scheme",
    "load",
    "tokenizer",
    "vectors",
]

#: The directory of the pipeline that ships.
SHIPPED = Path(__file__).with_name("en_crossread")

#: What the analysis of language rests on. Whatever else a pipeline holds is used if it is there.
REQUIRED = ("tagger", "parser", "ner")

# Labels of the corpora that English pipelines are trained on (OntoNotes, CoNLL-2003); the shipped
# pipeline's are ours.
_ENTITY_TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "NORP": "NORP",
    "FAC": "FACILITY",
    "EVENT": "EVENT",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
    "MISC": "OTHER",
}


class PipelineError(CrossreadError):
    """A pipeline cannot be used; the message is one line and says what is missing."""


def load(name: str | None = None) -> Language:
    """Load the shipped pipeline, or with `name` an installed spaCy pipeline or the directory of one.

    An English pipeline reads with the project's tokenizer, whichever it was trained with. Raises
    PipelineError if there is no such pipeline, if the installed spaCy cannot read it, or if it lacks one of
    REQUIRED.
    """
    # numpy's matrix products are the faster ones for layers as small as these.
    try:
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(SHIPPED if name is None else name)
    except (OSError, ValueError, ImportError, KeyError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise PipelineError(f"cannot load the pipeline {name or SHIPPED.name!r}: {reason}") from error
    missing = [part for part in REQUIRED if part not in nlp.pipe_names]
    if missing:
        raise PipelineError(f"the pipeline {name or SHIPPED.name!r} has no {' and no '.join(missing)}")
    if nlp.lang == "en" and type(nlp.tokenizer) is Tokenizer:
        nlp.tokenizer = tokenizer.create_tokenizer(nlp)
    return nlp


def label_scheme(nlp: Language) -> Literal["ud", "clearnlp"]:
    """The scheme of the parser's labels.

    "ud" is Universal Dependencies (obj, obl, nmod, nsubj:pass), the shipped pipeline's; "clearnlp" is that
    of spaCy's own English pipelines (dobj, prep, pobj, nsubjpass).
    """
    return "clearnlp" if "dobj" in nlp.pipe_labels["parser"] else "ud"


def entity_type(label: str) -> EntityType | None:
    """The type of an entity for a recogniser's label; None for what is no name (dates, quantities)."""
    return _ENTITY_TYPES.get(label)
