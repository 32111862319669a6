"""Claims told by several articles as schema.org Claim with its appearances: a draft to start a check from.

Whoever checks a claim rates it; crossread never does. What is not proven is left out: there is a first
appearance only if every telling has a proven date and one is earlier than all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from model.corpus import Corpus
from model.records import json_line
from model.reports.brief import Brief, BriefClaim, Source, Speaker, Telling
from model.reports.build import briefs
from model.reports.exports.iris import urn, web_address

Json = dict[str, Any]
_TYPES = {"named": "Person", "organisation": "Organization", "media": "Organization"}


def lines(corpus: Corpus) -> Iterator[str]:
    """One JSON-LD document: its head, a line for each claim, its end."""
    yield '{"@context": "https://schema.org", "@graph": ['
    waiting: str | None = None
    for brief in briefs(corpus):
        for claim in brief.claims:
            if waiting is not None:
                yield f"{waiting},"
            waiting = json_line(_claim(brief, claim))
    if waiting is not None:
        yield waiting
    yield "]}"


def _claim(brief: Brief, claim: BriefClaim) -> Json:
    found: Json = {"@type": "Claim", "@id": urn("claim", claim.id), "text": claim.text}
    author = _author(claim)
    if author:
        found["author"] = author
    first = _first(claim.tellings)
    if first:
        found["firstAppearance"] = {"@id": urn("sentence", _sentence(first))}
    found["appearance"] = [_appearance(brief.by_label[t.cited.place.label], t) for t in claim.tellings]
    if claim.loud:
        found["comment"] = [{"@type": "Comment", "text": difference.told} for difference in claim.loud]
    return found


def _author(claim: BriefClaim) -> Json | None:
    """The one who makes the claim, if every telling attributes it to one and the same known actor."""
    speakers = [speaker for telling in claim.tellings for speaker in telling.cited.speakers]
    attributed = all(telling.cited.speakers for telling in claim.tellings)
    if not attributed or len({speaker.entity for speaker in speakers}) != 1 or speakers[0].entity is None:
        return None
    return _party(speakers[0])


def _party(speaker: Speaker) -> Json | None:
    kind = _TYPES.get(speaker.kind or "")
    return {"@type": kind, "name": speaker.entity or speaker.words} if kind else None


def _first(tellings: tuple[Telling, ...]) -> Telling | None:
    """The first telling, where days are enough to say so for sure."""
    dated = sorted(((t.published or "")[:10], n) for n, t in enumerate(tellings))
    if not dated[0][0] or (len(dated) > 1 and dated[0][0] == dated[1][0]):
        return None
    return tellings[dated[0][1]]


def _appearance(source: Source, telling: Telling) -> Json:
    """The sentence, and the article that it is a part of."""
    cited = telling.cited
    found: Json = {"@type": "Quotation", "@id": urn("sentence", _sentence(telling)), "text": cited.text}
    parties = [party for party in map(_party, cited.speakers) if party]
    if parties:
        found["spokenByCharacter"] = parties
    return {**found, "isPartOf": _article(source)}


def _article(source: Source) -> Json:
    address = web_address(source.url)
    facts = {
        "headline": source.title,
        "url": address,
        "datePublished": source.published,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
        "author": {"@type": "Person", "name": source.author} if source.author else None,
    }
    known = {key: value for key, value in facts.items() if value is not None}
    return {"@type": "NewsArticle", "@id": urn("article", source.id), **known}


def _sentence(telling: Telling) -> str:
    return f"{telling.cited.place.article}:{telling.cited.place.n}"
