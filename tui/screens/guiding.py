"""The tour on every screen: its lines above the status, and the keys that skip a lesson or end it."""

from __future__ import annotations

import re
from typing import Any

from textual.geometry import Size

from model.corpus import Corpus
from tui.lessons import LESSONS, Situation
from tui.panes.guide import GuidePane, guide_rows
from tui.screens.host import Host
from tui.screens.prompting import Prompting
from tui.tour import Tour

#: The most mentioned actors among which a name to search for is chosen.
_LOOKED_AT = 50
_WORDS = re.compile(r"[^\W\d_]{3,}")


class Guiding(Prompting):
    """The part of a screen that shows the tour while there is one."""

    def __init__(self, host: Host, **keywords: Any) -> None:
        super().__init__(host, **keywords)
        self.guide = GuidePane(host.look)
        self._guided = 0

    def guided_rows(self, size: Size) -> int:
        """Rows that the tour takes of a screen of this size; none without a tour."""
        return guide_rows(size) if self.host.tour is not None else 0

    def show_tour(self, size: Size) -> bool:
        """Go on in the tour if the step is done, and say the next one; whether its rows come or go."""
        tour = self.host.tour
        if tour is not None:
            tour.look(situation(self.host))
            self._say(tour)
        rows, before = self.guided_rows(size), self._guided
        self._guided = rows
        return rows != before

    def do_tour(self) -> None:
        """Start the tour, or end it."""
        self.host.switch_tour()

    def do_skip_lesson(self) -> None:
        """The next lesson of the tour."""
        tour = self.host.tour
        if tour is None:
            self.say(f"no tour: {self.host.keymap.key_of('tour')} starts it")
        else:
            tour.skip(situation(self.host))

    def say(self, text: str) -> None:
        """Show a line in the status bar."""
        raise NotImplementedError

    def _say(self, tour: Tour) -> None:
        keymap = self.host.keymap
        hints = f"{keymap.key_of('skip-lesson')} skips · {keymap.key_of('tour')} ends the tour"
        if tour.waits:
            self.guide.say("tour", hints, [("Reading the articles of the tour: a few seconds …", False)])
            return
        title = f"tour {tour.lesson + 1} of {len(LESSONS)} · {LESSONS[tour.lesson].title}"
        self.guide.say(title, hints, list(tour.words(keymap)))


def name_to_try(corpus: Corpus) -> str:
    """A word of the name of the actor that is spelled in the most ways, as one would type it."""
    rows = corpus.search_actors("", limit=_LOOKED_AT)
    most = max(rows, key=lambda row: len(row.spellings), default=None)
    words = _WORDS.findall(most.name) if most is not None else []
    return str(words[-1]).lower() if words else ""


def situation(host: Host) -> Situation:
    """What the tour looks at."""
    session = host.session
    return Situation(
        host.on_top,
        session.reading.row.id if session.reading else None,
        session.report is not None,
    )
