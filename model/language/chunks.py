"""An article cut into Docs small enough for the statistical components, and put together again.

Tagger, parser and entity recogniser see a paragraph at a time: memory stays bounded, and a caption never
lends its words to the paragraph after it. The layers over them see one Doc of the whole article whose text is
the article's, so that every token's `idx` is an offset into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from model.records import Sentence

#: A paragraph is cut between sentences beyond this many code points, a sentence within itself beyond the
#: second.
LONGEST_CHUNK = 2_000
LONGEST_STRETCH = 20_000

#: Blocks that are not read: their language is not the pipeline's.
UNREAD = frozenset({"other_language"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """Code points start..end of an article, the sentences that begin there, and whether it is read."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    read: bool


def chunks_of(text: str, sentences: Sequence[Sentence]) -> Iterator[Chunk]:
    """Chunks that tile `text`; each begins with a sentence, but for what stands before the first one."""
    position = 0
    for group in _groups(text, sentences):
        if group[0].start > position:
            yield Chunk(position, group[0].start, (), read=False)
        position = group[-1].end
        read = group[0].block not in UNREAD
        if position - group[0].start <= LONGEST_STRETCH:
            yield Chunk(group[0].start, position, group, read)
            continue
        for start, end in _stretches(text, group[0].start, position):
            yield Chunk(start, end, group if start == group[0].start else (), read)
    if position < len(text):
        yield Chunk(position, len(text), (), read=False)


def _groups(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (
            sentence.block != group[-1].block
            or sentence.end - group[0].start > LONGEST_CHUNK
            or "\n" in text[group[-1].end : sentence.start]
        ):
            yield tuple(group)
            group = []
        group.append(sentence)
    if group:
        yield tuple(group)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of one endless sentence, cut after white space where there is some."""
    while end - start > LONGEST_STRETCH:
        cut = (
            max(
                text.rfind(" ", start, start + LONGEST_STRETCH),
                text.rfind("\n", start, start + LONGEST_STRETCH),
            )
            + 1
        )
        cut = cut if cut > start else start + LONGEST_STRETCH
        yield start, cut
        start = cut
    yield start, end


def tokenise(nlp: Language, text: str, chunk: Chunk) -> Doc:
    """The Doc of a chunk with its sentence boundaries set; no token reaches over one."""
    doc = nlp.tokenizer(text[chunk.start : chunk.end])
    begins = {sentence.start - chunk.start for sentence in chunk.sentences}
    if _mark_starts(doc, begins) < len(begins):
        _cut_tokens(doc, begins - {token.idx for token in doc})
        _mark_starts(doc, begins)
    return doc


def _mark_starts(doc: Doc, begins: set[int]) -> int:
    """Set where sentences begin, and return how many of `begins` fall on the beginning of a token."""
    starts = [token.idx in begins for token in doc]
    # At once: setting a token's mark looks at all other tokens.
    marks = np.where(starts, 1, -1).astype(np.int64).view(np.uint64)
    # spaCy's stub knows arrays of several attributes only.
    doc.from_array("SENT_START", marks)  # type: ignore[arg-type]
    return sum(starts)


def _cut_tokens(doc: Doc, cuts: set[int]) -> None:
    """Split each token of `doc` in which one of the offsets `cuts` lies."""
    with doc.retokenize() as retokenizer:
        for token in doc:
            inner = sorted(cut - token.idx for cut in cuts if token.idx < cut < token.idx + len(token))
            if inner:
                ends = [*inner, len(token)]
                parts = [token.text[a:b] for a, b in zip([0, *inner], ends, strict=True)]
                retokenizer.split(token, parts, heads=[(token, n) for n in range(len(parts))])


def merged(docs: Sequence[Doc], nlp: Language) -> Doc:
    """One Doc of all chunks; its text is their texts put together."""
    filled = [doc for doc in docs if len(doc)]
    if not filled:
        return Doc(nlp.vocab)
    # spaCy's stub does not know the parameter; the tensors of read and unread chunks do not fit together.
    whole = Doc.from_docs(filled, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]
    assert whole is not None
    return whole
