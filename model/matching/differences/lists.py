"""Lists that name other things: “including drones and missiles” against “including missiles and mines”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from model.matching.align import Answers
from model.matching.differences.comparison import CLOSE_WORDS, Comparison, cited
from model.matching.profile import Profile
from model.matching.words import Word, word_list
from model.records import Difference, Span

#: An item is a noun with what stands before it; where a longer one comes, the list was over.
_LONGEST_ITEM = 6
_MOST_ITEMS = 12

#: With one of these the sentence goes on after the list.
_VERBS = frozenset(
    {"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "who", "which", "that"}
)

_ENDS = re.compile(r"[.;:()“”\"–—]")
_BETWEEN = re.compile(r",|\b(?:and|or|as well as)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _List:
    """A list of a passage: where it stands, and the content stems of each item."""

    span: Span
    items: tuple[frozenset[str], ...]


def lists(pair: Comparison) -> Iterator[Difference]:
    """At most one difference: two lists with an item in common, each with an item that the other side does
    not tell.
    """
    for mine, theirs in product(_lists(pair.a), _lists(pair.b)):
        if (
            any(_same(x, y, pair.of_a) for x in mine.items for y in theirs.items)
            and _has_its_own(mine, theirs, pair.of_a)
            and _has_its_own(theirs, mine, pair.of_b)
        ):
            why = f"{cited(pair.a, mine.span)} against {cited(pair.b, theirs.span)}"
            yield Difference("scope", mine.span, theirs.span, why)
            return


def _has_its_own(one: _List, other: _List, answers: Answers) -> bool:
    """Whether an item of `one` is none of the other's, nor told elsewhere on the other side."""
    return any(
        not any(_same(item, theirs, answers) for theirs in other.items)
        and any(stem not in answers for stem in item)
        for item in one.items
    )


def _same(one: frozenset[str], other: frozenset[str], answers: Answers) -> bool:
    found = (answers.get(stem, (None, 0.0)) for stem in one)
    return any(
        closeness >= CLOSE_WORDS and (answer is None or answer in other) for answer, closeness in found
    )


def _lists(profile: Profile) -> Iterator[_List]:
    for n, word in enumerate(profile.words[:-1]):
        if word.form in _openers():
            rest = profile.text[word.end - profile.offset :]
            end = _ENDS.search(rest)
            found = _items(profile.words[n + 1 :], rest[: end.start()] if end else rest, word.end)
            if len(found) > 1:
                last = max(w.end for item in found for w in item)
                items = tuple(frozenset(w.stem for w in item) for item in found)
                yield _List(Span(found[0][0].start, last), items)


def _items(words: tuple[Word, ...], text: str, offset: int) -> list[list[Word]]:
    """The content words of each item of a list whose text begins at `offset` of the article."""
    cuts = [offset, *(offset + match.start() for match in _BETWEEN.finditer(text)), offset + len(text)]
    found: list[list[Word]] = []
    for start, end in pairwise(cuts):
        inside = [word for word in words if start <= word.start and word.end <= end]
        content = [word for word in inside if word.content]
        told = any(word.form in _VERBS for word in inside)
        if told or len(inside) > _LONGEST_ITEM or len(found) == _MOST_ITEMS:
            break
        if content:
            found.append(content)
    return found


@cache
def _openers() -> frozenset[str]:
    return frozenset(word_list("quantifiers")["list_openers"])
