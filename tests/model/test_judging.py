"""Judgements on actors: at once what they say, the same on every re-index, and undone without a trace."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.actors import ActorJudgements, link, local_actors, resolve
from model.corpus import Corpus, CorpusError
from model.errors import ContradictionError, CrossreadError
from model.judging import judge, undo
from model.records import Claim, Entity, Mention
from model.settling import settle_actors
from model.store.files import CorpusFiles
from model.store.names import Names
from model.store.places import JUDGEMENTS
from tests.model.actors.written import claim, written

TEXTS = (
    "[PERSON:Mohammed Shia al-Sudani] met [ORG:Reuters].\n[PERSON:Sudani] left. [PERSON:Sudani] won.",
    "[PERSON:Sudani] spoke to [ORG:Reuters] and [ORG:Nahda].",
    "[PERSON:Ahmed Kadhim] of the [ORG:Islamic Revolutionary Guard Corps] said so.\nThe [ORG:IRGC] denied.",
    "[ORG:Lake Workers Forum] met. [ORG:LWF] voted. [ORG:Nahda] left [GPE:Jordan].",
    "[PERSON:Jordan] and [PERSON:Soudani] spoke of [ORG:LWF] and the [ORG:IRGC].",
)
#: A name said to be the source of a claim: (article, sentence, words).
SOURCES = ((0, 1, "Sudani"), (1, 0, "Sudani"), (2, 1, "IRGC"))


def build(directory: Path, order: Sequence[int] = range(len(TEXTS))) -> CorpusFiles:
    """A corpus of the texts, read in this order, under the judgements that its folder holds."""
    files = CorpusFiles(directory, create=True)
    names = Names(files.database)
    with files.writer.transaction():
        settle_actors(files)
        words = ActorJudgements(files.judgements.standing())
        for n in order:
            analysis = written(TEXTS[n], f"a{n}")
            claims = (claim(analysis, at, said, "named", ("Reuters",)) for a, at, said in SOURCES if a == n)
            analysis = replace(analysis, claims=tuple(claims))
            actors = local_actors(analysis, words)
            linked = link(analysis, {actor.id: actor.id for actor in actors}, actors)
            key = files.writer.add(linked, source="test")
            names.set_local(key, actors)
            names.apply(resolve(actors, names, words))
    return files


@pytest.fixture
def files(tmp_path: Path) -> Iterator[CorpusFiles]:
    files = build(tmp_path / "c")
    yield files
    files.close()


def state(files: CorpusFiles) -> dict[str, object]:
    """All that hangs on actors, whatever the order in which articles were read."""
    run = files.database.execute
    return {
        "entities": run("SELECT * FROM entity ORDER BY id").fetchall(),
        "names": run("SELECT * FROM name ORDER BY key").fetchall(),
        "blocks": run("SELECT * FROM name_block ORDER BY block, name").fetchall(),
        "actors": run("SELECT id, name, record FROM actor ORDER BY id").fetchall(),
        "mentions": run(
            "SELECT article.id, i, actor FROM mention JOIN article ON article.key = article ORDER BY 1, 2"
        ).fetchall(),
        "claims": run(
            "SELECT article.id, i, source_actor, claim.record FROM claim"
            " JOIN article ON article.key = article ORDER BY 1, 2"
        ).fetchall(),
    }


def entity(files: CorpusFiles, name: str) -> Entity:
    """The one actor of this heading."""
    corpus = Corpus(files)
    (found,) = [row for row in corpus.search_actors("") if row.name == name]
    record = corpus.entity(found.id)
    assert record is not None
    return record


def mentions(files: CorpusFiles, name: str) -> list[Mention]:
    return list(Corpus(files).mentions_of(entity(files, name).id))


def headings(files: CorpusFiles) -> set[str]:
    return {row.name for row in Corpus(files).search_actors("")}


def said_by(files: CorpusFiles, name: str) -> list[Claim]:
    return [said.claim for said in Corpus(files).dossier(entity(files, name).id).says]


@pytest.mark.parametrize("name", ["Reuters", "Sudani", "Mohammed Shia al-Sudani", "LWF", "IRGC", "Soudani"])
def test_any_spelling_renames_and_retypes_its_actor(files: CorpusFiles, name: str) -> None:
    judge(files, "actor", name, "The Chosen One", "rename")
    judge(files, "actor", name, "EVENT", "retype")
    assert entity(files, "The Chosen One").type == "EVENT"
    judge(files, "actor", "The Chosen One", "Another", "rename")
    assert "The Chosen One" not in headings(files)
    assert "Another" in headings(files)


def test_of_namesakes_only_the_one_most_spoken_of_is_renamed(files: CorpusFiles) -> None:
    judge(files, "actor", "Mohammed Shia al-Sudani", "The Premier", "rename")
    assert {form.text for form in entity(files, "The Premier").surface_forms} == {
        "Mohammed Shia al-Sudani", "Sudani", "Soudani",
    }  # fmt: skip
    judge(files, "actor", "Jordan", "Hashemite Kingdom", "rename")
    assert sum(name == "Hashemite Kingdom" for name in headings(files)) == 1
    assert "Jordan" in headings(files)


def test_a_spelling_that_only_stands_beside_the_full_name_is_split_off(files: CorpusFiles) -> None:
    judge(files, "actor", "Mohammed Shia al-Sudani", "Sudani", "split")
    left = entity(files, "Mohammed Shia al-Sudani")
    assert {form.text for form in left.surface_forms} == {"Mohammed Shia al-Sudani", "Soudani"}
    gone = entity(files, "Sudani")
    assert (gone.mentions, gone.articles) == (3, 2)
    assert gone.id in left.never and left.id in gone.never
    assert len(said_by(files, "Sudani")) == 2


def test_a_spelling_of_the_alias_pack_is_split_off(files: CorpusFiles) -> None:
    judge(files, "actor", "Islamic Revolutionary Guard Corps", "IRGC", "split")
    assert {form.text for form in entity(files, "IRGC").surface_forms} == {"IRGC"}
    assert len(said_by(files, "IRGC")) == 1


def test_an_actor_of_the_alias_pack_loses_its_name_to_who_is_split_off_under_it(files: CorpusFiles) -> None:
    judge(files, "actor", "IRGC", "Islamic Revolutionary Guard Corps", "split")
    assert entity(files, "IRGC").articles == 2
    assert entity(files, "Islamic Revolutionary Guard Corps").articles == 1


def test_an_actor_is_found_by_the_name_that_the_user_gave_it(files: CorpusFiles) -> None:
    judge(files, "actor", "Nahda", "The Chosen Ones", "rename")
    assert [row.name for row in Corpus(files).search_actors("chosen")] == ["The Chosen Ones"]


def test_an_actor_may_be_judged_by_its_id_and_a_name_is_written_down(files: CorpusFiles) -> None:
    done = judge(files, "actor", entity(files, "Reuters").id, entity(files, "Nahda").id, "same")
    assert (done.subject, done.object) == ("Reuters", "Nahda")


def test_an_actor_given_by_its_id_is_told_from_each_of_its_spellings(files: CorpusFiles) -> None:
    sudani = entity(files, "Mohammed Shia al-Sudani")
    for spelling in ("Mohammed Shia al-Sudani", "Sudani", "Soudani"):
        done = judge(files, "actor", sudani.id, spelling, "split")
        assert done.subject in {form.text for form in sudani.surface_forms} - {spelling}
        undo(files)
        assert entity(files, "Mohammed Shia al-Sudani") == sudani


def test_a_single_mention_becomes_an_actor_of_its_own(files: CorpusFiles) -> None:
    start = TEXTS[0].replace("[PERSON:", "").replace("[ORG:", "").replace("]", "").index("Sudani left")
    at = f"a0@{start}"
    before = entity(files, "Mohammed Shia al-Sudani")
    judge(files, "actor", "Mohammed Shia al-Sudani", at, "split")
    assert [mention.start for mention in mentions(files, "Sudani")] == [start]
    after = entity(files, "Mohammed Shia al-Sudani")
    assert (after.id, after.mentions) == (before.id, before.mentions - 1)
    assert entity(files, "Sudani").id in after.never
    assert [claim.sentence for claim in said_by(files, "Sudani")] == ["a0:1"]
    judge(files, "actor", at, "Ahmed Kadhim", "same")
    assert start in {mention.start for mention in mentions(files, "Ahmed Kadhim")}
    judge(files, "actor", at, "EVENT", "retype")
    assert entity(files, "Ahmed Kadhim").type == "EVENT"


def test_two_lone_names_are_made_one_and_lean_together(files: CorpusFiles) -> None:
    judge(files, "actor", "Soudani", "Jordan", "different")
    judge(files, "actor", "Mohammed Shia al-Sudani", "Soudani", "different")
    judge(files, "actor", "Soudani", "LWF", "same")
    forms = {form.text for form in entity(files, "Lake Workers Forum").surface_forms}
    assert forms == {"Lake Workers Forum", "LWF", "Soudani"}


def test_joining_two_actors_brings_all_their_names(files: CorpusFiles) -> None:
    judge(files, "actor", "Ahmed Kadhim", "Mohammed Shia al-Sudani", "same")
    both = next(
        row for row in Corpus(files).search_actors("") if "Ahmed Kadhim" in (row.name, *row.spellings)
    )
    assert {"Sudani", "Soudani"} <= {both.name, *both.spellings}


def test_notes_are_found_under_every_name(files: CorpusFiles) -> None:
    for name in ("Sudani", "Mohammed Shia al-Sudani", "Soudani"):
        judge(files, "actor", name, None, "note", note=f"as {name}")
    corpus = Corpus(files)
    notes = corpus.actor_notes(entity(files, "Mohammed Shia al-Sudani").id)
    assert [note.note for note in notes] == ["as Sudani", "as Mohammed Shia al-Sudani", "as Soudani"]
    assert corpus.actor_notes(entity(files, "Ahmed Kadhim").id) == []
    undo(files)
    assert len(corpus.actor_notes(entity(files, "Mohammed Shia al-Sudani").id)) == 2


def test_a_contradiction_is_refused_and_both_lines_are_named(files: CorpusFiles) -> None:
    first = judge(files, "actor", "Ahmed Kadhim", "Nahda", "same")
    for verdict in ("different", "split"):
        with pytest.raises(ContradictionError) as caught:
            judge(files, "actor", "Ahmed Kadhim", "Nahda", verdict)
        assert first.at in str(caught.value)
        assert caught.value.earlier == (first,)
    judge(files, "actor", "Ahmed Kadhim", "Nahda", "split", override=True)
    assert {"Ahmed Kadhim", "Nahda"} <= headings(files)
    judge(files, "actor", "Nahda", "One", "rename")
    judge(files, "actor", "Nahda", "Two", "rename")
    assert "Two" in headings(files)


@pytest.mark.parametrize(
    ("subject", "object_", "verdict", "words"),
    [
        ("Nobody Here", "X", "rename", "no such actor"),
        ("Nahda", "Nobody Here", "split", "no such spelling"),
        ("Nahda", "a9@0", "split", "no name starts there"),
        ("Nahda", "a0@1", "split", "no name starts there"),
        ("Nahda", "NAHDA", "split", "one name"),
        ("Nahda", "MARTIAN", "retype", "PERSON"),
        ("Nahda", "", "rename", "no name"),
        ("", "Nahda", "same", "no name"),
        ("…—!?", "Nahda", "same", "no name"),
        ("\u0301\u0302\u0303", "Nahda", "different", "no name"),
        pytest.param("x" * 10_000, "Nahda", "same", "10,000", id="long subject"),
        pytest.param("Nahda", "x" * 10_000, "rename", "10,000", id="long name"),
        ("Nahda", None, "note", "without words"),
        ("Nahda", "Reuters", "marry", "no verdict"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_written_down(
    files: CorpusFiles, subject: str, object_: str | None, verdict: str, words: str
) -> None:
    before = state(files)
    with pytest.raises(CrossreadError) as caught:
        judge(files, "actor", subject, object_, verdict)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not files.judgements.standing()
    assert state(files) == before


def test_a_damaged_last_line_costs_only_itself(files: CorpusFiles) -> None:
    judge(files, "actor", "Reuters", "The Agency", "rename")
    path = files.directory / JUDGEMENTS
    with path.open("ab") as log:
        log.write(b'{"record": "judgement", "kind": "act')
    judge(files, "actor", "Nahda", "The Party", "rename")
    assert {"The Agency", "The Party"} <= headings(files)
    again = CorpusFiles(files.directory)
    assert len(again.judgements.standing()) == 2
    again.close()


def test_what_was_written_down_but_not_acted_on_is_carried_through_later(
    files: CorpusFiles,
) -> None:
    files.judgements.append("actor", "Reuters", "The Agency", "rename")
    assert "The Agency" not in headings(files)
    with files.writer.transaction():
        settle_actors(files)
    assert "The Agency" in headings(files)


_NAMES = st.sampled_from(
    ["Sudani", "Mohammed Shia al-Sudani", "Soudani", "Reuters", "Nahda", "IRGC", "LWF", "Jordan", "a0@0",
     "a0@41", "a1@0", "a4@0", "Islamic Revolutionary Guard Corps", "Lake Workers Forum"]
)  # fmt: skip
_SAID = st.one_of(
    st.tuples(_NAMES, st.sampled_from(["same", "different", "split", "unsure"]), _NAMES),
    st.tuples(_NAMES, st.just("rename"), st.sampled_from(["Boss", "Nahda", "The Agency"])),
    st.tuples(_NAMES, st.just("retype"), st.sampled_from(["EVENT", "PERSON", "ORG"])),
    st.just(("", "undo", "")),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_SAID, min_size=1, max_size=5), st.permutations(range(len(TEXTS))))
def test_judging_now_is_judging_before_and_undone_it_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, str]], order: list[int]
) -> None:
    files = build(tmp_path_factory.mktemp("now"))
    untouched = state(files)
    for subject, verdict, object_ in said:
        if verdict == "undo":
            undo(files)
            continue
        try:
            judge(files, "actor", subject, object_, verdict, override=True)
        except CorpusError:
            continue
    judged = state(files)
    other = tmp_path_factory.mktemp("anew")
    log = files.directory / JUDGEMENTS
    (other / JUDGEMENTS).write_bytes(log.read_bytes() if log.exists() else b"")
    anew = build(other, order)
    for part, rows in state(anew).items():
        assert rows == judged[part], (part, json.dumps(said))
    while undo(files):
        pass
    assert state(files) == untouched
    files.close()
    anew.close()
