"""Mentions by lists and rules, on top of what a recogniser found or missed."""

from __future__ import annotations

import pytest

from tests.model.language.reading import mentions_by_rule, names_by_rule


def test_listed_names_need_no_recogniser() -> None:
    text = "Brazil and the European Union met in Nairobi, said Kenyan and U.N. officials at the White House."
    assert names_by_rule(text) == [
        ("Brazil", "GPE"),
        ("European Union", "ORG"),
        ("Nairobi", "GPE"),
        ("Kenyan", "NORP"),
        ("U.N.", "ORG"),
        ("White House", "FACILITY"),
    ]


def test_words_that_only_look_like_listed_names_are_left() -> None:
    text = "They gave us a turkey. He said it is time. Who will chad the polish reading?"
    assert names_by_rule(text) == []


def test_an_outlet_is_named_without_its_article() -> None:
    text = "The Hill and the Washington Post saw the hill. The Wall Street Journal did not."
    assert [name for name, _ in names_by_rule(text)] == ["Hill", "Washington Post", "Wall Street Journal"]


def test_days_and_months_are_no_mentions() -> None:
    assert names_by_rule("On Monday, March 3, they met.", {"Monday": "PERSON", "March": "ORG"}) == []


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("They met President Maria Lopez.", {"President Maria Lopez": "PERSON"}, ("Maria Lopez", "PERSON")),
        ("He read the Daily Planet's report.", {"the Daily Planet's": "ORG"}, ("Daily Planet", "ORG")),
        ("He met Ayatollah Reza Karimi.", {"Reza Karimi": "PERSON"}, ("Ayatollah Reza Karimi", "PERSON")),
        ("He met Omar al- Bahri today.", {"Omar": "PERSON"}, ("Omar al- Bahri", "PERSON")),
        ("He met Omar al-Bahri today.", {"Omar": "PERSON"}, ("Omar al-Bahri", "PERSON")),
        ("He met Omar Hadi ‘Al Bahri today.", {"Omar Hadi": "PERSON"}, ("Omar Hadi ‘Al Bahri", "PERSON")),
        ("They praised “Tomas Vrba”.", {"“Tomas Vrba”": "PERSON"}, ("Tomas Vrba", "PERSON")),
        ("Ask Tomas Vrba Press Secretary now.", {"Tomas Vrba Press": "PERSON"}, ("Tomas Vrba", "PERSON")),
    ],
)
def test_bounds_are_healed(text: str, found: dict[str, str], expected: tuple[str, str]) -> None:
    assert names_by_rule(text, found) == [expected]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("With Hamas and Fatah.", {"Hamas and Fatah": "ORG"}, ["Hamas", "Fatah"]),
        ("The Saudi-owned daily Riverbank.", {"Saudi-owned daily Riverbank": "ORG"}, ["Saudi", "Riverbank"]),
        ("With Ohio Gov. Ann Dole.", {"Ohio Gov. Ann Dole": "ORG"}, ["Ohio", "Ann Dole"]),
        (
            "At Korin University and Belle.",
            {"Korin University and Belle": "ORG"},
            ["Korin University", "Belle"],
        ),
        (
            "Near Tarik Bel of Iraq.",
            {"Tarik Bel of Iraq": "ORG"},
            ["Tarik Bel", "Iraq"],
        ),
        ("The Iraqi -based groups.", {}, ["Iraqi"]),
        ("US–Iran talks.", {}, ["US", "Iran"]),
    ],
)
def test_names_run_together_are_cut(text: str, found: dict[str, str], expected: list[str]) -> None:
    assert [surface for surface, _ in names_by_rule(text, found)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left the Korin Valley Hospital today.", ("Korin Valley Hospital", "ORG")),
        ("He left the Ministry of Rural Development today.", ("Ministry of Rural Development", "ORG")),
        ("He left the Institute for Peace and Justice in anger.", ("Institute for Peace and Justice", "ORG")),
        ("He landed at Korin International Airport today.", ("Korin International Airport", "FACILITY")),
        ("He fought in the Battle of Korin.", ("Battle of Korin", "EVENT")),
        ("He led Harakat al-Bahri for years.", ("Harakat al-Bahri", "ORG")),
        ("He led the Brazilian government for years.", ("Brazilian government", "ORG")),
        ("He asked Brazil’s foreign ministry about it.", ("Brazil’s foreign ministry", "ORG")),
        ("After the 1979 revolution he left.", ("1979 revolution", "EVENT")),
        ("After the Sudan war he left.", ("Sudan war", "EVENT")),
        ("He joined the “Circle of Friends” there.", ("Circle of Friends", "OTHER")),
        ("He met spokesman Ruslan Petrov there.", ("Ruslan Petrov", "PERSON")),
        ("He met Yusuf Abdi Warsame there.", ("Yusuf Abdi Warsame", "PERSON")),
    ],
)
def test_names_are_found_by_their_build(text: str, expected: tuple[str, str]) -> None:
    assert expected in names_by_rule(text)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Said Korin Brigades.", {"Korin Brigades": "PERSON"}, "ORG"),
        ("He saw Baghdad.", {"Baghdad": "ORG"}, "GPE"),
        ("President Vrbova spoke.", {"Vrbova": "ORG"}, "PERSON"),
        ("Vrbova, a former deputy minister, spoke.", {"Vrbova": "GPE"}, "PERSON"),
        ("The newspaper Vrbova wrote it.", {"Vrbova": "PERSON"}, "ORG"),
        ("The town of Vrbova fell.", {"Vrbova": "PERSON"}, "GPE"),
        ("At Simon Korin University.", {"Simon Korin University": "PERSON"}, "ORG"),
        ("Said Simon House.", {"Simon House": "PERSON"}, "PERSON"),
    ],
)
def test_types_are_repaired(text: str, found: dict[str, str], expected: str) -> None:
    surface = next(iter(found))
    assert (surface, expected) in names_by_rule(text, found)


