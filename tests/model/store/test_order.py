"""The order of the article list: sort keys that a story's articles carry."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.store.order import arranged, families, unsettled

dates = st.none() | st.dates().map(lambda day: day.isoformat())
origins = st.dictionaries(st.integers(0, 40), st.sets(st.sampled_from("abcde"), max_size=2))


@given(st.lists(dates, min_size=1, max_size=30), origins)
def test_families_stand_together_and_letters_count_up(
    published: list[str | None], found: dict[int, set[str]]
) -> None:
    order = arranged(list(enumerate(published)), found)
    assert sorted(order, key=lambda item: item[1]) == order
    assert sorted(key for key, _, _ in order) == list(range(len(published)))
    letters = [letter for _, _, letter in order]
    seen = list(dict.fromkeys(letters))
    assert letters == sorted(letters, key=seen.index)
    assert seen[0] == "A"


@given(st.lists(st.tuples(dates, dates), min_size=2, max_size=8))
def test_stories_come_newest_first_and_undated_ones_last(
    stories: list[tuple[str | None, str | None]],
) -> None:
    places = {
        number: {place for _, place, _ in arranged([(2 * number, pair[0]), (2 * number + 1, pair[1])], {})}
        for number, pair in enumerate(stories)
    }
    newest = {number: max(day or "" for day in pair) for number, pair in enumerate(stories)}
    wanted = sorted(
        newest, key=lambda number: (newest[number] == "", [-ord(c) for c in newest[number]], number)
    )
    for first, second in pairwise(wanted):
        assert max(places[first]) < min(places[second])


def test_what_is_not_settled_comes_last_in_order_of_coming() -> None:
    settled = arranged([(7, None)], {})[0][1]
    assert settled < unsettled(3) < unsettled(12)


def test_a_chain_of_shared_origins_is_one_family() -> None:
    assert families([3, 1, 2, 4], {1: ["a"], 2: ["a", "b"], 3: ["b"]}) == {1: 1, 2: 1, 3: 1, 4: 4}


def test_the_letter_after_z_is_aa() -> None:
    letters = [letter for _, _, letter in arranged([(key, None) for key in range(28)], {})]
    assert letters[25:] == ["Z", "AA", "AB"]
