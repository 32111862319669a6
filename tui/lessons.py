"""What the tour teaches: lessons of steps, each done when the user has done it.

A step says what to press and why, in two lines of a terminal of 80 columns. Keys stand in it as `{id}` of
their operation, `{name}` is part of an actor's name to be typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.operations import Context


@dataclass(frozen=True, slots=True)
class Situation:
    """What is looked at to see whether a step is done: the screen on top, the open article, and the
    operations carried out since the step began.
    """

    on_top: Context
    article: str | None = None
    has_match: bool = False
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What to do. `is_done` is asked with the situation as it was when the step began, and as it is now."""

    text: str
    is_done: Callable[[Situation, Situation], bool]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Steps about one thing."""

    title: str
    steps: tuple[Step, ...]


def _did(*operations: str, times: int = 1) -> Callable[[Situation, Situation], bool]:
    """The user has carried out one of these so often."""

    def is_done(_: Situation, now: Situation) -> bool:
        return sum(name in operations for name in now.done) >= times

    return is_done


def _judged(operation: str) -> Callable[[Situation, Situation], bool]:
    """The user has judged a match, and there was one to judge."""
    return lambda _, now: now.has_match and operation in now.done


def _on(context: Context) -> Callable[[Situation, Situation], bool]:
    """A screen is on top."""
    return lambda _, now: now.on_top is context


def _elsewhere(before: Situation, now: Situation) -> bool:
    """Another article is open."""
    return now.article != before.article


def _asked(_: Situation, now: Situation) -> bool:
    """A line was taken from the prompt of the search."""
    return now.on_top is not Context.SEARCH or "accept" in now.done


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        "sentences",
        (
            Step(
                "This is an article; ┃ marks the selected sentence. {next} goes to the next one, {previous}"
                " back. All panes speak of it. Go on three sentences.",
                _did("next", "previous", times=3),
            ),
        ),
    ),
    Lesson(
        "who else reports this",
        (
            Step(
                "A sign in the margin: others report the sentence, = ~ alike, + with more, ≠ differently."
                " {next-difference} goes to the next ≠.",
                _did("next-difference"),
            ),
            Step(
                "“Who else” lists the other reports and what each changed; its last line, the origins behind"
                " them. {match} goes to the first.",
                _elsewhere,
            ),
            Step(
                "This is the other article, where it reports the same. {back} goes back to where you were,"
                " {forward} forward again.",
                _did("back"),
            ),
        ),
    ),
    Lesson(
        "what they changed",
        (
            Step("{compare} sets the sentence and its match side by side.", _on(Context.COMPARE)),
            Step(
                "What differs stands in brackets, mere rewording is underlined; below, each difference has"
                " its reason. {leave} closes.",
                _on(Context.READER),
            ),
            Step(
                "{next-difference} and {previous-difference} walk all the sentences that others tell"
                " differently. Walk two of them.",
                _did("next-difference", "previous-difference", times=2),
            ),
        ),
    ),
    Lesson(
        "your word",
        (
            Step(
                "The program can be wrong; your word wins. {confirm} confirms the match of this sentence,"
                " {reject} would reject it. Confirm it.",
                _judged("confirm"),
            ),
            Step(
                "Judgements outlive every new indexing, in a file of their own. {undo} takes the last one"
                " back.",
                _did("undo"),
            ),
        ),
    ),
    Lesson(
        "actors",
        (
            Step(
                "People, organisations and places are underlined: the actors. {actors} searches all of them.",
                _on(Context.ACTORS),
            ),
            Step(
                "Type part of a name in any spelling, such as {name}. {follow} opens the dossier of the one"
                " under the cursor.",
                _on(Context.DOSSIER),
            ),
            Step(
                "The dossier: spellings, what it says, what is said of it, every mention. {follow} on a line"
                " goes there; {leave} leaves.",
                _on(Context.READER),
            ),
        ),
    ),
    Lesson(
        "the whole story",
        (
            Step("{coverage} shows all claims of the story against all its sources.", _on(Context.COVERAGE)),
            Step(
                "● tells it, ≠ tells it differently, ○ is silent; at the right, how many origins. {follow}"
                " opens a claim, {leave} closes.",
                _on(Context.READER),
            ),
            Step(
                "Three reports may be one source. {origins} shows which articles rest on one report, and"
                " why.",
                _on(Context.ORIGINS),
            ),
            Step(
                "Under each article stands the evidence for its origin, and against it. {reject} rejects what"
                " does not convince you; {leave} closes.",
                _on(Context.READER),
            ),
        ),
    ),
    Lesson(
        "searching",
        (
            Step("{search} searches all articles at once.", _on(Context.SEARCH)),
            Step(
                "Type has:quote-conflict, for changed quotations, and {accept}; or any words. The list says"
                " what else can be asked.",
                _asked,
            ),
            Step(
                "{save} would save the query for another day. {follow} goes to the sentence under the"
                " cursor.",
                _on(Context.READER),
            ),
            Step(
                "{next-result} and {previous-result} walk the sentences that answered, from here.",
                _did("next-result", "previous-result"),
            ),
        ),
    ),
    Lesson(
        "taking it along",
        (
            Step(
                "{copy} copies the sentence with its citation, {copy-comparison} with what the others say;"
                " the line below says by which way.",
                _did("copy", "copy-comparison"),
            ),
            Step("{copies} lists what you copied.", _on(Context.COPIES)),
            Step(
                "{follow} copies a text again; {forget} takes it off the list. {leave} closes.",
                _on(Context.READER),
            ),
        ),
    ),
    Lesson(
        "help",
        (
            Step("{help} lists every key.", _on(Context.HELP)),
            Step(
                "{find} filters the list; elsewhere, {palette} finds every operation by its name. {leave}"
                " closes.",
                _on(Context.READER),
            ),
        ),
    ),
    Lesson(
        "the end",
        (
            Step(
                "That was all you need. “crossread FOLDER” reads articles of your own. {tour} ends the tour,"
                " {quit} quits.",
                lambda _before, _now: False,
            ),
        ),
    ),
)
