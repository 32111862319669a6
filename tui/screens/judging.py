"""Operations on a pair of sentences: judging the match, writing a note, copying."""

from __future__ import annotations

from model.views import Report
from tui import copying
from tui.screens.base import KeyScreen
from tui.session import Session


class Judging(KeyScreen):
    """What the reader and the comparison can do with the selected sentence and a match of it."""

    @property
    def session(self) -> Session:
        """The selection."""
        return self.host.session

    @property
    def judged_report(self) -> Report | None:
        """The match that is judged."""
        return self.session.report

    def do_confirm(self) -> None:
        """The match is right."""
        self._judge("confirmed")

    def do_reject(self) -> None:
        """The match is not right."""
        self._judge("rejected")

    def do_note(self) -> None:
        """Write a note on the selected sentence."""
        sentence = self.session.selected
        if sentence is None:
            self.say("select a sentence first")
            return
        self.ask("note: ", lambda text: self._write(sentence.id, text))

    def do_copy(self) -> None:
        """Copy the selected sentence with its citation."""
        session = self.session
        if session.reading is None or session.selected is None:
            self.say("nothing to copy")
            return
        self.say(self.host.copy(copying.quoted(session.reading, session.sentence)))

    def do_copy_comparison(self) -> None:
        """Copy the selected sentence and what the others say."""
        session = self.session
        if session.reading is None or session.who_else is None:
            self.say("nothing to copy")
            return
        self.say(self.host.copy(copying.comparison(session.reading, session.sentence, session.who_else)))

    def _judge(self, verdict: str) -> None:
        report = self.judged_report
        if report is None:
            self.say("no match to judge")
            return
        self.corpus.judge("match", report.match.a, report.match.b, verdict)
        self.host.changed()
        self.say(f"match with {report.row.label} {verdict} ({self.key('undo')} takes it back)")

    def _write(self, sentence: str, text: str) -> None:
        if text.strip():
            self.corpus.judge("note", sentence, None, "note", text.strip())
            self.host.changed()
            self.say(f"noted ({self.key('judgements')} lists notes)")
