"""Stories written for a test: articles with an outlet, a date and credit lines, and their matches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from model.passage import Witness
from model.records import Derivation, Mark, Match, Origin
from tests.model.matching.written import Said, written


def article(
    name: str,
    sentences: Iterable[Said | str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    author: str | None = None,
    marks: Iterable[tuple[str, str, str | None]] = (),
) -> Witness:
    """An article; each mark is given by its kind, the words it stands on, and what it names."""
    witness = written(name, sentences, published=published)
    text = witness.article.text or ""
    found = tuple(
        Mark(kind, text.index(words), text.index(words) + len(words), value) for kind, words, value in marks
    )
    return replace(witness, article=replace(witness.article, outlet=outlet, author=author, marks=found))


def match(a: str, b: str) -> Match:
    """Two sentences that tell one claim."""
    return Match(a, b, "paraphrase", None, 0.9, (), None)


def side_by_side(a: Witness, b: Witness, count: int | None = None) -> list[Match]:
    """The first sentences of two articles matched one by one; all of the shorter by default."""
    pairs = list(zip(a.passages, b.passages, strict=False))[:count]
    return [match(one.sentence.id, other.sentence.id) for one, other in pairs]


def origins_of(origins: Iterable[Origin], article: str) -> set[str]:
    """The names of the origins that an article rests on."""
    return {origin.name for origin in origins if article in origin.articles}


def together(origins: Iterable[Origin], *articles: str) -> bool:
    """Whether some origin is behind all of these articles."""
    return any(set(articles) <= {*origin.articles} for origin in origins)


def derivation(found: Iterable[Derivation], article: str) -> Derivation:
    """The only derivation of an article."""
    (only,) = (item for item in found if item.article == article)
    return only
