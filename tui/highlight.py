"""What is highlighted in running text, and in which order one lies over the other.

`Mark` states the order, from the bottom up. Of two marks that meet the upper one gives the colour, while
bold, italic and underline add up: a difference in a name is still seen to be a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from rich.style import Style

from model.records import Mention, Span
from tui.themes import ACTOR_ROLES, Theme

#: A range of offsets and the style laid over it.
Layer = tuple[int, int, Style]


class Mark(StrEnum):
    """What is marked, from the bottom up: what stands further down here lies over what stands above it."""

    SELECTION = "the selected sentence"
    ACTORS = "the actors by their types"
    ASIDE = "what else stands on the lines of the selected sentence"
    CURSOR = "the actor under the cursor"
    DIFFERENCES = "the words that differ"
    FOUND = "what was found, the current place above the others"


#: How marks look, in their order: a sample, its role in the theme, what it means.
LEGEND = (
    ("sentence", "selected", "the selected sentence, with ┃ beside it"),
    ("Name", "person", "a person"),
    ("Name", "organisation", "an organisation, or a people"),
    ("Name", "place", "a place, or a building"),
    ("Name", "event", "an event, or anything else that has a name"),
    ("Name", "actor", "the actor under the cursor: the status line says who and of what type"),
    ("word", "changed", "differs"),
    ("word", "found", "found"),
    ("word", "found-here", "found, and the current place"),
)


def stacked(layers: Mapping[Mark, Iterable[Layer]]) -> list[Layer]:
    """Layers of all kinds, in the order of `Mark`, in whatever order they are given."""
    return [layer for mark in Mark for layer in layers.get(mark, ())]


def actors(mentions: Iterable[Mention], theme: Theme) -> Iterator[Layer]:
    """Layers of resolved mentions by the type of their actor; pronouns stay as they are."""
    for mention in mentions:
        if mention.form != "pronoun":
            yield mention.start, mention.end, theme.over(ACTOR_ROLES.get(mention.type, "event"))


def selection(sentence: Span, theme: Theme) -> Iterator[Layer]:
    """The layer of the selected sentence where it is shown bright."""
    yield sentence.start, sentence.end, theme.over("selected")


def aside(sentence: Span, start: int, end: int, theme: Theme) -> Iterator[Layer]:
    """Layers of what else stands on the row `start` to `end` of the selected sentence, which is dimmed.

    Of a sentence that fills its rows nothing is painted again but the bar beside it.
    """
    if start < sentence.end and end > sentence.start:
        yield start, max(start, sentence.start), theme.over("dim")
        yield min(end, sentence.end), end, theme.over("dim")


def cursor(mention: Mention | None, theme: Theme) -> Iterator[Layer]:
    """The layer of the mention under the cursor."""
    if mention is not None:
        yield mention.start, mention.end, theme.over("actor")


def differences(spans: Iterable[Span | None], theme: Theme) -> Iterator[Layer]:
    """Layers of the words that differ."""
    for span in spans:
        if span is not None:
            yield span.start, span.end, theme.over("changed")


def found(places: Sequence[Span], current: int | None, theme: Theme) -> Iterator[Layer]:
    """Layers of the places found; the current one stands out."""
    for number, place in enumerate(places):
        yield place.start, place.end, theme.over("found-here" if number == current else "found")
