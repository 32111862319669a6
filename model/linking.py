"""Linking articles to each other: their stories, their matches, and what stands behind them.

Works on what is stored and needs no language analysis, so that a judgement can be acted on at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from model.matching import MatchJudgements, assign_story, build_groups, match_witness
from model.matching.origins import derive
from model.records import Judgement, Match
from model.store.files import CorpusFiles
from model.store.lookup import Lookup
from model.store.rows import unpack
from model.views import Progress

#: Articles put into stories in one transaction.
_BATCH = 64

# Stories that gained or lost an article since they were settled, and those that have none left.
_STALE_STORIES = """
SELECT story FROM article WHERE story IS NOT NULL GROUP BY story
  HAVING COUNT(*) IS NOT (SELECT articles FROM story WHERE story.id = article.story)
UNION SELECT id FROM story WHERE id NOT IN (SELECT story FROM article WHERE story IS NOT NULL)
"""

Report = Callable[[Progress], None]


def link_new(files: CorpusFiles, progress: Report = lambda _: None) -> None:
    """Link all articles that are not yet linked, and settle the stories they belong to."""
    rows = files.database.execute("SELECT id FROM article WHERE linked = 0 ORDER BY key")
    unlinked = [row[0] for row in rows.fetchall()]
    lookup = Lookup(files.database, files.text_index)
    touched = _assign_stories(files, lookup, unlinked, progress)
    _match(files, lookup, unlinked, progress)
    touched |= {row[0] for row in files.database.execute(_STALE_STORIES).fetchall()}
    for done, story in enumerate(sorted(touched)):
        progress(Progress("origins", done, len(touched)))
        settle_story(files, lookup, story)
    if touched:
        refresh_listing(files)


def settle_story(files: CorpusFiles, lookup: Lookup, story: str) -> None:
    """Work out anew a story's groups, origins and derivations."""
    articles = lookup.story_articles(story)
    if not articles:
        with files.writer.transaction():
            files.writer.drop_story(story)
        return
    witnesses = [lookup.witness(article) for article in articles]
    matches = story_matches(files, story)
    origins, derivations = derive(witnesses, matches)
    groups = build_groups(matches, derivations, origins, witnesses)
    title = next((w.article.title for w in witnesses if w.article.title), articles[0])
    with files.writer.transaction():
        files.writer.replace_story_conclusions(
            story, title=title, articles=articles, groups=groups, origins=origins, derivations=derivations
        )


def refresh_listing(files: CorpusFiles) -> None:
    """Put the article list in order, with the letters of the families."""
    with files.writer.transaction():
        files.writer.set_listing(_listing(files))


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


def _assign_stories(
    files: CorpusFiles, lookup: Lookup, articles: Sequence[str], progress: Report
) -> set[str]:
    touched: set[str] = set()
    for start in range(0, len(articles), _BATCH):
        progress(Progress("stories", start, len(articles)))
        with files.writer.transaction():
            for article in articles[start : start + _BATCH]:
                story = assign_story(lookup.witness(article), lookup)
                files.writer.set_story(article, story)
                touched.add(story)
    return touched


def _match(files: CorpusFiles, lookup: Lookup, articles: Sequence[str], progress: Report) -> None:
    judgements = match_judgements(files.judgements.standing())
    for done, article in enumerate(articles):
        progress(Progress("matching", done, len(articles)))
        matches = match_witness(lookup.witness(article), lookup, judgements=judgements)
        with files.writer.transaction():
            files.writer.replace_matches(article, matches)
            files.writer.set_linked(article)


def _listing(files: CorpusFiles) -> list[tuple[str, str]]:
    """Article ids in list order with the letter of their family.

    Stories come newest first, undated ones last, and within a story the articles that share an origin stand
    together; all ties go by the order in which articles came.
    """
    rows = files.database.execute(
        "SELECT key, id, COALESCE(story, ''), published FROM article ORDER BY key"
    ).fetchall()
    origins: dict[int, list[str]] = defaultdict(list)
    for article, origin in files.database.execute("SELECT article, origin FROM derivation"):
        origins[article].append(origin)
    family = _families([row[0] for row in rows], origins)
    newest: dict[str, str] = {}
    first: dict[str | int, int] = {}
    for key, _, story, published in rows:
        newest[story] = max(newest.get(story, ""), published or "")
        first.setdefault(f"story {story}", key)
        first.setdefault(family[key], key)
    rows.sort(key=lambda r: (_descending(newest[r[2]]), first[f"story {r[2]}"], first[family[r[0]]], r[0]))
    letters: dict[int, str] = {}
    for key, *_ in rows:
        letters.setdefault(family[key], _letter(len(letters)))
    return [(identity, letters[family[key]]) for key, identity, *_ in rows]


def _families(articles: Iterable[int], origins: dict[int, list[str]]) -> dict[int, int]:
    """Article → the first article with which it shares an origin, through any number of others."""
    home: dict[int, int] = {}
    first_of: dict[str, int] = {}

    def root(article: int) -> int:
        while home[article] != article:
            home[article] = home[home[article]]
            article = home[article]
        return article

    for article in articles:
        home[article] = article
        for origin in origins.get(article, ()):
            other = first_of.setdefault(origin, article)
            a, b = sorted((root(article), root(other)))
            home[b] = a
    return {article: root(article) for article in home}


def _descending(date: str) -> tuple[int, ...]:
    """A sort key that puts later dates first and missing ones last."""
    return tuple(-ord(character) for character in date) or (1,)


def _letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
