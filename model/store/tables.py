"""The tables of a corpus.

Articles and sentences are known inside by an integer key and a number, since every other row points at them;
outside they have the string ids of the format. Mentions and claims point at an actor of their own article,
that at a name of the corpus, and only names point at entities (the view `meant` goes the whole way): when a
new article makes two entities one, a few names change and no mention does.
"""

from __future__ import annotations

_TABLES = """
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
  opening TEXT NOT NULL,
  story TEXT,
  family TEXT NOT NULL DEFAULT '',
  origin TEXT,
  place TEXT NOT NULL, by_outlet TEXT NOT NULL, by_origin TEXT NOT NULL, by_date TEXT NOT NULL,
  linked INTEGER NOT NULL DEFAULT 0,
  reporting INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX article_source ON article (source);
CREATE INDEX article_story ON article (story);
-- The orders of the list of articles (see `model.store.order`): with the id, a list is read from one of them.
CREATE INDEX article_place ON article (place, id);
CREATE INDEX article_by_outlet ON article (by_outlet, id);
CREATE INDEX article_by_origin ON article (by_origin, id);
CREATE INDEX article_by_date ON article (by_date, id);
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

CREATE TABLE story (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, articles INTEGER NOT NULL, families INTEGER NOT NULL
) WITHOUT ROWID;

-- The words of an article as its story is known by them (see `model.matching.outline`).
CREATE TABLE wordage (article INTEGER PRIMARY KEY, record BLOB NOT NULL);

-- Stories that gained, lost or changed an article since they were settled.
CREATE TABLE stale_story (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER article_left AFTER DELETE ON article WHEN old.story IS NOT NULL BEGIN
  INSERT OR IGNORE INTO stale_story VALUES (old.story);
END;
CREATE TRIGGER article_moved AFTER UPDATE OF story ON article BEGIN
  INSERT OR IGNORE INTO stale_story SELECT old.story WHERE old.story IS NOT NULL;
  INSERT OR IGNORE INTO stale_story SELECT new.story WHERE new.story IS NOT NULL;
END;

-- How much there is of everything, kept up by triggers: counting rows takes longer the more there are.
CREATE TABLE tally (kind TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
"""

#: Tables that are counted, and what a row of each counts for.
_COUNTED = (("article", "1"), ("sentence", "1"), ("entity", "1"), ("match", "1"), ("story", "{}.families"))
_TALLIES = "".join(
    f"""
INSERT INTO tally VALUES ('{table}', 0);
CREATE TRIGGER {table}_in AFTER INSERT ON "{table}" BEGIN
  UPDATE tally SET number = number + {worth.format("new")} WHERE kind = '{table}';
END;
CREATE TRIGGER {table}_out AFTER DELETE ON "{table}" BEGIN
  UPDATE tally SET number = number - {worth.format("old")} WHERE kind = '{table}';
END;
"""
    for table, worth in _COUNTED
)

#: Everything that makes an empty index, as one script.
TABLES = _TABLES + _TALLIES
