"""Claims as a table for spreadsheets (CSV, RFC 4180): one row for each report of a claim by an article.

A claim that one article tells alone is known by the id of its sentence. Cells hold one line each; one that
a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from model.corpus import Corpus
from model.reports.brief import Brief, BriefClaim, Cited, Telling
from model.reports.build import briefs
from model.reports.inert import inert

COLUMNS = (
    "story", "claim", "articles", "independent", "origins", "claim_text",
    "article", "article_id", "outlet", "published", "date_hint", "sentence", "start", "end", "text",
    "relation", "attributed_to", "source_kinds", "differs_in", "differences", "silent",
    "url", "path", "sha256",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@")
Cell = str | int | None


def lines(corpus: Corpus) -> Iterator[str]:
    """The head, then a row for each report: claims told by several first, then what is told once."""
    yield _line(COLUMNS)
    for brief in briefs(corpus):
        for claim in brief.claims:
            for telling in claim.tellings:
                yield _line(_told(brief, claim, telling))
        for alone in brief.alone:
            for cited in alone.sentences:
                yield _line(_told_once(brief, cited))


def _told(brief: Brief, claim: BriefClaim, telling: Telling) -> tuple[Cell, ...]:
    mine = [d for d in claim.loud if _label(telling) in {p.label for p in (*d.a.places, *d.b.places)}]
    return (
        brief.story, claim.id, claim.articles, claim.independent,
        "; ".join(origin.name for origin in claim.origins), claim.text,
        *_report(brief, telling.cited), telling.relation, *_speakers(telling.cited),
        "; ".join(dict.fromkeys(d.kind for d in mine)), "; ".join(difference.told for difference in mine),
        "; ".join(claim.silent), *_where(brief, telling.cited),
    )  # fmt: skip


def _told_once(brief: Brief, cited: Cited) -> tuple[Cell, ...]:
    claim = f"{cited.place.article}:{cited.place.n}"
    silent = "; ".join(source.label for source in brief.sources if source.id != cited.place.article)
    return (
        brief.story, claim, 1, 1, None, cited.text,
        *_report(brief, cited), None, *_speakers(cited), None, None, silent, *_where(brief, cited),
    )  # fmt: skip


def _report(brief: Brief, cited: Cited) -> tuple[Cell, ...]:
    source, place = brief.by_label[cited.place.label], cited.place
    return (
        source.label, source.id, source.outlet, source.published, source.date_hint,
        place.n, place.start, place.end, cited.text,
    )  # fmt: skip


def _speakers(cited: Cited) -> tuple[Cell, ...]:
    speakers = cited.speakers
    return "; ".join(s.words for s in speakers), "; ".join(s.kind or "" for s in speakers)


def _where(brief: Brief, cited: Cited) -> tuple[Cell, ...]:
    source = brief.by_label[cited.place.label]
    return source.url, source.path, source.sha256


def _label(telling: Telling) -> str:
    return telling.cited.place.label


def _line(cells: tuple[Cell, ...]) -> str:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="").writerow(map(_cell, cells))
    return buffer.getvalue()


def _cell(cell: Cell) -> str | int:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = inert(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
