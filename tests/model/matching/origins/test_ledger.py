"""The ledger of two articles: what proves that they rest on one report, and what only makes it likelier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from model.matching.origins.account import Entry, accounts_of
from model.matching.origins.direction import came_before, earlier, original
from model.matching.origins.ledger import ENOUGH, ledger, strength
from model.passage import Witness
from model.records import Match, Span
from tests.model.matching.origins.stories import article, side_by_side
from tests.model.matching.written import Said

_PLAIN = [
    "Boats left.",
    "Gulls came.",
    "Rain fell.",
    "Bells rang.",
    "Doors shut.",
    "Lamps lit.",
    "Tea cooled.",
]
_OTHER = [
    "So ships sailed.",
    "And birds too.",
    "It poured.",
    "Ringing, then.",
    "Closed!",
    "Glow.",
    "Cold cups.",
]


def _entries(a: Witness, b: Witness, matches: Sequence[Match] | None = None) -> list[Entry]:
    accounts = accounts_of([a, b])
    return ledger(accounts["a"], accounts["b"], side_by_side(a, b) if matches is None else matches)


def _kinds(entries: Sequence[Entry]) -> dict[str, list[float]]:
    return {kind: [e.weight for e in entries if e.kind == kind] for kind in {e.kind for e in entries}}


def _counting(text: str, words: str, value: float, of: str) -> Said:
    return Said(text, numbers=((words, value, None, of),))


def test_all_that_reporters_of_one_event_share_is_not_enough() -> None:
    speech = Said("“We shall mend the pier by spring,” said Ann Berg.", source="Ann Berg", source_entity="e1")
    pledge = Said("“No boat will be left behind this winter,” she said.", source="she", source_entity="e1")
    thanks = Said("“Thanks to all who helped that night,” Berg said.", source="Berg", source_entity="e1")
    figures = [_counting(f"There were {n} boats.", str(n), n, "boats") for n in (120, 340)]
    a, b = (
        article("a", [speech, pledge, thanks, *figures, *_PLAIN]),
        article("b", [speech, pledge, thanks, *figures, *_OTHER]),
    )
    entries = [entry for entry in _entries(a, b) if entry.kind != "wording"]
    assert {entry.kind for entry in entries} == {"quote", "specifics", "order"}
    assert sum(entry.weight for entry in entries) > ENOUGH
    assert strength(entries) < ENOUGH


def test_corroboration_does_not_stand_in_for_proof() -> None:
    weak = Entry("wording", Span(0, 1), Span(0, 1), 0.9, "", proves=True)
    rest = [Entry("order", Span(0, 1), Span(0, 1), 1.0, "")] * 5
    assert strength([weak, *rest]) < ENOUGH
    assert strength([replace(weak, weight=1.0), *rest]) >= ENOUGH
    assert strength([]) == 0.0
    against = Entry("credit", Span(0, 1), Span(0, 1), -2.0, "")
    assert strength([replace(weak, weight=1.0), *rest, against]) < ENOUGH


def test_what_speaks_against_is_subtracted() -> None:
    def led_by(agency: str) -> Said:
        return Said(
            f"{agency} has it.", {agency: agency}, {agency: "ORG"}, source=agency, source_kind="media"
        )

    entries = _entries(article("a", [led_by("Reuters"), *_PLAIN]), article("b", [led_by("Xinhua"), *_OTHER]))
    (against,) = [entry for entry in entries if entry.kind == "credit"]
    assert (against.weight, against.why) == (-2.0, "one credits Reuters, the other Xinhua")
    assert strength(entries) < 1.0


def test_little_in_common_speaks_against() -> None:
    a, b = article("a", _PLAIN), article("b", _OTHER)
    assert _kinds(_entries(a, b, side_by_side(a, b, 1)))["specifics"] == [-0.5]
    assert "specifics" not in _kinds(_entries(a, b, side_by_side(a, b, 3)))
    assert _kinds(_entries(a, b, side_by_side(a, b, 6)))["specifics"][0] > 0.5


def test_another_order_speaks_against() -> None:
    a, b = article("a", _PLAIN), article("b", _OTHER)
    turned = [
        Match(x.sentence.id, y.sentence.id, "paraphrase", None, 0.9, (), None)
        for x, y in zip(a.passages, reversed(b.passages), strict=True)
    ]
    assert _kinds(_entries(a, b, turned))["order"] == [-0.3]


@pytest.mark.parametrize(("value", "weights"), [(2.0, []), (3.0, []), (12.0, [0.25]), (1200.0, [0.4])])
def test_small_numbers_are_no_specifics(value: float, weights: list[float]) -> None:
    a = article("a", [_counting(f"Some {value:g} boats left.", f"{value:g}", value, "boats"), *_PLAIN])
    b = article("b", [_counting(f"It saw {value:g} boats leave.", f"{value:g}", value, "boats"), *_OTHER])
    matches = side_by_side(a, b, 2)
    assert _kinds(_entries(a, b, matches)).get("specifics", []) == weights


def test_words_of_a_quotation_that_runs_on_are_nobodys_own() -> None:
    words = "the gates were closed before the tide could carry loose timber into the basin"
    a, b = article("a", [words]), article("b", [words])
    assert "wording" in _kinds(_entries(a, b))
    assert "wording" not in _kinds(_entries(_quoted_throughout(a), _quoted_throughout(b)))


def _quoted_throughout(witness: Witness) -> Witness:
    passages = (
        replace(p, claims=tuple(replace(claim, quote="direct") for claim in p.claims))
        for p in witness.passages
    )
    return replace(witness, passages=tuple(passages))


def test_a_day_does_not_come_before_its_hours() -> None:
    day = article("a", _PLAIN, published="2024-03-01")
    hour = article("b", _PLAIN, published="2024-03-01T09:00:00Z")
    next_day = article("c", _PLAIN, published="2024-03-02T09:00:00Z")
    assert not came_before(day.article, hour.article)
    assert not came_before(hour.article, day.article)
    assert came_before(hour.article, next_day.article)
    assert earlier(day.article, hour.article) is None
    accounts = accounts_of([day, hour, next_day])
    assert original([*accounts.values()]) is None
    assert original([accounts["a"], accounts["c"]]) is accounts["a"]
