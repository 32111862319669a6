"""The head of an article: what stands before its first paragraph, among it the title and the standfirst."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.ingest.formulas import DATELINE, SIGNED_BY_AGENCY, names_only
from model.ingest.languages import words
from model.ingest.zones.lines import Line
from model.ingest.zones.notices import BYLINE, DATE_LINE
from model.ingest.zones.prose import PROSE, headline_like
from model.ingest.zones.verdicts import CERTAIN, Verdict

_LOOK_AHEAD = 12
_HEADING_SIGN = re.compile(r"#{1,2}\s")
_SAME_TITLE = 0.8


def weigh_head(
    lines: Sequence[Line],
    verdicts: Sequence[Verdict],
    prose: Sequence[float],
    *,
    title: str | None,
    markup: bool,
) -> None:
    """Find the title and what stands around it before the first paragraph.

    With a `title` known from elsewhere only a line that repeats it can be the title.
    """
    if len(lines) < 2:
        return
    end = _first_paragraph(lines, verdicts, prose)
    if title is not None:
        found = _repeating(title, lines[: max(end, 1) + 3])
    elif markup:
        found = _heading(lines[:end]) if _heading(lines[:end]) is not None else _best(lines[:end], verdicts)
    else:
        found = _best(lines[:end], verdicts)
    if found is not None:
        verdicts[found].add("title", CERTAIN, "headline")
        _weigh_above(lines[:found], verdicts)
        _weigh_again(lines[found], lines[found + 1 : end], verdicts[found + 1 : end])
    if found is not None or title is not None:
        _weigh_below(lines, verdicts, 0 if found is None else found + 1, end)


def title_text(text: str) -> str:
    """The title that a line gives, without the signs of Markdown."""
    return re.sub(r"^#{1,6}\s+|\s+#+$", "", " ".join(text.split()))


def _first_paragraph(lines: Sequence[Line], verdicts: Sequence[Verdict], prose: Sequence[float]) -> int:
    """The index of the first line that is a paragraph of the article; a byline puts it further down."""
    first = len(lines)
    for index, line in enumerate(lines):
        if verdicts[index].kind == "body" and _opens_article(line, prose[index]):
            first = index
            break
    near = range(first, min(first + 3, len(lines), _LOOK_AHEAD))
    below = [index for index in near if _reason(verdicts[index]) in (BYLINE, DATE_LINE)]
    if below and any(headline_like(line) for line in lines[:first]) and lines[first].length <= 45:
        return below[-1] + 1
    return first if first < len(lines) else min(3, len(lines))


def _opens_article(line: Line, prose: float) -> bool:
    dateline = DATELINE.match(line.head)
    if dateline is not None and not dateline["colon"] and line.length >= 8:
        return True
    return (prose >= PROSE and line.finished) or line.length >= 45


def _repeating(title: str, lines: Sequence[Line]) -> int | None:
    wanted = words(title)
    for index, line in enumerate(lines):
        found = words(title_text(line.head))
        if found and wanted and line.length <= len(wanted) + 6:
            shared = len(set(found) & set(wanted))
            if shared >= _SAME_TITLE * len(set(found)) and shared >= _SAME_TITLE * len(set(wanted)):
                return index
    return None


def _heading(lines: Sequence[Line]) -> int | None:
    return next((index for index, line in enumerate(lines) if _HEADING_SIGN.match(line.head)), None)


def _best(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> int | None:
    """The line that looks most like a headline, the earlier one of equals; None if none does."""
    best, weight = None, 1.4
    for index, line in enumerate(lines):
        if verdicts[index].kind != "body" or not headline_like(line) or line.head[0].islower():
            continue
        own = 1.0 if 5 <= line.length <= 25 else 0.4
        own += 0.6 if line.apart else 0.0
        own += 0.5 if best is None else 0.0
        own -= 0.8 if "|" in line.head else 0.0
        own -= 1.2 if names_only(line.head) else 0.0
        if own > weight:
            best, weight = index, own
    return best


def _weigh_above(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> None:
    for line, verdict in zip(lines, verdicts, strict=False):
        if verdict.kind == "body" and not line.finished:
            verdict.add("boilerplate", 6.0 if line.length <= 4 else 3.0, "page header")


def _weigh_again(title: Line, lines: Sequence[Line], verdicts: Sequence[Verdict]) -> None:
    """Pages often print their headline twice; it is reported once."""
    for line, verdict in zip(lines, verdicts, strict=True):
        if line.head == title.head:
            verdict.add("boilerplate", CERTAIN, "headline again")


def _weigh_below(lines: Sequence[Line], verdicts: Sequence[Verdict], start: int, end: int) -> None:
    """What stands between the title and the first paragraph sums the article up or names the author."""
    notices = [index for index in range(start, end) if _reason(verdicts[index]) in (BYLINE, DATE_LINE)]
    for index in range(start, end):
        line, verdict = lines[index], verdicts[index]
        if verdict.kind != "body":
            continue
        if SIGNED_BY_AGENCY.search(line.tail):
            # Agencies sign texts at their end: before the first paragraph only a picture can be theirs.
            verdict.add("caption", 6.0, "ends in a photo credit")
        elif (
            line.length >= 5 and not line.bulleted and (not line.finished or any(n > index for n in notices))
        ):
            verdict.add("standfirst", 6.0, "summary under the headline")
        elif line.length <= 3 and notices and not line.finished:
            verdict.add("boilerplate", 3.0, "page header")


def _reason(verdict: Verdict) -> str | None:
    return verdict.reason if verdict.kind == "boilerplate" else None
