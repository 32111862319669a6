"""Mentions, claims, matches and notes as Web Annotations (W3C Recommendation, JSON-LD): one AnnotationPage.

Each part of an article is given twice, by its words with some before and after (TextQuoteSelector) and by its
offsets (TextPositionSelector), which both standards and crossread count in code points from 0. The source of
a selector is the article's text as crossread shows it; `via` says where that came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from model.corpus import Corpus
from model.records import Article, Claim, Difference, Judgement, Match, Mention, Span, json_line
from model.reports.exports.iris import urn, web_address
from model.reports.texts import article_of
from model.views import Reading

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Code points of text given before and after a quotation.
_AROUND = 32
#: Articles kept at hand: matches lead from one article to the others of its story.
_AT_HAND = 256

Json = dict[str, Any]


def lines(corpus: Corpus) -> Iterator[str]:
    """One JSON document: its head, a line for each annotation, its end."""
    head = json_line({"@context": _CONTEXT, "id": urn("annotations", corpus.name), "type": "AnnotationPage"})
    yield f'{head[:-1]}, "items": ['
    waiting: str | None = None
    for annotation in _annotations(corpus):
        if waiting is not None:
            yield f"{waiting},"
        waiting = json_line(annotation)
    if waiting is not None:
        yield waiting
    yield "]}"


def _annotations(corpus: Corpus) -> Iterator[Json]:
    places = _Places(corpus)
    for record in corpus.records():
        if isinstance(record, Mention):
            yield _mention(record, places)
        elif isinstance(record, Claim):
            yield _claim(record, places)
        elif isinstance(record, Match):
            yield _match(record, places)
    for judgement in corpus.judgements():
        if judgement.kind == "note" and places.knows(judgement.subject):
            yield _note(judgement, places)


class _Places:
    """Parts of articles as Specific Resources."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._reading = lru_cache(_AT_HAND)(corpus.reading)
        self.name = lru_cache(None)(self._name)

    def _name(self, entity: str) -> str | None:
        found = self._corpus.entity(entity)
        return found.name if found else None

    def knows(self, sentence: str) -> bool:
        """Whether there is a sentence of this id."""
        try:
            self.sentence(sentence)
        except (KeyError, ValueError):
            return False
        return True

    def sentence(self, sentence: str) -> Json:
        """A whole sentence. Raises KeyError or ValueError for an unknown one."""
        article, _, n = sentence.rpartition(":")
        numbers = {found.n: found.span for found in self._reading(article).sentences}
        return self.part(article, numbers[int(n)])

    def part(self, article: str, span: Span, purpose: str | None = None) -> Json:
        """A span of an article."""
        reading = self._reading(article)
        found: Json = {"type": "SpecificResource"}
        if purpose:
            found["purpose"] = purpose
        return {**found, "source": _source(reading), "selector": _selectors(reading.text, span)}

    def words(self, sentence: str, span: Span | None) -> str:
        """The words of a span, or that there are none."""
        return f"“{span.of(self._reading(article_of(sentence)).text)}”" if span else "nothing"


def _source(reading: Reading) -> Json:
    article: Article = reading.article
    found: Json = {"id": urn("article", article.id), "type": "Text", "format": "text/plain"}
    if article.language:
        found["language"] = article.language
    address = web_address(article.url)
    return {**found, "via": address} if address else found


def _selectors(text: str, span: Span) -> Sequence[Json]:
    quoted: Json = {"type": "TextQuoteSelector", "exact": span.of(text)}
    quoted["prefix"] = text[max(0, span.start - _AROUND) : span.start]
    quoted["suffix"] = text[span.end : span.end + _AROUND]
    return [quoted, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def _annotation(identity: str, motivation: str, bodies: Sequence[Json], target: Json) -> Json:
    return {
        "id": identity,
        "type": "Annotation",
        "motivation": motivation,
        "body": list(bodies),
        "target": target,
    }


def _textual(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _tags(values: Mapping[str, object]) -> list[Json]:
    """Tags like ``quote: direct`` for all that was decided."""
    return [
        _textual("tagging", f"{key}: {value}") for key, value in values.items() if value not in (None, False)
    ]


def _entity(entity: str, places: _Places) -> list[Json]:
    name = places.name(entity)
    known: Json = {"type": "SpecificResource", "purpose": "identifying", "source": urn("entity", entity)}
    return [known, _textual("identifying", name)] if name else [known]


def _mention(mention: Mention, places: _Places) -> Json:
    bodies = _entity(mention.entity, places) if mention.entity else []
    bodies += _tags({"type": mention.type, "form": mention.form})
    identity = urn("mention", f"{mention.article}:{mention.start}-{mention.end}")
    return _annotation(identity, "identifying", bodies, places.part(mention.article, mention.span))


def _claim(claim: Claim, places: _Places) -> Json:
    article = article_of(claim.sentence)
    bodies = [places.part(article, claim.source, "linking")] if claim.source else []
    bodies += _entity(claim.source_entity, places) if claim.source_entity else []
    bodies += _tags(
        {
            "source kind": claim.source_kind,
            "source count": claim.source_count,
            "quote": claim.quote,
            "negated": "yes" if claim.negated else None,
            "factuality": claim.factuality,
        }
    )
    return _annotation(urn("claim", claim.id), "describing", bodies, places.part(article, claim.content))


def _match(match: Match, places: _Places) -> Json:
    bodies = [{**places.sentence(match.b), "purpose": "linking"}]
    bodies += _tags({"relation": match.relation, "adds": match.adds, "judged": match.judged})
    bodies += [_textual("describing", _difference(match, item, places)) for item in match.differences]
    return _annotation(urn("match", f"{match.a}/{match.b}"), "linking", bodies, places.sentence(match.a))


def _difference(match: Match, difference: Difference, places: _Places) -> str:
    one, other = places.words(match.a, difference.a), places.words(match.b, difference.b)
    return f"{difference.kind}: {one} ≠ {other} ({difference.why})"


def _note(judgement: Judgement, places: _Places) -> Json:
    identity = urn("note", f"{judgement.subject}/{judgement.at}")
    bodies = [_textual("commenting", judgement.note or "")]
    annotation = _annotation(identity, "commenting", bodies, places.sentence(judgement.subject))
    return {**annotation, "created": judgement.at}
