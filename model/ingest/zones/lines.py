"""The lines of an article, each with what its zone is judged by.

A unit is a line, or a paragraph whose lines were broken at a fixed width. However long it is, only its first
and last few hundred characters are looked at, so that the cost of a text grows with its length alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.ingest.languages import function_share, words

HEAD = 800
TAIL = 300
_PARAGRAPH = 28
_WRAP_LONGEST = 100
_WRAP_SHORTEST = 40

_FINAL = re.compile(r"[.!?。！？؟।…][\"'”’»›)\]]*$")
_TRUNCATED = re.compile(r"(?:…|\.\.\.)$|\[(?:…|\.\.\.)\]$|\[\+\d+ chars\]$")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_BULLET = re.compile(r"(?:[-–—•*·▪►>]|\d{1,2}[.)])\s")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|Dr|Mr|Mrs)\.$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or wrapped paragraph), `start`..`end` in code points of the text, line ends left out.

    `head` and `tail` are its first 800 and last 300 characters with the blanks around them taken off; for all
    but the longest they are equal to, or the end of, the line. `apart` says that blank lines stand around it.
    """

    start: int
    end: int
    head: str
    tail: str
    words: tuple[str, ...]
    apart: bool

    @property
    def short(self) -> bool:
        """Whether `head` is the whole line."""
        return self.end - self.start <= HEAD

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        if not _FINAL.search(self.tail):
            return False
        # A headline may end in “the U.S.”; a line of this length is a paragraph that does.
        return self.length >= _PARAGRAPH or not _ABBREVIATED.search(self.tail)

    @property
    def truncated(self) -> bool:
        """Whether it was cut off: it ends in dots that stand for the rest."""
        return bool(_TRUNCATED.search(self.tail))

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.head))

    @property
    def length(self) -> int:
        """Its length in words; characters stand in for words where a script has no blanks between them."""
        unspaced = 0 if self.head.isascii() else len(_UNSPACED.findall(self.head))
        return len(self.words) + unspaced // 2

    def function_share(self, language: str | None) -> float:
        """The share of its words that are function words of `language`, 0..1."""
        return function_share(list(self.words), language) if language else 0.0


def read_lines(text: str) -> list[Line]:
    """The non-blank lines of `text` in order; lines of one wrapped paragraph are joined."""
    out: list[Line] = []
    for group in _groups(text):
        if _wrapped(text, group):
            out.append(_line(text, group[0][0], group[-1][1], apart=True))
        else:
            apart = len(group) == 1
            out += [_line(text, start, end, apart=apart) for start, end in group]
    return out


def _line(text: str, start: int, end: int, *, apart: bool) -> Line:
    head = text[start : min(end, start + HEAD)].strip().replace("\n", " ")
    tail = text[max(start, end - TAIL) : end].strip().replace("\n", " ")
    return Line(start, end, head, tail, tuple(words(head)), apart)


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of non-blank lines with no blank line between them, each line as (start, end)."""
    group: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not text[start:end].strip():
            if group:
                yield group
            group = []
        else:
            group.append((start, end))
        start = end + 1
    if group:
        yield group


def _wrapped(text: str, group: list[tuple[int, int]]) -> bool:
    """Whether the lines are one paragraph, broken at a width.

    Its inner lines are then of about one length and seldom end where a sentence does.
    """
    inner = group[:-1]
    if not inner:
        return False
    lengths = [end - start for start, end in inner]
    widest = max(lengths)
    if not _WRAP_SHORTEST <= widest <= _WRAP_LONGEST or min(lengths) < 0.6 * widest:
        return False
    if group[-1][1] - group[-1][0] > widest + 8:
        return False
    if any(_BULLET.match(text[start : start + 4]) for start, _ in group):
        return False
    broken = sum(not _FINAL.search(text[start:end]) for start, end in inner)
    continued = sum(text[start : start + 1].islower() for start, _ in group[1:])
    return broken >= 0.7 * len(inner) and continued >= 0.4 * len(inner)
