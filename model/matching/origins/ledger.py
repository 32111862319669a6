"""What two articles share that two reporters would not come by independently: the ledger of a pair.

Two reporters of one event tell the same things, in much the same order, and quote the same speech. All that
corroborates and proves nothing. What proves that two articles rest on one report is a creditor on whom both
rest, words of a speaker whom nobody names, sources described and counted alike, and reporters' own wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.matching.origins.account import Account, Entry
from model.matching.origins.content import extent, figures, formulas, order, quotations
from model.matching.origins.creditors import is_house_of
from model.matching.origins.credits import Credit, Reach
from model.matching.origins.direction import came_before
from model.matching.origins.wording import containment, shared_passages
from model.records import Match, OriginKind

#: Weight at which two articles are held to rest on one report, and how much of it must be proof.
ENOUGH = 2.5
_PROOF = 1.0
#: All that merely corroborates weighs no more than this together.
_CORROBORATION = 2.0

#: What it weighs that both credit one creditor, by how much of the article each credit stands for. An
#: outlet that is credited has one report or broadcast of an event; an agency sends many and is quoted on all.
_BOTH_CREDIT: Mapping[OriginKind, Mapping[frozenset[Reach], float]] = {
    "outlet": {
        frozenset({"text"}): 2.5,
        frozenset({"text", "lead"}): 2.5,
        frozenset({"lead"}): 2.0,
        frozenset({"text", "passing"}): 1.0,
        frozenset({"lead", "passing"}): 0.9,
        frozenset({"passing"}): 0.4,
    },
    "agency": {
        frozenset({"text"}): 2.0,
        frozenset({"text", "lead"}): 2.0,
        frozenset({"lead"}): 1.5,
        frozenset({"text", "passing"}): 1.0,
        frozenset({"lead", "passing"}): 0.7,
        frozenset({"passing"}): 0.3,
    },
}
_CREDITS_THE_OTHER: Mapping[Reach, float] = {"text": 2.5, "lead": 2.0, "passing": 0.5}
_OTHER_CREDITOR = -2.0

#: Reporters of one event who use the same documents share up to this much of their own wording: more where it
#: is one statement, less where it is bits from all over the text.
_BY_CHANCE = 0.1
_BY_CHANCE_SCATTERED = 0.05
_SCATTERED = 3
#: Weight of all a text's wording shared beyond chance, the most that wording weighs, and passages shown.
_PER_SHARE = 25.0
_MOST_WORDING = 4.0
#: Own words in common below which even two short articles may be alike by chance.
_ENOUGH_WORDS = 15
_PASSAGES = 3


def ledger(a: Account, b: Account, matches: Sequence[Match]) -> list[Entry]:
    """All entries of two articles, weightiest first. `matches` are theirs, with sentences of `a` as `a`."""
    pairs = [(a.profiles[m.a], b.profiles[m.b]) for m in matches if m.a in a.profiles and m.b in b.profiles]
    found = [
        *_credits(a, b),
        *quotations(pairs),
        *formulas(a, b),
        *figures(pairs),
        *order(a, b, matches),
        *extent(a, b, matches),
        *_wording(a, b),
    ]
    return sorted(found, key=lambda entry: (-entry.weight, entry.a, entry.b, entry.why))


def strength(entries: Iterable[Entry]) -> float:
    """How strongly a ledger says that two articles rest on one report; below ENOUGH without proof."""
    proof = corroboration = against = 0.0
    for entry in entries:
        if entry.weight < 0:
            against += entry.weight
        elif entry.proves:
            proof += entry.weight
        else:
            corroboration += entry.weight
    total = proof + min(corroboration, _CORROBORATION) + against
    return total if proof >= _PROOF else min(total, _CORROBORATION)


def _credits(a: Account, b: Account) -> Iterator[Entry]:
    """A creditor of both, one who is the other, or two different ones where each names what it rests on."""
    common = {c.key for c in a.credits} & {c.key for c in b.credits}
    for key in sorted(common):
        one, other = _foremost(a.credits, key), _foremost(b.credits, key)
        kind: OriginKind = "agency" if "agency" in (one.kind, other.kind) else "outlet"
        weight = _BOTH_CREDIT[kind][frozenset({one.reach, other.reach})]
        yield Entry("credit", one.span, other.span, weight, f"both credit {one.name}", weight >= _PROOF)
    credited = [*_of_the_other(a, b), *(entry.turned() for entry in _of_the_other(b, a))]
    yield from credited
    leading = [[c for c in account.credits if c.lead] for account in (a, b)]
    if leading[0] and leading[1] and not common and not credited:
        one, other = leading[0][0], leading[1][0]
        why = f"one credits {one.name}, the other {other.name}"
        yield Entry("credit", one.span, other.span, _OTHER_CREDITOR, why)


def _foremost(credits: Iterable[Credit], key: str) -> Credit:
    rank = {"text": 0, "lead": 1, "passing": 2}
    return min((c for c in credits if c.key == key), key=lambda c: (rank[c.reach], c.span))


def _of_the_other(a: Account, b: Account) -> Iterator[Entry]:
    """The weightiest credit of `a` for the house that published `b`, unless `b` came later."""
    outlet = b.article.outlet
    if outlet is None or is_house_of(a.article.outlet or "", outlet) or came_before(a.article, b.article):
        return
    for key in sorted({c.key for c in a.credits if is_house_of(c.name, outlet)}):
        credit = _foremost(a.credits, key)
        weight = _CREDITS_THE_OTHER[credit.reach]
        why = f"credits {credit.name}, whose report the other is"
        yield Entry("credit", credit.span, b.head, weight, why, weight >= _PROOF)


def _wording(a: Account, b: Account) -> Iterator[Entry]:
    """The longest passages in common, if all are more than reporters of one event share by chance."""
    passages = shared_passages(a.wording, b.wording)
    share = containment(a.wording, b.wording, passages)
    beyond = share - (_BY_CHANCE_SCATTERED if len(passages) >= _SCATTERED else _BY_CHANCE)
    if beyond <= 0:
        return
    all_words = sum(passage.words for passage in passages)
    weight = min(_MOST_WORDING, _PER_SHARE * beyond) * min(1.0, all_words / _ENOUGH_WORDS)
    shown = passages[:_PASSAGES]
    words = sum(passage.words for passage in shown)
    for passage in shown:
        why = f"{passage.words} words alike; {share:.0%} of the shorter article's own words are shared"
        yield Entry("wording", passage.a, passage.b, round(weight * passage.words / words, 3), why, True)
