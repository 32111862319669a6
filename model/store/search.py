"""Searching a corpus: words, "phrases", -not, OR, and fields such as outlet: after: actor: said-by:.

The query of a user is read here, by a grammar that cannot fail: what is no operator is a word.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from model.records import Span
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.text_index import SENTENCES_PER_ARTICLE, TextIndex, sentence_key
from model.views import Hit

_TOKEN = re.compile(
    r'(?P<minus>-)?(?:(?P<field>[a-z]+(?:-[a-z]+)?):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
#: How deep the ranking is read before fields cut it down.
_DEPTH = 5_000

#: A field and what it asks for, for help texts.
FIELDS: Mapping[str, str] = {
    "actor": "sentences that mention the actor, in any spelling",
    "said-by": "sentences in which the actor is the source",
    "about": "sentences that mention the actor in what somebody else says",
    "outlet": "articles of an outlet",
    "origin": "articles that derive from an origin of this name",
    "after": "articles published on or after a date",
    "before": "articles published before a date",
    "has": "sentences whose reports differ: has:number-conflict, has:quote-conflict …",
}


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query as read: each of `required` lists phrases of which one must be found; fields must all hold."""

    required: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]


def parse(query: str) -> SearchQuery:
    """Read a query. Never fails: a stray quotation mark or an unknown field is text to look for."""
    required: list[tuple[str, ...]] = []
    excluded: list[str] = []
    fields: list[tuple[str, str]] = []
    join = False
    for found in _TOKEN.finditer(query):
        value = found["phrase"] if found["phrase"] is not None else found["word"]
        if found["field"] and found["field"] not in FIELDS:
            value = f"{found['field']} {value}"
        if found["word"] == "OR" and not found["minus"] and not found["field"]:
            join = bool(required)
        elif found["field"] in FIELDS:
            fields.append((found["field"], value))
        elif found["minus"]:
            excluded.append(value)
        elif join:
            required[-1] = (*required[-1], value)
            join = False
        else:
            required.append((value,))
    return SearchQuery(tuple(required), tuple(excluded), tuple(fields))


#: What a field asks for: a test of sentence keys, and a way to list those that pass.
_Allowed = tuple[Callable[[int], bool], Callable[[], Iterable[int]]]


def _passing(keys: Iterable[int], allowed: Sequence[_Allowed]) -> Iterator[int]:
    return (key for key in keys if all(ok(key) for ok, _ in allowed))


class Search:
    """Answers queries over one corpus. `find_actors` gives the entities that a name may mean."""

    def __init__(
        self,
        database: sqlite3.Connection,
        text_index: TextIndex,
        listing: Listing,
        lookup: Lookup,
        find_actors: Callable[[str], Collection[str]],
    ) -> None:
        self._database = database
        self._text_index = text_index
        self._listing = listing
        self._lookup = lookup
        self._find_actors = find_actors

    def hits(self, query: str, *, limit: int) -> Sequence[Hit]:
        """Sentences that answer the query, best first; without words, in the order of the text."""
        asked = parse(query.encode("utf-8", "replace").decode())
        allowed = [self._allowed(name, value) for name, value in asked.fields]
        if asked.required:
            ranked = self._text_index.find(asked.required, asked.excluded, limit=_DEPTH)
            keys = [(key, score) for key, score in ranked if all(ok(key) for ok, _ in allowed)]
        else:
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
            for entity in self._find_actors(value)
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
