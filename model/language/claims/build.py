"""Claims of an article: sentences read, speech carried over, and each report written down as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from model.language.claims.attribution import Attribution
from model.language.claims.context import ClaimContext
from model.language.claims.details import with_details
from model.language.claims.inheritance import Carried, carry
from model.language.claims.kinds import Described, Names
from model.language.claims.quotes import Quotations, find_quotations
from model.language.claims.reading import read_sentence
from model.language.claims.speakers import Speakers
from model.language.claims.syntax import Words, sentences_with_words, span_of
from model.language.dates import article_date
from model.language.tokens import Tokens
from model.records import REPORTING_KINDS, Claim, QuoteKind, Span

#: A sentence of which attributions cover less than this share also speaks in the author's own voice.
_AUTHOR_SHARE = 0.5
#: How many attributions on either side are looked at as possible reports of one.
_NEIGHBOURS = 40


def _is_nested(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether another attribution of the sentence reports this one."""
    if attribution.cue is None:
        return False
    return any(
        other is not attribution and any(run.contains(attribution.cue) for run in other.contents)
        for other in others
    )


@dataclass(frozen=True, slots=True)
class _Report:
    """One claim before its details are filled in."""

    content: Span
    attribution: Attribution | None
    inherited: bool


def find_claims(doc: Doc, context: ClaimContext) -> tuple[Claim, ...]:
    """Every claim of the article, by sentence and then by start of content.

    `doc.text` is the article's text; a tagger and parser should have run, but need not. Sentences of blocks
    that report nothing (captions, boilerplate) have no claims, every other sentence has at least one.
    """
    reporting = tuple(s for s in context.sentences if s.block in REPORTING_KINDS)
    tokens = Tokens(doc)
    sentences = [words for words in sentences_with_words(tokens, reporting) if words.run]
    text = doc.text
    quotations = find_quotations(text, context.blocks)
    attributions = [read_sentence(words, quotations) for words in sentences]
    carried = carry(text, sentences, attributions, quotations)
    names = Names(context.mentions)
    speakers = Speakers(tokens, names)
    for words, own in zip(sentences, attributions, strict=True):
        for n, attribution in enumerate(own):
            near = own[max(0, n - _NEIGHBOURS) : n + _NEIGHBOURS]
            speakers.hear(attribution, words, nested=_is_nested(attribution, near))
    claims: list[Claim] = []
    published = article_date(context.article.published)
    for words, own, others in zip(sentences, attributions, carried, strict=True):
        reports = sorted(_reports(words, own, others), key=lambda r: (r.content.start, -r.content.end))
        bare = [_claim(words, n, report, speakers, quotations) for n, report in enumerate(reports)]
        claims += with_details(bare, words, text, published, names)
    return tuple(claims)


def _reports(words: Words, own: Sequence[Attribution], others: Sequence[Carried]) -> Iterator[_Report]:
    covered: list[Span] = []
    for attribution in own:
        runs = [run for run in attribution.contents if run]
        for run in runs:
            yield _Report(span_of(words.doc, run), attribution, False)
        covered += [span_of(words.doc, run) for run in (*runs, attribution.cue, attribution.source) if run]
    for part in others:
        yield _Report(part.content, part.attribution, not any(part.attribution is a for a in own))
        covered.append(part.content)
    reported = bool(others) or any(run for attribution in own for run in attribution.contents)
    if not reported or _share(covered, words.sentence.span) < _AUTHOR_SHARE:
        yield _Report(words.sentence.span, None, False)


def _share(covered: list[Span], sentence: Span) -> float:
    total, reached = 0, sentence.start
    for span in sorted(covered):
        start, end = max(span.start, reached), min(span.end, sentence.end)
        total += max(0, end - start)
        reached = max(reached, end)
    return total / len(sentence)


def _claim(words: Words, n: int, report: _Report, speakers: Speakers, quotations: Quotations) -> Claim:
    attribution = report.attribution
    described: Described | None = None
    source = cue = None
    via: tuple[str, ...] = ()
    quote: QuoteKind = "none"
    if attribution:
        described = speakers.described(attribution)
        source = span_of(words.doc, attribution.source) if attribution.source else None
        cue = span_of(words.doc, attribution.cue) if attribution.cue else None
        via = speakers.via(attribution)
        quote = "direct" if quotations.within(report.content) else "indirect"
    return Claim(
        id=f"{words.sentence.id}.{n}",
        sentence=words.sentence.id,
        content=report.content,
        source=source,
        inherited=report.inherited,
        source_entity=None,
        source_kind="author" if attribution is None else described.kind if described else None,
        source_count=described.count if described else None,
        cue=cue,
        via=via,
        quote=quote,
        hedges=(),
        negated=None,
        quantities=(),
        times=(),
        description=described.description if described else None,
    )
