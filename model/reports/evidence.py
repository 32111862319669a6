"""The families of a story and the evidence for each derivation as a Markdown document, in quoted words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from model.corpus import Corpus
from model.records import Derivation, Evidence, Span
from model.reports.markdown import escape
from model.reports.saving import save
from model.views import ArticleRow, Family, Reading


def save_evidence(corpus: Corpus, story: str | None, *, folder: Path | None = None) -> Path:
    """Write the evidence of a story (of all, if None) to a new file, whose path is returned.

    See `model.reports.saving.save` for where. Raises CrossreadError if no place can be written.
    """
    return save(corpus, f"origins-{story or 'all'}", "md", evidence_lines(corpus, story), folder=folder)


def evidence_lines(corpus: Corpus, story: str | None) -> Iterator[str]:
    """The lines of the document: a heading a family, an item a derivation, below it an item a reason."""
    yield f"# Origins in {escape(corpus.name)}"
    writer = _Writer(corpus)
    for family in corpus.families(story):
        yield ""
        yield from writer.family(family)


class _Writer:
    def __init__(self, corpus: Corpus) -> None:
        self._reading = lru_cache(8)(corpus.reading)

    def family(self, family: Family) -> Iterator[str]:
        names = "; ".join(escape(origin.name) for origin in family.origins)
        yield f"## {names or 'No origin outside these articles was found'}"
        yield ""
        named = {origin.id: origin.name for origin in family.origins}
        for row, derivations in family.members:
            if not derivations:
                yield f"- {_article(row)}"
            for derivation in derivations:
                yield f"- {_article(row)}: {_status(derivation)} from {escape(named[derivation.origin])}"
                for item in derivation.evidence:
                    yield f"  - {self._evidence(row.id, item)}"

    def _evidence(self, article: str, item: Evidence) -> str:
        speaks = "for" if item.weight >= 0 else "against"
        words = f"{speaks} ({item.weight:+.1f}), {item.kind}: {escape(item.why or '')}"
        words += f"; “{self._quoted(article, item.a)}”"
        if item.other_article is not None and item.b is not None:
            label = escape(self._reading(item.other_article).row.label)
            words += f" and in {label} “{self._quoted(item.other_article, item.b)}”"
        return words

    def _quoted(self, article: str, span: Span) -> str:
        reading: Reading = self._reading(article)
        return escape(span.of(reading.text))


def _article(row: ArticleRow) -> str:
    return (
        f"**{escape(row.label)}** {escape(row.outlet or 'no outlet')}, {escape(row.published or 'no date')}"
    )


def _status(derivation: Derivation) -> str:
    if not derivation.evidence:
        return f"{derivation.status}, by the reader's word,"
    return derivation.status if derivation.stated else f"{derivation.status}, without credit,"
