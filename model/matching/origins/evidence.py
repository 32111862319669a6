"""What two articles share that two reporters would not come by independently: the ledger of a pair.

Each entry cites a span on both sides and has a weight; the weights add up to how strongly the two rest on one
report. Kinds are those of the record format, negative weights speak against.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from model.matching.origins.credits import Credit
from model.matching.origins.wording import shared_wording
from model.matching.profile import Profile, Quotation
from model.matching.quantities import same_counted, shared
from model.matching.speakers import Speaker, speakers_of
from model.records import Article, EvidenceKind, Match, Span

#: A quotation shorter than this is a phrase that anybody may use.
_QUOTED_WORDS = 4
_QUOTED_SHARE = 0.6
#: Two sentences in the same order say nothing; these many do.
_ORDERED = 4
_LARGEST = {"quote": 2.5, "formula": 2.0, "specifics": 1.2}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger of two articles: the span in each, the weight, and the reason in words."""

    kind: EvidenceKind
    a: Span
    b: Span
    weight: float
    why: str

    def turned(self) -> Entry:
        """The same entry seen from the other article."""
        return Entry(self.kind, self.b, self.a, self.weight, self.why)


@dataclass(frozen=True, slots=True)
class Account:
    """An article as the ledger sees it: its reporting sentences by id, and its credits."""

    article: Article
    profiles: dict[str, Profile]
    credits: tuple[Credit, ...]


def ledger(a: Account, b: Account, matches: Sequence[Match]) -> list[Entry]:
    """All entries of two articles, weightiest first. `matches` are theirs, with sentences of `a` as `a`."""
    pairs = [(a.profiles[m.a], b.profiles[m.b]) for m in matches if m.a in a.profiles and m.b in b.profiles]
    found = [
        *_credits(a, b),
        *_capped(_quotations(pairs)),
        *_capped(_formulas(a, b)),
        *_capped(_specifics(pairs)),
        *_order(a, b, matches),
        *_extent(a, b, matches),
        *shared_wording(a, b, Entry),
    ]
    return sorted(found, key=lambda entry: (-entry.weight, entry.a))


