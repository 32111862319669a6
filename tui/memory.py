"""What a reader finds again: article, sentence, pane, folds and marks, as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.views import LIST_ORDERS
from tui.session import Pane, Session
from tui.trail import Place


def state_of(session: Session) -> dict[str, Any]:
    """What to keep of a session for the next time."""
    place = session.place
    return {
        "article": place.article if place else None,
        "sentence": place.sentence if place else 0,
        "pane": session.pane.value,
        "unfolded": session.unfolded,
        "order": session.articles.order,
        "marks": {letter: [place.article, place.sentence] for letter, place in session.marks.items()},
    }


def restore(session: Session, state: Mapping[str, Any]) -> None:
    """Take up a kept state; whatever in it has no meaning, or none any more, is passed over."""
    marks = state.get("marks")
    for letter, kept in marks.items() if isinstance(marks, Mapping) else ():
        if place := _place(kept):
            session.marks[str(letter)] = place
    if state.get("unfolded") is True:
        session.toggle_folds()
    if state.get("order") in LIST_ORDERS:
        session.regroup(state["order"])
    if place := _place([state.get("article"), state.get("sentence")]):
        session.go(place, remember=False)
    if state.get("pane") in {pane.value for pane in Pane}:
        session.pane = Pane(state["pane"])


def _place(kept: object) -> Place | None:
    match kept:
        case [str(article), int(sentence)] if sentence >= 0:
            return Place(article, sentence)
    return None
