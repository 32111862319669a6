"""The judging queue: pairs of actors that names alone cannot tell apart, and the user's word on each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from model.views import ActorRow, DoubtRow
from tui.operations import Context
from tui.painting import Piece
from tui.panes.listing import GAP, Entry, line
from tui.screens.actor_judging import ActorJudging
from tui.screens.dossier import DossierScreen
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.themes import ACTOR_ROLES
from tui.wrapping import wrap

_SHOWN = 100
_WORDS = {"same": "the same actor", "different": "different actors", "unsure": "left open"}


class DoubtsScreen(ActorJudging, ListScreen):
    """The likeliest pair first; a judged pair leaves the queue. Enter opens the dossier of the first."""

    context: ClassVar[Context] = Context.DOUBTS
    title_text = "MAY BE ONE ACTOR"

    def entries(self) -> Sequence[Entry]:
        """For each pair both names with their types and mentions, then why they may be one."""
        doubts = self.corpus.doubts(limit=_SHOWN)
        if not doubts:
            return [line(("nothing left to judge: no two names here may be one actor", "dim"))]
        return [entry for doubt in doubts for entry in self._pair(doubt)]

    def open(self, target: object) -> None:
        """Open the dossier of the pair's first actor, where its mentions can be read."""
        if isinstance(target, DoubtRow):
            self.host.show(DossierScreen(self.host, target.a.id))

    def do_same_actor(self) -> None:
        """The two are one actor."""
        self._judge("same")

    def do_other_actor(self) -> None:
        """The two are different actors."""
        self._judge("different")

    def do_unsure(self) -> None:
        """Leave the pair open, out of the queue."""
        self._judge("unsure")

    def _judge(self, verdict: str) -> None:
        entry = self.list.entry
        if entry is None or not isinstance(entry.target, DoubtRow):
            self.say("no pair to judge here")
            return
        doubt = entry.target
        said = f"judged: {doubt.name_a} and {doubt.name_b} are {_WORDS[verdict]}"
        self.judge_actor(doubt.name_a, doubt.name_b, verdict, said=said)

    def _pair(self, doubt: DoubtRow) -> list[Entry]:
        head = line(*_actor(doubt.a), ("  or  ", "dim"), *_actor(doubt.b), target=doubt)
        why = sanitise("; ".join(doubt.why))
        lines = wrap(why, 0, len(why), max(10, self.width - 5))
        return [head, *(line((f"    {why[start:end]}", "dim")) for start, end in lines), GAP]


def _actor(row: ActorRow) -> list[Piece]:
    counts = f" {row.type} {row.mentions} in {row.articles}"
    return [(sanitise(row.name), ACTOR_ROLES.get(row.type, "event")), (counts, "dim")]
