"""Acting on the user's judgements: written down first, then carried through what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from model.actors import KIND, ActorJudgements, doubts, judged_name
from model.errors import ContradictionError
from model.linking import link_articles, match_judgements, settle_story
from model.matching import STORY
from model.matching.origins import DERIVATION
from model.naming import Draft, Naming, checked
from model.records import Judgement, Match
from model.settling import settle_actors
from model.store.files import CorpusFiles
from model.store.lookup import Lookup
from model.store.names import Names
from model.store.people import People
from model.store.rows import split_sentence_id, unpack
from model.stories import move_judged, origin_name, pairs_judged
from model.views import DoubtRow

_MATCH = "match"


def judge(
    files: CorpusFiles,
    kind: str,
    subject: str,
    object_: str | None,
    verdict: str,
    *,
    note: str | None = None,
    override: bool = False,
) -> Judgement:
    """Write a judgement down and act on it.

    Actors may be named in any spelling, by their entity id, or by ``article@start`` of a mention; what is
    written down is a name. Raises ContradictionError if it contradicts earlier ones, unless `override`,
    CrossreadError if it makes no sense, and StoreError if it cannot be saved.
    """
    files.judgements.refresh()
    if kind == KIND:
        subject, object_ = checked(files, Draft(subject, object_, verdict, note))
        if not override:
            new = Judgement(kind, subject, object_, verdict, note, datetime.now(UTC).isoformat())
            conflict = ActorJudgements(files.judgements.standing()).conflict(new)
            if conflict is not None:
                raise ContradictionError(str(conflict), conflict.new, conflict.earlier)
    pairs: list[tuple[str, str | None]] = [(subject, object_)]
    if kind == STORY and object_ is not None:
        pairs = [*pairs_judged(files, subject, object_, verdict)]
    elif kind == DERIVATION and object_ is not None:
        note = note or origin_name(files, object_)
    judgement = files.judgements.append_all(kind, pairs, verdict, note)[-1]
    _act(files, judgement)
    return judgement


def undo(files: CorpusFiles) -> Judgement | None:
    """Take back the last judgement in force; None if there is none."""
    files.judgements.refresh()
    undone = files.judgements.undo()
    if undone is not None:
        _act(files, undone)
    return undone


def named(files: CorpusFiles, name: str) -> str | None:
    """The id of the actor that is meant by a name, a spelling, a heading or ``article@start``."""
    return Naming(files).meant(name)


def notes_on(files: CorpusFiles, entity: str) -> list[Judgement]:
    """The notes in force on an actor, oldest first, under whichever of its names they were written."""
    names, meant = Names(files.database), Naming(files).meant
    actor = names.actors([entity]).get(entity)
    nodes = names.nodes(actor.keys).values() if actor else ()
    called = {judged_name(text) for node in nodes for text in (*node.names, *node.spellings)}
    return [
        judgement
        for judgement in files.judgements.standing()
        if judgement.kind == KIND
        and judgement.verdict == "note"
        and judged_name(judgement.subject) in called
        and meant(judgement.subject) == entity
    ]


def doubtful(files: CorpusFiles, people: People, *, limit: int) -> list[DoubtRow]:
    """Pairs of actors to ask the user about, likeliest first."""
    names = Names(files.database)
    asked = names.actors(row.id for row in people.largest(kind=None, limit=limit))
    found = doubts(asked.values(), names, ActorJudgements(files.judgements.standing()))
    rows = {row.id: row for row in people.rows((i, "") for i in {i for d in found for i in (d.a, d.b)})}
    return [DoubtRow(rows[d.a], rows[d.b], d.name_a, d.name_b, d.score, d.why) for d in found]


def _act(files: CorpusFiles, judgement: Judgement) -> None:
    """Bring what the judgement is about in line with all judgements that are now in force."""
    if judgement.kind == KIND:
        with files.writer.transaction():
            settle_actors(files)
    elif judgement.kind == _MATCH and judgement.object:
        _judge_match(files, judgement.subject, judgement.object)
    elif judgement.kind == STORY:
        link_articles(files, move_judged(files))
    elif judgement.kind == DERIVATION:
        _settle_anew(files, [judgement.subject])


def _judge_match(files: CorpusFiles, a: str, b: str) -> None:
    keys = [files.writer.key_of(split_sentence_id(sentence)[0]) for sentence in (a, b)]
    numbers = [split_sentence_id(sentence)[1] for sentence in (a, b)]
    row = files.database.execute(
        'SELECT record FROM "match" WHERE (article_a, n_a, article_b, n_b) IN (VALUES (?1, ?2, ?3, ?4),'
        " (?3, ?4, ?1, ?2))",
        (keys[0], numbers[0], keys[1], numbers[1]),
    ).fetchone()
    if row is None:
        return
    word = match_judgements(files.judgements.standing()).of(a, b)
    match = replace(unpack(Match, row[0]), judged=word)
    _settle_anew(files, [split_sentence_id(sentence)[0] for sentence in (a, b)], match)


def _settle_anew(files: CorpusFiles, articles: Sequence[str], match: Match | None = None) -> None:
    """Conclude anew what stands behind the stories of these articles, with a match as it is now judged."""
    lookup = Lookup(files.database, files.text_index)
    stories = sorted({item.story for item in lookup.articles(articles).values() if item.story})
    with files.writer.transaction():
        if match is not None:
            files.writer.set_match(match)
        files.writer.unsettle(stories)
    for story in stories:
        settle_story(files, lookup, story)
