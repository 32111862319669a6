"""The dossier of one actor: spellings, what it says, what is said of it, its company, every mention in
context.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from model.views import ActorRow, Concordance, Dossier, SaidClaim
from tui.operations import Context
from tui.painting import Piece
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.screens.picking import ActorPicker
from tui.session import number_of
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import ACTOR_ROLES
from tui.trail import Place
from tui.wrapping import fit, wrap

_CLAIMS = 8


class DossierScreen(ListScreen):
    """What the corpus holds on an actor; Enter goes to the place of a line."""

    context: ClassVar[Context] = Context.DOSSIER
    title_text = "DOSSIER"

    def __init__(self, host: Host, entity: str) -> None:
        super().__init__(host)
        self._entity = entity
        self._dossier: Dossier | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier, asked for once."""
        if self._dossier is None:
            self._dossier = self.corpus.dossier(self._entity)
        return self._dossier

    def entries(self) -> Sequence[Entry]:
        """Who it is, what it says, what is said of it, where it is mentioned."""
        dossier = self.dossier
        entries = [*self._identity()]
        entries += self._claims("says", dossier.says)
        entries += self._claims("said about it", dossier.about)
        entries += [GAP, line((f"mentioned {len(dossier.concordance)} times", "title"))]
        entries += [self._mention(item) for item in dossier.concordance]
        return entries

    def forget(self) -> None:
        """Ask for the dossier again; an actor that is no more leaves the view as it was."""
        if self.corpus.entity(self._entity) is not None:
            self._dossier = None

    def do_same_actor(self) -> None:
        """Judge that another name is this actor."""
        self._judge("same as", "same")

    def do_other_actor(self) -> None:
        """Judge that another actor is not this one."""
        self._judge("not", "different")

    def _judge(self, words: str, verdict: str) -> None:
        def picked(row: ActorRow) -> None:
            if row.id == self._entity:
                self.complain("that is the same entry")
                return
            self.corpus.judge("actor", self._entity, row.id, verdict)
            if self.corpus.entity(self._entity) is None:
                self._entity = row.id  # two actors became one, which goes by the other's id
            self.host.changed()
            self.say(f"judged: {self.dossier.entity.name} is {words} {row.name}")

        self.host.show(ActorPicker(self.host, f"{sanitise(self.dossier.entity.name)} is {words} …", picked))

    def _identity(self) -> Iterator[Entry]:
        entity = self.dossier.entity
        yield line((sanitise(entity.name), "title"), (f"  {entity.type}", "dim"))
        for role in entity.roles[:4]:
            yield line((f"  “{sanitise(role)}”", "text"))
        counts: dict[str, int] = {}
        for form in entity.surface_forms:
            counts[form.text] = counts.get(form.text, 0) + form.count
        spelled = " · ".join(
            f"{sanitise(text)} {count}" for text, count in sorted(counts.items(), key=lambda item: -item[1])
        )
        yield from _wrapped("spelled  ", spelled, self.width)
        company = " · ".join(f"{sanitise(name)} {count}" for _, name, count in self.dossier.company[:12])
        if company:
            yield from _wrapped("with  ", company, self.width)
        for reason in entity.why[:4]:
            yield from _wrapped("why one actor  ", sanitise(reason), self.width)

    def _claims(self, heading: str, claims: Sequence[SaidClaim]) -> list[Entry]:
        claims = list({item.sentence.id: item for item in claims}.values())
        if not claims:
            return []
        shown = [
            line(
                (fit(f"  {sanitise(item.row.label)}:{item.sentence.n}", 12), "dim"),
                (sanitise(item.text), "text"),
                target=Place(item.row.id, item.sentence.n),
            )
            for item in claims[:_CLAIMS]
        ]
        more = [line((f"  … {len(claims) - _CLAIMS} more", "dim"))] if len(claims) > _CLAIMS else []
        return [GAP, line((f"{heading} {len(claims)}", "title")), *shown, *more]

    def _mention(self, item: Concordance) -> Entry:
        """A mention in its context: what stands before it ends where the mention begins, line under line."""
        label = fit(f"  {sanitise(item.row.label)}:{number_of(item.mention.sentence)}", 12)
        source = f"  {article_line(item.row)}" if self.width >= 120 else ""
        surface = sanitise(item.mention.surface)
        room = max(10, self.width - len(label) - cell_width(source) - cell_width(surface) - 2)
        before, after = _last_cells(sanitise(item.before), room // 2), sanitise(item.after)
        pieces: list[Piece] = [
            (label, "dim"),
            (before, "text"),
            (surface, ACTOR_ROLES.get(item.mention.type, "event")),
        ]
        pieces.append((fit(after, room - room // 2), "text"))
        if source:
            pieces.append((source, "dim"))
        return Entry(tuple(pieces), Place(item.row.id, number_of(item.mention.sentence), item.mention.start))


def _wrapped(label: str, text: str, width: int) -> Iterator[Entry]:
    for n, (start, end) in enumerate(wrap(text, 0, len(text), max(10, width - len(label) - 3))):
        yield line((f"  {label if n == 0 else ' ' * len(label)}", "dim"), (text[start:end], "text"))


def _last_cells(text: str, width: int) -> str:
    """The end of `text` in exactly `width` cells, filled on the left."""
    start = max(0, len(text) - width)
    while cell_width(text[start:]) > width:
        start += 1
    return " " * (width - cell_width(text[start:])) + text[start:]
