"""The matches pane: what the other articles say about the selected sentence, who is silent, how many origins.

Below the text, at full width, a match is one line: number, sign and words, the article's label, the other
sentence from where it is telling. In a column beside the text date and outlet follow the label and the
other sentence stands below. The selected match is given more lines while the pane has the focus.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from rich.style import Style
from textual.strip import Strip

from model.records import Span
from model.views import ArticleRow, Report, WhoElse
from tui import highlight
from tui.highlight import Mark
from tui.painting import layered, strip_of
from tui.panes.lines import LinePane
from tui.session import Pane, Session
from tui.signs import sign_of
from tui.terminal.sanitise import sanitise
from tui.themes import Theme
from tui.wrapping import ELLIPSIS, clip, fit, wrap

#: From this width on the other sentence stands beside its head.
_BESIDE = 72
_HEAD = 25
_INDENT = 4
#: The most cells of an article's label in such a head.
_LABEL = 8
#: The most cells of its words for what differs.
_WORDS = 12
#: The most lines of another sentence: in a column, and while the pane has the focus.
_LINES, _LINES_FOCUSED = 4, 8
#: The most silent articles that are named.
_NAMED = 12

_Pieces = list[tuple[str, Style]]


class MatchesPane(LinePane):
    """Draws the answer to “who else reports this?”."""

    def __init__(self, session: Session, theme: Theme, *, id: str | None = None) -> None:
        super().__init__(theme, id=id)
        self.session = session
        self._last: tuple[Hashable, Sequence[Strip]] = (None, ())
        self._numbers: Sequence[int] = ()

    def number_at(self, row: int) -> int | None:
        """Number of the match, from 0, in a line of the window; None where another thing stands."""
        return self._numbers[row - 1] if 0 < row <= len(self._numbers) else None

    def draw(self, width: int, height: int) -> Sequence[Strip]:
        """A title, the matches around the selected one, and the last line with the origins."""
        session = self.session
        who_else = session.who_else
        key = (
            session.generation,
            who_else and who_else.sentence,
            who_else and who_else.reports,
            session.match,
            session.pane is Pane.MATCHES,
            (width, height, self.ruled, self.theme.name),
        )
        if self._last[0] != key:
            lines = [self._title(who_else, width), *self._body(who_else, width - self.ruled, height - 1)]
            strips = [strip_of([*self.edge(), *line], width, self.theme.background) for line in lines]
            self._last = key, strips
        return self._last[1]

    def _title(self, who_else: WhoElse | None, width: int) -> _Pieces:
        theme = self.theme
        count = counted(who_else)
        if self.ruled:
            return [
                (" WHO ELSE REPORTS THIS  ", theme["bar"]),
                (count, theme["text"]),
            ]
        label = f" who else: {count} " if count else " who else "
        return [
            ("─" * max(0, width - len(label) - 2), theme["chrome"]),
            (label, theme["bar"]),
            ("──", theme["chrome"]),
        ]

    def _body(self, who_else: WhoElse | None, width: int, height: int) -> Sequence[_Pieces]:
        self._numbers = ()
        if who_else is None:
            return [[(" Select a sentence to see who else reports it.", self.theme["dim"])]]
        reports = who_else.reports
        beside = width >= _BESIDE and not self.ruled
        tail = list(self._tail(who_else, width, beside=beside))
        room = max(1, height - len(tail))
        share = max(1, room // max(1, len(reports)) - (not beside))
        lines: list[_Pieces] = []
        numbers: list[int] = []
        chosen = range(0)
        for number, report in enumerate(reports):
            selected = number == self.session.match
            limit = self._limit(selected=selected, share=share, beside=beside)
            block = list(self._report(number, report, width, limit, beside=beside))
            if selected:
                chosen = range(len(lines), len(lines) + len(block))
            lines.extend(block)
            numbers.extend([number] * len(block))
        if not reports:
            lines.append([(" Nobody else reports this.", self.theme["dim"])])
        first = max(0, min(chosen.start, chosen.stop - room)) if chosen.stop > room else 0
        shown = lines[first : first + room]
        self._numbers = numbers[first : first + room]
        # At full width the last line stays where it is, however many matches there are.
        gap: list[_Pieces] = [[]] * (room - len(shown)) if beside else []
        return [*shown, *gap, *tail][:height]

    def _limit(self, *, selected: bool, share: int, beside: bool) -> int:
        """How many lines of the other sentence are shown, by the pane's form and focus."""
        if selected and self.session.pane is Pane.MATCHES:
            return _LINES_FOCUSED
        return 1 if beside else min(share, _LINES)

    def _report(
        self, number: int, report: Report, width: int, limit: int, *, beside: bool
    ) -> Iterator[_Pieces]:
        head = self._head(number, report, _HEAD if beside else width, beside=beside)
        column = _HEAD if beside else _INDENT
        text = list(self._text(report, max(2, width - column - 1), limit, beside=beside))
        if beside:
            for line, words in enumerate(text):
                yield [*(head if line == 0 else [(" " * column, self.theme["text"])]), *words]
            return
        yield head
        for words in text:
            yield [(" " * column, self.theme["text"]), *words]

    def _head(self, number: int, report: Report, width: int, *, beside: bool) -> _Pieces:
        theme = self.theme
        sign = sign_of(report.match)
        at_cursor = number == self.session.match and self.session.pane is Pane.MATCHES
        pieces = [
            (
                f"{'>' if at_cursor else ' '}{number + 1 if number < 9 else ' '} ",
                theme["key" if at_cursor else "dim"],
            ),
            (f"{sign.sign} {clip(sign.words, _WORDS) if beside else sign.words}", theme[sign.role]),
            (f" {sign.muted}" if sign.muted else "", theme["dim"]),
        ]
        if report.match.judged:
            pieces.append((f" {report.match.judged}", theme["dim"]))
        left = width - 1 - sum(len(text) for text, _ in pieces)
        label = sanitise(report.row.label)
        if beside:
            # Flush right, so that the next sentence's matches often find the label where it was.
            room = max(1, min(left, _LABEL))
            where = fit("", left - room) + clip(label, room).rjust(room)
            return [*pieces, (f"{where} ", theme["text"])]
        story = " · other story" if report.other_story else ""
        where = f"  {article_line(report.row)}{story}"
        if len(where) > left:
            where = f"  {label} · {date_of(report.row)}{story}"
        return [*pieces, (f"{fit(where, left)} ", theme["dim"])] if left > 0 else pieces

    def _text(self, report: Report, width: int, limit: int, *, beside: bool) -> Iterator[_Pieces]:
        """The other sentence in at most `limit` lines, beginning near its first loud difference if it is
        long.
        """
        theme = self.theme
        text, offset = sanitise(report.text), report.sentence.start
        lines = list(wrap(text, 0, len(text), width))
        loud = [item.b.start - offset for item in report.match.differences if item.b and not item.is_quiet]
        first = 0
        if len(lines) > limit and loud:
            at = next((n for n, (_, end) in enumerate(lines) if loud[0] < end), 0)
            first = min(max(0, at - limit + 1), len(lines) - limit)
        spans: list[Span | None] = [item.b for item in report.match.differences if not item.is_quiet]
        # In one line only what differs is marked: there the actors are many and the eye looks for the rest.
        actors = () if beside and limit == 1 else highlight.actors(report.mentions, theme)
        layers = highlight.stacked(
            {Mark.ACTORS: actors, Mark.DIFFERENCES: highlight.differences(spans, theme)}
        )
        cut = theme["text" if beside else "dim"]
        for n, (start, end) in enumerate(lines[first : first + limit]):
            words = layered(text[start:end], start + offset, theme["text"], layers)
            if n == 0 and first:
                words = [(ELLIPSIS, cut), *words]
            if n == limit - 1 and first + limit < len(lines):
                words = [*words, (ELLIPSIS, cut)]
            yield words

    def _tail(self, who_else: WhoElse, width: int, *, beside: bool) -> Iterator[_Pieces]:
        """Who is silent and how many origins stand behind; in one line where lines are few."""
        parts = list(_silence_and_origins(who_else))
        if beside:
            parts = [" · ".join(parts)] if parts else []
        for part in parts:
            for start, end in [(0, len(part))] if beside else wrap(part, 0, len(part), max(2, width - 2)):
                yield [(f" {part[start:end]}", self.theme["dim"])]


