"""Training data: treebanks (CoNLL-U) and named entities (JSON lines), read into samples that can be varied.

A sample is a short passage of a few sentences. Two kinds, because two annotations vary in two ways: a `Tree`
is words with their syntax, which keeps its length when its letters change; a `Passage` is stretches of text,
each a name or not, in which a name can be replaced by another of any length.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from model.pipelines.invent import peoples

#: The labels of names that are learnt. Works, events and products are marked in too few of the sources.
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP")

#: A stretch that may or may not be a name: nothing is learnt from it.
UNKNOWN = "?"

#: Words in one sample: enough for the parser to learn where sentences end.
SAMPLE_WORDS = 120


@dataclass(frozen=True, slots=True)
class Word:
    """One row of a treebank. `head` is an index into the words of the sample; a root is its own head."""

    text: str
    space: bool
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    starts_sentence: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A passage of a treebank."""

    words: tuple[Word, ...]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and its label: one of LABELS, UNKNOWN, or None for running text."""

    text: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its names; the segments put together are its text."""

    source: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The text of the passage."""
        return "".join(segment.text for segment in self.segments)

    def __len__(self) -> int:
        return self.text.count(" ") + 1


def read_trees(path: Path, sample_words: int = SAMPLE_WORDS) -> Iterator[Tree]:
    """Read a CoNLL-U file into passages of about `sample_words` words that never cross a document."""
    passage: list[Word] = []
    for starts_document, sentence in _sentences(path):
        if passage and (starts_document or len(passage) + len(sentence) > sample_words):
            yield Tree(tuple(passage))
            passage = []
        offset = len(passage)
        passage += [replace(word, head=word.head + offset) for word in sentence]
    if passage:
        yield Tree(tuple(passage))


def _sentences(path: Path) -> Iterator[tuple[bool, list[Word]]]:
    """Each sentence of the file, with whether it is the first of its document."""
    starts_document = False
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        starts_document |= any(line.startswith("# newdoc") for line in lines)
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if rows:
            yield starts_document, _words(rows)
            starts_document = False


def _words(rows: list[list[str]]) -> list[Word]:
    """The syntactic words of one sentence; those of one written word (`don't`) have no space between them."""
    words: list[Word] = []
    inside_until, space_after = 0, True
    for row in rows:
        number, form, lemma, pos, tag, morph, head, dep, _, misc = row
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            inside_until, space_after = int(number.split("-")[1]), space
            continue
        if "." in number:
            continue
        n = int(number)
        if n <= inside_until:
            space = space_after if n == inside_until else False
        words.append(
            Word(
                text=form,
                space=space,
                lemma=lemma,
                pos=pos,
                tag=tag,
                morph="" if morph == "_" else morph,
                head=n - 1 if head == "0" else int(head) - 1,
                dep="ROOT" if head == "0" else dep,
                starts_sentence=n == 1,
            )
        )
    return words


def read_passages(path: Path, sources: Iterable[str] | None = None) -> Iterator[tuple[str, Passage]]:
    """Read named entities, one passage a line, each with its split (train or dev).

    Labels outside LABELS count as running text. User names and hashtags, which the sources treat in
    different ways, are UNKNOWN.
    """
    wanted = None if sources is None else set(sources)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if wanted is None or record["source"] in wanted:
                yield record["split"], _passage(record)


def _passage(record: dict[str, Any]) -> Passage:
    # A quotation mark quoted for a spreadsheet, as one of the sources has it.
    tokens = [token.replace("'\"'", '"') for token in record["tokens"]]
    blanks = [" " if space else "" for space in record["spaces"]]
    segments: list[Segment] = []
    position = 0
    for start, end, label in sorted(record["entities"]):
        if label not in LABELS or start < position:
            continue
        segments += [
            Segment(_join(tokens[position:start], blanks[position:start])),
            Segment(
                _join(tokens[start:end], [*blanks[start : end - 1], ""]), _label(tokens, start, end, label)
            ),
            Segment(blanks[end - 1]),
        ]
        position = end
    segments.append(Segment(_join(tokens[position:], blanks[position:])))
    return Passage(record["source"], tuple(segment for segment in segments if segment.text))


def _label(tokens: list[str], start: int, end: int, label: str) -> str:
    if tokens[start].startswith(("@", "#")) or (start > 0 and tokens[start - 1] in ("@", "#")):
        return UNKNOWN
    # One of the sources takes "Americans" for persons.
    return "NORP" if label == "PERSON" and " ".join(tokens[start:end]) in peoples() else label


def _join(tokens: list[str], blanks: list[str]) -> str:
    return "".join(token + blank for token, blank in zip(tokens, blanks, strict=True))


def tree_example(nlp: Language, tree: Tree) -> Example:
    """What the parser, tagger and lemmatizer learn from: the text as `nlp` cuts it, beside its syntax."""
    text = "".join(word.text + " " * word.space for word in tree.words)
    predicted = nlp.make_doc(text)
    words = _merged(tree.words, predicted)
    reference = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
        sent_starts=[word.starts_sentence for word in words],
    )
    return Example(predicted, reference)


def _merged(words: tuple[Word, ...], doc: Doc) -> list[Word]:
    """Make one word of those that the tokenizer keeps together."""
    ends = {token.idx + len(token) for token in doc}
    groups: list[list[int]] = [[]]
    position = 0
    for i, word in enumerate(words):
        groups[-1].append(i)
        position += len(word.text)
        if position in ends or word.space:
            groups.append([])
        position += word.space
    groups = [group for group in groups if group]
    new_index = {i: n for n, group in enumerate(groups) for i in group}
    return [_merge(words, group, new_index) for group in groups]


def _merge(words: tuple[Word, ...], group: list[int], new_index: dict[int, int]) -> Word:
    """One word for the group; it takes the place in the tree of the group's word nearest to the root."""
    top = min(group, key=lambda i: _depth(words, i)) if len(group) > 1 else group[0]
    return replace(
        words[top],
        text="".join(words[i].text for i in group),
        lemma="".join(words[i].lemma for i in group),
        space=words[group[-1]].space,
        head=new_index[words[top].head],
        starts_sentence=words[group[0]].starts_sentence,
    )


def _depth(words: tuple[Word, ...], i: int) -> int:
    depth = 0
    while words[i].head != i:
        i, depth = words[i].head, depth + 1
    return depth


def passage_example(nlp: Language, passage: Passage) -> Example:
    """What the recogniser of names learns from. A name that ends inside a token takes the whole token."""
    predicted = nlp.make_doc(passage.text)
    reference = predicted.copy()
    known: list[Span] = []
    unknown: list[Span] = []
    position = 0
    for segment in passage.segments:
        end = position + len(segment.text)
        if segment.label is not None:
            label = "" if segment.label == UNKNOWN else segment.label
            span = reference.char_span(position, end, label, alignment_mode="expand")
            if span is not None:
                (known if label else unknown).append(span)
        position = end
    reference.set_ents(filter_spans(known), default="outside")
    taken = {token.i for token in reference if token.ent_type_}
    missing = [span for span in filter_spans(unknown) if taken.isdisjoint(range(span.start, span.end))]
    reference.set_ents(list(reference.ents), missing=missing, default="outside")
    return Example(predicted, reference)
