"""What is taken along: a sentence with its citation, and a comparison, as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from model.reasons import named_reason
from model.views import ArticleRow, Reading, Report, WhoElse
from tui.signs import WORDS, sign_of


def citation(row: ArticleRow, number: int) -> str:
    """Where a sentence stands: outlet, title, date, `article:sentence`; what is unknown is said to be."""
    title = f"“{row.title}”" if row.title else "no title"
    date = row.published or "no date"
    return f"{row.outlet or 'no outlet'}, {title}, {date} ({row.label}:{number})"


def quoted(reading: Reading, sentence: int) -> str:
    """The sentence verbatim with its citation."""
    place = reading.sentences[sentence]
    return f"{_flat(place.span.of(reading.text))}\n— {citation(reading.row, place.n)}"


def comparison(reading: Reading, sentence: int, who_else: WhoElse) -> str:
    """The sentence and what the other articles say, with relation and differences in words."""
    return "\n\n".join([quoted(reading, sentence), *_reports(reading, who_else), *_silence(who_else)])


def _reports(reading: Reading, who_else: WhoElse) -> Iterator[str]:
    for report in who_else.reports:
        cited = f"{_flat(report.text)}\n— {citation(report.row, report.sentence.n)}"
        yield f"{in_words(reading, report)}\n{cited}"


def in_words(reading: Reading, report: Report) -> str:
    """Relation and differences of a match in one line without signs alone."""
    sign = sign_of(report.match)
    relation = (report.match.told or "perhaps the same").replace("_", " ")
    labels = {"a": reading.row.label, "b": report.row.label}
    reasons = "; ".join(
        f"{WORDS[item.kind]}: {named_reason(item.why, **labels)}" for item in report.match.differences
    )
    return f"{sign.sign} {relation}" + (f" ({reasons})" if reasons else "")


def _silence(who_else: WhoElse) -> Iterator[str]:
    if who_else.silent:
        yield f"Silent: {', '.join(row.label for row in who_else.silent)}"
    if who_else.origins:
        names = ", ".join(item.origin.name for item in who_else.origins)
        yield f"Independent origins: {who_else.independent} ({names})"


def _flat(text: str) -> str:
    return " ".join(text.split())
