"""Reading treebanks and names, and lining them up with the tokenizer."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from model.pipelines import corpus
from model.pipelines.corpus import UNKNOWN, Passage, Segment


def trees(data: Path, sample_words: int = corpus.SAMPLE_WORDS) -> list[corpus.Tree]:
    return list(corpus.read_trees(data / "ud_gum_dev.conllu", sample_words))


def test_a_sample_never_crosses_a_document(data: Path) -> None:
    assert [len(tree) for tree in trees(data)][:2] == [11, 3]
    assert [sum(word.starts_sentence for word in tree.words) for tree in trees(data)][:2] == [2, 1]


def test_a_sample_ends_before_it_grows_too_long(data: Path) -> None:
    assert [len(tree) for tree in trees(data, sample_words=9)][:3] == [8, 3, 3]


def test_written_words_come_apart_without_a_space(data: Path) -> None:
    words = trees(data)[0].words
    text = "".join(word.text + " " * word.space for word in words)
    assert text == "The minister al-Rahbi didn't . Oman agreed. "


def test_a_name_kept_whole_takes_the_place_of_its_topmost_word(nlp: Language, data: Path) -> None:
    reference = corpus.tree_example(nlp, trees(data)[0]).reference
    name = next(token for token in reference if token.text == "al-Rahbi")
    assert (name.dep_, name.head.text, name.tag_, name.lemma_) == ("flat", "minister", "NNP", "al-Rahbi")
    assert [sentence.root.text for sentence in reference.sents] == ["n't", "agreed"]


def test_every_word_of_a_treebank_is_learnt_from(nlp: Language, data: Path) -> None:
    for tree in trees(data):
        _, deps = corpus.tree_example(nlp, tree).get_aligned_parse(projectivize=True)
        assert None not in deps


def test_names_are_read_with_their_labels(data: Path) -> None:
    split, passage = next(corpus.read_passages(data / "ner.jsonl"))
    assert split == "train"
    assert passage.text == "Salma Rahbi met Americans in Muscat with @radio."
    assert [segment for segment in passage.segments if segment.label] == [
        Segment("Salma Rahbi", "PERSON"),
        Segment("Americans", "NORP"),
        Segment("Muscat", "GPE"),
        Segment("radio", UNKNOWN),
    ]


def test_a_source_can_be_left_out(data: Path) -> None:
    assert list(corpus.read_passages(data / "ner.jsonl", ["wikigold"])) == []


def test_nothing_is_learnt_from_what_is_unknown(nlp: Language) -> None:
    passage = Passage(
        "test", (Segment("In "), Segment("Sur", "GPE"), Segment(" and "), Segment("Nizwa", UNKNOWN))
    )
    assert corpus.passage_example(nlp, passage).get_aligned_ner() == ["O", "U-GPE", "O", None]


def test_a_name_that_ends_inside_a_token_takes_all_of_it(nlp: Language) -> None:
    passage = Passage("test", (Segment("Muscat", "GPE"), Segment("ese streets")))
    assert [name.text for name in corpus.passage_example(nlp, passage).reference.ents] == ["Muscatese"]
