"""Building briefs: what the corpus knows of a story, gathered so that each line can be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.corpus import Corpus
from model.records import Derivation, Evidence, Origin, Span
from model.reports.brief import (
    Alone,
    Brief,
    BriefClaim,
    Cited,
    ClaimOrigin,
    Drawing,
    Kin,
    Proof,
    Source,
    Telling,
)
from model.reports.differences import differences
from model.reports.texts import StoryTexts, excerpt
from model.reports.verdicts import verdicts
from model.views import ArticleRow, Coverage, CoverageRow, Family


def briefs(corpus: Corpus, story: str | None = None) -> Iterator[Brief]:
    """The brief of a story, or of every story in the order of the article list, one after the other."""
    families = {row.id: family for family in corpus.families() for row, _ in family.members}
    stories = [story] if story is not None else [row.story for row in corpus.articles()]
    for one in dict.fromkeys(stories):
        found = corpus.coverage(one)
        if found.articles:
            yield _brief(corpus, found, families)


def _brief(corpus: Corpus, found: Coverage, families: Mapping[str, Family]) -> Brief:
    texts = StoryTexts(corpus, found.articles)
    letters = {families[row.id].letter: families[row.id] for row in found.articles if row.id in families}
    kin = list(letters.values())
    origins = _Origins(kin, found.articles)
    rows = sorted(found.rows, key=lambda row: _weight(row, texts))
    claims = [_claim(corpus, row, found.articles, texts, origins) for row in rows]
    return Brief(
        corpus=corpus.name,
        story=found.story,
        title=found.articles[0].story_title or found.articles[0].title,
        claims=tuple(claims),
        alone=tuple(_alone(found, texts)),
        origins=tuple(_kin(family, texts) for family in kin),
        judgements=tuple(verdicts(corpus, texts)),
        sources=tuple(_source(row, texts) for row in found.articles),
    )


def _weight(row: CoverageRow, texts: StoryTexts) -> tuple[int, int, int, tuple[int, int]]:
    """The sort key of claims: most widely told, then most origins, then most disputed, then as they come."""
    first = min(map(texts.order, row.group.sentences))
    return -len(row.group.articles), -row.independent, -row.disagreements, first


class _Origins:
    """Which origins the articles of a story rest on."""

    def __init__(self, families: Iterable[Family], rows: Sequence[ArticleRow]) -> None:
        self._labels = {row.id: row.label for row in rows}
        self._known: dict[str, Origin] = {}
        self._of: dict[str, set[str]] = {}
        for family in families:
            self._known |= {origin.id: origin for origin in family.origins}
            for row, derivations in family.members:
                self._of[row.id] = {derivation.origin for derivation in derivations}

    def behind(self, row: CoverageRow) -> tuple[ClaimOrigin, ...]:
        """The origins of a claim, those of most articles first."""
        found = [
            self._origin(self._known[o], row.group.articles) for o in row.group.origins if o in self._known
        ]
        return tuple(sorted(found, key=lambda origin: (-len(origin.articles), origin.name, origin.id)))

    def own(self, row: CoverageRow) -> tuple[str, ...]:
        """Labels of the articles that tell a claim and rest on nothing known."""
        return tuple(sorted(self._labels[a] for a in row.group.articles if not self._of.get(a)))

    def _origin(self, origin: Origin, articles: Iterable[str]) -> ClaimOrigin:
        resting = sorted(self._labels[a] for a in articles if origin.id in self._of.get(a, ()))
        home = self._labels.get(origin.in_corpus or "", origin.in_corpus)
        return ClaimOrigin(origin.id, origin.name, origin.kind, home, tuple(resting))


def _claim(
    corpus: Corpus, row: CoverageRow, articles: Sequence[ArticleRow], texts: StoryTexts, origins: _Origins
) -> BriefClaim:
    relations = {cell.sentence: cell.relation for cell in row.cells}
    sentences = sorted(row.group.sentences, key=texts.order)
    tellings = []
    for sentence in sentences:
        article = texts.row(sentence)
        tellings.append(
            Telling(
                article.outlet,
                article.published,
                article.date_hint,
                relations.get(sentence),
                texts.cited(sentence),
            )
        )
    found = differences(corpus, sentences, texts)
    return BriefClaim(
        id=row.group.id,
        text=texts.words(sentences[0]),
        articles=len(row.group.articles),
        independent=row.independent,
        conflicts=row.disagreements,
        origins=origins.behind(row),
        own=origins.own(row),
        tellings=tuple(tellings),
        differences=found,
        silent=tuple(article.label for article in articles if article.id not in row.group.articles),
    )


def _alone(found: Coverage, texts: StoryTexts) -> Iterator[Alone]:
    """What articles report alone; nothing where no other article is there to be silent."""
    if len(found.articles) > 1:
        for row in found.articles:
            cited: tuple[Cited, ...] = tuple(map(texts.cited, found.alone[row.id]))
            if cited:
                yield Alone(row.label, cited)


def _kin(family: Family, texts: StoryTexts) -> Kin:
    known = {origin.id: origin for origin in family.origins}
    drawings = [
        _drawing(row, derivation, known, texts)
        for row, derivations in family.members
        for derivation in derivations
    ]
    return Kin(
        letter=family.letter,
        names=tuple(dict.fromkeys(origin.name for origin in family.origins)),
        articles=tuple(row.label for row, _ in family.members),
        drawings=tuple(drawings),
    )


def _drawing(
    row: ArticleRow, derivation: Derivation, known: Mapping[str, Origin], texts: StoryTexts
) -> Drawing:
    return Drawing(
        label=row.label,
        origin=derivation.origin,
        name=known[derivation.origin].name if derivation.origin in known else "unknown",
        status=derivation.status,
        stated=derivation.stated,
        evidence=tuple(_proof(row.id, item, texts) for item in derivation.evidence),
    )


def _proof(article: str, item: Evidence, texts: StoryTexts) -> Proof:
    there = (item.other_article, item.b) if item.other_article and item.b else None
    return Proof(
        kind=item.kind,
        weight=item.weight,
        why=item.why,
        words=_shown(article, item.a, texts),
        place=texts.place(article, item.a),
        other_words=_shown(*there, texts) if there else None,
        other_place=texts.place(*there) if there else None,
    )


def _shown(article: str, span: Span, texts: StoryTexts) -> str:
    return excerpt(texts.reading(article).text, span)


def _source(row: ArticleRow, texts: StoryTexts) -> Source:
    article = texts.reading(row.id).article
    return Source(
        label=row.label,
        id=row.id,
        title=article.title,
        outlet=row.outlet,
        author=article.author,
        published=row.published,
        date_hint=row.date_hint,
        date_evidence=article.date_evidence,
        language=row.language,
        family=row.family,
        url=article.url,
        path=article.path,
        sha256=article.sha256,
    )
