"""The ranked index of sentences: BM25 over stemmed words, in tantivy.

It is derived from SQLite and carries the generation it was built from in the payload of a small file beside
it, so that the two can be seen to differ and the index be rebuilt.
"""

from __future__ import annotations

import contextlib
import shutil
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
        """Open the index in `directory`, or make an empty one.

        A missing or damaged one is made anew with `create`; without it, an empty one in memory stands in, so
        that one who only reads never takes away what another is writing.
        """
        self._stamp = directory / "generation"
        self._schema = _schema()
        self._analyser = _analyser()
        self._index = self._open(directory, create=create)
        self._index.register_tokenizer(_ANALYSER, self._analyser)
        self._writer: Any = None
        self._stems = lru_cache(maxsize=20_000)(lambda word: frozenset(self._analyser.analyze(word)))

    @property
    def generation(self) -> str:
        """The generation of the store that the index was last committed for."""
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
        """Take everything out."""
        with self._explained():
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
        terms = list(dict.fromkeys(self._analyser.analyze(text[:_QUERY_LENGTH])))[:QUERY_TERMS]
        return self._run([(Occur.Should, self._term("text", term)) for term in terms], limit)

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
        return list(self._analyser.analyze(text))

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError, RuntimeError) as error:
            reason = " ".join(str(error).split())
            raise StoreError(
                f"{self._stamp.parent}: text index not readable or writable ({reason})"
            ) from error

    def _open(self, directory: Path, *, create: bool) -> tantivy.Index:
        if create:
            directory.mkdir(parents=True, exist_ok=True)
        try:
            return tantivy.Index(self._schema, path=str(directory))
        except Exception:  # tantivy raises plain ValueError or OSError, whatever is wrong with its files
            if not create:
                return tantivy.Index(self._schema)
            shutil.rmtree(directory)
            directory.mkdir(parents=True)
            return tantivy.Index(self._schema, path=str(directory))

    def stems(self, word: str) -> frozenset[str]:
        """The stemmed terms of a word, remembered: a page of hits has the same words over and over."""
        return self._stems(word)

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
        words = self._analyser.analyze(phrase[:_QUERY_LENGTH])
        if len(words) < 2:
            return self._term(field, words[0]) if words else None
        # Stop words leave holes in the positions; a little slop lets the words around them meet.
        return Query.phrase_query(self._schema, field, words, slop=2)

    def _delete(self, writer: Any, article: int) -> None:
        # By query: deletion by term takes the number for a signed one and finds nothing.
        writer.delete_documents_by_query(self._term("article", article))

    def _open_writer(self) -> Any:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer
