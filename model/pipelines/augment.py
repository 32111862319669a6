"""Variations of the training text: what scraping, headlines and typographers do to the same sentence.

Each function takes a sample and a random generator and gives another sample of the same sentence. The trees
keep their words, only the letters change; the passages keep their names and labels.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from model.pipelines.corpus import LABELS, Passage, Segment, Tree, Word
from model.pipelines.invent import Inventor

_BLANK = re.compile(r"(?<=\S) (?=\S)")
_CASES = ("lower", "upper", "title")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")


def recase(text: str, case: str) -> str:
    """`text` in another case, or as it is if that would change its length."""
    if case == "lower":
        changed = text.lower()
    elif case == "upper":
        changed = text.upper()
    else:
        changed = _WORD.sub(lambda match: match.group()[0].upper() + match.group()[1:], text)
    return changed if len(changed) == len(text) else text


def curl(text: str) -> str:
    """`text` with typographic apostrophes and quotation marks."""
    text = re.sub(r"(?<!\w)'|^'", "‘", text).replace("'", "’")
    return re.sub(r'(?<![\w.,!?])"', "“", text).replace('"', "”")


def break_lines(tree: Tree, rng: random.Random, *, ends: float, inside: float) -> Tree:
    """The tree with line breaks as tokens, with the given probabilities after a sentence and at a blank
    inside one.
    """
    words: list[Word] = []
    moved: list[int] = []
    for i, word in enumerate(tree.words):
        moved.append(len(words))
        last = i + 1 == len(tree.words)
        chance = 0.0 if last or not word.space else ends if tree.words[i + 1].starts_sentence else inside
        if rng.random() < chance:
            words.append(replace(word, space=False))
            text = "\n" if rng.random() < 0.6 else "\n\n"
            words.append(Word(text, False, text, "SPACE", "_SP", "", -1, "dep", False))
        else:
            words.append(word)
    return Tree(
        tuple(
            replace(word, head=moved[word.head] if word.head >= 0 else n - 1) for n, word in enumerate(words)
        )
    )


def rename_words(tree: Tree, inventor: Inventor, rng: random.Random, *, share: float = 0.4) -> Tree:
    """The tree with that share of its capitalised proper nouns replaced by invented names of one word."""

    def renamed(word: Word) -> Word:
        if word.pos != "PROPN" or word.tag != "NNP" or not word.text.istitle() or rng.random() >= share:
            return word
        name = inventor.person(short=True)
        return word if " " in name else replace(word, text=name, lemma=name)

    return Tree(tuple(renamed(word) for word in tree.words))


def vary_tree(
    tree: Tree,
    inventor: Inventor,
    rng: random.Random,
    *,
    names: float = 0.25,
    case: float = 0.12,
    curls: float = 0.3,
    breaks: float = 0.3,
) -> Tree:
    """The tree, with the given probabilities under invented names, in another case, with curly apostrophes,
    in lines.
    """
    if rng.random() < names:
        tree = rename_words(tree, inventor, rng)
    words = tree.words
    if rng.random() < case:
        kind = rng.choice(_CASES)
        words = tuple(replace(word, text=recase(word.text, kind)) for word in words)
    if rng.random() < curls:
        words = tuple(replace(word, text=word.text.replace("'", "’")) for word in words)
    tree = Tree(words)
    if rng.random() < breaks:
        tree = break_lines(tree, rng, ends=0.5, inside=rng.choice((0.0, 0.0, 0.04)))
    return tree


def reflow(segments: tuple[Segment, ...], rng: random.Random, *, share: float = 0.05) -> tuple[Segment, ...]:
    """The segments with that share of the blanks of running text turned into other white space."""

    def blank(_: re.Match[str]) -> str:
        return rng.choice(("\n", "\n", "\n\n", "  ", "\u00a0")) if rng.random() < share else " "

    return tuple(
        segment if segment.label else Segment(_BLANK.sub(blank, segment.text)) for segment in segments
    )


def rename(passage: Passage, inventor: Inventor, rng: random.Random, *, share: float = 0.7) -> Passage:
    """The passage with that share of its names replaced by invented ones; a name that returns is replaced
    alike.
    """
    renamed: dict[tuple[str, str], str] = {}
    segments: list[Segment] = []
    for segment in passage.segments:
        if segment.label not in LABELS:
            segments.append(segment)
            continue
        key = (segment.text, segment.label)
        if key not in renamed:
            renamed[key] = (
                inventor.name(segment.label, segment.text) if rng.random() < share else segment.text
            )
        segments.append(Segment(renamed[key], segment.label))
    return Passage(passage.source, tuple(segments))


def vary_passage(
    passage: Passage,
    inventor: Inventor,
    rng: random.Random,
    *,
    names: float = 0.35,
    case: float = 0.2,
    curls: float = 0.3,
    blanks: float = 0.2,
) -> Passage:
    """The passage, with the given probabilities under invented names, in another case, with curly
    apostrophes, reflowed.
    """
    if rng.random() < names:
        passage = rename(passage, inventor, rng)
    segments = passage.segments
    if rng.random() < case:
        kind = rng.choice(_CASES)
        segments = tuple(Segment(recase(segment.text, kind), segment.label) for segment in segments)
    if rng.random() < curls:
        segments = tuple(Segment(curl(segment.text), segment.label) for segment in segments)
    if rng.random() < blanks:
        segments = reflow(segments, rng)
    return Passage(passage.source, segments)
