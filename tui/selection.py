"""What is selected in the open article: a sentence, an actor named in it, and a match of it."""

from __future__ import annotations

from collections.abc import Sequence

from model.corpus import Corpus
from model.records import Mention, Sentence
from model.views import Reading, Report, WhoElse
from tui.opened import OpenArticle


class Selection:
    """The selection within one article, and every way of moving it there."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.opened: OpenArticle | None = None
        self.sentence = 0
        self.match = 0
        self.unfolded = False
        self._actor = 0
        self._who_else: WhoElse | None = None

    # ── what is selected ──────────────────────────────────────────────────────────────────────────────────

    @property
    def reading(self) -> Reading | None:
        """All that is shown of the open article."""
        return self.opened.reading if self.opened else None

    @property
    def selected(self) -> Sentence | None:
        """The selected sentence."""
        return self.opened.sentence(self.sentence) if self.opened else None

    @property
    def who_else(self) -> WhoElse | None:
        """What the other articles say about the selected sentence; asked once for a sentence."""
        sentence = self.selected
        if sentence is None:
            return None
        if self._who_else is None or self._who_else.sentence != sentence.id:
            try:
                self._who_else = self.corpus.who_else(sentence.id)
            except LookupError:  # indexed anew by another program; the next poll reloads
                return None
        return self._who_else

    @property
    def report(self) -> Report | None:
        """The selected match."""
        reports = self.who_else.reports if self.who_else else ()
        return reports[self.match] if self.match < len(reports) else None

    @property
    def mention(self) -> Mention | None:
        """The mention under the cursor: one of those in the selected sentence."""
        mentions = self.mentions_here()
        return mentions[min(self._actor, len(mentions) - 1)] if mentions else None

    def mentions_here(self) -> Sequence[Mention]:
        """The resolved mentions in the selected sentence, in the order of the text."""
        return self.opened.mentions_in(self.selected) if self.opened else ()

    @property
    def position(self) -> tuple[int, int]:
        """Number of the selected sentence among those shown, from 1, and how many they are; (0, 0) without
        any.
        """
        if self.opened is None or not self.opened.stops:
            return 0, 0
        return self.opened.index_of(self.sentence) + 1, len(self.opened.stops)

    # ── sentences ─────────────────────────────────────────────────────────────────────────────────────────

    def move(self, by: int) -> bool:
        """Select the sentence `by` further among those shown, as far as it goes; whether it moved."""
        return self._stop(self.opened.stop(self.sentence, by) if self.opened else None)

    def move_to_offset(self, offset: int) -> bool:
        """Select the shown sentence at `offset` of the text, or the nearest before it; whether it is
        another one.
        """
        return self._stop(self.opened.stop_at_offset(offset) if self.opened else None)

    def move_to_difference(self, by: int) -> bool:
        """Select the next (by 1) or previous (by -1) sentence that others tell differently; whether there
        is one.
        """
        return self._stop(self.opened.told_differently(self.sentence, by) if self.opened else None)

    def toggle_folds(self) -> None:
        """Show what is not body text, or fold it again; a selected sentence that is folded gives way."""
        self.unfolded = not self.unfolded
        if self.opened is not None:
            self.opened.fold(unfolded=self.unfolded)
            if self.sentence not in self.opened.stops:
                self._select(self.opened.stop(self.sentence, 0))

    # ── actors and matches ────────────────────────────────────────────────────────────────────────────────

    def move_actor(self, by: int) -> bool:
        """Put the cursor on another actor of the sentence, round and round; whether there is any."""
        count = len(self.mentions_here())
        if count:
            self._actor = (min(self._actor, count - 1) + by) % count
        return count > 0

    def move_match(self, by: int) -> None:
        """Select another match of the sentence."""
        count = len(self.who_else.reports) if self.who_else else 0
        self.match = min(max(0, self.match + by), max(0, count - 1))

    def _select(self, sentence: int) -> None:
        if sentence != self.sentence:
            self.match = 0
        self.sentence = sentence
        self._actor = 0

    def _point_at(self, offset: int | None) -> None:
        for number, mention in enumerate(self.mentions_here()):
            if mention.start == offset:
                self._actor = number

    def _stop(self, at: int | None) -> bool:
        """Stop at a sentence, if there is one to stop at; whether it is another one."""
        moved = at is not None and at != self.sentence
        if at is not None:
            self._select(at)
        return moved
