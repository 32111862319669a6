"""Judging in a dossier: its actor's name and type, what is not it after all, who it is or is not, a note."""

from __future__ import annotations

from unicodedata import normalize

from model.views import ActorRow, Dossier, Spot
from tui.screens.actor_judging import ActorJudging
from tui.screens.dossier_page import Spelling
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.screens.picking import ActorPicker, TypePicker
from tui.terminal.sanitise import sanitise
from tui.trail import Place

#: Mentions read at a time to find one that stays.
_PART = 400


class DossierJudging(ActorJudging, ListScreen):
    """The part of the dossier that judges. It knows its actor again by a mention, whatever id it is given."""

    def __init__(self, host: Host, entity: str) -> None:
        super().__init__(host)
        self._entity = entity
        self._anchor: Spot | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier of the actor as it is now."""
        raise NotImplementedError

    def do_rename(self) -> None:
        """Call the actor something else."""
        name = self.dossier.entity.name

        def renamed(text: str) -> None:
            if (wanted := " ".join(text.split())) and wanted != name:
                self._judge(wanted, "rename", f"called {wanted} from now on")

        self.ask("call it: ", renamed, text=name)

    def do_retype(self) -> None:
        """Say of what type the actor is."""
        name = self.dossier.entity.name

        def picked(kind: str) -> None:
            self._judge(kind, "retype", f"{name} is of the type {kind}")

        self.host.show(TypePicker(self.host, f"{sanitise(name)} is …", picked))

    def do_split(self) -> None:
        """Take the spelling or the mention under the cursor out of this actor."""
        match self.list.entry.target if self.list.entry else None:
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
            self.say(f"judged: ‘{text}’ and with it {names} is not {self.dossier.entity.name} (U undoes)")

    def _split(self, object_: str, words: str) -> None:
        """Split a spelling or a mention off, following the mentions that stay."""
        staying = self._staying(object_)
        if staying is None:
            self.say("there is nothing else that the actor would keep")
            return
        self._anchor, name = staying
        self.judge_actor(name, object_, "split", said=f"judged: {words} is not {self.dossier.entity.name}")

    def _staying(self, object_: str) -> tuple[Spot, str] | None:
        """A mention that is not the one, or of the name, that leaves; and its own name."""
        spots = self.corpus.spots(self._entity)
        for first in range(0, len(spots), _PART):
            for spot, item in self.corpus.concordance(spots[first : first + _PART]).items():
                mention = item.mention
                place = f"{mention.article}@{mention.start}"
                if place != object_ and _letters(mention.surface) != _letters(object_):
                    return spot, mention.surface
        return None


def _letters(name: str) -> str:
    """What is left of a name without case, marks and spaces."""
    return "".join(filter(str.isalnum, normalize("NFKD", name.casefold())))
