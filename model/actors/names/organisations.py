"""Names of organisations, places and peoples taken apart: head words, legal forms, numbers, states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from model.actors.names.fold import LONGEST, is_alphabetic, words
from model.actors.names.lexicon import lexicon

MOST_WORDS = 24

_BRACKETS = re.compile(r"\(([^()]*)\)")
#: A head word written together with the word for God: Ansarullah, Hizbullah.
_DIVINE = re.compile(r"^([a-z]{4,})[aou]ll?ah?$")
_ROMAN = re.compile(r"^(?:x{0,3})(?:ix|iv|v?i{0,3})$")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A name in canonical words: one for all synonyms of a head word, the state for its people.

    `heads` are the canonical head words among `words`, `states` the states named, `legal` the classes of
    its legal forms, `numbers` its numbers in order, `aside` the words that stood in brackets, `acronym` the
    capitals of a name that is one.
    """

    words: tuple[str, ...]
    heads: frozenset[str]
    states: frozenset[str]
    legal: frozenset[str]
    numbers: tuple[str, ...]
    aside: tuple[str, ...]
    acronym: str | None
    alphabetic: bool

    @property
    def key(self) -> str:
        """The words and numbers as one string."""
        return " ".join((*self.words, *self.numbers))


@lru_cache(maxsize=65536)
def parse_organisation(text: str) -> OrganisationName:
    """The name in `text`. A name of empty words only keeps them."""
    text = text[:LONGEST]
    aside = " ".join(_BRACKETS.findall(text))
    main = _BRACKETS.sub(" ", text) if _BRACKETS.sub("", text).strip() else text
    plain = words(main)
    named, legal = _without_legal_forms([word.text for word in plain])
    canonical, numbers = _canonical(named)
    shown = [word for word in plain if word.text not in lexicon().empty]
    acronym = None
    if len(shown) == 1 and shown[0].upper and 2 <= len(shown[0].text) <= 8 and shown[0].text.isalpha():
        acronym = shown[0].text
    bracketed, in_brackets = _without_legal_forms([word.text for word in words(aside)])
    return OrganisationName(
        words=tuple(canonical[:MOST_WORDS]),
        heads=frozenset(word for word in canonical if word in lexicon().head_names),
        states=frozenset(word for word in canonical if word in lexicon().state_names),
        legal=frozenset(legal | in_brackets),
        numbers=tuple(numbers),
        aside=tuple(_canonical(bracketed)[0]),
        acronym=acronym,
        alphabetic=is_alphabetic(text),
    )


def initials(text: str) -> frozenset[str]:
    """The acronyms that `text` may have, with and without its small words; lower-case, two letters up."""
    every = [word.text for word in words(text)]
    full = [word for word in every if word not in lexicon().empty]
    named, _ = _without_legal_forms(full)
    made = {"".join(word[0] for word in run) for run in (every, full, named)}
    return frozenset(acronym for acronym in made if len(acronym) >= 2)


def _without_legal_forms(named: Sequence[str]) -> tuple[list[str], set[str]]:
    """`named` less the legal forms at its ends, and their classes. Something is always left."""
    legal = lexicon().legal
    kept, classes = list(named), set[str]()
    changed = True
    while changed:
        changed = False
        for size in range(min(5, len(kept) - 1), 0, -1):
            for run in (slice(len(kept) - size, None), slice(0, size)):
                form = tuple(kept[run])
                # At the front only forms that are no word of a name: OOO, JSC, limited liability company.
                if form in legal and (run.stop is None or legal[form] != "open"):
                    classes.add(legal[form])
                    del kept[run]
                    changed = True
                    break
            if changed:
                break
    return kept, classes


def _canonical(named: Sequence[str]) -> tuple[list[str], list[str]]:
    lists = lexicon()
    out: list[str] = []
    numbers: list[str] = []
    tens = 0
    for place, word in enumerate(named):
        if word in lists.tens:
            tens = lists.tens[word]
            numbers.append(str(tens))
            continue
        number = _number(word, place)
        if number is not None:
            if tens and len(number) == 1:
                numbers[-1] = str(tens + int(number))
            else:
                numbers.append(number)
            tens = 0
            continue
        tens = 0
        pair = f"{word} {named[place + 1]}" if place + 1 < len(named) else ""
        if word in lists.empty:
            continue
        divine = _DIVINE.match(word)
        if divine and divine[1] in lists.heads:
            out += [_plain(divine[1]), "allah"]
            continue
        if pair in lists.states:
            out.append(lists.states[pair])
        elif not (place and f"{named[place - 1]} {word}" in lists.states):
            out.append(_plain(word))
    return out or [_plain(word) for word in named if word not in numbers], numbers


def _plain(word: str) -> str:
    lists = lexicon()
    spelt = lists.spelling.get(word, word)
    spelt = lists.heads.get(spelt, spelt)
    return lists.states.get(spelt, lists.peoples.get(spelt, spelt))


def _number(word: str, place: int) -> str | None:
    if any(letter.isdigit() for letter in word):
        return word
    if word in lexicon().numbers:
        return lexicon().numbers[word]
    # “I” may open a name as a pronoun, “V” may be an initial: a Roman numeral stands after something.
    if (place and word and _ROMAN.match(word) and word not in ("i",)) or (place and word == "i"):
        return str(_roman(word))
    return None


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    return sum(-v if any(later > v for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
