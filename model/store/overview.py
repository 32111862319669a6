"""A story as a whole: who covers which claim, which articles share an origin, and what happened when."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from model.records import Derivation, Group, Match, Origin
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.rows import N, split_sentence_id, unpack
from model.views import ArticleRow, Coverage, CoverageRow, Family, TimelineRow

_DERIVATIONS = (
    "SELECT derivation.record FROM article JOIN derivation ON derivation.article = article.key {}"
    " ORDER BY derivation.article, derivation.origin"
)
_ORIGINS = "SELECT record FROM origin {} ORDER BY id"


class Overview:
    """Queries over all articles of a story."""

    def __init__(self, database: sqlite3.Connection, listing: Listing, lookup: Lookup) -> None:
        self._database = database
        self._listing = listing
        self._lookup = lookup

    def groups(self, story: str | None) -> Sequence[Group]:
        """The groups of a story, or of the whole corpus."""
        rows = self._database.execute(
            'SELECT record FROM "group" WHERE ?1 IS NULL OR story = ?1 ORDER BY id', (story,)
        )
        return [unpack(Group, row[0]) for row in rows]

    def coverage(self, story: str | None) -> Coverage:
        """Claims × sources, most disputed first."""
        # Loaded when it is asked for: the reader opens without the matching.
        from model.matching import alone, by_pair, coverage_cells, disagreements, omitted

        articles = self._listing.of_story(story)
        ids = [row.id for row in articles]
        groups = self.groups(story)
        matches = self._matches(ids)
        pairs = by_pair(matches)
        texts = self._lookup.passages(group.sentences[0] for group in groups)
        rows = [
            CoverageRow(
                group=group,
                text=texts[group.sentences[0]].text,
                cells=coverage_cells(group, ids, pairs),
                independent=group.independent,
                disagreements=disagreements(group, pairs),
            )
            for group in groups
        ]
        rows.sort(key=lambda r: (-r.disagreements, -r.independent, -len(r.group.articles), r.group.id))
        return Coverage(
            story=story,
            articles=tuple(articles),
            rows=tuple(rows),
            alone={article: alone(self._body(article), matches) for article in ids},
            omitted={article: tuple(g.id for g in omitted(groups, article)) for article in ids},
        )

    def families(self, story: str | None = None) -> Sequence[Family]:
        """Groups of articles that share an origin, in list order: of a story, or of the whole corpus."""
        derivations: dict[str, list[Derivation]] = defaultdict(list)
        for derivation in self._of_story(Derivation, _DERIVATIONS, story):
            derivations[derivation.article].append(derivation)
        origins = {origin.id: origin for origin in self._of_story(Origin, _ORIGINS, story)}
        members: dict[tuple[str | None, str], list[ArticleRow]] = defaultdict(list)
        for row in self._listing.of_story(story):
            members[row.story, row.family].append(row)
        return [
            _family(letter, rows_of, derivations, origins)
            for (_, letter), rows_of in members.items()
            if letter
        ]

    def timeline(self, story: str | None) -> Sequence[TimelineRow]:
        """Publications and dated claims, oldest first."""
        found: list[TimelineRow] = []
        for row in self._listing.of_story(story):
            witness = self._lookup.witness(row.id)
            if row.published:
                used = next((e.text for e in witness.article.date_evidence if e.used), row.published)
                found.append(TimelineRow(row.published, "published", row, None, row.title, used))
            for passage in witness.passages:
                for claim in passage.claims:
                    for time in claim.times:
                        if time.value:
                            words = time.span.shifted(-passage.sentence.start).of(passage.text)
                            found.append(
                                TimelineRow(time.value, "claim", row, passage.sentence, passage.text, words)
                            )
        unique = {(r.value, r.row.id, r.sentence.id if r.sentence else "", r.evidence): r for r in found}
        return sorted(unique.values(), key=lambda r: (r.value, r.kind != "published", r.row.label))

    def _of_story(self, kind: type[N], query: str, story: str | None) -> Iterator[N]:
        where, parameters = ("WHERE story = ?", (story,)) if story is not None else ("", ())
        return (unpack(kind, row[0]) for row in self._database.execute(query.format(where), parameters))

    def _matches(self, articles: Sequence[str]) -> Sequence[Match]:
        """Matches in which both sides stand in these articles."""
        inside = set(articles)
        found: list[Match] = []
        for article in articles:
            rows = self._database.execute(
                'SELECT "match".record FROM "match" JOIN article ON key = article_a WHERE id = ?', (article,)
            )
            found += (unpack(Match, row[0]) for row in rows)
        return [match for match in found if split_sentence_id(match.b)[0] in inside]

    def _body(self, article: str) -> Sequence[str]:
        rows = self._database.execute(
            "SELECT id || ':' || n FROM sentence JOIN article ON key = article WHERE id = ?"
            " AND block = 'body' ORDER BY n",
            (article,),
        )
        return [row[0] for row in rows]


def _family(
    letter: str,
    rows: Sequence[ArticleRow],
    derivations: Mapping[str, Sequence[Derivation]],
    origins: Mapping[str, Origin],
) -> Family:
    members = tuple((row, tuple(derivations.get(row.id, ()))) for row in rows)
    shared = Counter(d.origin for _, known in members for d in known if d.origin in origins)
    # The origin that most members rest on stands first: the family is known by it.
    return Family(letter, tuple(origins[identity] for identity, _ in shared.most_common()), members)
