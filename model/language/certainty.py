"""Certainty: the words that weaken a claim, whether it is denied, and how far it stands as fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from model.language.tokens import Token
from model.language.wordlists import word_list
from model.records import Span

HedgeKind = Literal["approximator", "shield", "reportative"]
Factuality = Literal["asserted", "denied", "possible", "planned", "reported"]

_KINDS: tuple[HedgeKind, ...] = ("approximator", "shield", "reportative")
_STOPS = frozenset({",", ";", ":", "—", "–"})


@dataclass(frozen=True, slots=True, order=True)
class Hedge:
    """Words that weaken a claim, at start..end code points."""

    start: int
    end: int
    kind: HedgeKind

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


class _Phrases:
    """Phrases of lower-case words, looked up where they begin; the longest wins."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for entry in entries:
            phrase = tuple(entry.split("_"))
            self._by_first.setdefault(phrase[0], []).append(phrase)
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which a phrase begins."""
        return frozenset(self._by_first)

    def length_at(self, words: Sequence[str], i: int) -> int:
        """How many words the phrase that begins at `i` has; 0 if none does."""
        begun = self._by_first.get(words[i])
        if begun is None:
            return 0
        for phrase in begun:
            if tuple(words[i : i + len(phrase)]) == phrase:
                return len(phrase)
        return 0


@dataclass(frozen=True, slots=True)
class _Table:
    hedges: Mapping[HedgeKind, _Phrases]
    before_number: _Phrases
    hedge_starts: frozenset[str]
    negations: frozenset[str]
    negative_verbs: frozenset[str]
    idle: _Phrases
    conditions: frozenset[str]
    negation_starts: frozenset[str]
    planned: _Phrases


@cache
def _table() -> _Table:
    data: Mapping[str, Any] = word_list("certainty")
    negation = data["negation"]
    hedges = {kind: _Phrases(data["hedges"][kind].split()) for kind in _KINDS}
    before_number = _Phrases(data["hedges"]["before_number"].split())
    negations = frozenset(negation["words"].split())
    negative_verbs = frozenset(form for verb in negation["verbs"].split() for form in _forms(verb))
    idle = _Phrases(negation["idle"].split())
    conditions = frozenset(negation["conditions"].split())
    return _Table(
        hedges=hedges,
        before_number=before_number,
        hedge_starts=before_number.first_words.union(*(hedges[kind].first_words for kind in _KINDS)),
        negations=negations,
        negative_verbs=negative_verbs,
        idle=idle,
        conditions=conditions,
        negation_starts=negations | negative_verbs | idle.first_words | conditions | _STOPS | {"unable"},
        planned=_Phrases(data["planned"]["words"].split()),
    )


def _forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb that does not double its last letter."""
    if verb.endswith("y"):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb.removesuffix("e")
    return verb, verb + "s", stem + "ed", stem + "ing"


def _words(tokens: Sequence[Token]) -> tuple[list[Token], list[str]]:
    kept = [token for token in tokens if not token.is_space]
    return kept, [token.lower_ for token in kept]


def find_hedges(tokens: Sequence[Token]) -> tuple[Hedge, ...]:
    """The hedges of a sentence in order; they never overlap."""
    return tuple(_hedges(*_words(tokens)))


def _hedges(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Hedge]:
    table, i = _table(), 0
    while i < len(words):
        if words[i] not in table.hedge_starts:
            i += 1
            continue
        kind, length = _hedge_at(tokens, words, i, table)
        if kind:
            last = tokens[i + length - 1]
            yield Hedge(tokens[i].idx, last.idx + len(last.text), kind)
        i += max(1, length)


def _hedge_at(
    tokens: Sequence[Token], words: Sequence[str], i: int, table: _Table
) -> tuple[HedgeKind | None, int]:
    near = table.before_number.length_at(words, i)
    if near and i + near < len(words) and _begins_number(tokens[i + near]):
        return "approximator", near
    for kind in _KINDS:
        length = table.hedges[kind].length_at(words, i)
        if length and not (length == 1 and _is_other_word(tokens[i])):
            return kind, length
    return None, 0


def _begins_number(token: Token) -> bool:
    return (
        token.like_num
        or token.is_currency
        or token.text[:1].isdecimal()
        or token.lower_ in ("half", "dozens")
    )


def _is_other_word(token: Token) -> bool:
    """Whether a word that can hedge is another word here: the month of May, "the might of", "mostly"
    never."""
    if token.lower_ in ("may", "might"):
        if token.tag_:
            return token.tag_ != "MD" or token.text.isupper()
        return not token.text.islower()
    return False


def find_negations(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The words of a sentence that deny something: particles, determiners and verbs, in order.

    Left out are negations that deny nothing ("not only", "no choice but") and those inside a condition.
    """
    kept, words = _words(tokens)
    table, found, idle_end, condition = _table(), [], 0, False
    for i, word in enumerate(words):
        if word not in table.negation_starts or i < idle_end:
            continue
        if word in _STOPS:
            condition = False
        elif word in table.conditions:
            condition = True
        idle = table.idle.length_at(words, i)
        if idle:
            idle_end = i + idle
        elif not condition and (word in table.negations or _denies(kept, i, table)):
            found.append(Span(kept[i].idx, kept[i].idx + len(kept[i].text)))
    return tuple(found)


def _denies(tokens: Sequence[Token], i: int, table: _Table) -> bool:
    token = tokens[i]
    if token.lower_ in table.negative_verbs:
        return not token.tag_ or token.tag_.startswith("VB")
    return token.lower_ == "unable" and i + 1 < len(tokens) and tokens[i + 1].lower_ == "to"


def find_plans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Words that put what is said into the future as somebody's intention or as expected."""
    kept, words = _words(tokens)
    planned, found, i = _table().planned, [], 0
    while i < len(words):
        length = planned.length_at(words, i)
        if length:
            last = kept[i + length - 1]
            found.append(Span(kept[i].idx, last.idx + len(last.text)))
        i += max(1, length)
    return tuple(found)


def factuality(hedges: Iterable[Hedge], *, negated: bool, planned: bool, attributed: bool) -> Factuality:
    """How far a claim stands as fact. What is denied is denied, however it is hedged."""
    kinds = {hedge.kind for hedge in hedges}
    if negated:
        return "denied"
    if "shield" in kinds:
        return "possible"
    if planned:
        return "planned"
    return "reported" if attributed or "reportative" in kinds else "asserted"
