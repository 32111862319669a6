"""The plain brief: articles, actors, and claims that several articles report with the origins behind them."""

from __future__ import annotations

from model.corpus import Corpus
from model.records import Difference
from model.reports.brief import BriefClaim
from model.reports.build import briefs
from model.reports.outline import counted, dated
from model.views import Report, WhoElse
from tui.commands.output import columns, print_text
from tui.signs import SIGNS

_ACTORS = 30


def print_brief(corpus: Corpus) -> None:
    """Print articles, the most mentioned actors, and every claim that several articles report."""
    counts = corpus.counts()
    rows = corpus.articles()
    print_text(
        f"{corpus.name}: {counts.articles} articles, {counts.families} families of origin,"
        f" {counts.sentences} sentences, {counts.entities} actors"
    )
    _heading("ARTICLES")
    columns(
        (r.label, r.family or "-", dated(r.published, r.date_hint), r.outlet or "no outlet", r.title)
        for r in rows
    )
    _heading("ORIGINS")
    for family in corpus.families():
        names = ", ".join(dict.fromkeys(o.name for o in family.origins)) or "own reporting"
        members = " ".join(row.label for row, _ in family.members)
        print_text(f"{family.letter}  {names}: {members}")
    _heading("ACTORS")
    columns(
        (a.name, a.type, f"{a.mentions} in {a.articles}", " · ".join(a.spellings))
        for a in corpus.search_actors("", limit=_ACTORS)
    )
    _heading("CLAIMS REPORTED BY SEVERAL ARTICLES")
    for brief in briefs(corpus):
        for claim in brief.claims:
            _print_claim(claim)


def _print_claim(claim: BriefClaim) -> None:
    """A claim on a line; below it, who tells it and how, what stands behind it, and in what they disagree."""
    print_text(f"- {' '.join(claim.text.split())}")
    told = (f"{SIGNS[t.relation] if t.relation else '●'} {t.cited.place.cited}" for t in claim.tellings)
    names = ", ".join(origin.name for origin in claim.origins)
    behind = f"{counted(claim.independent, 'origin')}{': ' + names if names else ''}"
    print_text(f"    {' · '.join(told)} · {behind}")
    for difference in claim.loud:
        print_text(f"      ≠ {difference.kind}: {difference.why}")


def _heading(words: str) -> None:
    print_text()
    print_text(words)


def print_who_else(answer: WhoElse) -> None:
    """Print who else reports a sentence, what differs, who is silent and what stands behind."""
    for report in answer.reports:
        print_text(report_line(report))
        for difference in report.match.differences:
            print_text(f"      {difference.kind}: {difference.why}")
    if answer.silent:
        print_text(f"  silent: {' '.join(row.label for row in answer.silent)}")
    names = ", ".join(summary.origin.name for summary in answer.origins)
    origins = f"{answer.independent} origin{'s' if answer.independent != 1 else ''}"
    print_text(f"  {origins}{': ' + names if names else ''}")


def report_line(report: Report) -> str:
    """One report on a line: sign, relation, what differs, where, and its words."""
    match = report.match
    relation = (match.relation or "undecided").replace("_", " ")
    what = f"{SIGNS[match.relation]} {relation}{differing(match.differences)}"
    return f"  {what}  {report.row.label}:{report.sentence.n}  {' '.join(report.text.split())}"


def differing(differences: tuple[Difference, ...]) -> str:
    """The kinds of differences in brackets, or nothing."""
    kinds = ", ".join(dict.fromkeys(difference.kind for difference in differences))
    return f" ({kinds})" if kinds else ""
