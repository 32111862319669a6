"""Writing a corpus: articles in, articles out, and what was concluded about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from model.analysis import Analysis
from model.records import REPORTING_KINDS, Derivation, Group, Match, Origin
from model.store.order import arranged, by_date, by_outlet, unsettled
from model.store.rows import opening, pack, reports, split_sentence_id, word_forms
from model.store.schema import get_meta, set_meta
from model.store.text_index import TextIndex

_OF_ARTICLE = (
    "article_text",
    "block",
    "sentence",
    "mention",
    "claim",
    "actor",
    "wordage",
    "group_member",
    "derivation",
)

#: Facts about the corpus: the generation in which sentences last changed, and the next article's key.
_TEXTS = "texts"
_KEYS = "keys"


class Writer:
    """The only one that changes an index. Every public method is meant to run inside `transaction`."""

    def __init__(self, database: sqlite3.Connection, text_index: TextIndex) -> None:
        self._database = database
        self._text_index = text_index

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: on success the store's generation rises, and a changed text index follows it.

        A process killed after SQLite's commit and before tantivy's leaves generations that differ, which
        `repair` mends before the next run.
        """
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            generation = str(int(get_meta(self._database, "generation", "0")) + 1)
            set_meta(self._database, "generation", generation)
            if self._text_index.changed:
                set_meta(self._database, _TEXTS, generation)
            self._database.execute("COMMIT")
        except BaseException:
            # A full disk makes SQLite roll back by itself.
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            self._text_index.discard()
            raise
        if self._text_index.changed:
            self._text_index.commit(generation)

    def add(self, analysis: Analysis, *, source: str) -> int:
        """Store an article, in the place of an older version if there is one; its inner key.

        The article counts as not yet linked: actors, story and matches are still to come.
        """
        article = analysis.document.article
        old = self.key_of(article.id)
        if old is not None:
            self._clear(old)
        key = old if old is not None else self._next_key()
        bare = replace(article, text=None, story=None)
        text = analysis.document.text
        reporting = sum(map(reports, analysis.sentences))
        self._database.execute(
            "INSERT OR REPLACE INTO article (key, id, source, sha256, title, outlet, published, language,"
            " reporting, record, opening, place, by_origin, by_outlet, by_date)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key, article.id, source, article.sha256, article.title, article.outlet, article.published,
                article.language, reporting, pack(bare), opening(text, analysis.sentences),
                unsettled(key), unsettled(key),
                by_outlet(article.outlet, article.published, key), by_date(article.published, key),
            ),
        )  # fmt: skip
        self._add_rows(key, analysis)
        self._text_index.add(key, ((s.n, s.span.of(text), reports(s)) for s in analysis.sentences))
        self._count_terms([text], by=1)
        return key

    def remove(self, article: str) -> None:
        """Take an article out with all that was concluded about it. Unknown ids are passed over."""
        key = self.key_of(article)
        if key is None:
            return
        self._clear(key)
        self._database.execute("DELETE FROM article WHERE key = ?", (key,))
        self._text_index.remove(key)

    def key_of(self, article: str) -> int | None:
        """The inner key of an article id."""
        row = self._database.execute("SELECT key FROM article WHERE id = ?", (article,)).fetchone()
        return None if row is None else int(row[0])

    def note_source(self, name: str, size: int, modified: int, *, sha256: str) -> None:
        """Remember what a source looked like when it was read, to pass it over while it stays so.

        `size` in bytes, `modified` in nanoseconds.
        """
        self._database.execute(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)", (name, size, modified, sha256)
        )

    def forget_source(self, name: str) -> None:
        """Forget a source that is gone."""
        self._database.execute("DELETE FROM source WHERE name = ?", (name,))

    def set_mentions(self, key: int, analysis: Analysis) -> None:
        """Store the mentions and claims of an article in place of those it had.

        Their entities are ids of actors of this article (see `model.store.schema`), or None.
        """
        for table in ("mention", "claim"):
            self._database.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
        number = {s.id: s.n for s in analysis.sentences}
        self._database.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    key,
                    i,
                    number[m.sentence],
                    m.start,
                    m.end,
                    m.surface,
                    m.type,
                    m.form,
                    m.confidence,
                    m.entity,
                )
                for i, m in enumerate(analysis.mentions)
            ],
        )
        self._database.executemany(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?)",
            [(key, i, number[c.sentence], c.source_entity, pack(c)) for i, c in enumerate(analysis.claims)],
        )

    def set_story(self, article: str, story: str | None) -> None:
        """Put an article into a story, or take it out of the one it is in."""
        self._database.execute("UPDATE article SET story = ? WHERE id = ?", (story, article))

    def set_wordage(self, article: str, wordage: bytes) -> None:
        """Store the words of an article as they were packed."""
        self._database.execute(
            "INSERT OR REPLACE INTO wordage VALUES (?, ?)", (self._known(article), wordage)
        )

    def set_linked(self, article: str) -> None:
        """Mark an article as done: its actors, story and matches are stored."""
        self._database.execute("UPDATE article SET linked = 1 WHERE id = ?", (article,))

    def set_unlinked(self, articles: Iterable[str]) -> None:
        """Mark articles as to be linked anew."""
        self._database.executemany("UPDATE article SET linked = 0 WHERE id = ?", [(a,) for a in articles])

    def replace_matches(self, article: str, matches: Iterable[Match]) -> None:
        """Store the matches that an article takes part in, in place of all it had."""
        key = self._known(article)
        self._drop_matches(key)
        for match in matches:
            self.set_match(match)

    def set_match(self, match: Match) -> None:
        """Store one match, in place of an earlier one of the same pair."""
        (one, n_a), (other, n_b) = split_sentence_id(match.a), split_sentence_id(match.b)
        self._database.execute(
            'INSERT OR REPLACE INTO "match" VALUES (?, ?, ?, ?, ?, ?, ?)',
            (self._known(one), n_a, self._known(other), n_b, match.relation, match.score, pack(match)),
        )

    def replace_story_conclusions(
        self,
        story: str,
        *,
        title: str,
        articles: Sequence[str],
        groups: Iterable[Group],
        origins: Sequence[Origin],
        derivations: Iterable[Derivation],
    ) -> None:
        """Store a story's groups, origins and derivations in place of those it had."""
        self.drop_story(story)
        keys = {article: self._known(article) for article in articles}
        for group in groups:
            self._database.execute(
                'INSERT OR REPLACE INTO "group" VALUES (?, ?, ?)', (group.id, story, pack(group))
            )
            members = ((*split_sentence_id(sentence), group.id) for sentence in group.sentences)
            self._database.executemany(
                "INSERT OR REPLACE INTO group_member VALUES (?, ?, ?)",
                [(keys[article], n, identity) for article, n, identity in members if article in keys],
            )
        self._database.executemany(
            "INSERT OR REPLACE INTO origin VALUES (?, ?, ?)", [(o.id, story, pack(o)) for o in origins]
        )
        self._database.executemany(
            "DELETE FROM derivation WHERE article = ?", [(key,) for key in keys.values()]
        )
        self._database.executemany(
            "INSERT OR REPLACE INTO derivation VALUES (?, ?, ?)",
            [(keys[d.article], d.origin, pack(d)) for d in derivations if d.article in keys],
        )
        names = {origin.id: origin.name for origin in origins}
        families = self._arrange(keys.values(), names)
        self._database.execute("INSERT INTO story VALUES (?, ?, ?, ?)", (story, title, len(keys), families))

    def drop_story(self, story: str) -> None:
        """Forget a story's conclusions; its articles stay."""
        self._database.execute(
            'DELETE FROM group_member WHERE "group" IN (SELECT id FROM "group" WHERE story = ?)', (story,)
        )
        for table in ('"group"', "origin"):
            self._database.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
        self._database.execute("DELETE FROM story WHERE id = ?", (story,))
        self._database.execute("DELETE FROM stale_story WHERE id = ?", (story,))

    def unsettle(self, stories: Iterable[str]) -> None:
        """Note that what these stories were found to tell no longer holds, until it is replaced."""
        self._database.executemany(
            "INSERT OR IGNORE INTO stale_story VALUES (?)", [(story,) for story in stories]
        )

    def is_behind(self) -> bool:
        """Whether the text index is lost or does not belong to the store's generation."""
        return self._text_index.lost or get_meta(self._database, _TEXTS) != self._text_index.generation

    def repair(self) -> bool:
        """Rebuild the text index if it does not belong to the store's generation; whether it had to be."""
        if not self.is_behind():
            return False
        generation = get_meta(self._database, _TEXTS)
        self._text_index.clear()
        for key, text in self._database.execute("SELECT article, text FROM article_text"):
            rows = self._database.execute(
                'SELECT n, start, "end", block FROM sentence WHERE article = ?', (key,)
            )
            self._text_index.add(key, [(n, text[a:b], kind in REPORTING_KINDS) for n, a, b, kind in rows])
        self._text_index.commit(generation)
        return True

    def _next_key(self) -> int:
        """A key that no article ever had: what a user noted under a label must not come to mean another."""
        key = int(get_meta(self._database, _KEYS, "0"))
        set_meta(self._database, _KEYS, str(key + 1))
        return key

    def _arrange(self, keys: Collection[int], names: Mapping[str, str]) -> int:
        """Put the articles of one story in their places; the number of their families.

        `names` are those of the origins.
        """
        origins: dict[int, list[str]] = {}
        published: list[tuple[int, str | None]] = []
        for key in keys:
            row = self._database.execute("SELECT published FROM article WHERE key = ?", (key,)).fetchone()
            published.append((key, row[0]))
            found = self._database.execute("SELECT origin FROM derivation WHERE article = ?", (key,))
            origins[key] = [origin for (origin,) in found]
        order = arranged(published, origins, names)
        self._database.executemany(
            "UPDATE article SET place = ?, family = ?, origin = ?, by_origin = ? WHERE key = ?",
            [(found.place, found.letter, found.origin, found.by_origin, found.key) for found in order],
        )
        return len({found.letter for found in order})

    def _known(self, article: str) -> int:
        key = self.key_of(article)
        if key is None:
            raise KeyError(article)
        return key

    def _add_rows(self, key: int, analysis: Analysis) -> None:
        run = self._database.executemany
        self._database.execute("INSERT INTO article_text VALUES (?, ?)", (key, analysis.document.text))
        run(
            "INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?, ?)",
            [(key, b.start, b.end, b.kind, b.reason) for b in analysis.document.blocks],
        )
        run(
            "INSERT INTO sentence VALUES (?, ?, ?, ?, ?)",
            [(key, s.n, s.start, s.end, s.block) for s in analysis.sentences],
        )
        self.set_mentions(key, analysis)

    def _clear(self, key: int) -> None:
        row = self._database.execute("SELECT text FROM article_text WHERE article = ?", (key,)).fetchone()
        if row is not None:
            self._count_terms([row[0]], by=-1)
        self._drop_matches(key)
        for table in _OF_ARTICLE:
            self._database.execute(f"DELETE FROM {table} WHERE article = ?", (key,))

    def _drop_matches(self, key: int) -> None:
        self._database.execute('DELETE FROM "match" WHERE article_a = ?', (key,))
        self._database.execute('DELETE FROM "match" WHERE article_b = ?', (key,))

    def _count_terms(self, texts: Iterable[str], *, by: int) -> None:
        self._database.executemany(
            "INSERT INTO term VALUES (?, ?) ON CONFLICT DO UPDATE SET articles = articles + ?2",
            [(word, by) for word in sorted(word_forms(texts))],
        )
