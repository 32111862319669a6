"""A document's words as plain columns, so that the layers over the model cost little for each word.

Indices are token indices of the Doc; `end` of a span of tokens is exclusive. `start` and `stop` of a word are
code points of the article's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc

from model.records import Sentence

Casing = Literal["running", "title", "upper", "lower"]

_MARKS = "'’‘`´ʼʻʿʾ′.-‐‑\u200b\u200c\u200d\ufeff\u00ad"
_DROPPED = str.maketrans("", "", _MARKS)
_ARTICLE_NAME = re.compile(r"(?:[aeu]l|a[dnrstz]|as?sh|ad?dh|ath)[-‐‑–]['’‘ʿ]?[^\W\d_]", re.IGNORECASE)
POSSESSIVES = frozenset({"'s", "’s", "‘s", "'S", "’S", "'", "’"})


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`word` without case, accents, apostrophes, full stops and hyphens: what two spellings of it share."""
    if word.isascii():
        return word.translate(_DROPPED).lower()
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", word.translate(_DROPPED)) if not unicodedata.combining(c)
    )
    return plain.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")


@dataclass(frozen=True, slots=True)
class Words:
    """Columns over the tokens of one article.

    `sentence[i]` is the index of the sentence that token i stands in (-1 between sentences), `casing` is by
    sentence, `first` holds the token index at which each sentence begins, `capital[i]` says whether token i
    begins with a capital letter.
    """

    text: Sequence[str]
    folded: Sequence[str]
    tag: Sequence[str]
    start: Sequence[int]
    capital: Sequence[bool]
    sentence: Sequence[int]
    first: Sequence[int]
    casing: Sequence[Casing]

    def __len__(self) -> int:
        return len(self.text)

    def stop(self, index: int) -> int:
        """Where the word ends in the article's text."""
        return self.start[index] + len(self.text[index])

    def surface(self, start: int, end: int) -> tuple[str, ...]:
        """Folded words of tokens start..end without those that fold to nothing (hyphens, apostrophes)."""
        return tuple(word for word in self.folded[start:end] if word)

    def casing_of(self, index: int) -> Casing:
        """How capitals are used in the sentence of token `index`."""
        sentence = self.sentence[index]
        return self.casing[sentence] if sentence >= 0 else "running"

    def opens_sentence(self, index: int) -> bool:
        """Whether only marks stand between the beginning of the sentence and token `index`."""
        sentence = self.sentence[index]
        if sentence < 0:
            return True
        return not any(self.text[i][0].isalnum() for i in range(max(self.first[sentence], index - 6), index))

    def same_sentence(self, start: int, end: int) -> bool:
        """Whether tokens start..end all stand in one sentence."""
        return 0 <= start < end <= len(self) and self.sentence[start] == self.sentence[end - 1] >= 0


def words_of(doc: Doc, sentences: Sequence[Sentence]) -> Words:
    """The columns of `doc`, whose text is the article's and whose sentences are given in reading order."""
    texts, starts, tags = [], [], []
    for token in doc:
        texts.append(token.text)
        starts.append(token.idx)
        tags.append(token.tag_)
    sentence = [-1] * len(texts)
    first: list[int] = []
    casing: list[Casing] = []
    i = 0
    for n, record in enumerate(sentences):
        while i < len(texts) and starts[i] < record.start:
            i += 1
        first.append(i)
        while i < len(texts) and starts[i] < record.end:
            sentence[i] = n
            i += 1
        casing.append(casing_of(texts[first[n] : i]))
    return Words(
        text=texts,
        folded=[fold(text) for text in texts],
        tag=tags,
        start=starts,
        capital=[_is_capital(text) for text in texts],
        sentence=sentence,
        first=first,
        casing=casing,
    )


def _is_capital(text: str) -> bool:
    """Whether the word is written as a name: with a capital, if need be after an apostrophe or an article."""
    if text[0].isupper():
        return True
    if len(text) < 2:
        return False
    return (text[0] in "‘'’ʿ" and text[1].isupper()) or (
        _ARTICLE_NAME.match(text) is not None and text[3:4] != ""
    )


def casing_of(texts: Sequence[str]) -> Casing:
    """How a sentence of these words uses capitals: as running text, as a headline, or not at all."""
    letters = [text for text in texts if text[0].isalpha()]
    if not any(text[0].isupper() for text in letters):
        return "lower" if len(letters) > 2 else "running"
    longest = max(map(len, letters))
    if len(letters) > 1 and longest > 3 and sum(map(str.isupper, letters)) >= 0.85 * len(letters):
        return "upper"
    return "title" if _is_headline(letters, ends=texts[-1] == ".") else "running"


def _is_headline(letters: Sequence[str], *, ends: bool) -> bool:
    """Whether all words of weight have a capital; before a full stop (`ends`) all words must have it."""
    weighty = letters if ends else [text for text in letters if len(text) > 4]
    return (
        len(letters) > 4 and len(weighty) > 2 and sum(t[0].isupper() for t in weighty) >= 0.9 * len(weighty)
    )
