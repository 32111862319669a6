"""What the reader has open, and every way of getting there: articles, places, panes, the jump list.

Pure state over a corpus, without a screen: panes draw what stands here, operations change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from model.corpus import Corpus
from model.views import ArticleRow, ListOrder
from tui.article_list import ArticleList
from tui.finding import Finding
from tui.mention_walk import MentionWalk
from tui.opened import OpenArticle
from tui.selection import Selection
from tui.trail import Place, Trail


class Pane(Enum):
    """The three panes, from left to right."""

    ARTICLES = "articles"
    READER = "reader"
    MATCHES = "matches"


class Session(Selection):
    """The selection and its way through the corpus.

    `article` is the index of the open article in the list, None where a query leaves it out; `row` is that
    of the list's cursor.
    """

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus)
        self.articles = ArticleList(corpus)
        self.generation = corpus.generation()
        self.article: int | None = None
        self.row = 0
        self.pane = Pane.READER
        self.zoomed = False
        self.trail = Trail()
        self.marks: dict[str, Place] = {}
        self.finding = Finding()
        self.notes = notes_of(corpus)
        self._seen: str | None = None
        self._walk = MentionWalk(corpus)
        if len(self.articles):
            self.open_article(self.articles.first_with_company())

    # ── what is selected ──────────────────────────────────────────────────────────────────────────────────

    @property
    def place(self) -> Place | None:
        """Where the reader is."""
        sentence = self.selected
        return (
            Place(sentence.article, sentence.n, self.mention.start if self.mention else None)
            if sentence
            else None
        )

    # ── articles ──────────────────────────────────────────────────────────────────────────────────────────

    @property
    def listed(self) -> ArticleRow | None:
        """The article under the list's cursor while the list has the focus, else the open one."""
        if self.pane is Pane.ARTICLES and self.row < len(self.articles):
            return self.articles[self.row]
        return self.reading.row if self.reading else None

    def open_article(self, index: int) -> None:
        """Read the article at `index` of the list, from its first sentence."""
        self.article = self.row = index
        self._open(self.articles[index].id)

    def _open(self, article: str) -> None:
        reading = self.corpus.reading(article)
        self.opened = OpenArticle(reading, unfolded=self.unfolded)
        self.finding.look_in(reading.text)
        self._select(self.opened.stops[0] if self.opened.stops else 0)

    def next_article(self, by: int) -> bool:
        """Open the article `by` further in the list, as far as it goes; whether it moved."""
        if not len(self.articles):
            return False
        # Beside the list one steps onto its cursor, or over it.
        at = self.article if self.article is not None else self.row - (by > 0)
        index = min(max(0, at + by), len(self.articles) - 1)
        if index == self.article:
            return False
        self._remember()
        self.open_article(index)
        return True

    def open_row(self) -> None:
        """Open the article under the list's cursor."""
        if self.row != self.article and self.row < len(self.articles):
            self._remember()
            self.open_article(self.row)

    def find_row(self) -> None:
        """Put the list's cursor on the open article, if it is listed."""
        self.row = min(self.row, max(0, len(self.articles) - 1)) if self.article is None else self.article

    def move_row(self, by: int) -> None:
        """Move the list's cursor without opening anything."""
        self.row = min(max(0, self.row + by), max(0, len(self.articles) - 1))

    def regroup(self, order: ListOrder) -> None:
        """Group the list by something else; the open article stays open, and the cursor on its article."""
        at_cursor = self.articles[self.row].id if self.row < len(self.articles) else None
        self.articles.regroup(order)
        self._find_article()
        self.row = (self.articles.position(at_cursor) if at_cursor else None) or 0

    def narrow(self, query: str) -> None:
        """List only the articles that answer a query. Raises CorpusError for one that makes no sense."""
        self.articles.narrow(query)
        self._find_article()
        self.row = self.article or 0

    def see(self) -> None:
        """The open article has been shown: from now on it is read."""
        if self.reading is not None and self.reading.row.id != self._seen:
            self._seen = self.reading.row.id
            self.mark(self._seen, read=True)

    def mark(self, article: str, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Mark an article as read or starred, or as not; what is None stays."""
        self.corpus.mark(article, read=read, starred=starred)
        self.articles.refresh(article)

    def next_unread(self) -> bool:
        """Open the next unread article of the list, round and round; whether there is any."""
        index = self.articles.next_unread(self.reading.row.id if self.reading else None)
        if index is None:
            return False
        self._remember()
        self.open_article(index)
        return True

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────

    def go(self, place: Place, *, remember: bool = True) -> bool:
        """Go to a place, opening its article and its fold; whether the corpus still has it."""
        try:
            index = self.articles.position(place.article)
        except LookupError:
            return False
        if remember:
            self._remember()
        if self.reading is None or self.reading.row.id != place.article:
            self._open(place.article)
            self.article = index
            self.find_row()
        if self.opened is None or self.opened.sentence(place.sentence) is None:
            return self.opened is not None and not self.opened.reading.sentences
        if place.sentence not in self.opened.stops:
            self.unfolded = True
            self.opened.fold(unfolded=True)
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
        span = self.finding.step(by, self.selected.start if self.selected else 0)
        if span is None or self.opened is None:
            return False
        within = self.opened.sentence_with(span)
        if within is not None:
            self.go(Place(within.article, within.n))
        return True

    # ── actors and matches ────────────────────────────────────────────────────────────────────────────────

    def next_mention(self, by: int) -> bool:
        """Go to another mention of the actor under the cursor, over all articles, round and round."""
        target = self._walk.from_mention(self.mention, by) if self.mention else None
        return target is not None and self.go(Place(target.article, number_of(target.sentence), target.start))

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
        self._who_else = self.opened = None
        self._walk.forget()
        if place is not None and self.go(place, remember=False):
            self.row = min(row, max(0, len(self.articles) - 1))
            self.move_match(match)
        elif len(self.articles):
            self.open_article(self.articles.first_with_company())

    def _find_article(self) -> None:
        self.article = self.articles.position(self.reading.row.id) if self.reading else None

    def _remember(self) -> None:
        if self.place is not None:
            self.trail.leave(self.place)


def notes_of(corpus: Corpus) -> Mapping[str, str]:
    """The last note on each sentence that has one."""
    return {item.subject: item.note for item in corpus.judgements() if item.kind == "note" and item.note}


def number_of(sentence: str) -> int:
    """The number of a sentence in its article, from its id."""
    return int(sentence.rpartition(":")[2])
