"""Names given to a treebank are whole runs of proper nouns, and what is in doubt is left open."""

from __future__ import annotations

import pytest
from spacy.language import Language

from model.pipelines import recipe
from model.pipelines.corpus import UNKNOWN, Tree, Word
from model.pipelines.silver import silver_passages

TAGS = {"NNP": "PROPN", "NN": "NOUN", "VBD": "VERB", "IN": "ADP", "JJ": "ADJ"}


def tree(*tagged: str) -> Tree:
    """A tree whose words all hang on the first, from `word/TAG`."""
    words = []
    for n, item in enumerate(tagged):
        text, tag = item.split("/")
        words.append(Word(text, True, text, TAGS[tag], tag, "", 0, "ROOT" if n == 0 else "dep", n == 0))
    return Tree(tuple(words))


def labelled(nlp: Language, sample: Tree) -> list[tuple[str, str]]:
    (passage,) = silver_passages(nlp, [sample])
    assert passage.text == "".join(f"{word.text} " for word in sample.words)
    return [(segment.text, segment.label) for segment in passage.segments if segment.label]


@pytest.fixture(scope="module")
def recogniser() -> Language:
    """A recogniser that takes "Rahbi" and "Friday" for persons wherever they stand."""
    nlp = recipe.blank()
    rules = nlp.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "PERSON", "pattern": word} for word in ("Rahbi", "Friday", "spoke")])
    return nlp


def test_a_name_with_the_edges_of_its_run_is_believed(recogniser: Language) -> None:
    assert labelled(recogniser, tree("Rahbi/NNP", "spoke/VBD")) == [("Rahbi", "PERSON")]
    assert labelled(recogniser, tree("Minister/NNP", "Rahbi/NNP")) == [
        ("Minister", UNKNOWN),
        ("Rahbi", "PERSON"),
    ]


def test_part_of_a_run_is_left_open(recogniser: Language) -> None:
    assert labelled(recogniser, tree("Salma/NNP", "Rahbi/NNP", "spoke/VBD")) == [("Salma Rahbi", UNKNOWN)]


def test_days_and_verbs_are_no_names(recogniser: Language) -> None:
    assert labelled(recogniser, tree("They/NN", "spoke/VBD", "Friday/NNP")) == [("They", UNKNOWN)]


def test_settled_names_need_no_recogniser() -> None:
    sample = tree("in/IN", "South/NNP", "Asia/NNP", "and/IN", "Kurdish/JJ", "towns/NN")
    assert labelled(recipe.blank(), sample) == [("South Asia", "LOC"), ("Kurdish", "NORP")]


def test_a_settled_name_inside_a_longer_run_is_left_open() -> None:
    assert labelled(recipe.blank(), tree("Omar/NNP", "Rahbi/NNP")) == [("Omar Rahbi", UNKNOWN)]
