"""The details of a sentence's claims: hedges, denials, quantities and times, each given to the claims it is
part of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from model.language.certainty import factuality, find_hedges, find_negations, find_plans
from model.language.claims.kinds import Names
from model.language.claims.syntax import Words
from model.language.quantities import find_quantities
from model.language.times import find_times
from model.records import Claim, Span


def with_details(
    claims: Sequence[Claim], words: Words, text: str, published: date | None, names: Names
) -> list[Claim]:
    """The claims of one sentence of `text` with what stands in their contents.

    What stands in no content (in the cue, in the description of a source) goes to the first claim.
    """
    if not claims:
        return []
    tokens = words.doc[words.run.start : words.run.end]
    sentence = words.sentence.span
    times = find_times(text, sentence, published)
    spans = [Span(time.start, time.end) for time in times]
    quantities = find_quantities(tokens, spans, [m.span for m in names.within(sentence) if m.type != "NORP"])
    hedges, negations, plans = find_hedges(tokens), find_negations(tokens), find_plans(tokens)
    homes = _Homes(claims)
    shares = {
        "hedges": homes.share([hedge.span for hedge in hedges]),
        "negations": homes.share(negations),
        "plans": homes.share(plans),
        "quantities": homes.share([quantity.span for quantity in quantities]),
        "times": homes.share(spans),
    }
    found = []
    for n, claim in enumerate(claims):
        own_hedges = tuple(hedges[i] for i in shares["hedges"][n])
        negated, planned = bool(shares["negations"][n]), bool(shares["plans"][n])
        attributed = claim.source_kind != "author"
        found.append(
            replace(
                claim,
                hedges=tuple(hedge.span for hedge in own_hedges),
                hedge_kinds=tuple(hedge.kind for hedge in own_hedges),
                negated=negated,
                quantities=tuple(quantities[i] for i in shares["quantities"][n]),
                times=tuple(times[i] for i in shares["times"][n]),
                factuality=factuality(own_hedges, negated=negated, planned=planned, attributed=attributed),
            )
        )
    return found


class _Homes:
    """Which claims of a sentence the things found in it belong to."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._contents = [claim.content for claim in claims]

    def share(self, spans: Sequence[Span]) -> list[list[int]]:
        """For each claim the indices of the spans in its content; spans are in order and do not overlap."""
        if not spans:
            return [[] for _ in self._contents]
        starts = [span.start for span in spans]
        homeless = set(range(len(spans)))
        shares: list[list[int]] = []
        for content in self._contents:
            first = max(0, bisect_right(starts, content.start) - 1)
            last = bisect_left(starts, content.end)
            shares.append([i for i in range(first, last) if spans[i].overlap(content)])
            homeless.difference_update(shares[-1])
        shares[0] = sorted({*shares[0], *homeless})
        return shares
