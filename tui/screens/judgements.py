"""The user's word so far: notes and judgements in force, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from model.records import Judgement
from tui.operations import Context
from tui.panes.listing import Entry, line
from tui.panes.matches import article_line
from tui.screens.contradiction import told
from tui.screens.dossier import DossierScreen
from tui.screens.listing import ListScreen
from tui.session import number_of
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit

#: Kinds of judgements whose subject is an article.
_OF_ARTICLES = frozenset({"story", "derivation"})


class JudgementsScreen(ListScreen):
    """A line a judgement; Enter goes to the sentence or the actor it is about."""

    context: ClassVar[Context] = Context.JUDGEMENTS
    title_text = "NOTES AND JUDGEMENTS"

    def entries(self) -> Sequence[Entry]:
        """A line a judgement."""
        judgements = self.corpus.judgements()
        if not judgements:
            judges = f"{self.key('confirm')} and {self.key('reject')} judge a match"
            how = f"{self.key('note')} writes a note, {judges}"
            return [line((f"none yet: {how}", "dim"))]
        # Lines written at once are one judgement: of two stories, on each pair of their articles.
        acts = {(item.kind, item.at): item for item in judgements}
        return [self._judgement(item) for item in reversed(acts.values())]

    def open(self, target: object) -> None:
        """Go to the sentence, or to the dossier of the actor, that a judgement is about."""
        if not isinstance(target, Judgement):
            super().open(target)
            return
        entity = self.corpus.actor_named(target.subject) if target.kind == "actor" else None
        if entity is None:
            self.say("there is no place to go to")
        else:
            self.host.show(DossierScreen(self.host, entity))

    def _judgement(self, judgement: Judgement) -> Entry:
        words = [judgement.note or "", judgement.subject, judgement.object or ""]
        if judgement.kind == "actor":
            words = [told(judgement), judgement.note or ""]
        elif judgement.kind in _OF_ARTICLES:
            rows = self.corpus.article_rows([judgement.subject, judgement.object or ""])
            named = {identity: article_line(row) for identity, row in rows.items()}
            other = judgement.object or ""
            # An origin is known to a reader by its name, which is the judgement's note.
            others = [named.get(other, other)] if judgement.kind == "story" else []
            words = [named.get(judgement.subject, judgement.subject), *others, judgement.note or ""]
        return line(
            (fit(judgement.at[:16].replace("T", " "), 18), "dim"),
            (fit(sanitise(judgement.kind), 12), "title"),
            (fit(sanitise(judgement.verdict), 12), "key"),
            (sanitise("  ".join(word for word in words if word)), "text"),
            target=_place(judgement) or judgement,
        )


def _place(judgement: Judgement) -> Place | None:
    if judgement.kind in _OF_ARTICLES:
        return Place(judgement.subject, 0)
    article, colon, number = judgement.subject.rpartition(":")
    if judgement.kind not in {"match", "note"} or not colon or not number.isdigit():
        return None
    return Place(article, number_of(judgement.subject))
