"""Another speaker, one who lost a name, one left out."""

from __future__ import annotations

from tests.model.matching.differences.compared import found, kinds
from tests.model.matching.written import Said


def minister(
    text: str, source: str | None, entity: str | None = None, count: int | None = None, **more: str
) -> Said:
    kind = more.get("kind", "named" if source else None)
    return Said(text, source=source, source_entity=entity, source_kind=kind, source_count=count)  # type: ignore[arg-type]


def test_another_speaker() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    b = minister("The bridge is safe, Peter Grau said.", "Peter Grau", "grau")
    (difference,) = found(a, b)
    assert difference.kind == "attribution"
    assert "Anna Holt" in difference.why


def test_one_who_is_named_on_both_sides_is_no_other_speaker() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    same_name = minister("The bridge is safe, Holt said.", "Holt", "e2")
    pronoun = minister("The bridge is safe, she said.", "she", "e3")
    paper = Said(
        "The bridge is safe, The Pell Post said of a letter by Holt.",
        actors={"e2": "Holt"},
        source="The Pell Post",
        source_entity="post",
        source_kind="media",
    )
    for other in (same_name, pronoun, paper):
        assert "attribution" not in kinds(a, other)
        assert "attribution" not in kinds(other, a)


def test_a_source_left_out_is_said_plainly() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    assert [d.why for d in found(a, "The bridge is safe.")] == ["omitted by b"]
    assert [d.why for d in found("The bridge is safe.", a)] == ["omitted by a"]


def test_one_source_spelt_twice_is_one_source() -> None:
    a = minister("The bridge is safe, Qasim al-Dhoubi said.", "Qasim al-Dhoubi", "e1")
    b = minister("The bridge is safe, Qassim al-Dhubi said.", "Qassim al-Dhubi", "e2")
    assert "attribution" not in kinds(a, b)


def test_a_name_lost_and_one_who_became_several() -> None:
    named = minister("The bridge is safe, Anna Holt said.", "Anna Holt", "holt")
    anonymous = minister("The bridge is safe, an engineer said.", "an engineer", None, 1, kind="anonymous")
    several = minister("The bridge is safe, engineers said.", "engineers", None, 3, kind="anonymous")
    assert [d.why for d in found(named, anonymous)] == ["a named source became anonymous"]
    assert [d.why for d in found(anonymous, several)] == ["one source became several"]


def test_sources_of_what_is_hardly_the_same_are_not_compared() -> None:
    named = minister("The bridge is safe for lorries of all kinds, Anna Holt said.", "Anna Holt", "holt")
    engineer = "Farmers lost their harvest to the flood near the bridge, an engineer said."
    anonymous = minister(engineer, "an engineer", None, 1, kind="anonymous")
    assert kinds(named, anonymous) == set()


TOLD = ("The bridge of Pell is safe to cross, {} told {} on Friday.", "told")


def told(teller: str, listener: str) -> Said:
    text, cue = TOLD
    return Said(
        text.format(teller, listener),
        actors={listener: listener},
        source=teller,
        source_entity=teller,
        source_kind="named",
        cue=cue,
    )


def test_who_told_whom_changed_places() -> None:
    (difference,) = found(told("Holt", "Grau"), told("Grau", "Holt"))
    assert difference.why == "source and recipient changed places"


def test_who_is_merely_spoken_of_is_no_recipient() -> None:
    a = Said(
        "Holt said Grau crossed the bridge of Pell.",
        actors={"g": "Grau"},
        source="Holt",
        source_entity="h",
        cue="said",
    )
    b = Said(
        "Grau said Holt crossed the bridge of Pell.",
        actors={"h": "Holt"},
        source="Grau",
        source_entity="g",
        cue="said",
    )
    assert "source and recipient changed places" not in {d.why for d in found(a, b)}


def test_where_the_passages_answer_little_a_lost_name_is_shown_dimly() -> None:
    a = minister("The bridge is safe, Anna Holt said.", "Anna Holt")
    close = minister("The bridge is safe, an official said.", "an official", kind="anonymous")
    far = minister(
        "Trucks cross the bridge, which is safe, and wait for hours near the old mill, an official said.",
        "an official",
        kind="anonymous",
    )
    pronoun = minister("The bridge is safe, he said.", "he", kind="anonymous")
    quiet = [[d.is_quiet for d in found(a, b) if d.kind == "attribution"] for b in (close, far, pronoun)]
    assert quiet == [[False], [True], [True]]
