"""What lies over what in running text, and that all of it is told apart with and without colour."""

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from model.records import Mention, Span
from tests.tui import painted
from tests.tui.places import go_to_mention
from tui import highlight
from tui.app import CrossreadApp
from tui.highlight import Layer, Mark
from tui.painting import layered
from tui.themes import ACTOR_ROLES, THEMES, Theme

EVERY = [*THEMES.values(), *(theme.without_colour() for theme in THEMES.values())]
TYPES = ("person", "organisation", "place", "event")
SENTENCE = Span(0, 30)
NAME = Mention("a", "a:0", 5, 10, "Ruiz,", "PERSON", "e1", "name")


def named(theme: Theme) -> str:
    return theme.name


def marks(theme: Theme) -> dict[Mark, Iterable[Layer]]:
    """Every kind of mark on the characters 5 to 10, given from the top down."""
    return {
        Mark.FOUND: list(highlight.found([Span(5, 10)], 0, theme)),
        Mark.DIFFERENCES: list(highlight.differences([NAME.span], theme)),
        Mark.CURSOR: list(highlight.cursor(NAME, theme)),
        Mark.ASIDE: [(5, 10, theme.over("dim"))],
        Mark.ACTORS: list(highlight.actors([NAME], theme)),
        Mark.SELECTION: list(highlight.selection(SENTENCE, theme)),
    }


def shown(theme: Theme, *chosen: Mark) -> Style:
    """The style of a name that has these marks."""
    every = marks(theme)
    layers = highlight.stacked({mark: every[mark] for mark in every if mark in chosen})
    pieces = layered("." * 5 + "Ruiz," + "." * 20, 0, theme["text"], layers)
    return next(style for text, style in pieces if "Ruiz" in text)


def test_the_order_is_stated_in_one_place() -> None:
    assert list(Mark) == [
        Mark.SELECTION,
        Mark.ACTORS,
        Mark.ASIDE,
        Mark.CURSOR,
        Mark.DIFFERENCES,
        Mark.FOUND,
    ]


@given(st.permutations(list(Mark)))
def test_the_order_in_which_layers_are_given_does_not_matter(order: list[Mark]) -> None:
    every = marks(THEMES["dark"])
    assert highlight.stacked({mark: every[mark] for mark in order}) == highlight.stacked(every)


@pytest.mark.parametrize("theme", THEMES.values(), ids=named)
@pytest.mark.parametrize(("lower", "upper"), combinations(Mark, 2))
def test_of_two_marks_the_upper_gives_the_colour(theme: Theme, lower: Mark, upper: Mark) -> None:
    alone, both = shown(theme, upper), shown(theme, lower, upper)
    if upper is Mark.CURSOR:  # it has no colour of its own: it says which actor, not of what type
        assert both.color == shown(theme, lower).color
    else:
        assert both.color == alone.color


@pytest.mark.parametrize("theme", EVERY, ids=named)
@pytest.mark.parametrize(("lower", "upper"), combinations(Mark, 2))
def test_what_is_bold_or_underlined_stays_so_under_all_that_lies_over_it(
    theme: Theme, lower: Mark, upper: Mark
) -> None:
    below, both = shown(theme, lower), shown(theme, lower, upper)
    assert not below.bold or both.bold
    assert not below.underline or both.underline
    assert not below.italic or both.italic


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_types_of_actors_are_told_apart(theme: Theme) -> None:
    styles = [theme[role] for role in (*TYPES, "text")]
    assert len(set(styles)) == len(styles)


@pytest.mark.parametrize("theme", EVERY, ids=named)
@pytest.mark.parametrize("mark", [Mark.CURSOR, Mark.FOUND])
def test_a_mark_on_a_selected_name_is_seen(theme: Theme, mark: Mark) -> None:
    assert shown(theme, Mark.SELECTION, Mark.ACTORS, mark) != shown(theme, Mark.SELECTION, Mark.ACTORS)


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_a_name_that_differs_is_seen(theme: Theme) -> None:
    # Differences are marked in what others say, never in the selected sentence itself.
    assert shown(theme, Mark.ACTORS, Mark.DIFFERENCES) != shown(theme, Mark.ACTORS)


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_the_current_place_found_stands_out(theme: Theme) -> None:
    assert theme["found-here"] != theme["found"]


@pytest.mark.parametrize("theme", [theme.without_colour() for theme in THEMES.values()], ids=named)
def test_without_colour_there_is_none(theme: Theme) -> None:
    assert all(theme[role].color is None and theme[role].bgcolor is None for role in theme.roles)


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_the_legend_names_roles_of_every_theme(theme: Theme) -> None:
    roles = [role for _, role, _ in highlight.LEGEND]
    assert {*ACTOR_ROLES.values(), "actor", "changed", "found", "found-here", "selected"} == set(roles)
    assert set(roles) <= theme.roles.keys()


async def test_a_selected_name_keeps_the_colour_of_its_type(app: CrossreadApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        go_to_mention(app.session)
        app.reader.update()
        await pilot.pause()
        mention = app.session.mention
        assert mention is not None
        role = ACTOR_ROLES[mention.type]
        strips = app.screen._compositor.render_strips()
        styles = {
            segment.style
            for strip in strips
            for segment in strip
            if segment.text.strip() and segment.text.strip() in mention.surface and segment.style
        }
        wanted = app.look[role] + app.look.over("actor")
        assert any(s.color == wanted.color and s.bold and s.underline for s in styles)


async def test_the_help_shows_how_each_mark_looks(app: CrossreadApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("?", "/", *"Name", "enter")
        text = painted.text(app)
        assert "an organisation, or a people" in text
        assert "a place, or a building" in text
