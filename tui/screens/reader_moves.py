"""Operations of the reader that move: through sentences, articles, panes, actors, matches and places."""

from __future__ import annotations

from tui import arrangement
from tui.screens.reader_base import ReaderBase
from tui.session import Pane
from tui.trail import Place
from tui.widths import Widths

_PANES = tuple(Pane)
#: By how many columns a pane is made wider or narrower at a time.
_COLUMNS = 2


class Moving(ReaderBase):
    """Movement within and between the panes."""

    @property
    def times(self) -> int:
        """The count typed before the operation, 1 without one."""
        return self.count or 1

    def do_next(self) -> None:
        """One on, in the pane with the focus."""
        self._step(self.times)

    def do_previous(self) -> None:
        """One back, in the pane with the focus."""
        self._step(-self.times)

    def do_next_article(self) -> None:
        """Open the next article."""
        if not self.session.next_article(self.times):
            self.say("this is the last article")

    def do_previous_article(self) -> None:
        """Open the previous article."""
        if not self.session.next_article(-self.times):
            self.say("this is the first article")

    def do_half_page_down(self) -> None:
        """Half a page on."""
        self._page(self.times, 2)

    def do_half_page_up(self) -> None:
        """Half a page back."""
        self._page(-self.times, 2)

    def do_page_down(self) -> None:
        """A page on."""
        self._page(self.times, 1)

    def do_page_up(self) -> None:
        """A page back."""
        self._page(-self.times, 1)

    def do_start(self) -> None:
        """The first sentence, article or match."""
        self._step(-len(self.session.articles) - 1_000_000)

    def do_end(self) -> None:
        """The last sentence, article or match; with a count, that sentence."""
        if self.count and self.session.pane is Pane.READER:
            self.session.move(-1_000_000)
            self.session.move(self.count - 1)
        else:
            self._step(len(self.session.articles) + 1_000_000)

    def do_pane_left(self) -> None:
        """Focus the pane on the left."""
        self.focus_pane(_PANES[max(0, _PANES.index(self.session.pane) - 1)])

    def do_pane_right(self) -> None:
        """Focus the pane on the right."""
        self.focus_pane(_PANES[min(len(_PANES) - 1, _PANES.index(self.session.pane) + 1)])

    def do_pane_next(self) -> None:
        """Focus the next pane, round and round."""
        self.focus_pane(_PANES[(_PANES.index(self.session.pane) + 1) % len(_PANES)])

    def do_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self.session.zoomed = not self.session.zoomed
        self.rearrange()

    def do_wider(self) -> None:
        """Give the pane more room."""
        self._widen(self.times, "wider")

    def do_narrower(self) -> None:
        """Give the pane less room."""
        self._widen(-self.times, "narrower")

    def do_usual_widths(self) -> None:
        """Give the panes their usual widths."""
        self.host.widths = Widths()
        self.rearrange()
        self.say("the panes have their usual widths")

    def do_fold(self) -> None:
        """Show or fold what is not body text."""
        self.session.toggle_folds()
        self.say("shown: everything" if self.session.unfolded else "folded: what is not body text")

    def do_next_actor(self) -> None:
        """Next actor in the sentence."""
        self._actor(self.times)

    def do_previous_actor(self) -> None:
        """Previous actor in the sentence."""
        self._actor(-self.times)

    def do_next_mention(self) -> None:
        """Next mention of the actor under the cursor."""
        self._mention(self.times)

    def do_previous_mention(self) -> None:
        """Previous mention of the actor under the cursor."""
        self._mention(-self.times)

    def do_next_difference(self) -> None:
        """Next sentence that others tell differently."""
        if not self.session.move_to_difference(1):
            self.say("no sentence further on is told differently")

    def do_previous_difference(self) -> None:
        """Previous sentence that others tell differently."""
        if not self.session.move_to_difference(-1):
            self.say("no sentence before is told differently")

    def do_follow(self) -> None:
        """Open the article under the cursor, or go to the match; a match that differs is shown side by
        side.
        """
        session = self.session
        if session.pane is Pane.ARTICLES and len(session.articles):
            session.open_row()
            self.focus_pane(Pane.READER)
        elif session.pane is Pane.MATCHES and session.report and session.report.match.differences:
            self.open_comparison()
        else:
            self._follow_match()

    def do_match(self) -> None:
        """Select the match with the number typed; it is gone to when no movement follows."""
        who_else = self.session.who_else
        if who_else and self.count and self.count <= len(who_else.reports):
            self.session.match = self.count - 1

    def settle(self) -> None:
        """A number was typed and nothing else: go to that match."""
        count, self.count = self.count, None
        who_else = self.session.who_else
        if count and who_else and count <= len(who_else.reports):
            self.session.match = count - 1
            self._follow_match()
        elif count:
            self.say(f"there is no match {count}")
        self.update()

    def do_back(self) -> None:
        """Back to the view that was left for this place, or along the jump list."""
        reopen = self.session.trail.view_before(self.session.place)
        if reopen is not None:
            reopen()
        elif not self.session.go_back():
            self.say("nothing further back")

    def do_forward(self) -> None:
        """Forward along the jump list."""
        if not self.session.go_forward():
            self.say("nothing further forward")

    def do_mark(self) -> None:
        """Mark this place with the letter typed."""
        if self.session.place is not None:
            self.session.marks[self.argument] = self.session.place
            self.say(f"marked {self.argument}")

    def do_to_mark(self) -> None:
        """Go to the place marked with the letter typed."""
        place: Place | None = self.session.marks.get(self.argument)
        if place is None or not self.session.go(place):
            self.say(f"nothing is marked {self.argument}")

    def open_comparison(self) -> None:
        """Show sentence and match side by side; views are opened by the reader screen."""
        raise NotImplementedError

    def _follow_match(self) -> None:
        if not self.session.follow_match():
            self.say(self.no_match())

    def no_match(self) -> str:
        """What to say where nobody else reports the selected sentence."""
        if self.session.selected is None:
            return "nothing to follow"
        return (
            f"nobody else reports this sentence; {self.key('next-difference')} goes to one told differently"
        )

    def _step(self, by: int) -> None:
        if self.session.pane is Pane.ARTICLES:
            self.session.move_row(by)
        elif self.session.pane is Pane.MATCHES:
            self.session.move_match(by)
        else:
            self.session.move(by)

    def _page(self, by: int, part: int) -> None:
        if self.session.pane is Pane.READER:
            self.reader_pane.page(by * max(1, (self.reader_pane.size.height - 1) // part))
        elif self.session.pane is Pane.ARTICLES:
            self.session.move_row(by * max(1, self.articles_pane.page_size() // part))
        else:
            self.session.move_match(by * 3)

    def _widen(self, by: int, word: str) -> None:
        columns = arrangement.side_by_side(self.room)
        if self.session.zoomed or arrangement.one_at_a_time(self.room):
            self.say("there is one pane to be seen, and it has the whole screen")
            return
        widths = arrangement.widened(
            self.room, self.session.pane, by * (_COLUMNS if columns else 1), self.host.widths
        )
        if widths == self.host.widths:
            word = word if columns else {"wider": "higher", "narrower": "lower"}[word]
            self.say(f"no {word}: the others need their room")
            return
        self.host.widths = widths
        self.rearrange()

    def focus_pane(self, pane: Pane) -> None:
        """Give a pane the focus, and bring it to sight where it is not seen."""
        if pane is self.session.pane:
            return
        seen = self.panes(self.room)
        self.session.pane = pane
        self.session.find_row()
        if self.panes(self.room) != seen:
            self.rearrange()

    def _actor(self, by: int) -> None:
        if not self.session.move_actor(by):
            self.say("no actor in this sentence")

    def _mention(self, by: int) -> None:
        if not self.session.next_mention(by):
            self.say("no actor under the cursor")
