"""The reader: movement, finding, views and judging over three linked panes."""

from __future__ import annotations

from tui.screens.reader_moves import Moving


class ReaderScreen(Moving):
    """The screen people live in."""

    def do_find(self) -> None:
        """Find a string in the article as it is typed."""
        self.ask("/", self._found, change=self._look_for, cancel=lambda: self._look_for(""))

    def do_find_next(self) -> None:
        """Next place found."""
        self._find(1)

    def do_find_previous(self) -> None:
        """Previous place found."""
        self._find(-1)

    def _look_for(self, query: str) -> None:
        self.session.finding.look_for(query)

    def _found(self, query: str) -> None:
        self.session.finding.look_for(query)
        if query:
            self._find(1)

    def _find(self, by: int) -> None:
        finding = self.session.finding
        if not finding.query:
            self.say("nothing to find: / begins a search")
        elif not self.session.find_next(by):
            self.complain(f"not in this article: {finding.query}")

    def do_leave(self) -> None:
        """Forget the search and the count."""
        self.session.finding.look_for("")

    def do_quit(self) -> None:
        """Keep the state and end the program."""
        self.host.stop()
