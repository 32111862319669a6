"""The tables of a corpus and the connection to them.

One SQLite file in WAL mode holds every record. Articles and sentences are known inside by an integer key
and a number, since every other row points at them; outside they have the string ids of the format.
Mentions and claims point at an actor of their own article, that at a name of the corpus, and only names point
at entities (the view `meant` goes the whole way): when a new article makes two entities one, a few names
change and no mention does.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from model.errors import CrossreadError

#: Raised with every change of the tables; an older index is rebuilt, since it holds nothing of its own.
SCHEMA_VERSION = 1

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE source (
  name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  title TEXT, outlet TEXT, published TEXT, language TEXT,
  story TEXT,
  family TEXT NOT NULL DEFAULT '',
  listing INTEGER NOT NULL DEFAULT 0,
  linked INTEGER NOT NULL DEFAULT 0,
  reporting INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX article_source ON article (source);
CREATE INDEX article_story ON article (story);
CREATE INDEX article_listing ON article (listing);
CREATE INDEX article_unlinked ON article (key) WHERE linked = 0;
CREATE INDEX article_published ON article (published);

CREATE TABLE article_text (article INTEGER PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE block (
  article INTEGER, start INTEGER, "end" INTEGER, kind TEXT NOT NULL, reason TEXT,
  PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE sentence (
  article INTEGER, n INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, block TEXT NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE mention (
  article INTEGER, i INTEGER, n INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  surface TEXT NOT NULL, type TEXT NOT NULL, form TEXT NOT NULL, confidence REAL, actor TEXT,
  PRIMARY KEY (article, i)
) WITHOUT ROWID;
CREATE INDEX mention_actor ON mention (actor, article, n) WHERE actor IS NOT NULL;

CREATE TABLE claim (
  article INTEGER, i INTEGER, n INTEGER NOT NULL, source_actor TEXT, record TEXT NOT NULL,
  PRIMARY KEY (article, i)
) WITHOUT ROWID;
CREATE INDEX claim_source ON claim (source_actor) WHERE source_actor IS NOT NULL;

CREATE TABLE term (term TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE actor (
  id TEXT PRIMARY KEY, article INTEGER NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX actor_article ON actor (article);
CREATE INDEX actor_name ON actor (name);

CREATE TABLE name (key TEXT PRIMARY KEY, entity TEXT, record TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX name_entity ON name (entity);
CREATE TABLE name_block (block TEXT, name TEXT, PRIMARY KEY (block, name)) WITHOUT ROWID;
CREATE INDEX name_block_name ON name_block (name);

CREATE VIEW meant AS
  SELECT actor.id AS actor, actor.article AS article, name.entity AS entity
  FROM actor JOIN name ON name.key = actor.name;

CREATE TABLE entity (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL,
  mentions INTEGER NOT NULL, articles INTEGER NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entity_size ON entity (mentions DESC, name);

CREATE TABLE "match" (
  article_a INTEGER, n_a INTEGER, article_b INTEGER, n_b INTEGER,
  relation TEXT, score REAL NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (article_a, n_a, article_b, n_b)
) WITHOUT ROWID;
CREATE INDEX match_b ON "match" (article_b, n_b);

CREATE TABLE derivation (
  article INTEGER, origin TEXT, record TEXT NOT NULL, PRIMARY KEY (article, origin)
) WITHOUT ROWID;

CREATE TABLE origin (id TEXT PRIMARY KEY, story TEXT, record TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX origin_story ON origin (story);

CREATE TABLE "group" (id TEXT PRIMARY KEY, story TEXT, record TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX group_story ON "group" (story);
CREATE TABLE group_member (
  article INTEGER, n INTEGER, "group" TEXT, PRIMARY KEY (article, n, "group")
) WITHOUT ROWID;
CREATE INDEX group_member_group ON group_member ("group");

CREATE TABLE story (id TEXT PRIMARY KEY, title TEXT NOT NULL, articles INTEGER NOT NULL) WITHOUT ROWID;
"""


class StoreError(CrossreadError):
    """The index cannot be read or written; the message is one line naming the file and the reason."""


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Connection to the index at `path`, in autocommit mode: transactions are opened explicitly.

    Raises StoreError if the file is missing (unless `create`), damaged, or of another schema version.
    """
    if not create and not path.exists():
        raise StoreError(f"{path}: no index")
    try:
        database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA busy_timeout = 10000")
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and create:
            # One transaction: a process killed here leaves version 0, and the next one starts over.
            database.executescript(f"BEGIN IMMEDIATE;{TABLES}PRAGMA user_version = {SCHEMA_VERSION};COMMIT;")
            version = SCHEMA_VERSION
    except (sqlite3.DatabaseError, OSError) as error:
        raise StoreError(f"{path}: damaged or unreadable index ({error})") from error
    if version != SCHEMA_VERSION:
        database.close()
        raise StoreError(f"{path}: index of format {version}, this crossread reads {SCHEMA_VERSION}")
    return database


def get_meta(database: sqlite3.Connection, key: str, default: str = "") -> str:
    """A fact about the whole corpus."""
    row = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else default


def set_meta(database: sqlite3.Connection, key: str, value: str) -> None:
    """Store a fact about the whole corpus."""
    database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