def _capped(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The weightiest entries of a kind until the kind has said what it can."""
    said = 0.0
    for entry in sorted(entries, key=lambda e: (-e.weight, e.a)):
        room = _LARGEST[entry.kind] - said
        if room <= 0:
            return
        said += entry.weight
        yield Entry(entry.kind, entry.a, entry.b, round(min(entry.weight, room), 3), entry.why)


def _credits(a: Account, b: Account) -> Iterator[Entry]:
    """One creditor of both, or two different ones where each article names what it rests on."""
    shared_keys = {c.key for c in a.credits} & {c.key for c in b.credits}
    for key in sorted(shared_keys):
        one = next(c for c in a.credits if c.key == key)
        other = next(c for c in b.credits if c.key == key)
        weight = 1.5 if one.lead and other.lead else 1.0
        yield Entry("credit", one.span, other.span, weight, f"both credit {one.name}")
    leading = [[c for c in account.credits if c.lead] for account in (a, b)]
    if leading[0] and leading[1] and not shared_keys:
        one, other = leading[0][0], leading[1][0]
        why = f"one credits {one.name}, the other {other.name}"
        yield Entry("credit", one.span, other.span, -1.5, why)


def _quotations(pairs: Sequence[tuple[Profile, Profile]]) -> Iterator[Entry]:
    """The same words quoted; those of a speaker whom nobody names can come from one report only."""
    for one, other in pairs:
        for mine in one.quotations:
            for theirs in other.quotations:
                if _share(mine, theirs) >= _QUOTED_SHARE:
                    unnamed = _speaks_unnamed(one) and _speaks_unnamed(other)
                    why = "same words of an unnamed speaker" if unnamed else "same words quoted"
                    yield Entry("quote", mine.span, theirs.span, 1.5 if unnamed else 0.4, why)


def _share(one: Quotation, other: Quotation) -> float:
    mine, theirs = ({word.stem for word in quotation.words} for quotation in (one, other))
    smaller = min(len(mine), len(theirs))
    return len(mine & theirs) / smaller if smaller >= _QUOTED_WORDS else 0.0


def _speaks_unnamed(profile: Profile) -> bool:
    return any(claim.source_kind == "anonymous" for claim in profile.claims)


def _formulas(a: Account, b: Account) -> Iterator[Entry]:
    """Unnamed sources described and counted alike: “ten senior commanders and officials”."""
    for one in _unnamed(a):
        for other in _unnamed(b):
            common = one.words & other.words
            counted = (
                one.claim.source_count is not None and one.claim.source_count == other.claim.source_count
            )
            alike = len(common) >= 2 and len(common) >= 0.5 * min(len(one.words), len(other.words))
            if alike and one.claim.source and other.claim.source:
                many = counted and (one.claim.source_count or 0) > 1
                why = "unnamed sources of one number and description" if many else "unnamed sources alike"
                yield Entry("formula", one.claim.source, other.claim.source, 1.2 if many else 0.3, why)


def _unnamed(account: Account) -> list[Speaker]:
    found = {
        speaker.claim.source: speaker
        for profile in account.profiles.values()
        for speaker in speakers_of(profile.passage, account.article.text)
        if speaker.claim.source_kind == "anonymous" and speaker.claim.source is not None
    }
    return list(found.values())


def _specifics(pairs: Sequence[tuple[Profile, Profile]]) -> Iterator[Entry]:
    """Figures told of the same things. Small numbers are no specifics: everybody counts two sides."""
    seen: set[tuple[float, str | None]] = set()
    for one, other in pairs:
        for mine, theirs in shared(one, other):
            key = (mine.value or 0.0, mine.unit)
            telling = mine.unit is not None or same_counted(mine, theirs) > 0.4
            if key not in seen and key[0] > 3 and telling:
                seen.add(key)
                weight = 0.4 if key[0] >= 100 else 0.25
                why = f"same figure, {mine.value:g}"
                yield Entry("specifics", mine.span, theirs.span, weight, why)


def _order(a: Account, b: Account, matches: Sequence[Match]) -> Iterator[Entry]:
    """Whether both tell what they share in one order, by the share of pairs that keep it."""
    places = _one_to_one(a, b, matches)
    if len(places) < _ORDERED:
        return
    kept = [(x[0] - y[0]) * (x[1] - y[1]) > 0 for x, y in combinations(places, 2)]
    agreement = 2 * sum(kept) / len(kept) - 1
    first, last = min(places), max(places)
    spans = Span(first[0], last[0]), Span(min(p[1] for p in places), max(p[1] for p in places))
    if agreement >= 0.5:
        weight = round(agreement * min(1.0, len(places) / 8), 3)
        yield Entry("order", *spans, weight, f"{len(places)} claims in the same order ({agreement:.0%})")
    elif agreement < 0:
        yield Entry("order", *spans, -0.3, f"{len(places)} claims in another order")


def _one_to_one(a: Account, b: Account, matches: Sequence[Match]) -> list[tuple[int, int]]:
    taken: set[str] = set()
    places = []
    for match in sorted(matches, key=lambda m: -m.score):
        if not {match.a, match.b} & taken and match.a in a.profiles and match.b in b.profiles:
            taken |= {match.a, match.b}
            places.append((a.profiles[match.a].offset, b.profiles[match.b].offset))
    return places


def _extent(a: Account, b: Account, matches: Sequence[Match]) -> Iterator[Entry]:
    """Whether most of the shorter article tells what the other tells."""
    told = {m.a for m in matches} & a.profiles.keys(), {m.b for m in matches} & b.profiles.keys()
    shorter, mine = min((a, told[0]), (b, told[1]), key=lambda side: len(side[0].profiles))
    if len(shorter.profiles) < _ORDERED:
        return
    share = len(mine) / len(shorter.profiles)
    if share >= 0.5:
        spans = Span(0, a.article.length), Span(0, b.article.length)
        why = f"{share:.0%} of the shorter article tells what the other tells"
        yield Entry("specifics", *spans, round(2 * (share - 0.3), 3), why)
