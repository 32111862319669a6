"""The words that report: verbs with the complements they take, nouns and set phrases.

The words stand in `model/language/data/reporting.toml` as lemmas; their inflected forms are made here, so
that cues are found by a look-up of the word as written, whatever the tagger makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from model.language.claims.syntax import word_set
from model.language.wordlists import word_list

Kind = Literal["speech", "directive", "commitment", "stance", "belief", "evidence"]
Form = Literal["base", "third", "past", "participle", "gerund"]

KINDS: tuple[Kind, ...] = ("speech", "directive", "commitment", "stance", "belief", "evidence")
_PLAIN_FRAMES = ("clause", "quotation", "object", "infinitive", "recipient")
_VOWELS = "aeiou"
# Verbs of several syllables that are stressed on the last one, or end in -l in British spelling, and so
# double it.
_DOUBLING = word_set(
    """
    admit commit rebut submit permit refer infer defer confer label dispel signal pencil
    """
)


@dataclass(slots=True)
class Verb:
    """A reporting verb. `frames` maps a complement it can take to the kinds of report it makes with it.

    `particles` are the words after the verb that belong to it ("point out"), `prepositions` those before
    what is reported ("call for").
    """

    lemma: str
    particles: tuple[str, ...] = ()
    frames: dict[str, Kind] = field(default_factory=dict)
    prepositions: dict[str, Kind] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """The kind it is listed under first."""
        return next(iter((*self.frames.values(), *self.prepositions.values())))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word as written: a form of a verb."""

    verb: Verb
    forms: frozenset[Form]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything looked up while claims are read. Keys are lower case."""

    verbs: dict[str, tuple[Reading, ...]]
    clause_nouns: frozenset[str]
    according: dict[str, tuple[tuple[str, ...], ...]]


@cache
def lexicon() -> Lexicon:
    """The reporting words that ship."""
    table = word_list("reporting")
    verbs = _verbs(table)
    return Lexicon(
        verbs=_by_form(verbs),
        clause_nouns=frozenset(_with_plurals(table["nouns"]["clause"].split())),
        according=_by_first_word(table["phrases"]["according"].split()),
    )


def _by_first_word(entries: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in entries:
        phrase = tuple(entry.split("_"))
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _verbs(table: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[Verb, tuple[str, ...]]]:
    """Lemma → verb and the irregular forms given with it."""
    known: dict[str, tuple[Verb, tuple[str, ...]]] = {}
    for kind in KINDS:
        for frame, entries in table[kind].items():
            for entry in entries.split():
                head, _, prepositions = entry.partition(":")
                lemma, *irregular = head.split("/")
                verb, forms = known.get(lemma, (None, ()))
                if verb is None:
                    verb = Verb(lemma, particles=tuple(lemma.split("_")[1:]))
                known[lemma] = (verb, tuple(irregular) or forms)
                if frame in _PLAIN_FRAMES:
                    verb.frames.setdefault(frame, kind)
                for preposition in filter(None, prepositions.split(",")):
                    verb.prepositions.setdefault(preposition, kind)
    return known


def _by_form(verbs: dict[str, tuple[Verb, tuple[str, ...]]]) -> dict[str, tuple[Reading, ...]]:
    forms: dict[str, dict[str, tuple[Verb, set[Form]]]] = {}
    for verb, irregular in verbs.values():
        heads = [part.split("_")[0] for part in irregular]
        for text, form in inflections(verb.lemma.split("_")[0], *heads):
            forms.setdefault(text, {}).setdefault(verb.lemma, (verb, set()))[1].add(form)
    return {
        text: tuple(
            Reading(verb, frozenset(kinds))
            for verb, kinds in sorted(readings.values(), key=lambda r: -len(r[0].particles))
        )
        for text, readings in forms.items()
    }


def inflections(
    lemma: str, past: str | None = None, participle: str | None = None
) -> Iterator[tuple[str, Form]]:
    """The forms of a verb as written, with what each is; `past` and `participle` only if irregular."""
    yield lemma, "base"
    consonant_y = len(lemma) > 1 and lemma.endswith("y") and lemma[-2] not in _VOWELS
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield lemma + "es", "third"
    else:
        yield (lemma[:-1] + "ies" if consonant_y else lemma + "s"), "third"
    stems = [lemma]
    if _doubles(lemma):
        stems = [lemma + lemma[-1]]
        if lemma.endswith("l"):
            stems.append(lemma)
    for stem in stems:
        if past is None:
            regular = stem[:-1] + "ied" if consonant_y else stem + ("d" if stem.endswith("e") else "ed")
            yield regular, "past"
            yield regular, "participle"
        drops_e = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
        yield (stem[:-1] if drops_e else stem) + "ing", "gerund"
    if past is not None:
        yield past, "past"
        yield participle or past, "participle"


def _doubles(lemma: str) -> bool:
    if lemma in _DOUBLING:
        return True
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in lemma) == 1


def _with_plurals(nouns: list[str]) -> Iterator[str]:
    for noun in nouns:
        word = noun.replace("_", " ")
        yield word
        if word.endswith("y") and word[-2] not in _VOWELS:
            yield word[:-1] + "ies"
        else:
            yield word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
