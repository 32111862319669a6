"""Bringing the stories of a corpus in line with the user's judgements that stand.

The index remembers which judgements its stories were made with. Of what has been added since, each is carried
through where it applies: an article leaves its story, or one story takes another in. Where something was
taken back, all articles of the stories concerned are assigned anew, as indexing would. What moved is then
linked anew: sentences of one story are compared more closely than others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from model.errors import CrossreadError
from model.matching import STORY, StoryJudgements
from model.records import Judgement, Origin
from model.store.files import CorpusFiles
from model.store.lookup import Lookup
from model.store.rows import unpack
from model.store.schema import get_meta, set_meta

_META = "judged_stories"


class NoSuchArticleError(CrossreadError):
    """A judgement names an article that the corpus does not hold."""


def pairs_judged(files: CorpusFiles, a: str, b: str, verdict: str) -> list[tuple[str, str]]:
    """The pairs of articles as which a judgement on two stories is written down; `a` and `b` come last.

    Joining makes one of all articles of both stories, parting takes `a` away from all articles of its story:
    pair by pair, so that the outcome does not depend on the order in which articles are ever indexed. Raises
    NoSuchArticleError.
    """
    lookup = Lookup(files.database, files.text_index)
    known = lookup.articles([a, b])
    for article in (a, b):
        if article not in known:
            raise NoSuchArticleError(f"{article}: no article of that id")
    one, other = known[a].story, known[b].story
    members = [lookup.story_articles(story) for story in (one, other) if story is not None]
    if verdict == "same" and one != other:
        pairs = [(member, b) for story in members for member in story if member not in (a, b)]
    elif verdict == "different" and one == other and one is not None:
        pairs = [(a, member) for member in members[0] if member not in (a, b)]
    else:
        pairs = []
    return [*pairs, (a, b)]


def move_judged(files: CorpusFiles) -> Sequence[str]:
    """Carry through what was judged on stories since the last time; the articles that are to be linked anew,
    in the order in which they came.
    """
    files.judgements.refresh()
    standing = [item for item in files.judgements.standing() if item.kind == STORY]
    with files.writer.transaction():
        stored = [Judgement.from_json(line) for line in json.loads(get_meta(files.database, _META, "[]"))]
        if stored == standing:
            return ()
        moved = _moved(files, stored, standing)
        files.writer.set_unlinked(moved)
        set_meta(files.database, _META, json.dumps([item.to_json() for item in standing]))
    return moved


def _moved(files: CorpusFiles, stored: Sequence[Judgement], standing: Sequence[Judgement]) -> Sequence[str]:
    lookup = Lookup(files.database, files.text_index)
    gone = [item for item in stored if item not in standing]
    new = [item for item in standing if item not in stored]
    moved: set[str] = set()
    if gone:
        concerned = {article for item in (*gone, *new) for article in (item.subject, item.object) if article}
        stories = {article.story for article in lookup.articles(concerned).values() if article.story}
        moved = {member for story in stories for member in lookup.story_articles(story)}
        for article in moved:
            files.writer.set_story(article, None)
    word = StoryJudgements(standing)
    for item in () if gone else new:
        moves = _joined(lookup, item) if item.verdict == "same" else _parted(lookup, item, word)
        for article, story in moves.items():
            files.writer.set_story(article, story)
        moved |= moves.keys()
    return sorted(moved, key=lambda article: files.writer.key_of(article) or 0)


def _joined(lookup: Lookup, judgement: Judgement) -> Mapping[str, str | None]:
    """Where articles go when two stories are one: the smaller into the larger, the subject's of equals."""
    one, other = _stories(lookup, judgement)
    if one is None or other is None or one == other:
        return {}
    members, others = lookup.story_articles(one), lookup.story_articles(other)
    return dict.fromkeys(members, other) if len(members) <= len(others) else dict.fromkeys(others, one)


def _parted(lookup: Lookup, judgement: Judgement, word: StoryJudgements) -> Mapping[str, str | None]:
    """The articles that leave their story: the subject, and what was judged to be of one story with it."""
    one, other = _stories(lookup, judgement)
    if one is None or one != other:
        return {}
    leaving = {judgement.subject} | word.together(judgement.subject)
    return dict.fromkeys(leaving & set(lookup.story_articles(one)))


def _stories(lookup: Lookup, judgement: Judgement) -> tuple[str | None, str | None]:
    pair = judgement.subject, judgement.object or ""
    known = lookup.articles(pair)
    one, other = (known[article].story if article in known else None for article in pair)
    return one, other


def origin_name(files: CorpusFiles, origin: str) -> str | None:
    """What an origin is called, to be written down with a judgement on it: its id may change."""
    row = files.database.execute("SELECT record FROM origin WHERE id = ?", (origin,)).fetchone()
    return unpack(Origin, row[0]).name if row else None
