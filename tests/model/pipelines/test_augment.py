"""Varied samples say the same as before: the same words, the same tree, the same names."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from model.pipelines import augment, corpus
from model.pipelines.corpus import LABELS, UNKNOWN, Passage, Segment
from model.pipelines.invent import Inventor

seeds = st.integers(0, 2**32)
passages = st.lists(
    st.builds(Segment, st.text(min_size=1, max_size=12), st.sampled_from([None, None, UNKNOWN, *LABELS])),
    max_size=8,
).map(lambda segments: Passage("test", tuple(segments)))


@given(st.text(), st.sampled_from(["lower", "upper", "title"]))
def test_another_case_never_moves_an_offset(text: str, case: str) -> None:
    assert len(augment.recase(text, case)) == len(text)


@given(st.text())
def test_typographic_marks_never_move_an_offset(text: str) -> None:
    curled = augment.curl(text)
    assert len(curled) == len(text)
    assert not set(curled) & {"'", '"'}


@pytest.mark.parametrize(
    ("text", "curled"), [("it's", "it’s"), ("'no' \"yes\"", "‘no’ “yes”"), ('he said." "No', "he said.” “No")]
)
def test_marks_open_and_close(text: str, curled: str) -> None:
    assert augment.curl(text) == curled


@given(passages, seeds)
def test_a_varied_passage_keeps_its_labels_in_order(passage: Passage, seed: int) -> None:
    rng = random.Random(seed)
    varied = augment.vary_passage(passage, Inventor(rng), rng, names=1, case=1, curls=1, blanks=1)
    assert [segment.label for segment in varied.segments] == [segment.label for segment in passage.segments]


def test_a_name_that_returns_is_replaced_alike() -> None:
    passage = Passage("test", tuple(Segment("Salma Rahbi", "PERSON") for _ in range(5)))
    rng = random.Random(1)
    names = {segment.text for segment in augment.rename(passage, Inventor(rng), rng, share=1).segments}
    assert len(names) == 1
    assert names != {"Salma Rahbi"}


def test_what_is_unknown_keeps_its_text() -> None:
    passage = Passage("test", (Segment("Nizwa", UNKNOWN), Segment(" fort")))
    rng = random.Random(1)
    assert augment.rename(passage, Inventor(rng), rng, share=1) == passage


@pytest.mark.parametrize("seed", range(20))
def test_a_tree_in_lines_is_the_same_tree(nlp: Language, data: Path, seed: int) -> None:
    tree = next(corpus.read_trees(data / "ud_gum_dev.conllu"))
    broken = augment.break_lines(tree, random.Random(seed), ends=0.7, inside=0.3)
    example = corpus.tree_example(nlp, broken)
    assert example.predicted.text == example.reference.text
    words = [token for token in example.reference if not token.is_space]
    plain = corpus.tree_example(nlp, tree).reference
    assert [(word.text, word.head.text, word.dep_) for word in words] == [
        (word.text, word.head.text, word.dep_) for word in plain
    ]
    _, deps = example.get_aligned_parse(projectivize=True)
    assert None not in deps


@given(seeds)
def test_renamed_words_keep_their_place(seed: int) -> None:
    rng = random.Random(seed)
    word = corpus.Word("Oman", True, "Oman", "PROPN", "NNP", "Number=Sing", 0, "ROOT", True)
    verb = replace(word, text="agreed", lemma="agree", pos="VERB", tag="VBD", starts_sentence=False)
    renamed = augment.rename_words(corpus.Tree((word, verb)), Inventor(rng), rng, share=1).words
    assert renamed[1] == verb
    assert " " not in renamed[0].text
    assert renamed[0] == replace(word, text=renamed[0].text, lemma=renamed[0].lemma)
