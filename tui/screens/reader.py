"""The reader: movement, finding, views and judging over three linked panes."""

from __future__ import annotations

from tui.screens.actors import ActorsScreen
from tui.screens.compare import CompareScreen
from tui.screens.coverage import CoverageScreen
from tui.screens.dossier import DossierScreen
from tui.screens.doubts import DoubtsScreen
from tui.screens.exporting import Exporting
from tui.screens.judgements import JudgementsScreen
from tui.screens.judging import Judging
from tui.screens.origins import OriginsScreen
from tui.screens.pointing import Pointing
from tui.screens.search import SearchScreen
from tui.screens.shelving import Shelving
from tui.screens.story_judging import StoryJudging
from tui.screens.timeline import TimelineScreen
from tui.session import Pane


class ReaderScreen(Pointing, Shelving, StoryJudging, Judging, Exporting):
    """The screen people live in."""

    # ── finding ───────────────────────────────────────────────────────────────────────────────────────────

    def do_find(self) -> None:
        """Find a string in the article as it is typed; in the list, narrow it down."""
        if self.session.pane is Pane.ARTICLES:
            self.ask_for_articles()
            return
        self.ask("/", self._found, change=self.session.finding.look_for, cancel=self._forget_found)

    def do_find_next(self) -> None:
        """Next place found."""
        self._find(1)

    def do_find_previous(self) -> None:
        """Previous place found."""
        self._find(-1)

    def do_search(self) -> None:
        """Search the corpus."""
        self.host.show(SearchScreen(self.host))

    def do_next_result(self) -> None:
        """Next sentence that answered the search."""
        self._walk_results(self.times)

    def do_previous_result(self) -> None:
        """Previous sentence that answered the search."""
        self._walk_results(-self.times)

    def _walk_results(self, by: int) -> None:
        results = self.host.results
        if results is None:
            self.say(f"no search yet: {self.key('search')} searches the corpus")
            return
        moved = results.step(by)
        if not self.session.go(results.place):
            self.complain("the corpus no longer has this sentence: search again")
            return
        end = "" if moved else ", there are no more this way"
        self.say(f"{results.words}{end}")

    def _found(self, query: str) -> None:
        self.session.finding.look_for(query)
        if query:
            self._find(1)

    def _find(self, by: int) -> None:
        finding = self.session.finding
        if not finding.query:
            self.say(f"nothing to find: {self.key('find')} begins a search")
        elif not self.session.find_next(by):
            self.complain(f"not in this article: {finding.query}")

    def _forget_found(self) -> None:
        self.session.finding.look_for("")

    # ── views ─────────────────────────────────────────────────────────────────────────────────────────────

    def do_actors(self) -> None:
        """Search the actors."""
        self.host.show(ActorsScreen(self.host))

    def do_dossier(self) -> None:
        """The dossier of the actor under the cursor."""
        mention = self.session.mention
        if mention is None or mention.entity is None:
            self.say("no actor under the cursor")
        else:
            self.host.show(DossierScreen(self.host, mention.entity))

    def do_coverage(self) -> None:
        """Claims × sources of the open story."""
        if self._told_story():
            reading = self.session.reading
            article = reading.row.id if reading else None
            self.host.show(CoverageScreen(self.host, self.story, article))

    def do_origins(self) -> None:
        """Families of articles, with the evidence."""
        self.host.show(OriginsScreen(self.host, self.session.reading.row if self.session.reading else None))

    def do_timeline(self) -> None:
        """Dated claims of the open story."""
        if self._told_story():
            self.host.show(TimelineScreen(self.host, self.story))

    def do_judgements(self) -> None:
        """Notes and judgements so far."""
        self.host.show(JudgementsScreen(self.host))

    def do_doubts(self) -> None:
        """Pairs of names that may be one actor."""
        self.host.show(DoubtsScreen(self.host))

    def do_compare(self) -> None:
        """The sentence and the match side by side."""
        reading, report = self.session.reading, self.session.report
        if reading is None or report is None:
            self.say(self.no_match())
        else:
            self.host.show(CompareScreen(self.host, reading, report))

    def open_comparison(self) -> None:
        """Enter on a match that differs."""
        self.do_compare()

    def _told_story(self) -> bool:
        """Whether the open article has a story; says so if not. Nothing open is shown as nothing."""
        reading = self.session.reading
        if reading is not None and reading.row.story is None:
            self.say("its story is not known yet: the sources are still being read")
            return False
        return True

    @property
    def story(self) -> str | None:
        """The story of the open article."""
        return self.session.reading.row.story if self.session.reading else None

    # ── the program ───────────────────────────────────────────────────────────────────────────────────────

    def do_reread(self) -> None:
        """Read the sources again."""
        self.say(self.host.reread())

    def do_stop_reading(self) -> None:
        """Stop reading the sources."""
        self.say(self.host.stop_reading())

    def do_leave(self) -> None:
        """Forget the search and the count; in the list, its query."""
        if not self.show_all_articles():
            self._forget_found()

    def do_quit(self) -> None:
        """End the program."""
        self.host.stop()
