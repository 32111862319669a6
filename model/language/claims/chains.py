"""The media a report came through: who was told, who cites whom."""

from __future__ import annotations

from model.language.claims.attribution import Attribution
from model.language.claims.kinds import Names, medium_in
from model.language.claims.phrases import phrase_after
from model.language.claims.syntax import Run, Words, word_set

# Words after which the medium stands that carried a report.
_CONDUITS = word_set(
    """
    told telling tells tell quoted cited carried interviewed published reported broadcast aired obtained
    seen reviewed shown spoke speaking spoken with to by in on from via
    """
)
_PREPOSITIONS = frozenset({"to", "with", "by", "in", "on", "from", "via", "for"})
_TRIGGERS = _CONDUITS - _PREPOSITIONS
#: How far from its trigger a medium may stand, in tokens.
_REACH = 8


def via_of(attribution: Attribution, words: Words, names: Names) -> list[Run]:
    """The media between the source and the author, outermost first, as runs of the sentence."""
    found: list[Run] = []
    doc = words.doc
    if attribution.recipient:
        medium = medium_in(doc, attribution.recipient, names)
        if medium:
            found.append(medium)
    for region in _regions(attribution, words):
        for i in range(region.start, region.end):
            if doc[i].lower_ in _TRIGGERS or doc[i].lower_ in (
                "interview",
                "statement",
                "remarks",
                "comments",
            ):
                medium = _medium_after(words, i, names)
                if medium and not any(medium.overlaps(run) for run in found):
                    found.append(medium)
    own = medium_in(doc, attribution.source, names) if attribution.source else None
    return [run for run in found if not (own and own.overlaps(run) and _is_source_itself(attribution, run))]


def _is_source_itself(attribution: Attribution, run: Run) -> bool:
    return attribution.source is not None and run.start == attribution.source.start


def _regions(attribution: Attribution, words: Words) -> list[Run]:
    """Where conduits are named: inside the source, and right behind source and cue."""
    regions = []
    if attribution.source:
        regions.append(attribution.source)
    if attribution.cue:
        edge = attribution.cue.end
        contents = [run.start for run in attribution.contents if run and run.start >= edge]
        regions.append(Run(edge, min(contents, default=min(words.body.end, edge + 14))))
    return [region for region in regions if region]


def _medium_after(words: Words, trigger: int, names: Names) -> Run | None:
    doc = words.doc
    high = min(words.body.end, trigger + _REACH)
    for i in range(trigger + 1, high):
        if doc[i].text in (",", ";", ".", ":"):
            return None
        if doc[i].lower_ in _PREPOSITIONS or i == trigger + 1:
            start = i + 1 if doc[i].lower_ in _PREPOSITIONS else i
            phrase = phrase_after(doc, start, min(words.body.end, start + _REACH))
            medium = medium_in(doc, phrase, names) if phrase else None
            if medium:
                return medium
    return None
