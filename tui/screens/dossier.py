"""The dossier of one actor: spellings and who writes them, what it says, what is said of it, its company, and
every mention in its context.

The concordance at its end is read a window at a time, so that an actor of ten thousand mentions opens as one
of ten does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar
from unicodedata import normalize

from model.views import ORDERS, ActorRow, Apart, Dossier, Order, SaidClaim, Source, Spot, Usage
from tui.operations import Context
from tui.painting import Piece, Pieces
from tui.panes.listing import GAP, Entry, line
from tui.screens.actor_judging import ActorJudging
from tui.screens.host import Host
from tui.screens.kwic import Lines, sorted_by
from tui.screens.listing import ListScreen
from tui.screens.picking import ActorPicker, TypePicker
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import ACTOR_ROLES
from tui.trail import Place
from tui.wrapping import clip, fit, wrap

#: Lines of a section before the rest is asked for, and the claims that are read for them.
_SHOWN, _READ = 8, 25
#: Articles in which company and claims about the actor are looked for at first, and claims at most.
_WITHIN, _ALL = 200, 500
_LABEL = 10
_SPELLING = 34
#: The most articles of an outlet that are named.
_NAMED = 4
_SIGNS = {
    "left": "the words on the left",
    "right": "the words on the right",
    "outlet": "outlet",
    "date": "date of publication",
    "text": "the order of the articles and their texts",
}


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


class DossierScreen(ActorJudging, ListScreen):
    """What the corpus holds on an actor; Enter goes to the place of a line."""

    context: ClassVar[Context] = Context.DOSSIER
    title_text = "DOSSIER"

    def __init__(self, host: Host, entity: str) -> None:
        super().__init__(host)
        self._entity = entity
        self._dossier: Dossier | None = None
        self._order: Order = "text"
        self._whole: set[str] = set()
        self._sections: list[int] = []
        spots = self.corpus.spots(entity)
        #: A mention by which the actor is known again when judgements give it another id.
        self._anchor: Spot | None = spots[0] if spots else None

    # ── what is shown ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def dossier(self) -> Dossier:
        """The dossier, asked for once."""
        if self._dossier is None:
            whole = bool(self._whole)
            self._dossier = self.corpus.dossier(
                self._entity, claims=_ALL if whole else _READ, within=None if whole else _WITHIN
            )
        return self._dossier

    def heading(self) -> tuple[Pieces, Pieces]:
        """Who it is, and in the concordance by what it is sorted."""
        right: list[Piece] = []
        if self._sections and self.list.cursor >= self._sections[-1]:
            right = [*sorted_by(self._order), ("   ", "dim")]
        number, total = self.list.position
        right.append((f"{number} of {total} " if total else "", "dim"))
        entity = self.dossier.entity
        filtered = f"   /{sanitise(self.filter)}" if self.filter else ""
        around = cell_width(f" {self.title_text}  {entity.type}  {filtered} ")
        room = self.size.width - around - sum(cell_width(text) for text, _ in right)
        name = clip(sanitise(entity.name), max(8, room))
        return [
            (f" {self.title_text} ", "bar"),
            (f" {name}", "title"),
            (f" {entity.type}", "dim"),
            (filtered, "key"),
        ], right

    def entries(self) -> Lines:
        """Who it is, what it says, what is said of it, with whom and where it is mentioned."""
        dossier = self.dossier
        spots = self.corpus.spots(self._entity, order=self._order, containing=self.filter)
        sections = [
            list(self._identity()),
            self._section("spellings", "SPELLINGS", map(self._spelling, dossier.spellings)),
            self._section("says", "SAYS", self._claims(dossier.says, by_others=False)),
            self._section("about", "SAID ABOUT IT", self._claims(dossier.about, by_others=True)),
            self._section("company", self._company_title(), map(self._companion, dossier.company)),
        ]
        head: list[Entry] = []
        self._sections = []
        for section in sections:
            self._sections.append(len(head))
            head += self._filtered(section)
        self._sections.append(len(head))
        of = f"{len(spots)} of " if self.filter else ""
        times = "ONCE" if dossier.entity.mentions == 1 else f"{of}{dossier.entity.mentions} TIMES"
        head += [GAP, line((f"MENTIONED {times}   ", "title"), *sorted_by(self._order))]
        return Lines(head, spots, self.corpus.concordance, self.width, self._order)

    def fill(self) -> None:
        """Show the lines; those of the concordance are made when they are seen."""
        entries = self.entries()
        self.list.fill(entries, entries.stops)

    def forget(self) -> None:
        """Ask for the dossier again, of the same actor under whatever id; one that is no more leaves the view
        as it was.
        """
        found = self.corpus.entity_at(self._anchor) if self._anchor else None
        self._entity = found or self._entity
        if self.corpus.entity(self._entity) is not None:
            self._dossier = None

    # ── going to places ───────────────────────────────────────────────────────────────────────────────────

    def open(self, target: object) -> None:
        """Go to a place, to another dossier, or to the mentions of a spelling; show the rest of a section."""
        match target:
            case Spelling(text):
                self._filter(text)
                self.list.show_from(0)
            case Companion(identity):
                self.host.show(DossierScreen(self.host, identity))
            case More(section):
                self._whole.add(section)
                self._dossier = None
                self.refill()
            case Place():
                self.host.session.trail.leave_view(target, self._again())
                self.host.go(target)

    def _again(self) -> Callable[[], None]:
        """What opens the dossier again as it is now."""
        entity, order, whole, text = self._entity, self._order, set(self._whole), self.filter
        cursor, top = self.list.cursor, self.list.top

        def reopen() -> None:
            screen = DossierScreen(self.host, entity)
            screen._order, screen._whole, screen.filter = order, whole, text
            screen.list.cursor, screen.list.top = cursor, top
            self.host.show(screen)

        return reopen

    def do_back(self) -> None:
        """Back to where the dossier was opened."""
        self.host.leave()

    def do_pane_next(self) -> None:
        """To the next section, round and round."""
        here = self.list.cursor
        later = [start for start in self._sections if start > here]
        self.list.show_from(later[0] if later else 0)

    def do_sort(self) -> None:
        """Sort the concordance by the next of its orders, and show it."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.refill()
        if self.list.cursor < self._sections[-1]:
            self.list.show_from(self._sections[-1])
        self.say(f"mentions sorted by {_SIGNS[self._order]}")

    # ── judging ───────────────────────────────────────────────────────────────────────────────────────────

    def do_rename(self) -> None:
        """Call the actor something else."""
        name = self.dossier.entity.name

        def renamed(text: str) -> None:
            if (wanted := " ".join(text.split())) and wanted != name:
                self._judge(wanted, "rename", f"called {wanted} from now on")

        self.ask("call it: ", renamed, text=name)

    def do_retype(self) -> None:
        """Say of what type the actor is."""
        entity = self.dossier.entity

        def picked(kind: str) -> None:
            self._judge(kind, "retype", f"{entity.name} is of the type {kind}")

        self.host.show(TypePicker(self.host, f"{sanitise(entity.name)} is …", picked))

    def do_split(self) -> None:
        """Take the spelling or the mention under the cursor out of this actor."""
        target = self.list.entry.target if self.list.entry else None
        match target:
            case Spelling(text):
                self._split_spelling(text)
            case Place(article, _, offset) if offset is not None:
                self._split(f"{article}@{offset}", "this mention")
            case _:
                self.say("nothing to split off here: go to a spelling or a mention")

    def do_note(self) -> None:
        """Write a note on the actor."""

        def noted(text: str) -> None:
            if text.strip():
                self._judge(None, "note", "noted", note=text.strip())

        self.ask("note on the actor: ", noted)

    def do_same_actor(self) -> None:
        """Judge that another name is this actor."""
        self._pick("same as", "same")

    def do_other_actor(self) -> None:
        """Judge that another actor is not this one."""
        self._pick("not", "different")

    def _pick(self, words: str, verdict: str) -> None:
        name = self.dossier.entity.name

        def picked(row: ActorRow) -> None:
            if row.id == self._entity:
                self.complain("that is the same entry")
            else:
                self._judge(row.id, verdict, f"judged: {name} is {words} {row.name}")

        self.host.show(ActorPicker(self.host, f"{sanitise(name)} is {words} …", picked))

    def _judge(self, object_: str | None, verdict: str, said: str, *, note: str | None = None) -> None:
        self.judge_actor(self._entity, object_, verdict, said=said, note=note)

    def _split_spelling(self, text: str) -> None:
        """Split a spelling off; what differs from it in marks and case only is one name and leaves too."""
        before = {usage.text for usage in self.dossier.spellings}
        self._split(text, f"‘{text}’")
        gone = before - {usage.text for usage in self.dossier.spellings} - {text}
        if gone:
            names = ", ".join(f"‘{name}’" for name in sorted(gone))
            self.say(f"judged: ‘{text}’ is not {self.dossier.entity.name}, and with it {names} (U: undo)")

    def _split(self, object_: str, words: str) -> None:
        """Split a spelling or a mention off, following the mentions that stay."""
        staying = self._staying(object_)
        if staying is None:
            self.say("there is nothing else that the actor would keep")
            return
        self._anchor, name = staying
        said = f"judged: {words} is not {self.dossier.entity.name}"
        self.judge_actor(name, object_, "split", said=said)

    def _staying(self, object_: str) -> tuple[Spot, str] | None:
        """A mention that is not the one, or of the name, that leaves; and its own name."""
        spots = self.corpus.spots(self._entity)
        for first in range(0, len(spots), _ALL):
            for spot, item in self.corpus.concordance(spots[first : first + _ALL]).items():
                mention = item.mention
                place = f"{mention.article}@{mention.start}"
                if place != object_ and _letters(mention.surface) != _letters(object_):
                    return spot, mention.surface
        return None

    # ── lines ─────────────────────────────────────────────────────────────────────────────────────────────

    def _identity(self) -> Iterator[Entry]:
        dossier = self.dossier
        entity = dossier.entity
        articles = "article" if entity.articles == 1 else "articles"
        yield line(
            (sanitise(entity.name), ACTOR_ROLES.get(entity.type, "event")),
            (f"  {entity.type}  in {entity.articles} {articles}", "dim"),
        )
        roles = " · ".join(f"“{sanitise(role.text)}” ({_who(role.sources)})" for role in dossier.roles)
        yield from self._fact("roles", roles)
        yield from self._fact("dates", self._dates())
        yield from self._fact("apart", " · ".join(map(_apart, dossier.apart)))
        for note in dossier.notes:
            yield from self._fact("note", f"{sanitise(note.note or '')} ({note.at[:10]})", "title")
        yield from self._fact("one, for", "; ".join(map(sanitise, entity.why[:4])))

    def _dates(self) -> str:
        """First and last appearance, and how many articles have no date."""
        dossier = self.dossier
        if dossier.first is None or dossier.last is None:
            return "none: no article that mentions it has a date"
        days = dict.fromkeys(
            f"{(row.published or '')[:10]} in {sanitise(row.label)}" for row in (dossier.first, dossier.last)
        )
        undated = f" · {dossier.undated} without a date" if dossier.undated else ""
        return f"{' to '.join(days)}{undated}"

    def _fact(self, label: str, text: str, role: str = "text") -> Iterator[Entry]:
        """Lines of a fact with its label; none where there is no fact."""
        for n, (start, end) in enumerate(wrap(text, 0, len(text), max(10, self.width - _LABEL - 1))):
            yield line((fit("" if n else f" {label}", _LABEL), "dim"), (text[start:end], role))

    def _section(self, name: str, title: str, lines: Iterable[Sequence[Entry]]) -> list[Entry]:
        """A gap, the heading and the first lines of a section; nothing if it has none."""
        items = list(lines)
        if not items:
            return []
        whole = name in self._whole or self.filter or len(items) <= _SHOWN + 1
        shown = items if whole else items[:_SHOWN]
        more = [] if whole else [line((" … more: ⏎ shows them", "dim"), target=More(name))]
        partly = name in {"says", "about"} and not self._whole and len(items) >= _READ // 2
        count = "" if partly else f" {len(items)}"
        return [
            GAP,
            line((f"{title}{count}", "title")),
            *(entry for item in shown for entry in item),
            *more,
        ]

    def _spelling(self, usage: Usage) -> Sequence[Entry]:
        width = min(_SPELLING, max(10, self.width // 3))
        name = fit(f" {sanitise(usage.text)}", width)
        who = " · ".join(f"{_source(source)} ×{source.count}" for source in usage.sources)
        return [
            line((name, "text"), (f"{usage.count:5d}  ", "key"), (who, "dim"), target=Spelling(usage.text))
        ]

    def _claims(self, claims: Sequence[SaidClaim], *, by_others: bool) -> Iterator[Sequence[Entry]]:
        """A claim each, of several in one sentence the first: one line or two, with who says it."""
        for item in {claim.sentence.id: claim for claim in reversed(claims)}.values().__reversed__():
            label = fit(f" {sanitise(item.row.label)}:{item.sentence.n}", _LABEL)
            speaker, words = _told(item, by_others=by_others)
            text = f"{speaker}{words}"
            target = Place(item.row.id, item.sentence.n)
            lines = list(wrap(text, 0, len(text), max(10, self.width - _LABEL - 2)))[:2]
            entries = []
            for n, (start, end) in enumerate(lines):
                last = n + 1 == len(lines) and end < len(text)
                cut = max(start, min(end, len(speaker)))
                pieces: list[Piece] = [(label if n == 0 else " " * _LABEL, "dim")]
                pieces += [(text[start:cut], "title"), (f"{text[cut:end]}{' …' if last else ''}", "text")]
                entries.append(line(*pieces, target=target if n == 0 else None))
            yield entries

    def _company_title(self) -> str:
        within = self.dossier.within
        near = f" (in {within} of its articles)" if within < self.dossier.entity.articles else ""
        return f"IN ONE SENTENCE WITH{near}"

    def _companion(self, companion: tuple[str, str, int]) -> Sequence[Entry]:
        identity, name, count = companion
        width = min(_SPELLING, max(10, self.width // 3))
        return [
            line(
                (fit(f" {sanitise(name)}", width), "text"), (f"{count:5d}", "key"), target=Companion(identity)
            )
        ]


def _letters(name: str) -> str:
    """What is left of a name without case, marks and spaces."""
    return "".join(filter(str.isalnum, normalize("NFKD", name.casefold())))


def _source(source: Source) -> str:
    """An outlet and its articles; without an outlet, the article alone."""
    if source.outlet is None:
        return sanitise(", ".join(source.labels))
    if len(source.labels) == 1:
        return sanitise(f"{source.labels[0]} {source.outlet}")
    return f"{sanitise(source.outlet)} ({_some(source.labels)})"


def _who(sources: Sequence[Source]) -> str:
    """The articles of all these sources."""
    return _some(sorted(label for source in sources for label in source.labels))


def _some(labels: Sequence[str]) -> str:
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return sanitise(", ".join(labels[:_NAMED])) + more


def _apart(other: Apart) -> str:
    why = f" ({sanitise(other.why)})" if other.why else ""
    return f"not {sanitise(other.name)}{why}"


def _told(item: SaidClaim, *, by_others: bool) -> tuple[str, str]:
    """Who says it, where the sentence itself tells, and what: from the word of saying on, or the content."""
    claim, offset, text = item.claim, item.sentence.start, sanitise(item.text)

    def words(start: int, end: int) -> str:
        return " ".join(text[max(0, start - offset) : max(0, end - offset)].split())

    source, cue, content = claim.source, claim.cue, claim.content
    if by_others:
        inside = source is not None and offset <= source.start < offset + len(text)
        speaker = f"{words(source.start, source.end)}: " if source and inside else ""
        return speaker, words(content.start, content.end)
    start = min(content.start, cue.start) if cue and offset <= cue.start else content.start
    return "", words(start, content.end)