def test_a_name_found_once_is_found_everywhere() -> None:
    text = (
        "VRBA RESIGNS\nTomas Vrba left the Korin Front. Vrba’s party wept. “Vrba is gone,” it said. "
        "The Korin Front has no leader. Vrbas successor is unknown."
    )
    found = names_by_rule(text, {"Tomas Vrba": "PERSON", "Korin Front": "ORG"})
    assert [surface for surface, kind in found if kind == "PERSON"] == [
        "VRBA",
        "Tomas Vrba",
        "Vrba",
        "Vrba",
        "Vrba",
    ]
    assert found.count(("Korin Front", "ORG")) == 2


def test_accents_and_apostrophes_do_not_hide_a_name() -> None:
    text = "Kata’ib Nasr and José Pérez met. Kataib Nasr denied it. Mr. Perez did not."
    found = names_by_rule(text, {"Kata’ib Nasr": "ORG", "José Pérez": "PERSON"})
    assert ("Kataib Nasr", "ORG") in found
    assert ("Perez", "PERSON") in found


def test_an_acronym_in_brackets_stands_for_its_name() -> None:
    text = "The Free Korin Assembly (FKA) met. Members of the FKA left."
    assert names_by_rule(text) == [("Free Korin Assembly", "ORG"), ("FKA", "ORG"), ("FKA", "ORG")]


def test_a_possessive_whose_apostrophe_was_lost_still_names_its_country() -> None:
    assert names_by_rule("He praised Brazils plans.") == [("Brazil", "GPE")]


def test_labels_of_other_schemes_are_mapped_or_dropped() -> None:
    text = "On 5 May the Korin flew over Vell to the Fete for $5."
    found = names_by_rule(
        text, {"5 May": "DATE", "Korin": "PRODUCT", "Vell": "GPE", "Fete": "EVENT", "$5": "MONEY"}
    )
    assert found == [("Korin", "OTHER"), ("Vell", "GPE"), ("Fete", "EVENT")]


def test_names_never_overlap_and_carry_their_sentence() -> None:
    text = "The Iraqi Prime Minister Ali Hadi met Israel’s government.\nReuters said so."
    mentions = [m for m in mentions_by_rule(text) if m.form == "name"]
    assert [(m.surface, m.sentence) for m in mentions] == [
        ("Iraqi", "a:0"),
        ("Ali Hadi", "a:0"),
        ("Israel’s government", "a:0"),
        ("Reuters", "a:1"),
    ]
    assert all(m.entity is None and 0 < (m.confidence or 0) <= 1 for m in mentions)


def test_tags_of_a_page_are_no_part_of_a_name() -> None:
    text = "The secretary Ann Lee Ann Marie LeeNext case met Peter MacArthur on Monday."
    found = names_by_rule(text, {"Ann Lee Ann Marie LeeNext": "PERSON", "Peter MacArthur": "PERSON"})
    assert found == [("Ann Lee", "PERSON"), ("Peter MacArthur", "PERSON")]


def test_a_dash_without_blanks_ends_a_name() -> None:
    text = "They call it the “League of Friends”—its members are few."
    assert ("League of Friends", "ORG") in names_by_rule(text, {"League of Friends”—its": "ORG"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A protest in the square. REUTERS/Alaa al-Marjani", "Alaa al-Marjani"),
        ("Sabri al-Basri, who leads the bloc, resigned.", "Sabri al-Basri"),
    ],
)
def test_people_by_what_stands_beside_them(text: str, name: str) -> None:
    assert (name, "PERSON") in names_by_rule(text, {name: "ORG"})


def test_no_s_is_taken_from_a_name_or_a_plural() -> None:
    found = [name for name, _ in names_by_rule("They met Lagos traders. Both Koreas and the Houthis agreed.")]
    assert "Lagos" in found
    assert not {"Lago", "Korea", "Houthi"} & set(found)
