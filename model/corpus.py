"""Corpus: the one door of the model. Open it, ask it, judge in it; `model.jobs` fills it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeAlias, TypeVar

from model.errors import CrossreadError
from model.records import Entity, Group, Judgement, Match, Mention, Record
from model.store.concordance import Concordances
from model.store.dossiers import Dossiers
from model.store.export import records
from model.store.files import CorpusFiles
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.marks import Marks
from model.store.overview import Overview
from model.store.people import People
from model.store.places import MARKS, corpus_directory, name_of, remember
from model.store.places import home as corpora_folder
from model.store.query import FIELDS as SEARCH_FIELDS
from model.store.reading import ReadingRoom, report
from model.store.search import Search
from model.store.shelf import Shelf
from model.views import (
    ActorRow,
    ArticleRow,
    Concordance,
    Counts,
    Coverage,
    Dossier,
    DoubtRow,
    Family,
    Hit,
    ListOrder,
    Order,
    Reading,
    Report,
    Spot,
    TimelineRow,
    WhoElse,
)

if TYPE_CHECKING:
    # The reader must paint at once: judging, matching and the name index are loaded when they are used.
    from model.actors import NameIndex
    from model.matching import Aligned, Passage

__all__ = ["SEARCH_FIELDS", "Corpus", "CorpusError", "corpora_folder", "corpus_directory"]

P = ParamSpec("P")
R = TypeVar("R")

#: The most actors that are looked at for the one that a name in a query means.
_LIKE_A_NAME = 50

#: Up to so many actors, reading their names takes no longer than a key may.
_FEW_NAMES = 500

#: The generation of a corpus and the index of its spellings.
ReadNames: TypeAlias = "tuple[int, NameIndex]"

#: What every operation of a corpus may raise: one line that names the file and the reason.
CorpusError = CrossreadError


def _guarded(method: Callable[Concatenate[Corpus, P], R]) -> Callable[Concatenate[Corpus, P], R]:
    """Turn what is wrong with the database into a CorpusError, whichever question meets it."""

    @wraps(method)
    def guarded(corpus: Corpus, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with corpus._files.explained():
            return method(corpus, *args, **kwargs)

    return guarded


def _reading(method: Callable[Concatenate[Corpus, P], R]) -> Callable[Concatenate[Corpus, P], R]:
    """Guard a question that takes several queries, and let all of them see one state of the corpus."""

    @wraps(method)
    def reading(corpus: Corpus, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with corpus._files.explained(), corpus._files.snapshot():
            return method(corpus, *args, **kwargs)

    return reading


class Corpus:
    """An opened corpus. Not safe to share between threads; opening it twice is fine."""

    def __init__(self, files: CorpusFiles) -> None:
        self._files = files
        database = files.database
        self._listing = Listing(database)
        self._marks = Marks(files.directory / MARKS)
        self._shelf = Shelf(self._listing, self._marks)
        self._lookup = Lookup(database, files.text_index)
        self._room = ReadingRoom(database, self._listing, self._lookup)
        self._people = People(database)
        self._dossiers = Dossiers(database, self._listing, self._people)
        self._concordances = Concordances(database, self._listing)
        self._overview = Overview(database, self._listing, self._lookup)
        self._names: ReadNames | None = None
        self._search = Search(database, files.text_index, self._listing, self._lookup, self._entities_named)

    @classmethod
    def open(cls, directory: Path, *, create: bool = False, remembered: bool = True) -> Self:
        """Open the corpus in `directory`, or make an empty one; `remembered` as the one opened last. Raises
        CorpusError.
        """
        corpus = cls(CorpusFiles(directory, create=create))
        if remembered:
            remember(directory)
        return corpus

    @property
    def directory(self) -> Path:
        """The folder of the corpus."""
        return self._files.directory

    @property
    def name(self) -> str:
        """What the reader calls it."""
        return name_of(self._files.directory)

    @property
    def damage(self) -> str | None:
        """A line about judgements or marks that could not be read, if any."""
        return self._files.judgements.damage or self._marks.damage

    @property
    def lag(self) -> str | None:
        """A line about a text index that is behind the articles, if it is: searches would miss some."""
        return self._files.lag()

    @_guarded
    def generation(self) -> int:
        """A number that rises whenever something was committed: cheap enough to poll."""
        return self._files.generation()

    @_guarded
    def counts(self) -> Counts:
        """How much the corpus holds."""
        return self._listing.counts()

    @_reading
    def articles(
        self, *, offset: int = 0, limit: int | None = None, order: ListOrder = "story"
    ) -> Sequence[ArticleRow]:
        """Rows of the article list, in its order."""
        return self._shelf.rows(offset=offset, limit=limit, order=order)

    @_reading
    def article_rows(self, ids: Sequence[str]) -> Mapping[str, ArticleRow]:
        """Rows by article id, in this order; unknown ids are left out."""
        return {row.id: row for row in self._shelf.rows_of(ids)}

    @_reading
    def articles_of(self, story: str | None) -> Sequence[ArticleRow]:
        """Rows of the articles of a story, or of the whole corpus, in list order."""
        return self._listing.of_story(story)

    @_reading
    def find_articles(self, query: str, order: ListOrder = "story") -> Sequence[str]:
        """Ids of the articles that answer a query, in list order; of all if it is empty.

        See `model.store.shelf`. Raises CorpusError for a query that makes no sense.
        """
        return self._shelf.find(query, order)

    @_reading
    def next_unread(self, order: ListOrder = "story", *, after: str | None) -> str | None:
        """The next unread article in the list, round and round. Raises KeyError for an unknown id."""
        return self._shelf.next_unread(order, after=after)

    @_guarded
    def mark(self, article: str, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Note that an article was read or starred, or was not after all; what is None stays."""
        self._shelf.mark(article, read=read, starred=starred)

    @_guarded
    def article_count(self) -> int:
        """How many articles there are."""
        return self._lookup.article_count()

    @_reading
    def position(self, article: str, order: ListOrder = "story") -> int:
        """Place in the article list, 0-based. Raises KeyError for an unknown id."""
        return self._listing.position(article, order)

    @_reading
    def reading(self, article: str) -> Reading:
        """All that is shown of an article. Raises KeyError for an unknown id."""
        return self._room.reading(article)

    @_reading
    def who_else(self, sentence: str) -> WhoElse:
        """Who else reports this sentence. Raises KeyError if it is unknown."""
        return self._room.who_else(sentence)

    @_reading
    def matches(self, sentence: str) -> Sequence[Match]:
        """Matches of a sentence, turned so that it is their `a`, the most telling first."""
        return self._room.matches(sentence)

    @_reading
    def entity(self, entity: str) -> Entity | None:
        """The record of an actor."""
        return self._people.entity(entity)

    @_reading
    def search_actors(self, query: str, *, type: str | None = None, limit: int = 200) -> Sequence[ActorRow]:
        """Actors with a spelling like `query`: prefix first, fuzzy after, each by mentions. All if empty."""
        if not query.strip():
            return self._people.largest(kind=type, limit=limit)
        found = self._people.rows(self._name_index().search(query, limit=limit))
        return [row for row in found if type is None or row.type == type]

    @_reading
    def dossier(self, entity: str, *, claims: int = 500, within: int | None = None) -> Dossier:
        """What the corpus holds on an actor. Raises KeyError if it is unknown.

        At most so many claims of each kind; company, and claims about it, from the first `within` of its
        articles.
        """
        word = [judgement for judgement in self.judgements() if judgement.kind == "actor"]
        notes = self.actor_notes(entity) if any(judgement.verdict == "note" for judgement in word) else ()
        return self._dossiers.dossier(entity, word, notes, claims=claims, within=within)

    @_reading
    def spots(self, entity: str, *, order: Order = "text", containing: str = "") -> Sequence[Spot]:
        """Every mention of an actor, sorted; only those with `containing` in their line, if given."""
        return self._concordances.spots(entity, order, containing)

    @_reading
    def concordance(self, spots: Sequence[Spot]) -> Mapping[Spot, Concordance]:
        """The mentions at these spots in their contexts; spots that are no more are left out."""
        return self._concordances.contexts(spots)

    @_reading
    def entity_at(self, spot: Spot) -> str | None:
        """The actor that is mentioned at a spot."""
        return self._concordances.entity_at(spot)

    @_reading
    def mentions_of(self, entity: str) -> Sequence[Mention]:
        """Every mention of an actor, in the order of the article list, then of the text."""
        return self._people.mentions(entity)

    @_reading
    def doubts(self, *, limit: int = 200) -> Sequence[DoubtRow]:
        """Pairs of the most mentioned actors that may be one, likeliest first, the judged ones left out."""
        from model.judging import doubtful

        return doubtful(self._files, self._people, limit=limit)

    @_reading
    def search(self, query: str, *, limit: int = 200) -> Sequence[Hit]:
        """Sentences that answer a query; see `model.store.query`."""
        return self._search.hits(query, limit=limit)

    @_reading
    def coverage(self, story: str | None) -> Coverage:
        """Claims × sources of a story, or of the whole corpus."""
        return self._overview.coverage(story)

    @_guarded
    def groups(self, story: str | None = None) -> Sequence[Group]:
        """Claims told by several articles."""
        return self._overview.groups(story)

    @_reading
    def families(self, story: str | None = None) -> Sequence[Family]:
        """Articles that share an origin, with the evidence: of a story, or of the whole corpus."""
        return self._overview.families(story)

    @_reading
    def timeline(self, story: str | None) -> Sequence[TimelineRow]:
        """Publications and dated claims, oldest first."""
        return self._overview.timeline(story)

    def records(self, *, text: bool = False) -> Iterator[Record]:
        """Every record of the corpus, header first. Raises CorpusError while they are read, too."""
        with self._files.explained():
            yield from records(self._files, text=text)

    @_reading
    def aligned(self, a: str, b: str) -> Aligned:
        """Two sentences side by side: what is equal, changed or only here. Raises KeyError."""
        from model.matching import aligned

        found = self._lookup.passages([a, b])
        return aligned(found[a], found[b])

    @_reading
    def who_reports(self, passage: Passage) -> Sequence[Report]:
        """Sentences of the corpus that report what a sentence from outside says, best first."""
        from model.matching import match_passage

        matches = match_passage(passage, self._lookup)
        others = self._lookup.passages(match.b for match in matches)
        rows = self._listing.by_id(other.sentence.article for other in others.values())
        return [
            report(match, others[match.b], rows[others[match.b].sentence.article], story=None)
            for match in matches
        ]

    @_guarded
    def judge(
        self,
        kind: str,
        subject: str,
        object: str | None,
        verdict: str,
        note: str | None = None,
        *,
        override: bool = False,
    ) -> Judgement:
        """Write a judgement down and act on it at once. Raises CorpusError for a contradiction."""
        from model.judging import judge

        self._forget_names()
        return judge(self._files, kind, subject, object, verdict, note=note, override=override)

    @_guarded
    def undo(self) -> Judgement | None:
        """Take back the last judgement in force, which is returned; None if there is none."""
        from model.judging import undo

        self._forget_names()
        return undo(self._files)

    @_reading
    def actor_named(self, name: str) -> str | None:
        """The id of the actor that judgements mean by a name, which may be ``article@start`` of a mention."""
        from model.judging import named

        return named(self._files, name)

    @_reading
    def actor_notes(self, entity: str) -> Sequence[Judgement]:
        """The notes on an actor that are in force, oldest first, under any of its names."""
        from model.judging import notes_on

        return notes_on(self._files, entity)

    def judgements(self) -> Sequence[Judgement]:
        """Judgements in force, oldest first."""
        return self._files.judgements.standing()

    def state(self) -> dict[str, Any]:
        """What the reader saved when it was last closed."""
        return self._files.state()

    def save_state(self, state: Mapping[str, Any]) -> None:
        """Save what the reader wants to find again."""
        self._files.save_state(state)

    @_guarded
    def has_names(self) -> bool:
        """Whether the spellings of this generation have been read."""
        return self._names is not None and self._names[0] == self._files.generation()

    @_guarded
    def has_few_names(self) -> bool:
        """Whether reading the spellings takes no longer than a key may."""
        return self._listing.counts().entities <= _FEW_NAMES

    def read_names(self) -> ReadNames:
        """Read all spellings, to be handed to `take_names`.

        It uses nothing of this object that changes, so that another thread can do it while this one goes on.
        Raises CorpusError.
        """
        from model.actors import NameIndex

        with self._files.explained(), self._files.reading() as database:
            return self._files.generation(database), NameIndex(People(database).names())

    def take_names(self, names: ReadNames) -> None:
        """Search the names that were read, for as long as the corpus is of their generation."""
        self._names = names

    @_reading
    def actors_called(self, query: str, *, limit: int = 200) -> Sequence[ActorRow]:
        """Actors whose name has `query` in it, by mentions: what can be said before names have been read."""
        return self._people.called(query, limit=limit)

    def _name_index(self) -> NameIndex:
        """The index of all spellings, built when it is first asked for in a generation."""
        from model.actors import NameIndex

        if self._names is None or not self.has_names():
            self._names = self._files.generation(), NameIndex(self._people.names())
        return self._names[1]

    def _forget_names(self) -> None:
        self._names = None

    def _entities_named(self, name: str) -> Sequence[tuple[str, str]]:
        return self._name_index().search(name, limit=_LIKE_A_NAME)

    def close(self) -> None:
        """Let go of the files."""
        self._marks.close()
        self._files.close()
