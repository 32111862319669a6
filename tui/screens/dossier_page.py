"""The lines of a dossier above its concordance: who it is, how it is spelled, what it says, its company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.views import Apart, Dossier, SaidClaim, Source
from tui.panes.listing import GAP, Entry, line
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import ACTOR_ROLES
from tui.trail import Place
from tui.wrapping import clip, fit, wrap

#: Claims of each kind that are read before the rest is asked for, and lines of a section that are shown.
READ = 25
_SHOWN = 8
_LABEL = 10
_COUNT = 7
#: The most articles of an outlet or a role that are named, and lines of a claim.
_NAMED, _LINES = 4, 2


@dataclass(frozen=True, slots=True)
class Spelling:
    """The target of a line about a spelling."""

    text: str


@dataclass(frozen=True, slots=True)
class Companion:
    """The target of a line about another actor."""

    id: str


@dataclass(frozen=True, slots=True)
class More:
    """The target of a line that stands for the rest of a section."""

    section: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """A dossier in lines of `width` cells; the sections in `whole` are shown to their end."""

    dossier: Dossier
    width: int
    whole: frozenset[str]

    def sections(self) -> list[list[Entry]]:
        """Every section with its heading; one that has nothing is empty."""
        dossier = self.dossier
        return [
            list(self._identity()),
            self._spellings(),
            self._section("says", "SAYS", self._claims(dossier.says, by_others=False)),
            self._section("about", "SAID ABOUT IT", self._claims(dossier.about, by_others=True)),
            self._section("company", self._company_title(), map(self._companion, dossier.company)),
        ]

    # ── who it is ─────────────────────────────────────────────────────────────────────────────────────────

    def _identity(self) -> Iterator[Entry]:
        dossier = self.dossier
        entity = dossier.entity
        articles = "article" if dossier.articles == 1 else "articles"
        yield line(
            (" ", "text"),
            (sanitise(entity.name), ACTOR_ROLES.get(entity.type, "event")),
            (f"  {entity.type}  in {dossier.articles} {articles}", "dim"),
        )
        roles = " · ".join(f"“{sanitise(role.text)}” ({_who(role.sources)})" for role in dossier.roles)
        yield from self._fact("roles", roles)
        yield from self._fact("dates", self._dates())
        yield from self._fact("not", " · ".join(map(_apart, dossier.apart)))
        for note in dossier.notes:
            yield from self._fact("note", f"{sanitise(note.note or '')} ({note.at[:10]})", "title")
        yield from self._fact("one, for", "; ".join(map(sanitise, entity.why[:4])))

    def _dates(self) -> str:
        """First and last appearance, and how many articles have no date."""
        dossier = self.dossier
        if dossier.first is None or dossier.last is None:
            return "none: no article that mentions it has a date"
        days = dict.fromkeys(
            f"{(row.published or '')[:10]} ({sanitise(row.label)})" for row in (dossier.first, dossier.last)
        )
        undated = f" · {dossier.undated} without a date" if dossier.undated else ""
        return f"{'first ' if len(days) > 1 else ''}{' · last '.join(days)}{undated}"

    def _fact(self, label: str, text: str, role: str = "text") -> Iterator[Entry]:
        """Lines of a fact with its label; none where there is no fact."""
        for n, (start, end) in enumerate(wrap(text, 0, len(text), max(10, self.width - _LABEL - 1))):
            yield line((fit("" if n else f" {label}", _LABEL), "dim"), (text[start:end], role))

    # ── sections ──────────────────────────────────────────────────────────────────────────────────────────

    def _section(
        self, name: str, title: str, lines: Iterable[Sequence[Entry]], *, cut: bool = False
    ) -> list[Entry]:
        """A gap, the heading and the first lines of a section, which may be `cut` even if there are few;
        nothing if it has none.
        """
        items = list(lines)
        if not items:
            return []
        whole = name in self.whole or (len(items) <= _SHOWN + 1 and not cut)
        shown = [entry for item in (items if whole else items[:_SHOWN]) for entry in item]
        more = [] if whole else [line((" … more: ⏎ shows them", "dim"), target=More(name))]
        return [GAP, line((f"{title}{self._count(name, len(items))}", "title")), *shown, *more]

    def _count(self, name: str, number: int) -> str:
        """How many there are; nothing where only the first claims have been read."""
        read = {"says": self.dossier.says, "about": self.dossier.about}.get(name, ())
        partly = len(read) >= READ or (name == "about" and self.dossier.within < self.dossier.articles)
        return "" if partly and name not in self.whole else f" {number}"

    def _spellings(self) -> list[Entry]:
        """Who writes what: on one line as many as fit, all of them when the rest of the section is wanted."""
        room = max(10, self.width - self._column - _COUNT)
        whole = "spellings" in self.whole
        shown, cut = [], False
        for usage in self.dossier.spellings:
            who = [f"{_source(source)} ×{source.count}" for source in usage.sources]
            text = " · ".join(who)
            lines = [text[start:end] for start, end in wrap(text, 0, len(text), room)]
            if len(lines) > 1 and not whole:
                lines, cut = [_fitting(who, room)], True
            first, *more = lines
            gap = " " * (self._column + _COUNT)
            shown.append(
                [
                    self._counted(usage.text, usage.count, Spelling(usage.text), first),
                    *(line((gap, "text"), (text, "dim")) for text in more),
                ]
            )
        return self._section("spellings", "SPELLINGS", shown, cut=cut)

    def _companion(self, companion: tuple[str, str, int]) -> Sequence[Entry]:
        identity, name, count = companion
        return [self._counted(name, count, Companion(identity))]

    def _counted(self, name: str, count: int, target: object, more: str = "") -> Entry:
        return line(
            (fit(f" {sanitise(name)}", self._column), "text"),
            (f"{count:{_COUNT - 2}d}  ", "key"),
            (more, "dim"),
            target=target,
        )

    @property
    def _column(self) -> int:
        """The cells of a name: as many as the longest has, up to half a line."""
        names = (usage.text for usage in self.dossier.spellings)
        longest = max((cell_width(sanitise(name)) for name in names), default=0)
        return max(10, min(longest + 3, self.width // 2))

    def _company_title(self) -> str:
        within = self.dossier.within
        near = f" (in {within} of its articles)" if within < self.dossier.articles else ""
        return f"IN ONE SENTENCE WITH{near}"

    def _claims(self, claims: Sequence[SaidClaim], *, by_others: bool) -> Iterator[Sequence[Entry]]:
        """A claim each, of several in one sentence the first: one line or two, with who says it."""
        first: dict[str, SaidClaim] = {}
        for claim in claims:
            first.setdefault(claim.sentence.id, claim)
        return (list(self._claim(item, by_others=by_others)) for item in first.values())

    def _claim(self, item: SaidClaim, *, by_others: bool) -> Iterator[Entry]:
        label = fit(f" {sanitise(item.row.label)}:{item.sentence.n}", _LABEL)
        speaker, words = _told(item, by_others=by_others)
        text = f"{speaker}{words}"
        lines = list(wrap(text, 0, len(text), max(10, self.width - _LABEL - 2)))
        for n, (start, end) in enumerate(lines[:_LINES]):
            cut = max(start, min(end, len(speaker)))
            rest = " …" if n + 1 == _LINES < len(lines) else ""
            yield line(
                (label if n == 0 else " " * _LABEL, "dim"),
                (text[start:cut], "title"),
                (f"{text[cut:end]}{rest}", "text"),
                target=Place(item.row.id, item.sentence.n) if n == 0 else None,
            )


def _source(source: Source) -> str:
    """An outlet and its articles; without an outlet, the article alone."""
    if source.outlet is None:
        return sanitise(", ".join(source.labels))
    if len(source.labels) == 1:
        return sanitise(f"{source.labels[0]} {source.outlet}")
    return f"{sanitise(source.outlet)} ({_some(source.labels)})"


def _fitting(sources: Sequence[str], room: int) -> str:
    """As many sources as fit into a line, and how many more there are."""
    for number in range(len(sources) - 1, 0, -1):
        text = f"{' · '.join(sources[:number])} … and {len(sources) - number} more"
        if cell_width(text) <= room:
            return text
    return clip(f"{len(sources)} sources", room)


def _who(sources: Sequence[Source]) -> str:
    """The articles of all these sources."""
    return _some(sorted(label for source in sources for label in source.labels))


def _some(labels: Sequence[str]) -> str:
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return sanitise(", ".join(labels[:_NAMED])) + more


def _apart(other: Apart) -> str:
    why = f" ({sanitise(other.why)})" if other.why else ""
    return f"{sanitise(other.name)}{why}"


def _speaker(written: str, name: str | None) -> str:
    """A source as it is written, and who that is where nothing of the name is written."""
    if name is None:
        return f"{written}: " if written else ""
    known = set(written.casefold().split()) & set(name.casefold().split())
    return f"{written}: " if known else f"{written} ({sanitise(name)}): ".lstrip()


def _told(item: SaidClaim, *, by_others: bool) -> tuple[str, str]:
    """Who says it, where the sentence itself tells, and what: from the word of saying on, or the content."""
    claim, offset, text = item.claim, item.sentence.start, sanitise(item.text)

    def words(start: int, end: int) -> str:
        return " ".join(text[max(0, start - offset) : max(0, end - offset)].split())

    source, cue, content = claim.source, claim.cue, claim.content
    if by_others:
        inside = source is not None and offset <= source.start < offset + len(text)
        speaker = _speaker(words(source.start, source.end) if source and inside else "", item.source)
        return speaker, words(content.start, content.end)
    start = min(content.start, cue.start) if cue and offset <= cue.start else content.start
    return "", words(start, content.end)
