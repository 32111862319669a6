"""Reading sources into a corpus: what is new is read, analysed and stored, then linked to the rest.

Articles are stored in small batches, each in one transaction, so that a run killed at any moment leaves a
corpus that opens, and the next run goes on where it ended.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from model import ingest
from model.actors import ActorJudgements, link, local_actors, resolve
from model.analysis import Analysis, Document, Known, Skipped
from model.ingest import Source
from model.linking import link_new
from model.settling import settle_actors
from model.store.files import CorpusFiles
from model.store.names import Names
from model.store.rows import batched
from model.store.schema import get_meta, set_meta
from model.stories import move_judged
from model.views import IndexReport, Progress

#: Articles stored in one transaction: few enough to lose little, many enough to pay for its commit.
BATCH = 32
#: Code points of the longest text that is read as one article: a long book. Beyond it, something is amiss.
LONGEST = 2_000_000
_SHIPPED = "shipped"

Report = Callable[[Progress], None]


def index(
    directory: Path,
    paths: Sequence[Path | str],
    *,
    pipeline: str | None = None,
    progress: Report = lambda _: None,
) -> IndexReport:
    """Bring the corpus in `directory` up to date with the files and folders of `paths`.

    Unchanged sources are not read again; articles whose source is gone stay. `pipeline` names an installed
    spaCy pipeline to use in place of the shipped one. Raises StoreError if the corpus cannot be written and
    PipelineError if the pipeline is missing.
    """
    files = CorpusFiles(directory, create=True)
    try:
        with files.indexing():
            return _Run(files, pipeline, progress).run(paths)
    finally:
        files.close()


@dataclass
class _Tally:
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


class _Run:
    """One indexing run over one corpus."""

    def __init__(self, files: CorpusFiles, pipeline: str | None, progress: Report) -> None:
        self._files = files
        self._pipeline = pipeline
        self._progress = progress
        self._tally = _Tally()
        self._names = Names(files.database)
        self._judgements = ActorJudgements()
        #: Ids of the articles that each source was found to hold.
        self._kept: dict[str, set[str]] = {}
        #: What each source looked like before it was read, and those that could not be read.
        self._seen: dict[str, tuple[_Look, str] | None] = {}
        self._unread: set[str] = set()

    def run(self, paths: Sequence[Path | str]) -> IndexReport:
        """Read what is new, then link it; what happened."""
        started = time.monotonic()
        self._begin()
        fresh = list(self._fresh(paths))
        self._store_all(self._analyses(fresh))
        self._settle(fresh)
        move_judged(self._files)
        link_new(self._files, self._progress)
        tally = self._tally
        return IndexReport(
            added=tuple(tally.added),
            changed=tuple(tally.changed),
            unchanged=tally.unchanged,
            removed=tuple(tally.removed),
            skipped=tuple(tally.skipped),
            seconds=round(time.monotonic() - started, 3),
        )

    def _begin(self) -> None:
        """Note when the corpus was made, forget what another pipeline read, and act on new judgements."""
        database = self._files.database
        pipeline = self._pipeline or _SHIPPED
        known = get_meta(database, "pipeline", pipeline)
        with self._files.writer.transaction():
            if not get_meta(database, "created"):
                set_meta(database, "created", datetime.now(UTC).isoformat(timespec="seconds"))
            set_meta(database, "pipeline", pipeline)
            if known != pipeline:
                database.execute("DELETE FROM source")
                database.execute("UPDATE article SET sha256 = ''")
            settle_actors(self._files)
        self._judgements = ActorJudgements(self._files.judgements.standing())

    def _fresh(self, paths: Sequence[Path | str]) -> Iterator[Source]:
        """Sources that are new or changed since they were read."""
        for found in ingest.discover(paths):
            if isinstance(found, Skipped):
                self._skip(found)
                continue
            look = _look(found)
            if look is None or not self._is_known(found, look):
                yield found
            else:
                self._tally.unchanged += self._articles_of(found)

    def _is_known(self, source: Source, look: _Look) -> bool:
        """Whether the source still is what was read: by size and time, else by its bytes."""
        row = self._files.database.execute(
            "SELECT size, modified, sha256 FROM source WHERE name = ?", (source.key,)
        ).fetchone()
        if row is None:
            return False
        if look != row[:2]:
            try:
                if source.sha256() != str(row[2]):
                    return False
            except OSError:
                return False
            with self._files.writer.transaction():
                self._files.writer.note_source(source.key, *look, sha256=str(row[2]))
        return True

    def _analyses(self, sources: Sequence[Source]) -> Iterator[tuple[Source, Analysis]]:
        """Analyses of all articles that are not stored as they are."""
        waiting = self._documents(sources)
        first = next(waiting, None)
        if first is None:
            return
        # Loading the pipeline takes a second: only when there is something to read.
        from model.language import Analyser

        analyser = Analyser(self._pipeline)
        for pairs in batched(chain([first], waiting), BATCH):
            analyses = analyser.analyse(document for _, document in pairs)
            for (source, _), analysis in zip(pairs, analyses, strict=True):
                yield source, analysis

    def _documents(self, sources: Sequence[Source]) -> Iterator[tuple[Source, Document]]:
        for done, source in enumerate(sources):
            self._progress(Progress("reading", done, len(sources), source.name))
            kept: set[str] = set()
            self._seen[source.key] = _seen(source)
            for found in ingest.read(source, partial(self._is_stored, source, kept)):
                if isinstance(found, Skipped):
                    self._skip(found)
                    # What cannot be read at all may be there again tomorrow: its articles stay.
                    if found.where == source.name:
                        self._unread.add(source.key)
                    continue
                if isinstance(found, Known):
                    kept.add(found.article)
                    self._tally.unchanged += 1
                    continue
                if found.article.length > LONGEST:
                    why = (
                        f"too long for one article ({found.article.length:,} characters, at most {LONGEST:,})"
                    )
                    self._skip(Skipped(source.name, why))
                    continue
                document = self._with_own_id(found, source, kept)
                kept.add(document.article.id)
                if self._is_stored(source, (), document.article.id, document.article.sha256):
                    self._tally.unchanged += 1
                else:
                    yield source, document
            self._kept[source.key] = kept

    def _with_own_id(self, document: Document, source: Source, taken: Collection[str]) -> Document:
        """The document, renamed if an article of another source, or an earlier one of this, has its id."""
        article = document.article
        row = self._files.database.execute(
            "SELECT source FROM article WHERE id = ?", (article.id,)
        ).fetchone()
        if article.id not in taken and (row is None or row[0] == source.key):
            return document
        mark = hashlib.sha256(f"{source.key}\0{article.sha256}".encode("utf-8", "replace")).hexdigest()[:8]
        identity = f"{article.id}-{mark}"
        blocks = tuple(replace(block, article=identity) for block in document.blocks)
        return Document(replace(article, id=identity), blocks)

    def _is_stored(self, source: Source, taken: Collection[str], article: str, sha256: str) -> bool:
        row = self._files.database.execute(
            "SELECT 1 FROM article WHERE id = ? AND sha256 = ? AND source = ?", (article, sha256, source.key)
        ).fetchone()
        return row is not None and article not in taken

    def _store_all(self, analyses: Iterator[tuple[Source, Analysis]]) -> None:
        for batch in batched(analyses, BATCH):
            with self._files.writer.transaction():
                # Inside: who judges meanwhile waits for the end, and acts on what is stored here.
                if self._files.judgements.refresh():
                    self._judgements = ActorJudgements(self._files.judgements.standing())
                for source, analysis in batch:
                    self._store(source, analysis)

    def _store(self, source: Source, analysis: Analysis) -> None:
        """Store an article and resolve its actors, taking back what an older version of it said."""
        article = analysis.document.article
        old = self._files.writer.key_of(article.id)
        (self._tally.added if old is None else self._tally.changed).append(article.id)
        removed = self._names.local(old) if old is not None else ()
        actors = local_actors(analysis, self._judgements)
        linked = link(analysis, {actor.id: actor.id for actor in actors}, actors)
        key = self._files.writer.add(linked, source=source.key)
        self._names.set_local(key, actors)
        self._names.apply(resolve(actors, self._names, self._judgements, removed=removed))

    def _remove(self, article: str) -> None:
        key = self._files.writer.key_of(article)
        if key is None:
            return
        removed = self._names.local(key)
        self._names.set_local(key, ())
        self._names.apply(resolve((), self._names, self._judgements, removed=removed))
        self._files.writer.remove(article)
        self._tally.removed.append(article)

    def _settle(self, sources: Sequence[Source]) -> None:
        """Note what was read, and take out articles that their source no longer holds."""
        with self._files.writer.transaction():
            for source in sources:
                if source.key in self._unread:
                    continue
                kept = self._kept.get(source.key, set())
                for (article,) in self._files.database.execute(
                    "SELECT id FROM article WHERE source = ?", (source.key,)
                ).fetchall():
                    if article not in kept:
                        self._remove(article)
                seen = self._seen.get(source.key)
                if seen is not None:
                    look, digest = seen
                    self._files.writer.note_source(source.key, *look, sha256=digest)

    def _articles_of(self, source: Source) -> int:
        row = self._files.database.execute("SELECT COUNT(*) FROM article WHERE source = ?", (source.key,))
        return int(row.fetchone()[0])

    def _skip(self, skipped: Skipped) -> None:
        self._tally.skipped.append((skipped.where, skipped.why))


#: Size in bytes and time of the last change, in nanoseconds.
_Look = tuple[int, int]


def _look(source: Source) -> _Look | None:
    """What a source looks like from outside; None if it is gone."""
    try:
        stat = source.path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _seen(source: Source) -> tuple[_Look, str] | None:
    """Look and hash of a source, taken before it is read: what is added meanwhile is read the next time."""
    look = _look(source)
    try:
        return (look, source.sha256()) if look is not None else None
    except OSError:
        return None
