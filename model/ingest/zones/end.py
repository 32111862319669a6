"""The end of an article: what follows its last paragraph (comments, links and teasers of other stories).

Nothing is taken for furniture by its place alone: the line that ends an article must stand late in its text,
and what follows must look the part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.ingest.dates import find_stamps
from model.ingest.zones.furniture import ABOUT_AUTHOR, COMMENTS, COPYRIGHT, OTHER_STORIES, TAGS
from model.ingest.zones.lines import Line
from model.ingest.zones.notices import STAFF_CREDIT
from model.ingest.zones.prose import PROSE, headline_like
from model.ingest.zones.verdicts import Verdict

_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{3,}")
#: Share of an article's paragraphs that must stand above a line for it to end the article.
_LATE = 0.8
#: What heads text that is not the article's, and what that text is.
_NOT_THE_STORY = {COMMENTS: "readers' comments", ABOUT_AUTHOR: "about the author"}
#: Comments may be long and many, and then count as paragraphs themselves.
_MIDDLE = 0.6


def weigh_end(lines: Sequence[Line], verdicts: Sequence[Verdict], prose: Sequence[float]) -> None:
    """Weigh the lines after what ends the article, and runs of links to other stories anywhere."""
    paragraphs = [
        verdict.kind == "body" and weight >= PROSE and line.finished and not line.truncated
        for line, verdict, weight in zip(lines, verdicts, prose, strict=True)
    ]
    reasons = [_reason(verdict) for verdict in verdicts]
    last_form = max((index for index, reason in enumerate(reasons) if reason == COMMENTS), default=-1)
    total, above = sum(paragraphs), 0
    names: frozenset[str] | None = None
    ended: str | None = None
    for index, line in enumerate(lines):
        reason = reasons[index]
        if reason is not None and above and _ends(reason, above / total, more_forms=index < last_form):
            ended = reason if ended is None or reason in _NOT_THE_STORY else ended
        if ended is not None and reason is None:
            names = _names(lines[:index]) if names is None else names
            _weigh_after(line, verdicts[index], ended, names, last=above == total)
        elif reason == OTHER_STORIES:
            _weigh_links(lines, verdicts, index + 1)
        above += paragraphs[index]
    _weigh_cut_off(lines, verdicts)


def _ends(reason: str, share_above: float, *, more_forms: bool) -> bool:
    """Whether a line of furniture ends the article, given the share of its paragraphs that stand above.

    `more_forms` says that parts of a form for comments follow.
    """
    if reason in _NOT_THE_STORY:
        return share_above >= _MIDDLE or (reason == COMMENTS and more_forms)
    if reason in (OTHER_STORIES, TAGS):
        return share_above >= 1.0
    return reason in (STAFF_CREDIT, COPYRIGHT) and share_above >= _LATE


def _weigh_cut_off(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> None:
    """Several lines at the very end that are all cut off are teasers; one may be the article's own end."""
    run: list[int] = []
    for index in range(len(lines) - 1, 0, -1):
        if lines[index].truncated:
            run.append(index)
        elif verdicts[index].kind in ("body", "title"):
            break
    if len(run) >= 2:
        for index in run:
            verdicts[index].add("boilerplate", 2.5, "teaser of another story")


def _weigh_after(line: Line, verdict: Verdict, ended: str, names: frozenset[str], *, last: bool) -> None:
    """Weigh a line that stands after the one that ended the article, for the reason `ended`.

    `names` are those of the article; `last` says that no paragraph of running text follows.
    """
    if ended in _NOT_THE_STORY:
        verdict.add("boilerplate", 5.5, _NOT_THE_STORY[ended])
        return
    weight = 1.0 + (0.8 if names.isdisjoint(_NAME.findall(line.head)) else 0.0)
    if line.truncated:
        weight += 3.0
    elif not line.finished and last:
        weight += 2.5
    elif headline_like(line):
        weight += 1.0
    if any(find_stamps(line.head)):
        weight += 1.5
    verdict.add(
        "boilerplate", weight, "tag" if ended == TAGS and line.length <= 4 else "teaser of another story"
    )


def _weigh_links(lines: Sequence[Line], verdicts: Sequence[Verdict], start: int) -> None:
    """Headlines right after `Related articles` and the like are links; the first paragraph ends them."""
    for line, verdict in zip(lines[start : start + 6], verdicts[start : start + 6], strict=True):
        if verdict.kind != "body" or not headline_like(line) or line.length < 4:
            return
        verdict.add("boilerplate", 3.5, OTHER_STORIES)


def _names(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(name for line in lines for name in _NAME.findall(line.head))


def _reason(verdict: Verdict) -> str | None:
    return verdict.reason if verdict.kind == "boilerplate" else None
