"""The mouse in the reader, where it was asked for: a click selects, the wheel moves what is under it."""

from __future__ import annotations

from tui.panes.lines import LinePane
from tui.screens.reader_moves import Moving
from tui.session import Pane
from tui.trail import Place

#: By how many lines the wheel moves.
_LINES = 3


class Pointing(Moving):
    """What a click and the wheel mean over each of the three panes."""

    def clicked(self, pane: LinePane, column: int, row: int) -> None:
        """Select what is under the pointer; a match that is selected already is followed."""
        if pane is self.articles_pane:
            self._click_article(row)
        elif pane is self.matches_pane:
            self._click_match(row)
        elif pane is self.reader_pane:
            self._click_text(column, row)

    def wheeled(self, pane: LinePane, by: int) -> None:
        """Move the pane under the pointer, whichever has the focus."""
        if pane is self.articles_pane:
            self.session.move_row(by * _LINES)
        elif pane is self.matches_pane:
            self.session.move_match(by)
        elif pane is self.reader_pane:
            self.reader_pane.page(by * _LINES)

    def do_mouse(self) -> None:
        """Take the mouse, or leave it to the terminal."""
        self.say(self.host.switch_mouse())

    def _click_article(self, row: int) -> None:
        index = self.articles_pane.index_at(row)
        if index is not None:
            self.focus_pane(Pane.ARTICLES)
            self.session.row = index
            self.do_follow()

    def _click_match(self, row: int) -> None:
        number = self.matches_pane.number_at(row)
        if number is None:
            self.focus_pane(Pane.MATCHES)
        elif number == self.session.match and self.session.pane is Pane.MATCHES:
            self.do_follow()
        else:
            self.focus_pane(Pane.MATCHES)
            self.session.match = number

    def _click_text(self, column: int, row: int) -> None:
        self.focus_pane(Pane.READER)
        offset = self.reader_pane.offset_at(column, row)
        if offset is None:
            return
        if self.reader_pane.is_folded_at(row):
            self.do_fold()
        else:
            self.session.move_to_offset(offset)
            self._click_actor(offset)

    def _click_actor(self, offset: int) -> None:
        """Put the cursor on the actor that is named at an offset of the selected sentence, if any is."""
        session, sentence = self.session, self.session.selected
        named = next((item for item in session.mentions_here() if item.start <= offset < item.end), None)
        if named is not None and sentence is not None:
            session.go(Place(sentence.article, sentence.n, named.start), remember=False)
