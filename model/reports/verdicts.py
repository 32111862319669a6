"""The user's notes and judgements that concern a story."""

from __future__ import annotations

from collections.abc import Iterator

from model.corpus import Corpus
from model.records import Judgement, Span
from model.reports.brief import Subject, Verdict
from model.reports.texts import StoryTexts


def verdicts(corpus: Corpus, texts: StoryTexts) -> Iterator[Verdict]:
    """Judgements in force on the story, its articles, sentences or actors, oldest first."""
    standing = corpus.judgements()
    if not standing:
        return
    known = _known(texts)
    for judgement in standing:
        if any(_concerns(subject, known, texts) for subject in _subjects(judgement)):
            yield Verdict(
                kind=judgement.kind,
                verdict=judgement.verdict,
                subject=_subject(judgement.subject, texts),
                object=_subject(judgement.object, texts) if judgement.object is not None else None,
                note=judgement.note,
                at=judgement.at,
            )


def _subjects(judgement: Judgement) -> list[str]:
    return [subject for subject in (judgement.subject, judgement.object) if subject]


def _known(texts: StoryTexts) -> set[str]:
    """Ids of the story, its articles and actors, and the names of the actors, folded."""
    known: set[str] = set(texts.articles)
    for article in texts.articles:
        reading = texts.reading(article)
        known.update((reading.row.story or article,))
        for mention in reading.mentions:
            known.add(_folded(mention.surface))
            if mention.entity:
                known.add(mention.entity)
                known.add(_folded(texts.name(mention.entity) or ""))
    return known


def _concerns(subject: str, known: set[str], texts: StoryTexts) -> bool:
    return subject in known or _folded(subject) in known or texts.holds(subject)


def _subject(subject: str, texts: StoryTexts) -> Subject:
    if texts.holds(subject):
        cited = texts.cited(subject)
        return Subject(subject, cited.place.cited, cited.place, cited.text)
    if subject in texts.articles:
        reading = texts.reading(subject)
        return Subject(subject, reading.row.label, texts.place(subject, Span(0, 0)), reading.article.title)
    return Subject(subject, texts.name(subject) or subject, None, None)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
