"""Answering queries over a corpus: words by the text index, fields by the tables. The language of queries is
read in `model.store.query`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from model.records import Span
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.query import Field, SearchQuery, parse
from model.store.text_index import SENTENCES_PER_ARTICLE, TextIndex, sentence_key
from model.views import Hit

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
#: How deep the ranking is read before fields cut it down.
_DEPTH = 5_000

#: What a field asks for: a test of sentence keys, and a way to list those that pass.
_Allowed = tuple[Callable[[int], bool], Callable[[], Iterable[int]]]


#: (entity, spelling) of the actors whose spellings are like a name, the likest first.
_Found = Sequence[tuple[str, str]]


def _passing(keys: Iterable[int], allowed: Sequence[_Allowed]) -> Iterator[int]:
    return (key for key in keys if all(ok(key) for ok, _ in allowed))


def meant(name: str, found: _Found) -> Collection[str]:
    """The entities that a name means: those spelled just so, else those with all its words, else all that
    were found for it.
    """
    from model.actors.names import fold  # the reader must open without it

    wanted = fold(name)
    folded = [(entity, fold(spelling)) for entity, spelling in found]
    return (
        {entity for entity, spelling in folded if spelling == wanted}
        or {entity for entity, spelling in folded if set(wanted.split()) <= set(spelling.split())}
        or {entity for entity, _ in folded}
    )


class Search:
    """Answers queries over one corpus. `find_actors` gives the entities with spellings like a name."""

    def __init__(
        self,
        database: sqlite3.Connection,
        text_index: TextIndex,
        listing: Listing,
        lookup: Lookup,
        find_actors: Callable[[str], _Found],
    ) -> None:
        self._database = database
        self._text_index = text_index
        self._listing = listing
        self._lookup = lookup
        self._find_actors = find_actors

    def hits(self, query: str, *, limit: int) -> Sequence[Hit]:
        """Sentences that answer a query, best first; without words, in the order of the text. Raises
        SearchError for a query that asks for what there is not.
        """
        asked = parse(query.encode("utf-8", "replace").decode())
        allowed = [*map(self._any_of, asked.fields), *map(self._none_of, asked.without)]
        if asked.required:
            ranked = self._text_index.find(asked.required, asked.excluded, limit=_DEPTH)
            keys = [(key, score) for key, score in ranked if all(ok(key) for ok, _ in allowed)]
        else:
            allowed += [self._without_phrase(phrase) for phrase in asked.excluded]
            listed: Iterable[int] = allowed[0][1]() if allowed else ()
            keys = [(key, 0.0) for key in islice(_passing(listed, allowed), limit)]
        return self._hits(keys[:limit], asked)

    def _hits(self, keys: Sequence[tuple[int, float]], asked: SearchQuery) -> Sequence[Hit]:
        ids = self._ids({key // SENTENCES_PER_ARTICLE for key, _ in keys})
        named = [
            (f"{ids[key // SENTENCES_PER_ARTICLE]}:{key % SENTENCES_PER_ARTICLE}", score)
            for key, score in keys
            if key // SENTENCES_PER_ARTICLE in ids
        ]
        texts = self._lookup.texts(sentence for sentence, _ in named)
        rows = self._listing.by_id(ids.values())
        phrases = [phrase for alternatives in asked.required for phrase in alternatives]
        stems = frozenset(term for phrase in phrases for term in self._text_index.terms(phrase))
        hits = []
        for identity, score in named:
            # The text index may be ahead of the rows, or behind, while another process adds to both.
            if identity in texts:
                sentence, text = texts[identity]
                found = self._found(text, sentence.start, stems)
                hits.append(Hit(rows[sentence.article], sentence, text, found, score))
        return hits

    def _found(self, text: str, offset: int, stems: frozenset[str]) -> tuple[Span, ...]:
        if not stems:
            return ()
        return tuple(
            Span(word.start() + offset, word.end() + offset)
            for word in _WORD.finditer(text)
            if not stems.isdisjoint(self._text_index.stems(word.group()))
        )

    def _ids(self, keys: Collection[int]) -> Mapping[int, str]:
        marks = ",".join("?" * len(keys))
        rows = self._database.execute(f"SELECT key, id FROM article WHERE key IN ({marks})", tuple(keys))
        return dict(rows.fetchall())

    def _any_of(self, fields: Sequence[Field]) -> _Allowed:
        """What passes one of some fields."""
        allowed = [self._allowed(item.name, item.value) for item in fields]
        if len(allowed) == 1:
            return allowed[0]
        return (
            lambda key: any(ok(key) for ok, _ in allowed),
            lambda: sorted({key for _, keys in allowed for key in keys()}),
        )

    def _none_of(self, item: Field) -> _Allowed:
        """What does not pass a field; there is always something else that lists it."""
        ok, _ = self._allowed(item.name, item.value)
        return (lambda key: not ok(key)), lambda: ()

    def _without_phrase(self, phrase: str) -> _Allowed:
        """Sentences in which a phrase does not stand."""
        keys = {key for key, _ in self._text_index.find([[phrase]], (), limit=_DEPTH)}
        return (lambda key: key not in keys), lambda: ()

    def _allowed(self, name: str, value: str) -> _Allowed:
        """A test of sentence keys, and what lists the keys that pass it, in the order of the text."""
        if name in ("outlet", "origin", "after", "before"):
            keys = self._articles(name, value)
            return (lambda key: key // SENTENCES_PER_ARTICLE in keys), lambda: self._sentences_of(keys)
        sentences = self._conflicting(value) if name == "has" else self._with_actor(name, value)
        return sentences.__contains__, lambda: sorted(sentences)

    def _articles(self, name: str, value: str) -> Collection[int]:
        like = "%" + re.sub(r"([%_\\])", r"\\\1", value) + "%"
        query, parameter = {
            "outlet": (r"SELECT key FROM article WHERE outlet LIKE ? ESCAPE '\'", like),
            "origin": (
                "SELECT derivation.article FROM derivation JOIN origin ON origin.id = derivation.origin"
                r" WHERE json_extract(origin.record, '$.name') LIKE ? ESCAPE '\'",
                like,
            ),
            "after": ("SELECT key FROM article WHERE published >= ?", value),
            "before": ("SELECT key FROM article WHERE published < ?", value),
        }[name]
        return {row[0] for row in self._database.execute(query, (parameter,))}

    def _sentences_of(self, articles: Collection[int]) -> Iterator[int]:
        for article in sorted(articles):
            rows = self._database.execute("SELECT n FROM sentence WHERE article = ? ORDER BY n", (article,))
            yield from (sentence_key(article, row[0]) for row in rows.fetchall())

    def _with_actor(self, name: str, value: str) -> Collection[int]:
        query = {
            "actor": "SELECT mention.article, n FROM meant JOIN mention ON mention.actor = meant.actor"
            " WHERE entity = ?",
            "said-by": "SELECT claim.article, n FROM meant JOIN claim ON source_actor = actor"
            " WHERE entity = ?",
            "about": "SELECT mention.article, mention.n FROM meant"
            " JOIN mention ON mention.actor = meant.actor"
            " JOIN claim ON claim.article = mention.article AND claim.n = mention.n WHERE entity = ?"
            " AND claim.source_actor IS NOT meant.actor"
            " AND json_extract(claim.record, '$.source_kind') <> 'author'",
        }[name]
        return {
            sentence_key(article, n)
            for entity in meant(value, self._find_actors(value))
            for article, n in self._database.execute(query, (entity,))
        }

    def _conflicting(self, value: str) -> Collection[int]:
        kind = value.removesuffix("-conflict")
        rows = self._database.execute(
            'SELECT article_a, n_a, article_b, n_b FROM "match", json_each("match".record, \'$.differences\')'
            " WHERE relation = 'differs' AND json_extract(json_each.value, '$.kind') = ?",
            (kind,),
        )
        return {key for a, n_a, b, n_b in rows for key in (sentence_key(a, n_a), sentence_key(b, n_b))}
