"""The details of a sentence's claims: hedges, denials, quantities and times, each given to the claims it is
part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from model.language.certainty import factuality, find_hedges, find_negations, find_plans
from model.language.claims.kinds import Names
from model.language.claims.syntax import Words
from model.language.quantities import find_quantities
from model.language.times import find_times
from model.records import Claim, Span


def with_details(claims: Sequence[Claim], words: Words, published: date | None, names: Names) -> list[Claim]:
    """The claims of one sentence with what stands in their contents.

    What stands in no content (in the cue, in the description of a source) goes to the first claim.
    """
    if not claims:
        return []
    tokens = words.doc[words.run.start : words.run.end]
    sentence = words.sentence.span
    times = find_times(words.doc.text, sentence, published)
    spans = [Span(time.start, time.end) for time in times]
    quantities = find_quantities(tokens, spans, [m.span for m in names.within(sentence) if m.type != "NORP"])
    hedges, negations, plans = find_hedges(tokens), find_negations(tokens), find_plans(tokens)
    found = []
    for n, claim in enumerate(claims):
        mine = _Share(claim, claims, first=n == 0)
        own_hedges = tuple(hedge for hedge in hedges if mine.has(hedge.span))
        negated = any(mine.has(span) for span in negations)
        planned = any(mine.has(span) for span in plans)
        found.append(
            replace(
                claim,
                hedges=tuple(hedge.span for hedge in own_hedges),
                hedge_kinds=tuple(hedge.kind for hedge in own_hedges),
                negated=negated,
                quantities=tuple(quantity for quantity in quantities if mine.has(quantity.span)),
                times=tuple(time for time in times if mine.has(Span(time.start, time.end))),
                factuality=factuality(
                    own_hedges, negated=negated, planned=planned, attributed=claim.source_kind != "author"
                ),
            )
        )
    return found


class _Share:
    """What of a sentence belongs to one of its claims."""

    def __init__(self, claim: Claim, claims: Sequence[Claim], *, first: bool) -> None:
        self._content = claim.content
        self._all = [other.content for other in claims]
        self._first = first

    def has(self, span: Span) -> bool:
        """Whether the claim's content holds the span, or no claim's does and this is the first."""
        if self._content.overlap(span):
            return True
        return self._first and not any(content.overlap(span) for content in self._all)