def _silence_and_origins(who_else: WhoElse) -> Iterator[str]:
    if who_else.silent:
        labels = [sanitise(row.label) for row in who_else.silent]
        more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
        yield f"silent: {', '.join(labels[:_NAMED])}{more}"
    if who_else.origins:
        names = [
            sanitise(item.origin.name) + ("" if item.origin.in_corpus else " (not in this corpus)")
            for item in who_else.origins
        ]
        count, behind = who_else.independent, len(who_else.reporting) + 1
        yield (
            f"{count} {'origin' if count == 1 else 'origins'} behind {behind} "
            f"{'report' if behind == 1 else 'reports'}: {', '.join(names)}"
        )


def counted(who_else: WhoElse | None) -> str:
    """How many of the other articles of the story report the sentence: `2 of 3`."""
    if who_else is None:
        return ""
    others = {report.row.id for report in who_else.reports if report.match.relation != "background"}
    return f"{len(who_else.reporting)} of {len(others | {row.id for row in who_else.silent})}"


def article_line(row: ArticleRow) -> str:
    """An article in a few words: label, outlet and date, each said to be missing where it is."""
    return f"{sanitise(row.label)} · {sanitise(row.outlet or 'no outlet')} · {date_of(row)}"


def date_of(row: ArticleRow) -> str:
    """The date of an article, or that the text proves none and what hints at one."""
    return sanitise(row.published or (f"no date ({row.date_hint})" if row.date_hint else "no date"))
