"""Makes the two word tables of matching from freely licensed sources; needs numpy, which matching itself does
not.

    python -m model.matching.tables frequencies TREEBANK.conllu... ENTITIES.jsonl...
    python -m model.matching.tables related VECTORS.npz

`frequencies` counts in how many texts each stem stands: a text is a document of a treebank (CoNLL-U,
``# newdoc`` and ``# text``) or a line of a file of entities (``tokens`` and ``spaces``). `related` finds the
neighbours of words by their vectors, an .npz file with `words` and `rows` (one vector a word), such as the
distillation of a sentence encoder for single words gives. Both print the table; the ones that ship stand in
data/.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from model.matching.background import text_frequencies
from model.matching.words import stem, stop_words, words_of

#: A stem in fewer texts is not worth a line.
_FEWEST_TEXTS = 2

#: Stems in fewer texts get no neighbours: their vectors say more about their letters than about their
#: meaning.
_FEWEST_FOR_NEIGHBOURS = 3
_LEAST_COSINE = 0.46
_MOST_NEIGHBOURS = 10

#: Directions of the vectors that are kept, the first of all left out: it says how frequent a word is.
_DIRECTIONS = slice(1, 257)
_CHUNK = 1_000

_LONGEST_TEXT = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line; returns its exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", choices=("frequencies", "related"))
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    make = frequencies if options.table == "frequencies" else related
    sys.stdout.writelines(f"{line}\n" for line in make(options.files))
    return 0


def frequencies(paths: Iterable[Path]) -> Iterator[str]:
    """Lines of the table of frequencies, commonest stems first; `*` is the number of texts."""
    counts: Counter[str] = Counter()
    total = 0
    for text in (text for path in paths for text in _texts(path)):
        counts.update({word.stem for word in words_of(text, limit=_LONGEST_TEXT)})
        total += 1
    yield f"*\t{total}"
    for known, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if count >= _FEWEST_TEXTS:
            yield f"{known}\t{count}"


def related(paths: Iterable[Path]) -> Iterator[str]:
    """Lines of the table of related stems, in order; closeness is symmetric and stands in per cent."""
    near: dict[str, dict[str, int]] = defaultdict(dict)
    for path in paths:
        stems, vectors = _stem_vectors(path)
        for first in range(0, len(stems), _CHUNK):
            likeness = vectors[first : first + _CHUNK] @ vectors.T
            for row, column in zip(*np.nonzero(likeness >= _LEAST_COSINE), strict=True):
                if first + row != column:
                    near[stems[first + row]][stems[column]] = round(100 * float(likeness[row, column]))
    for known in sorted(near):
        nearest = sorted(near[known].items(), key=lambda item: (-item[1], item[0]))[:_MOST_NEIGHBOURS]
        yield f"{known}\t" + " ".join(f"{neighbour}:{closeness}" for neighbour, closeness in nearest)


def _texts(path: Path) -> Iterator[str]:
    sentences: list[str] = []
    with path.open(encoding="utf-8") as lines:
        if path.suffix == ".jsonl":
            for row in map(json.loads, filter(str.strip, lines)):
                pairs = zip(row["tokens"], row["spaces"], strict=True)
                yield "".join(token + (" " if space else "") for token, space in pairs)
            return
        for line in lines:
            if line.startswith("# newdoc") and sentences:
                yield " ".join(sentences)
                sentences = []
            elif line.startswith("# text = "):
                sentences.append(line.removeprefix("# text = ").strip())
    if sentences:
        yield " ".join(sentences)


def _stem_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """Stems that are frequent enough, and for each the mean direction of its words."""
    with np.load(path) as table:
        words: list[str] = table["words"].tolist()
        rows = table["rows"].astype(np.float32)
    rows = rows - rows.mean(axis=0)
    rows = (rows @ np.linalg.svd(rows, full_matrices=False)[2].T)[:, _DIRECTIONS]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    members: dict[str, list[int]] = defaultdict(list)
    for n, word in enumerate(words):
        if (
            word.isalpha()
            and word not in stop_words()
            and text_frequencies().get(stem(word), 0) >= _FEWEST_FOR_NEIGHBOURS
        ):
            members[stem(word)].append(n)
    stems = sorted(members)
    vectors = np.stack([rows[members[known]].mean(axis=0) for known in stems])
    return stems, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


if __name__ == "__main__":
    sys.exit(main())
