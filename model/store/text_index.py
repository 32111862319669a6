"""The ranked index of sentences: BM25 over stemmed words, in tantivy.

It is derived from SQLite and carries the generation it was built from in the payload of a small file beside
it, so that the two can be seen to differ and the index be rebuilt.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Filter, Occur, Query, Tokenizer

from model.store.schema import StoreError

#: Sentences of one article occupy a contiguous range of keys of this size.
SENTENCES_PER_ARTICLE = 1 << 20
#: A longer query is cut: the rest of a 5,000-word sentence changes no ranking but costs time.
QUERY_TERMS = 64
_QUERY_LENGTH = 20_000
_FIELDS = ("text", "aside")
_HEAP = 50_000_000
#: Searches at a time: tantivy leaves the interpreter alone while it searches.
_WORKERS = min(4, os.cpu_count() or 1)
_ANALYSER = "crossread_en"


def sentence_key(article: int, n: int) -> int:
    """The number under which a sentence stands in the text index."""
    return article * SENTENCES_PER_ARTICLE + n


def _analyser() -> Any:
    return (
        tantivy.TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(40))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stopword("english"))
        .filter(Filter.stemmer("english"))
        .build()
    )


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", fast=True)
    builder.add_unsigned_field("article", indexed=True)
    # Reporting sentences and the rest stand in separate fields: matching never meets a caption.
    builder.add_text_field("text", tokenizer_name=_ANALYSER)
    builder.add_text_field("aside", tokenizer_name=_ANALYSER)
    return builder.build()


class TextIndex:
    """Ranked search over the sentences of one corpus."""

    def __init__(self, directory: Path, *, create: bool = True) -> None:
        """Open the index in `directory`, or with `create` make an empty one where there is none.

        For one that cannot be opened an empty one in memory stands in until `clear` makes it anew: opening
        alone never takes away what another process may be writing.
        """
        self._directory = directory
        self._links: tempfile.TemporaryDirectory[str] | None = None
        self._stamp = directory / "generation"
        self._schema = _schema()
        self._analyser = _analyser()
        self.lost = False
        self._index = self._open(create=create)
        self._writer: Any = None
        self._stems = lru_cache(maxsize=20_000)(lambda word: frozenset(self.terms(word)))

    @property
    def generation(self) -> str:
        """The generation of the store that the index was last committed for; empty if it is lost."""
        if self.lost:
            return ""
        try:
            return self._stamp.read_text("ascii")
        except (OSError, UnicodeDecodeError):
            return ""

    @property
    def changed(self) -> bool:
        """Whether there are changes that were not committed."""
        return self._writer is not None

    def add(self, article: int, sentences: Iterable[tuple[int, str, bool]]) -> None:
        """Add the sentences (n, text, reporting) of an article, in place of those it had."""
        with self._explained():
            writer = self._open_writer()
            self._delete(writer, article)
            for n, text, reporting in sentences:
                document = tantivy.Document()
                document.add_unsigned("key", sentence_key(article, n))
                document.add_unsigned("article", article)
                document.add_text("text" if reporting else "aside", text)
                writer.add_document(document)

    def remove(self, article: int) -> None:
        """Take the sentences of an article out."""
        with self._explained():
            self._delete(self._open_writer(), article)

    def clear(self) -> None:
        """Take everything out. A lost index is made anew."""
        with self._explained():
            if self.lost:
                shutil.rmtree(self._directory, ignore_errors=True)
                self._directory.mkdir(parents=True)
                self._index = self._at(self._directory)
                self.lost = False
            self._open_writer().delete_all_documents()

    def commit(self, generation: str) -> None:
        """Make changes visible and durable, and note the generation they belong to."""
        with self._explained():
            if self._writer is not None:
                self._writer.commit()
                self._writer.wait_merging_threads()
                self._writer = None
                self._index.reload()
            self._stamp.write_text(generation, "ascii")

    def discard(self) -> None:
        """Forget changes that were not committed."""
        writer, self._writer = self._writer, None
        if writer is not None:
            # A writer that failed cannot even roll back; what it did is lost with it.
            with contextlib.suppress(Exception):
                writer.rollback()

    def search(self, text: str, *, limit: int) -> list[tuple[int, float]]:
        """Keys and BM25 scores of reporting sentences that share words with `text`, best first.

        `text` is data: it is analysed into terms and never parsed.
        """
        return self._run(self._words(text), limit)

    def search_all(self, texts: Sequence[str], *, limit: int) -> list[list[tuple[int, float]]]:
        """What `search` finds for each of many texts. They are searched side by side if the machine can."""
        workers = min(_WORKERS, len(texts))
        if workers < 2:
            return [self.search(text, limit=limit) for text in texts]
        # Who only reads opens without it.
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(lambda words: self._run(words, limit), map(self._words, texts)))

    def find(
        self, required: Sequence[Sequence[str]], excluded: Sequence[str], *, limit: int
    ) -> list[tuple[int, float]]:
        """Keys and scores of sentences, asides too, that hold one phrase of each of `required`.

        A phrase is one or more words, found in any inflection; `excluded` phrases must not stand there.
        """
        clauses = [(Occur.Must, query) for phrases in required if (query := self._any(phrases)) is not None]
        if not clauses:
            return []
        clauses += [(Occur.MustNot, query) for phrase in excluded if (query := self._any([phrase]))]
        return self._run(clauses, limit)

    def terms(self, text: str) -> list[str]:
        """The stemmed terms of `text`, in order, stop words dropped."""
        # Half a character, as a shell may hand over, is no word and nothing that tantivy takes.
        return list(self._analyser.analyze(text.encode("utf-8", "replace").decode()))

    def stems(self, word: str) -> frozenset[str]:
        """The stemmed terms of a word, remembered: a page of hits has the same words over and over."""
        return self._stems(word)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError, RuntimeError) as error:
            reason = " ".join(str(error).split())
            raise StoreError(
                f"{self._stamp.parent}: text index not readable or writable ({reason})"
            ) from error

    def _open(self, *, create: bool) -> tantivy.Index:
        if create:
            self._directory.mkdir(parents=True, exist_ok=True)
        try:
            writable = os.access(self._directory, os.W_OK)
            return self._at(self._directory if writable else self._linked())
        except Exception:  # tantivy raises plain ValueError or OSError, whatever is wrong with its files
            self.lost = True
            return self._at(None)

    def _at(self, directory: Path | None) -> tantivy.Index:
        path = str(directory) if directory is not None else None
        index = tantivy.Index(self._schema, path=path)
        index.register_tokenizer(_ANALYSER, self._analyser)
        return index

    def _linked(self) -> Path:
        """A folder of links to the files of a sealed one: tantivy wants locks beside what it reads."""
        self._links = tempfile.TemporaryDirectory(prefix="crossread-")
        folder = Path(self._links.name)
        for file in self._directory.iterdir():
            if not file.name.endswith(".lock"):
                (folder / file.name).symlink_to(file.absolute())
        return folder

    def _words(self, text: str) -> list[tuple[Occur, Query]]:
        """Clauses for each word of `text`, any of which may be there."""
        terms = list(dict.fromkeys(self.terms(text[:_QUERY_LENGTH])))[:QUERY_TERMS]
        return [(Occur.Should, self._term("text", term)) for term in terms]

    def _run(self, clauses: list[tuple[Occur, Query]], limit: int) -> list[tuple[int, float]]:
        if not clauses:
            return []
        with self._explained():
            searcher = self._index.searcher()
            hits = searcher.search(Query.boolean_query(clauses), limit=limit, count=False).hits
            keys = searcher.fast_field_values("key", [address for _, address in hits])
        return [
            (int(key), float(score)) for key, (score, _) in zip(keys, hits, strict=True) if key is not None
        ]

    def _term(self, field: str, value: str | int) -> Query:
        return Query.term_query(self._schema, field, value)

    def _any(self, phrases: Sequence[str]) -> Query | None:
        queries = [(Occur.Should, q) for field in _FIELDS for p in phrases if (q := self._phrase(field, p))]
        return Query.boolean_query(queries) if queries else None

    def _phrase(self, field: str, phrase: str) -> Query | None:
        words: list[str | tuple[int, str]] = [*self.terms(phrase[:_QUERY_LENGTH])]
        if len(words) < 2:
            return self._term(field, str(words[0])) if words else None
        # Stop words leave holes in the positions; a little slop lets the words around them meet.
        return Query.phrase_query(self._schema, field, words, slop=2)

    def _delete(self, writer: Any, article: int) -> None:
        # By query: deletion by term takes the number for a signed one and finds nothing.
        writer.delete_documents_by_query(self._term("article", article))

    def _open_writer(self) -> Any:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer
