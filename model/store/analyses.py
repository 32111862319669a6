"""Reading an analysis back from the store, so that an article's names can be resolved anew without spaCy."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.actors import LocalActor, fold
from model.analysis import Analysis, Document
from model.records import Claim
from model.store.rows import article_of, block_of, claim_of, mention_of, sentence_of


def stored_analysis(database: sqlite3.Connection, key: int, actors: Sequence[LocalActor]) -> Analysis:
    """The analysis of the article of this inner key, without entities, as before its names were resolved.

    `actors` are those that its mentions and claims point at.
    """
    record, text = database.execute(
        "SELECT record, text FROM article JOIN article_text ON article = key WHERE key = ?", (key,)
    ).fetchone()
    article = article_of(record, text)
    blocks = database.execute(
        'SELECT start, "end", kind, reason FROM block WHERE article = ? ORDER BY start', (key,)
    )
    sentences = database.execute(
        'SELECT n, start, "end", block FROM sentence WHERE article = ? ORDER BY n', (key,)
    )
    mentions = database.execute(
        'SELECT n, start, "end", surface, type, form, confidence, NULL FROM mention WHERE article = ?'
        " ORDER BY i",
        (key,),
    )
    claims = database.execute("SELECT n, record FROM claim WHERE article = ? ORDER BY i", (key,))
    document = Document(article, tuple(block_of(article.id, row) for row in blocks))
    found = tuple(sentence_of(article.id, row) for row in sentences)
    names = {actor.id: actor for actor in actors}
    said = {sentence.n: sentence.span.of(text) for sentence in found}
    return Analysis(
        document,
        found,
        tuple(mention_of(article.id, row) for row in mentions),
        tuple(_unresolved(claim_of(stored), names, said[n]) for n, stored in claims),
    )


def _unresolved(claim: Claim, actors: Mapping[str, LocalActor], sentence: str) -> Claim:
    """The claim with the media it names on the way by name again, in a spelling of its sentence."""
    via = tuple(_name(actors[one], sentence) if one in actors else one for one in claim.via)
    return replace(claim, source_entity=None, via=via)


def _name(actor: LocalActor, sentence: str) -> str:
    written = fold(sentence)
    spellings = sorted((spelling.text for spelling in actor.spellings), key=lambda text: (-len(text), text))
    return next((text for text in spellings if fold(text) in written), spellings[0])
