"""Make the table of static vectors from a sentence encoder: `python -m model.pipelines.distil --help`.

The encoder is any BERT-like model with an uncased WordPiece vocabulary; the shipped table comes from
all-MiniLM-L6-v2. A word's vector is what the encoder makes of it alone, at three depths: its input
embedding knows spelling and syntax best, its output meaning. Each depth is reduced by principal components
and scaled to weigh as its number of dimensions.

Needs torch and transformers, which nothing else of the project does.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch  # type: ignore[import-not-found]
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer  # type: ignore[import-not-found]

#: Depths at which the encoder is read, and the dimensions kept of each.
DEPTHS = {"input": 32, "third layer": 16, "output": 16}

#: How often a word must occur in the training data to be taken in addition to the encoder's own words.
LEAST_COUNT = 4

_BATCH = 256
_OWN_WORD = re.compile(r"[a-zà-ɏ'’]+|[0-9]{1,4}|[^\w\s]")
_DATA_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def words_to_encode(vocabulary: dict[str, int], data: Path) -> list[str]:
    """The encoder's whole words, the common ones first, then the frequent words of the training data."""
    own = [
        word for word, _ in sorted(vocabulary.items(), key=lambda item: item[1]) if _OWN_WORD.fullmatch(word)
    ]
    counts = Counter(_data_words(data))
    frequent = [word for word, n in counts.most_common() if n >= LEAST_COUNT and _DATA_WORD.fullmatch(word)]
    return list(dict.fromkeys([*own, *frequent]))


def _data_words(data: Path) -> Iterator[str]:
    for line in (data / "ner.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (token.lower() for token in json.loads(line)["tokens"])
    for treebank in ("ud_ewt_train.conllu", "ud_gum_train.conllu"):
        for line in (data / treebank).read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if columns[0].isdigit():
                yield columns[1].lower()


def encode(encoder: Path, words: Sequence[str]) -> list[NDArray[np.float64]]:
    """For each of DEPTHS an array of a row for each word, as wide as the encoder."""
    tokenizer, model = AutoTokenizer.from_pretrained(encoder), AutoModel.from_pretrained(encoder).eval()
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    tables = [np.zeros((len(words), model.config.hidden_size)) for _ in DEPTHS]
    with torch.no_grad():
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            batch = tokenizer([words[i] for i in rows], return_tensors="pt", padding=True)
            states = model(**batch, output_hidden_states=True)
            everything = batch["attention_mask"].float()
            pieces = everything.clone()
            pieces[:, 0] = 0
            pieces[torch.arange(len(rows)), batch["attention_mask"].sum(1) - 1] = 0
            layers = (
                (model.embeddings.word_embeddings(batch["input_ids"]), pieces),
                (states.hidden_states[3], pieces),
                (states.last_hidden_state, everything),
            )
            for table, (layer, mask) in zip(tables, layers, strict=True):
                mean = (layer * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
                table[rows] = mean.numpy()
    return tables


def reduce(tables: Sequence[NDArray[np.float64]]) -> NDArray[np.float16]:
    """The principal components of each table, side by side, with a standard deviation of one over all."""
    blocks = []
    for table, dimensions in zip(tables, DEPTHS.values(), strict=True):
        left, singular, _ = np.linalg.svd(table - table.mean(0), full_matrices=False)
        block = left[:, :dimensions] * singular[:dimensions]
        blocks.append(block / np.linalg.norm(block, axis=1).mean() * np.sqrt(dimensions))
    rows = np.hstack(blocks)
    scaled: NDArray[np.float16] = (rows / rows.std()).astype(np.float16)
    return scaled


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m model.pipelines.distil", description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True, help="directory of the encoder")
    parser.add_argument("--data", type=Path, required=True, help="directory of the training data")
    parser.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    options = parser.parse_args(arguments)
    vocabulary: dict[str, int] = AutoTokenizer.from_pretrained(options.encoder).vocab
    words = words_to_encode(vocabulary, options.data)
    np.savez_compressed(options.out, rows=reduce(encode(options.encoder, words)), words=np.array(words))


if __name__ == "__main__":
    main()
