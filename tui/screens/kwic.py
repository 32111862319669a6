"""A concordance as lines: every mention in its context, the mentions under each other, the windows read only.

The article stands on the left, with outlet and date where there is room or where the lines are sorted by
them; the words before a mention end where it begins, in one column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from model.views import ORDERS, Concordance, Order, Spot
from tui.painting import Piece
from tui.panes.listing import GAP, Entry
from tui.session import number_of
from tui.terminal.sanitise import cell_width, sanitise
from tui.themes import ACTOR_ROLES
from tui.trail import Place
from tui.wrapping import fit

#: From this width on every line names outlet and date.
_WIDE = 116
_LABEL, _OUTLET, _DATE = 10, 18, 12
#: The part of the room that the words before the mention have.
_BEFORE = 0.45
#: Contexts asked for at a time: a window on any screen.
_PART = 64

#: What gives the contexts of spots.
Contexts = Callable[[Sequence[Spot]], Mapping[Spot, Concordance]]


def sorted_by(order: Order) -> list[Piece]:
    """The five orders, the present one marked."""
    pieces: list[Piece] = []
    for name in ORDERS:
        pieces += [(" | ", "dim")] if pieces else []
        pieces.append((f"{name} ▴", "key") if name == order else (name, "dim"))
    return pieces


class Lines(Sequence[Entry]):
    """Entries that are there, and after them a line for each spot, made when it is first seen."""

    def __init__(
        self,
        head: Sequence[Entry],
        spots: Sequence[Spot],
        contexts: Contexts,
        line: Callable[[Concordance], Entry],
    ) -> None:
        self._head = head
        self._spots = spots
        self._contexts = contexts
        self._line = line
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._head) + len(self._spots)

    def __getitem__(self, index: int) -> Entry:  # type: ignore[override]
        if index < len(self._head):
            return self._head[index]
        place = index - len(self._head)
        if place not in self._made:
            self._make(place - place % _PART)
        return self._made[place]

    @property
    def stops(self) -> Sequence[int]:
        """Numbers of the entries that lead somewhere: all lines of the concordance do."""
        head = [n for n, entry in enumerate(self._head) if entry.target is not None]
        return [*head, *range(len(self._head), len(self))]

    def _make(self, first: int) -> None:
        part = self._spots[first : first + _PART]
        found = self._contexts(part)
        for place, spot in enumerate(part, first):
            # A mention that another program has taken away leaves its line blank until the next poll.
            self._made[place] = self._line(found[spot]) if spot in found else GAP


def line_of(item: Concordance, *, type: str, width: int, order: Order) -> Entry:
    """A mention of an actor of this type in its context, in `width` cells."""
    row, mention = item.row, item.mention
    head = fit(f" {sanitise(row.label)}:{item.n}", _LABEL)
    if width >= _WIDE or order == "outlet":
        head += fit(sanitise(row.outlet or "no outlet"), _OUTLET - 2) + "  "
    if width >= _WIDE or order == "date":
        head += fit(sanitise((row.published or "no date")[:10]), _DATE)
    surface = sanitise(mention.surface)
    room = max(10, width - len(head))
    before = int(room * _BEFORE)
    after = max(0, room - before - cell_width(surface))
    pieces: tuple[Piece, ...] = (
        (head, "dim"),
        (_last_cells(sanitise(item.before), before), "text"),
        (surface, ACTOR_ROLES.get(type, "event")),
        (fit(sanitise(item.after), after), "text"),
    )
    return Entry(pieces, Place(row.id, number_of(mention.sentence), mention.start))


def _last_cells(text: str, width: int) -> str:
    """The end of `text` in exactly `width` cells, filled on the left."""
    start = max(0, len(text) - width)
    while cell_width(text[start:]) > width:
        start += 1
    return " " * (width - cell_width(text[start:])) + text[start:]
