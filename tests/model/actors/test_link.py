"""Entities written into mentions and claims."""

from dataclasses import replace

from model.actors import ActorJudgements, link, local_actors
from model.analysis import Analysis
from model.records import Judgement
from tests.model.actors.written import actor_with, claim, written


def linked(analysis: Analysis, judgements: ActorJudgements | None = None) -> Analysis:
    """Entities named by the first spelling of their local actors, mentions taken out by their keys."""
    actors = local_actors(analysis, judgements)
    names = {actor.id: actor.key if "@" in actor.key else actor.spellings[0].text for actor in actors}
    return link(analysis, names, actors)


def test_mentions_get_the_entity_of_their_actor() -> None:
    done = linked(written("[PERSON:Ana Ruiz] met [GPE:Peru].\n[PERSON:Ruiz] and [PERSON/pronoun:she] left."))
    assert [mention.entity for mention in done.mentions] == ["Ana Ruiz", "Peru", "Ana Ruiz", None]


def test_an_actor_without_assignment_stays_open() -> None:
    analysis = written("[PERSON:Ana Ruiz] left.")
    assert link(analysis, {}).mentions[0].entity is None


def test_a_mention_split_off_is_an_actor_of_its_own() -> None:
    words = ActorJudgements([Judgement("actor", "Ana Ruiz", "a1@0", "split", None, "2025")])
    done = linked(written("[PERSON:Ana Ruiz] left. [PERSON:Ana Ruiz] won."), words)
    assert [mention.entity for mention in done.mentions] == ["person:@a1@0", "Ana Ruiz"]


def sources(marked: str, *said: tuple[int, str, str]) -> list[str | None]:
    analysis = written(marked)
    claims = tuple(claim(analysis, *one) for one in said)
    return [done.source_entity for done in linked(replace(analysis, claims=claims)).claims]


def test_sources_of_claims() -> None:
    text = (
        "Prime Minister [PERSON:Ana Ruiz] of [GPE:Peru] said so.\n"
        "She added this.\n"
        "The [ORG:Lake Party] denied it.\n"
        "It said more.\n"
        "A [ORG:Lake Party] official said that.\n"
        "The prime minister replied."
    )
    assert sources(
        text,
        (0, "Prime Minister Ana Ruiz of Peru", "named"),
        (1, "She", "named"),
        (2, "The Lake Party", "organisation"),
        (3, "It", "organisation"),
        (4, "A Lake Party official", "anonymous"),
        (5, "The prime minister", "named"),
    ) == ["Ana Ruiz", "Ana Ruiz", "Lake Party", "Lake Party", None, "Ana Ruiz"]


def test_an_office_held_by_two_means_neither() -> None:
    text = "Minister [PERSON:Ana Ruiz] met Minister [PERSON:Juan Costa].\nThe minister spoke."
    assert sources(text, (1, "The minister", "named")) == [None]


def test_conduits_become_entities_where_they_are_named() -> None:
    analysis = written("The [ORG:Lake Herald] quoted [PERSON:Ana Ruiz].")
    with_claim = replace(
        analysis, claims=(claim(analysis, 0, "Ana Ruiz", "named", ("Lake Herald", "Elsewhere Daily")),)
    )
    actors = local_actors(with_claim)
    done = link(with_claim, {actor.id: actor.id for actor in actors}, actors)
    assert done.claims[0].via == (actor_with(actors, "Lake Herald").id, "Elsewhere Daily")
