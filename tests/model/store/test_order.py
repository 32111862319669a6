"""The order of the article list: sort keys that a story's articles carry."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.store.order import arranged, by_date, by_outlet, families, unsettled

dates = st.none() | st.dates().map(lambda day: day.isoformat())
NAMES = {"a": "Agency", "b": "Bulletin", "c": "agency", "d": "Agency Two"}
outlets = st.none() | st.text(max_size=12) | st.sampled_from(["BBC", "bbc", "BBC News", " BBC\n", "~"])
origins = st.dictionaries(st.integers(0, 40), st.sets(st.sampled_from("abcde"), max_size=2))


@given(st.lists(dates, min_size=1, max_size=30), origins)
def test_families_stand_together_and_letters_count_up(
    published: list[str | None], found: dict[int, set[str]]
) -> None:
    order = arranged(list(enumerate(published)), found, NAMES)
    assert sorted(order, key=lambda item: item.place) == order
    assert sorted(item.key for item in order) == list(range(len(published)))
    letters = [item.letter for item in order]
    seen = list(dict.fromkeys(letters))
    assert letters == sorted(letters, key=seen.index)
    assert seen[0] == "A"


@given(st.lists(st.tuples(dates, dates), min_size=2, max_size=8))
def test_stories_come_newest_first_and_undated_ones_last(
    stories: list[tuple[str | None, str | None]],
) -> None:
    places = {
        number: {item.place for item in arranged([(2 * number, pair[0]), (2 * number + 1, pair[1])], {}, {})}
        for number, pair in enumerate(stories)
    }
    newest = {number: max(day or "" for day in pair) for number, pair in enumerate(stories)}
    wanted = sorted(
        newest, key=lambda number: (newest[number] == "", [-ord(c) for c in newest[number]], number)
    )
    for first, second in pairwise(wanted):
        assert max(places[first]) < min(places[second])


def test_what_is_not_settled_comes_last_in_order_of_coming() -> None:
    settled = arranged([(7, None)], {}, {})[0].place
    assert settled < unsettled(3) < unsettled(12)


def test_a_chain_of_shared_origins_is_one_family() -> None:
    assert families([3, 1, 2, 4], {1: ["a"], 2: ["a", "b"], 3: ["b"]}) == {1: 1, 2: 1, 3: 1, 4: 4}


def test_the_letter_after_z_is_aa() -> None:
    letters = [item.letter for item in arranged([(key, None) for key in range(28)], {}, {})]
    assert letters[25:] == ["Z", "AA", "AB"]


@given(st.lists(st.tuples(outlets, dates), max_size=20))
def test_an_outlet_stands_together_whatever_its_case_and_none_comes_last(
    articles: list[tuple[str | None, str | None]],
) -> None:
    places = [by_outlet(outlet, published, key) for key, (outlet, published) in enumerate(articles)]
    listed = [articles[key] for key in sorted(range(len(articles)), key=places.__getitem__)]
    names = [" ".join((outlet or "").casefold().split()) for outlet, _ in listed]
    seen = list(dict.fromkeys(names))
    assert names == sorted(names, key=seen.index)
    assert "" not in seen[:-1]
    for (name, one), (other, two) in pairwise(zip(names, (day for _, day in listed), strict=True)):
        if name == other and two is not None:
            assert one is not None
            assert one >= two


@given(st.lists(dates, min_size=2, max_size=20))
def test_by_date_the_newest_comes_first(published: list[str | None]) -> None:
    places = [by_date(day, key) for key, day in enumerate(published)]
    listed = [published[key] or "" for key in sorted(range(len(published)), key=places.__getitem__)]
    assert listed == sorted((day or "" for day in published), reverse=True)


@given(st.lists(dates, min_size=1, max_size=30), origins)
def test_by_origins_a_family_is_called_by_what_most_of_it_rests_on(
    published: list[str | None], found: dict[int, set[str]]
) -> None:
    order = arranged(list(enumerate(published)), found, NAMES)
    for item in order:
        family = [other.key for other in order if other.letter == item.letter]
        resting = [NAMES[origin] for key in family for origin in found.get(key, ()) if origin in NAMES]
        assert (item.origin is None) == (not resting)
        counts = {origin: sum(origin in found.get(key, ()) for key in family) for origin in NAMES}
        if item.origin is not None:
            assert max(counts.values()) in {counts[o] for o, name in NAMES.items() if name == item.origin}
    listed = sorted(order, key=lambda item: item.by_origin)
    names = [(item.origin or "").casefold() for item in listed]
    assert names == sorted(names, key=lambda name: (not name, name))
