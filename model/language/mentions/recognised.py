"""What the pipeline's own recogniser found, in the types of the record format and with healed bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from model.language.mentions.boundaries import extended, healed, parts, rejoined
from model.language.mentions.candidates import Candidate
from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import lexicon
from model.language.mentions.words import Words
from model.records import EntityType

#: How sure a name is that only the recogniser found.
CONFIDENCE = 0.8

# The tags of names, and that of a pipeline without a tagger.
_NAME_TAGS = frozenset({"NNP", "NNPS", "FW", ""})

#: Labels of the shipped pipeline and of pipelines trained on OntoNotes or CoNLL. Dates, times and amounts
#: have none.
LABELS: Mapping[str, EntityType] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "NORP": "NORP",
    "FAC": "FACILITY",
    "FACILITY": "FACILITY",
    "EVENT": "EVENT",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
    "MISC": "OTHER",
}


def recognised(doc: Doc, document: Words) -> Iterator[Candidate]:
    """Candidates from `doc.ents`: spans of several names are cut, edges that are no name dropped."""
    for entity in doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is None or document.sentence[entity.start] < 0:
            continue
        end = rejoined(document, entity.end) if entity.label_ in ("PERSON", "ORG") else entity.end
        for part in parts(document, entity.start, end):
            bounds = healed(document, *part)
            if bounds and kind in ("PERSON", "ORG"):
                bounds = extended(document, *_without_people(document, *bounds, kind))
            if bounds and _is_name(document, *bounds):
                yield Candidate(*bounds, kind, CONFIDENCE, "model")


def _is_name(document: Words, start: int, end: int) -> bool:
    """Whether what is left can name anything: letters, not a day or a month, a capital where capitals mean
    something.
    """
    if not document.same_sentence(start, end):
        return False
    surface = document.surface(start, end)
    if len(surface) == 1 and surface[0] not in single_words():
        is_word = document.opens_sentence(start) and (
            document.tag[start] not in _NAME_TAGS or _is_adverb(document, start)
        )
        if _is_common(surface[0]) or (is_word and document.casing_of(start) == "running"):
            return False
    if not any(word[0].isalpha() for word in surface) or all(word in lexicon().calendar for word in surface):
        return False
    casing = document.casing_of(start)
    if casing in ("lower", "upper"):
        return True
    return any(document.capital[i] for i in range(start, end)) or any(
        "-" in document.text[i] for i in range(start, end)
    )


def _without_people(document: Words, start: int, end: int, kind: EntityType) -> tuple[int, int]:
    """The name without the people it belongs to: "Iraqi Name Surname", "Qatari Al-Name"."""
    owner = single_words().get(document.folded[start])
    if end - start < 2 or owner not in ("NORP", "GPE"):
        return start, end
    following = document.folded[start + 1]
    if following in lexicon().heads.first or document.text[start + 1][:3] == "Al-":
        return start + 1, end
    if kind == "PERSON" and owner == "NORP" and end - start > 2:
        return start + 1, end
    return start, end


def _is_adverb(document: Words, i: int) -> bool:
    """Whether it looks like the adverb that opens "Tellingly, …"."""
    return (
        document.folded[i].endswith("ly")
        and len(document.folded[i]) > 5
        and i + 1 < len(document)
        and document.text[i + 1] == ","
    )


def _is_common(word: str) -> bool:
    """Whether a single word, though capitalised, is a title or a kind of institution: "the State",
    "Parliament".
    """
    known = lexicon()
    return (
        word in known.heads.last
        or word in known.state
        or (word,) in known.titles.get(word, ())
        or word in known.edges
    )
