"""Names of people taken apart: titles and roles off, particles joined, fathers' names marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.actors.names.fold import LONGEST, Word, is_alphabetic, words
from model.actors.names.lexicon import lexicon

#: Words of a name that are compared; a longer run is a list or damage.
MOST_WORDS = 12

_COMMA = re.compile(r"^\s*([^,]+),\s*([^,]+)$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in folded words, given name first.

    `fathers` are the positions of words that stand after bin, ibn or ben. `title` is what was stripped, as
    written before the name (folded), `alphabetic` whether the script of the original writes its vowels.
    """

    words: tuple[str, ...]
    fathers: frozenset[int]
    title: str
    alphabetic: bool
    capitals: frozenset[int] = frozenset()

    @property
    def family(self) -> str:
        """The last word, which in most names is the family's."""
        return self.words[-1] if self.words else ""

    @property
    def key(self) -> str:
        """The words as one string: equal for spellings that differ in titles, particles and marks only."""
        return " ".join(self.words)


@lru_cache(maxsize=65536)
def parse_person(text: str) -> PersonName:
    """The name in `text`: of nothing but titles the last word, of empty text no word at all."""
    surname_first = _COMMA.match(text[:LONGEST])
    ordered = text
    if surname_first and not _is_suffix(surname_first[2]):
        ordered = f"{surname_first[2]} {surname_first[1]}"
    found = list(words(ordered))
    start = _after_titles(found)
    title = " ".join(word.text for word in found[:start])
    name = _without_suffixes(found[start:])
    joined, fathers = _joined(name)
    kept = joined[:MOST_WORDS]
    return PersonName(
        words=tuple(word.text for word in kept),
        fathers=frozenset(place for place in fathers if place < len(kept)),
        title=title,
        alphabetic=is_alphabetic(text),
        capitals=frozenset(place for place, word in enumerate(kept) if word.upper),
    )


def strip_title(text: str) -> tuple[str, str]:
    """`text` as (title, name), both as written: (“Prime Minister”, “Ana Ruiz”)."""
    pieces = text.split()
    folded = [(words(piece) or (Word("", False, False),))[0] for piece in pieces]
    start = _after_titles(folded)
    return " ".join(pieces[:start]), " ".join(pieces[start:])


def _after_titles(found: Sequence[Word]) -> int:
    """How many words at the front are titles or stand among them (“Peruvian”, “FBI”, “of”); one remains."""
    lists = lexicon()
    shouting = all(word.upper for word in found)
    start = 0
    for place, word in enumerate(found[:-1]):
        left = sum(after.text not in lists.articles for after in found[place + 1 :])
        if word.text in lists.titles and (left >= 2 or word.text not in lists.doubtful):
            start = place + 1
        elif not (word.text in lists.states or word.text in lists.modifiers or _is_office(word, shouting)):
            break
    return start


def _is_office(word: Word, shouting: bool) -> bool:
    """Whether the word may belong to a title though it is none: an acronym or a lower-case word."""
    return not shouting and ((word.upper and 2 <= len(word.text) <= 5) or not word.capital)


def _is_suffix(text: str) -> bool:
    found = words(text)
    return all(word.text in lexicon().suffixes or (word.text,) in lexicon().legal for word in found)


def _without_suffixes(found: Sequence[Word]) -> list[Word]:
    lists = lexicon()
    kept = list(found)
    while len(kept) > 2 and (kept[-1].text in lists.suffixes or _is_business(kept[-1].text)):
        kept.pop()
    return kept


def _is_business(word: str) -> bool:
    # “Nicolás Maduro SA”: register entries add legal forms to people. Of the short ones only those no name
    # ends in.
    return (word,) in lexicon().legal and word in {
        "sa",
        "llc",
        "ltd",
        "inc",
        "gmbh",
        "srl",
        "plc",
        "corp",
        "limited",
    }


def _joined(found: Sequence[Word]) -> tuple[list[Word], set[int]]:
    """Particles dropped or joined to the word they belong to, and where fathers' names stand."""
    lists = lexicon()
    out: list[Word] = []
    fathers: set[int] = set()
    father = False
    place = 0
    while place < len(found):
        word = found[place]
        rest = found[place + 1 :]
        if word.text in lists.patronymic and rest and (place or len(rest) > 1):
            father = bool(out)
            place += 1
            continue
        if word.text in lists.servant and rest:
            skip = 1 if rest[0].text in lists.articles and len(rest) > 1 else 0
            word = Word(f"abdul{_bare(rest[skip].text)}", False, True)
            place += 1 + skip
        elif word.text in lists.kunya and rest:
            skip = 1 if rest[0].text in lists.articles and len(rest) > 1 else 0
            word = Word(lists.kunya[word.text] + rest[skip].text, False, True)
            place += 1 + skip
        elif word.text in lists.articles and rest:
            if rest[0].text in lists.completing and out:
                place += 1
                out[-1] = Word(out[-1].text + "al" + rest[0].text, False, True)
            place += 1
            continue
        elif word.text in lists.nobiliary and rest and out:
            place += 1
            continue
        if father:
            fathers.add(len(out))
            father = False
        out.append(word)
        place += 1
    return _without_repeats(out, fathers)


def _bare(word: str) -> str:
    # The article written onto the word it belongs to: Abd-alkarim.
    return word[2:] if word.startswith(("al", "el")) and len(word) > 5 else word


def _without_repeats(out: list[Word], fathers: set[int]) -> tuple[list[Word], set[int]]:
    # “Sergey Sergey Shoigu” is a slip; fathers and sons do share names further on, and so do short syllables.
    if len(out) > 2 and out[0].text == out[1].text and len(out[0].text) > 5:
        return out[1:], {place - 1 for place in fathers if place > 0}
    return out, fathers
