"""What two articles tell alike: quotations, unnamed sources, figures, the order of claims, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from model.matching.origins.account import Account, Entry, is_hidden
from model.matching.profile import Profile, Quotation
from model.matching.quantities import same_counted, shared
from model.records import Match, Span

Pairs = Sequence[tuple[Profile, Profile]]

#: A quotation shorter than this is a phrase that anybody may use.
_QUOTED_WORDS = 4
_QUOTED_SHARE = 0.6
#: Two sentences in the same order say nothing; these many do.
_ORDERED = 4
#: Matches that an order is judged by: the surest ones, so that long articles cost no more.
_MOST_ORDERED = 60
#: Small numbers are no specifics: everybody counts two sides.
_SMALL = 3
_LARGE = 100
#: Unnamed sources of an article that are compared: beyond these it is an article made of them.
_MOST_UNNAMED = 40


def capped(entries: Iterable[Entry], most: float) -> Iterator[Entry]:
    """The weightiest entries until together they weigh `most`."""
    said = 0.0
    for entry in sorted(entries, key=lambda e: (-e.weight, e.a, e.b)):
        room = most - said
        if room <= 0:
            return
        said += entry.weight
        yield Entry(entry.kind, entry.a, entry.b, round(min(entry.weight, room), 3), entry.why, entry.proves)


def quotations(pairs: Pairs) -> Iterator[Entry]:
    """The same words quoted; those of a speaker whom nobody names can come from one report only."""
    named: dict[Span, Entry] = {}
    unnamed: dict[Span, Entry] = {}
    for one, other in pairs:
        nobody = _speaks_unnamed(one) and _speaks_unnamed(other)
        for mine in one.quotations:
            for theirs in other.quotations:
                if _share(mine, theirs) < _QUOTED_SHARE:
                    continue
                if nobody:
                    why = "same words of an unnamed speaker"
                    unnamed.setdefault(mine.span, Entry("quote", mine.span, theirs.span, 1.5, why, True))
                else:
                    named.setdefault(
                        mine.span, Entry("quote", mine.span, theirs.span, 0.4, "same words quoted")
                    )
    yield from capped(unnamed.values(), 2.5)
    yield from capped(named.values(), 1.2)


def _share(one: Quotation, other: Quotation) -> float:
    mine, theirs = ({word.stem for word in quotation.words} for quotation in (one, other))
    smaller = min(len(mine), len(theirs))
    return len(mine & theirs) / smaller if smaller >= _QUOTED_WORDS else 0.0


def _speaks_unnamed(profile: Profile) -> bool:
    """Whether all that is said in a passage is said by people who hide their names."""
    return bool(profile.speakers) and all(is_hidden(speaker) for speaker in profile.speakers)


def formulas(a: Account, b: Account) -> Iterator[Entry]:
    """Unnamed sources described alike; if counted alike too, the same people: “ten senior commanders”."""
    counted: list[Entry] = []
    described: list[Entry] = []
    for one in a.unnamed[:_MOST_UNNAMED]:
        for other in b.unnamed[:_MOST_UNNAMED]:
            common = one.words & other.words
            alike = len(common) >= 2 and len(common) >= 0.5 * min(len(one.words), len(other.words))
            if not alike or one.claim.source is None or other.claim.source is None:
                continue
            spans = one.claim.source, other.claim.source
            count = one.claim.source_count or 0
            if count > 1 and count == other.claim.source_count:
                why = "unnamed sources of one number and description"
                counted.append(Entry("formula", *spans, 1.2, why, True))
            else:
                described.append(Entry("formula", *spans, 0.3, "unnamed sources alike"))
    yield from capped(counted, 2.0)
    yield from capped(described, 0.6)


def figures(pairs: Pairs) -> Iterator[Entry]:
    """Figures told of the same things."""
    found: dict[tuple[float, str | None], Entry] = {}
    for one, other in pairs:
        for mine, theirs in shared(one, other):
            value = mine.value or 0.0
            if value > _SMALL and (mine.unit is not None or same_counted(mine, theirs) > 0.4):
                weight = 0.4 if value >= _LARGE else 0.25
                entry = Entry("specifics", mine.span, theirs.span, weight, f"same figure, {value:g}")
                found.setdefault((value, mine.unit), entry)
    yield from capped(found.values(), 0.8)


def order(a: Account, b: Account, matches: Sequence[Match]) -> Iterator[Entry]:
    """Whether both tell what they share in one order, by the share of pairs that keep it."""
    places = _one_to_one(a, b, matches)
    if len(places) < _ORDERED:
        return
    kept = [(x[0].start - y[0].start) * (x[1].start - y[1].start) > 0 for x, y in combinations(places, 2)]
    agreement = 2 * sum(kept) / len(kept) - 1
    spans = _reach(place[0] for place in places), _reach(place[1] for place in places)
    if agreement >= 0.5:
        weight = round(agreement * min(1.0, len(places) / 8), 3)
        yield Entry("order", *spans, weight, f"{len(places)} claims in the same order ({agreement:.0%})")
    elif agreement < 0:
        yield Entry("order", *spans, -0.3, f"{len(places)} claims in another order")


def _one_to_one(a: Account, b: Account, matches: Sequence[Match]) -> list[tuple[Span, Span]]:
    """Spans of the surest matches, each sentence in one of them only."""
    taken: set[str] = set()
    places: list[tuple[Span, Span]] = []
    for match in sorted(matches, key=lambda m: (-m.score, m.a, m.b)):
        if not {match.a, match.b} & taken and match.a in a.profiles and match.b in b.profiles:
            taken |= {match.a, match.b}
            places.append((_span(a, match.a), _span(b, match.b)))
    return places[:_MOST_ORDERED]


def extent(a: Account, b: Account, matches: Sequence[Match]) -> Iterator[Entry]:
    """How much of the shorter article tells what the other tells; little speaks against one report."""
    told = {m.a for m in matches} & a.profiles.keys(), {m.b for m in matches} & b.profiles.keys()
    shorter, mine = min((a, told[0]), (b, told[1]), key=lambda side: len(side[0].profiles))
    if len(shorter.profiles) < _ORDERED or not told[0] or not told[1]:
        return
    share = len(mine) / len(shorter.profiles)
    spans = _reach(_span(a, s) for s in told[0]), _reach(_span(b, s) for s in told[1])
    why = f"{share:.0%} of the shorter article tells what the other tells"
    if share >= 0.5:
        yield Entry("specifics", *spans, round(min(1.0, 1.5 * (share - 0.3)), 3), why)
    elif share < 0.25:
        yield Entry("specifics", *spans, -0.5, f"only {why}")


def _span(account: Account, sentence: str) -> Span:
    return account.profiles[sentence].passage.sentence.span


def _reach(spans: Iterable[Span]) -> Span:
    """From the beginning of the first span to the end of the last."""
    every = sorted(spans)
    return Span(every[0].start, max(span.end for span in every))
