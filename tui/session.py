"""What the reader has selected: article, sentence, actor, match, pane; and every way of moving between them.

Pure state over a corpus, without a screen: panes draw what stands here, operations change it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import Enum

from model.corpus import Corpus
from model.records import REPORTING_KINDS, Mention, Sentence
from model.views import Reading, Report, WhoElse
from tui.article_list import ArticleList
from tui.finding import Finding
from tui.trail import Place, Trail


class Pane(Enum):
    """The three panes, from left to right."""

    ARTICLES = "articles"
    READER = "reader"
    MATCHES = "matches"


class Session:
    """The selection. `article` is the index of the open article, `row` that of the list's cursor."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.articles = ArticleList(corpus)
        self.generation = corpus.generation()
        self.article = 0
        self.row = 0
        self.reading: Reading | None = None
        self.sentence = 0
        self.match = 0
        self.pane = Pane.READER
        self.unfolded = False
        self.zoomed = False
        self.trail = Trail()
        self.marks: dict[str, Place] = {}
        self.finding = Finding()
        self._stops: Sequence[int] = ()
        self.notes = notes_of(corpus)
        self._by_sentence: dict[str, list[Mention]] = {}
        self._actor = 0
        self._who_else: WhoElse | None = None
        self._walk: tuple[str, Sequence[Mention]] | None = None
        if len(self.articles):
            self.open_article(self.articles.first_with_company())

    # ── what is selected ──────────────────────────────────────────────────────────────────────────────────

    @property
    def selected(self) -> Sentence | None:
        """The selected sentence."""
        sentences = self.reading.sentences if self.reading else ()
        return sentences[self.sentence] if self.sentence < len(sentences) else None

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

    @property
    def place(self) -> Place | None:
        """Where the reader is."""
        sentence = self.selected
        return (
            Place(sentence.article, sentence.n, self.mention.start if self.mention else None)
            if sentence
            else None
        )

    def mentions_here(self) -> Sequence[Mention]:
        """The resolved mentions in the selected sentence, in the order of the text."""
        return self._by_sentence.get(self.selected.id, ()) if self.selected else ()

    @property
    def position(self) -> tuple[int, int]:
        """Number of the selected sentence among those shown, from 1, and how many they are; (0, 0) without
        any.
        """
        if not self._stops:
            return 0, 0
        return self._stop_at(self.sentence) + 1, len(self._stops)

    # ── articles ──────────────────────────────────────────────────────────────────────────────────────────

    def open_article(self, index: int) -> None:
        """Read the article at `index` of the list, from its first sentence."""
        self.article = self.row = index
        self.reading = self.corpus.reading(self.articles[index].id)
        self._by_sentence = {}
        for mention in self.reading.mentions:
            if mention.entity is not None:
                self._by_sentence.setdefault(mention.sentence, []).append(mention)
        self.finding.look_in(self.reading.text)
        self._find_stops()
        self._select(self._stops[0] if self._stops else 0)

    def next_article(self, by: int) -> bool:
        """Open the article `by` further in the list, as far as it goes; whether it moved."""
        if not len(self.articles):
            return False
        index = min(max(0, self.article + by), len(self.articles) - 1)
        if index == self.article:
            return False
        self._remember()
        self.open_article(index)
        return True

    def move_row(self, by: int) -> None:
        """Move the list's cursor without opening anything."""
        self.row = min(max(0, self.row + by), max(0, len(self.articles) - 1))

    # ── sentences ─────────────────────────────────────────────────────────────────────────────────────────

    def move(self, by: int) -> bool:
        """Select the sentence `by` further among those shown, as far as it goes; whether it moved."""
        if not self._stops:
            return False
        at = self._stop_at(self.sentence)
        target = self._stops[min(max(0, at + by), len(self._stops) - 1)]
        moved = target != self.sentence
        self._select(target)
        return moved

    def move_to_offset(self, offset: int) -> bool:
        """Select the shown sentence at `offset` of the text, or the nearest before it; whether it is
        another one.
        """
        if self.reading is None or not self._stops:
            return False
        sentences, before = self.reading.sentences, self.sentence
        at = bisect_right(self._stops, offset, key=lambda stop: sentences[stop].start)
        self._select(self._stops[max(0, at - 1)])
        return self.sentence != before

    def move_to_difference(self, by: int) -> bool:
        """Select the next (by 1) or previous (by -1) sentence that others tell differently; whether there
        is one.
        """
        if self.reading is None:
            return False
        loudest = self.reading.loudest
        ahead = [stop for stop in self._stops if (stop - self.sentence) * by > 0]
        for stop in ahead if by > 0 else reversed(ahead):
            if loudest.get(self.reading.sentences[stop].id) == "differs":
                self._select(stop)
                return True
        return False

    def toggle_folds(self) -> None:
        """Show what is not body text, or fold it again; a selected sentence that is folded gives way."""
        self.unfolded = not self.unfolded
        self._find_stops()
        if self._stops and self.sentence not in self._stops:
            self._select(self._stops[self._stop_at(self.sentence)])

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────

    def go(self, place: Place, *, remember: bool = True) -> bool:
        """Go to a place, opening its article and its fold; whether the corpus still has it."""
        try:
            index = self.corpus.position(place.article)
        except LookupError:
            return False
        if remember:
            self._remember()
        if self.reading is None or self.reading.row.id != place.article:
            self.open_article(index)
        count = len(self.reading.sentences) if self.reading else 0
        if place.sentence >= count:
            return count == 0
        if place.sentence not in self._stops:
            self.unfolded = True
            self._find_stops()
        self._select(place.sentence)
        self._point_at(place.offset)
        return True

    def go_back(self) -> bool:
        """Back along the jump list; whether there was anywhere to go."""
        place = self.trail.back(self.place) if self.place else None
        return place is not None and self.go(place, remember=False)

    def go_forward(self) -> bool:
        """Forward along the jump list; whether there was anywhere to go."""
        place = self.trail.forward(self.place) if self.place else None
        return place is not None and self.go(place, remember=False)

    def find_next(self, by: int) -> bool:
        """Go to the next or previous place that answers the search in the article; whether there is one."""
        sentence = self.selected
        span = self.finding.step(by, sentence.start if sentence else 0)
        if span is None or self.reading is None:
            return False
        within = [item for item in self.reading.sentences if item.start <= span.start]
        if within:
            self._remember()
            self.go(Place(within[-1].article, within[-1].n), remember=False)
        return True

    # ── actors and matches ────────────────────────────────────────────────────────────────────────────────

    def move_actor(self, by: int) -> bool:
        """Put the cursor on another actor of the sentence, round and round; whether there is any."""
        count = len(self.mentions_here())
        if count:
            self._actor = (min(self._actor, count - 1) + by) % count
        return count > 0

    def next_mention(self, by: int) -> bool:
        """Go to another mention of the actor under the cursor, over all articles, round and round."""
        here = self.mention
        if here is None or here.entity is None:
            return False
        if self._walk is None or self._walk[0] != here.entity:
            self._walk = here.entity, self.corpus.mentions_of(here.entity)
        mentions = self._walk[1]
        at = next(
            (
                i
                for i, item in enumerate(mentions)
                if (item.article, item.start) == (here.article, here.start)
            ),
            0,
        )
        target = mentions[(at + by) % len(mentions)] if mentions else here
        return self.go(Place(target.article, number_of(target.sentence), target.start))

    def move_match(self, by: int) -> None:
        """Select another match of the sentence."""
        count = len(self.who_else.reports) if self.who_else else 0
        self.match = min(max(0, self.match + by), max(0, count - 1))

    def follow_match(self) -> bool:
        """Go to the selected match in its article; whether there is one."""
        report = self.report
        return report is not None and self.go(Place(report.row.id, report.sentence.n))

    # ── the corpus changes, the state is kept ─────────────────────────────────────────────────────────────

    def reload(self) -> None:
        """Read everything selected afresh, after an index run or a judgement; stay where the reader is."""
        place, row, match = self.place, self.row, self.match
        self.generation = self.corpus.generation()
        self.articles.reload()
        self.notes = notes_of(self.corpus)
        self._who_else = self._walk = None
        self.reading = None
        if place is not None and self.go(place, remember=False):
            self.row = min(row, len(self.articles) - 1)
            self.move_match(match)
        elif len(self.articles):
            self.open_article(self.articles.first_with_company())

    def _select(self, sentence: int) -> None:
        if sentence != self.sentence:
            self.match = 0
        self.sentence = sentence
        self._actor = 0

    def _point_at(self, offset: int | None) -> None:
        for number, mention in enumerate(self.mentions_here()):
            if mention.start == offset:
                self._actor = number

    def _remember(self) -> None:
        if self.place is not None:
            self.trail.leave(self.place)

    def _find_stops(self) -> None:
        sentences = self.reading.sentences if self.reading else ()
        self._stops = [
            n for n, item in enumerate(sentences) if self.unfolded or item.block in REPORTING_KINDS
        ]

    def _stop_at(self, sentence: int) -> int:
        """Index of the stop at a sentence or the nearest before it."""
        return max(0, bisect_right(self._stops, sentence) - 1)


def notes_of(corpus: Corpus) -> Mapping[str, str]:
    """The last note on each sentence that has one."""
    return {item.subject: item.note for item in corpus.judgements() if item.kind == "note" and item.note}


def number_of(sentence: str) -> int:
    """The number of a sentence in its article, from its id."""
    return int(sentence.rpartition(":")[2])
