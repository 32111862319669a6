"""A story as a whole: who covers which claim, which articles share an origin, and what happened when."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from model.records import Derivation, Group, Match, Origin
from model.store.listing import Listing
from model.store.lookup import Lookup
from model.store.reading import LOUDNESS, ReadingRoom
from model.store.rows import split_sentence_id, unpack
from model.views import ArticleRow, Coverage, CoverageCell, CoverageRow, Family, TimelineRow

#: Differences that a reader must see; a source left out or another spelling is quieter than these.
_LOUD = frozenset({"number", "polarity", "quote", "time", "certainty", "scope", "attribution"})


class Overview:
    """Queries over all articles of a story."""

    def __init__(
        self, database: sqlite3.Connection, listing: Listing, lookup: Lookup, room: ReadingRoom
    ) -> None:
        self._database = database
        self._listing = listing
        self._lookup = lookup
        self._room = room

    def groups(self, story: str | None) -> Sequence[Group]:
        """The groups of a story, or of the whole corpus."""
        rows = self._database.execute(
            'SELECT record FROM "group" WHERE ?1 IS NULL OR story = ?1 ORDER BY id', (story,)
        )
        return [unpack(Group, row[0]) for row in rows]

    def coverage(self, story: str | None) -> Coverage:
        """Claims × sources, most disputed first."""
        articles = self._listing.of_story(story)
        order = {row.id: i for i, row in enumerate(articles)}
        groups = self.groups(story)
        told = {sentence for group in groups for sentence in group.sentences}
        rows = [self._row(group, articles) for group in groups]
        rows.sort(
            key=lambda row: (-row.disagreements, -row.independent, -len(row.group.articles), row.group.id)
        )
        alone: dict[str, tuple[str, ...]] = {}
        omitted: dict[str, tuple[str, ...]] = {}
        for article in order:
            alone[article] = tuple(s for s in self._reporting(article) if s not in told)
            omitted[article] = tuple(group.id for group in groups if article not in group.articles)
        return Coverage(story, tuple(articles), tuple(rows), alone, omitted)

    def families(self) -> Sequence[Family]:
        """Groups of articles that share an origin, in the order of their letters."""
        derivations: dict[str, list[Derivation]] = defaultdict(list)
        for (stored,) in self._database.execute("SELECT record FROM derivation ORDER BY article, origin"):
            derivation = unpack(Derivation, stored)
            derivations[derivation.article].append(derivation)
        rows = self._database.execute("SELECT record FROM origin ORDER BY id")
        origins = {origin.id: origin for origin in (unpack(Origin, row[0]) for row in rows)}
        members: dict[str, list[ArticleRow]] = defaultdict(list)
        for row in self._listing.rows():
            members[row.family].append(row)
        return [
            _family(letter, rows_of, derivations, origins) for letter, rows_of in members.items() if letter
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

    def _row(self, group: Group, articles: Sequence[ArticleRow]) -> CoverageRow:
        passages = self._lookup.passages(group.sentences)
        first = group.sentences[0]
        matches = {match.b: match for match in self._room.matches(first)}
        by_article: dict[str, list[str]] = defaultdict(list)
        for sentence in group.sentences:
            by_article[split_sentence_id(sentence)[0]].append(sentence)
        cells = tuple(_cell(by_article.get(row.id, ()), matches) for row in articles)
        return CoverageRow(
            group=group,
            text=passages[first].text if first in passages else "",
            cells=cells,
            independent=group.independent,
            disagreements=sum(cell.relation == "differs" for cell in cells),
        )

    def _reporting(self, article: str) -> Sequence[str]:
        rows = self._database.execute(
            "SELECT id || ':' || n FROM sentence JOIN article ON key = article WHERE id = ?"
            " AND block = 'body' ORDER BY n",
            (article,),
        )
        return [row[0] for row in rows]


def _cell(sentences: Sequence[str], matches: Mapping[str, Match]) -> CoverageCell:
    if not sentences:
        return CoverageCell(None, None, ())
    known = [matches[s] for s in sentences if s in matches]
    if not known:
        return CoverageCell(sentences[0], None, ())
    loudest = min(known, key=lambda match: LOUDNESS.get(match.relation or "", len(LOUDNESS)))
    kinds = tuple(dict.fromkeys(d.kind for d in loudest.differences if d.kind in _LOUD))
    return CoverageCell(loudest.b, loudest.relation, kinds)


def _family(
    letter: str,
    rows: Sequence[ArticleRow],
    derivations: Mapping[str, Sequence[Derivation]],
    origins: Mapping[str, Origin],
) -> Family:
    members = tuple((row, tuple(derivations.get(row.id, ()))) for row in rows)
    shared = dict.fromkeys(d.origin for _, known in members for d in known if d.origin in origins)
    return Family(letter, tuple(origins[identity] for identity in shared), members)
