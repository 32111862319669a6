"""What is highlighted in running text, and in which order one lies over the other.

From the bottom: the text (dimmed where it is not body text, bright where it is selected), the actors by
type, the actor under the cursor, the words that differ, the places found, the current one of them. What
lies above adds to what lies below, so a difference in a name is still seen to be a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style

from model.records import Mention, Span
from tui.themes import ACTOR_ROLES, Theme

#: A range of offsets and the style laid over it.
Layer = tuple[int, int, Style]


def actors(mentions: Iterable[Mention], theme: Theme) -> Iterator[Layer]:
    """Layers of resolved mentions by the type of their actor; pronouns stay as they are."""
    for mention in mentions:
        if mention.form != "pronoun":
            yield mention.start, mention.end, theme.over(ACTOR_ROLES.get(mention.type, "event"))


def selection(sentence: Span, start: int, end: int, theme: Theme, *, bright: bool) -> Iterator[Layer]:
    """Layers of the row `start` to `end` that show which part of it is the selected sentence.

    With `bright` that part is bright. Without, only what else stands on its rows is dimmed: of a sentence
    that fills its rows nothing is painted again but the bar beside it.
    """
    if bright:
        yield sentence.start, sentence.end, theme.over("selected")
    elif start < sentence.end and end > sentence.start:
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
