"""Static word vectors as the shipped pipeline keeps them: of lower-case words, at half precision on disk.

Importing this module registers them, so that `spacy.load` can read a pipeline that names VECTORS.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.strings import StringStore
from spacy.util import registry
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab

#: The registered name, as it stands in a pipeline's configuration.
VECTORS = "crossread.Vectors.v1"


class LowerCaseVectors(Vectors):  # type: ignore[misc]
    """Vectors that a token finds by its lower-case form; a number takes 32 bits in memory and 16 on disk."""

    data: Any

    def __init__(self, **options: Any) -> None:
        super().__init__(attr="LOWER", **options)

    def _get_cfg(self) -> dict[str, Any]:
        # spaCy writes the attribute for its other kind of vectors only, and reads ORTH where there is none.
        return {**super()._get_cfg(), "attr": self.attr}

    def to_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Write the vectors; one part in two thousand of each number is lost."""
        full = self.data
        self.data = full.astype(np.float16)
        try:
            super().to_disk(path, exclude=exclude)
        finally:
            self.data = full

    def from_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> LowerCaseVectors:
        """Read what `to_disk` wrote."""
        super().from_disk(path, exclude=exclude)
        self.data = self.data.astype(np.float32)
        return self


def _factory() -> Callable[[Vocab], LowerCaseVectors]:
    return lambda vocab: LowerCaseVectors(strings=vocab.strings)


registry.vectors(VECTORS, func=_factory)


def read_table(path: Path, strings: StringStore) -> LowerCaseVectors:
    """Read a table of vectors: an .npz file with `words`, in lower case, and `rows`, one for each word."""
    with np.load(path) as table:
        words: list[str] = table["words"].tolist()
        rows = table["rows"].astype(np.float16).astype(np.float32)
    return LowerCaseVectors(strings=strings, data=rows, keys=[strings.add(word) for word in words])
