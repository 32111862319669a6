"""Ways to a place in the demo corpus that has what a test is about."""

from model.views import Report
from tui.session import Session


def go_to_report(session: Session) -> Report:
    """Select the first sentence of the corpus that another article reports too, and return that report."""
    session.open_article(0)
    while session.report is None:
        assert session.move(1) or session.next_article(1), "no sentence of the corpus has a match"
    return session.report


def go_to_mention(session: Session) -> None:
    """Select the first sentence of the corpus in which an actor is named."""
    session.open_article(0)
    while session.mention is None:
        assert session.move(1) or session.next_article(1), "the corpus names no actor"
