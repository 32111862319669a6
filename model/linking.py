"""Linking articles to each other: their stories, their matches, and what stands behind them.

Works on what is stored and needs no language analysis, so that a judgement can be acted on at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from model.matching import MatchJudgements, StoryJudgements, assign_story, build_groups, match_witness
from model.matching.origins import DerivationJudgements, derive
from model.matching.outline import outline_of, packed
from model.records import Judgement, Match
from model.store.files import CorpusFiles
from model.store.lookup import Lookup
from model.store.remembered import Remembered
from model.store.rows import unpack
from model.views import Progress

#: Articles kept in memory while others are compared with them.
_KEPT = 256

Report = Callable[[Progress], None]


def link_new(files: CorpusFiles, progress: Report = lambda _: None) -> None:
    """Link all articles that are not yet linked, and settle the stories they belong to."""
    rows = files.database.execute("SELECT id FROM article WHERE linked = 0 ORDER BY key")
    link_articles(files, [row[0] for row in rows.fetchall()], progress)


def link_articles(files: CorpusFiles, articles: Sequence[str], progress: Report = lambda _: None) -> None:
    """Link these articles, in this order, and settle all stories that changed. Who has a story keeps it."""
    lookup = Remembered(files.database, files.text_index, keep=_KEPT)
    _assign_stories(files, lookup, articles, progress)
    _match(files, lookup, articles, progress)
    stale = [row[0] for row in files.database.execute("SELECT id FROM stale_story ORDER BY id").fetchall()]
    for done, story in enumerate(stale):
        progress(Progress("origins", done, len(stale)))
        settle_story(files, lookup, story)


def settle_story(files: CorpusFiles, lookup: Lookup, story: str) -> None:
    """Work out anew a story's groups, origins and derivations, and the place of its articles in the list."""
    # In one transaction with what it rests on: a judgement made meanwhile must not be written over.
    with files.writer.transaction():
        articles = lookup.story_articles(story)
        if not articles:
            files.writer.drop_story(story)
            return
        witnesses = [lookup.witness(article) for article in articles]
        matches = story_matches(files, story)
        word = DerivationJudgements(files.judgements.standing())
        origins, derivations = word.carried_through(*derive(witnesses, matches), articles)
        groups = build_groups(matches, derivations)
        title = next((w.article.title for w in witnesses if w.article.title), articles[0])
        files.writer.replace_story_conclusions(
            story, title=title, articles=articles, groups=groups, origins=origins, derivations=derivations
        )


def match_judgements(judgements: Iterable[Judgement]) -> MatchJudgements:
    """The user's word on pairs of sentences, the last word on a pair counting."""
    last: dict[frozenset[str], str] = {}
    for judgement in judgements:
        if judgement.kind == "match" and judgement.object:
            last[frozenset((judgement.subject, judgement.object))] = judgement.verdict
    return MatchJudgements(
        confirmed=frozenset(pair for pair, verdict in last.items() if verdict == "confirmed"),
        rejected=frozenset(pair for pair, verdict in last.items() if verdict == "rejected"),
    )


def story_matches(files: CorpusFiles, story: str) -> Sequence[Match]:
    """Matches between articles of one story."""
    rows = files.database.execute(
        'SELECT "match".record FROM "match" JOIN article AS a ON a.key = article_a'
        " JOIN article AS b ON b.key = article_b WHERE a.story = ?1 AND b.story = ?1"
        " ORDER BY article_a, n_a, article_b, n_b",
        (story,),
    )
    return [unpack(Match, row[0]) for row in rows]


def _assign_stories(files: CorpusFiles, lookup: Lookup, articles: Sequence[str], progress: Report) -> None:
    judged = StoryJudgements(files.judgements.standing())
    for done, article in enumerate(articles):
        progress(Progress("stories", done, len(articles)))
        witness = lookup.witness(article)
        if witness.article.story is not None:
            continue
        outline = outline_of(witness)
        story = assign_story(witness, lookup, judged, outline)
        # A transaction each: who judges meanwhile waits for one article and not for all.
        with files.writer.transaction():
            if files.judgements.refresh():
                judged = StoryJudgements(files.judgements.standing())
                story = assign_story(witness, lookup, judged, outline)
            files.writer.set_wordage(article, packed(outline))
            files.writer.set_story(article, story)


def _match(files: CorpusFiles, lookup: Lookup, articles: Sequence[str], progress: Report) -> None:
    judgements = match_judgements(files.judgements.standing())
    for done, article in enumerate(articles):
        progress(Progress("matching", done, len(articles)))
        witness = lookup.witness(article)
        matches = match_witness(witness, lookup, judgements=judgements)
        with files.writer.transaction():
            if files.judgements.refresh():
                judgements = match_judgements(files.judgements.standing())
                matches = match_witness(witness, lookup, judgements=judgements)
            files.writer.replace_matches(article, matches)
            files.writer.set_linked(article)
