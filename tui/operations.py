"""The one table of operations: what the reader can do, by which keys, where, and in which words.

The keymap, the footer, the searchable help, the command palette, `crossread keys` and the table in the
README are all made from it. What is not in the table cannot be reached, and what is not implemented is not
in the table.

Keys are named by the character they type, or `space`, `enter`, `escape`, `tab`, `up`, `pagedown`, `ctrl+u`
….
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where keys are pressed: the screen that has them, or the line being typed."""

    READER = "reader"
    COMPARE = "compare"
    ACTORS = "actors"
    DOSSIER = "dossier"
    COVERAGE = "coverage"
    ORIGINS = "origins"
    EVIDENCE = "evidence"
    TIMELINE = "timeline"
    SEARCH = "search"
    JUDGEMENTS = "judgements"
    DOUBTS = "doubts"
    CONTRADICTION = "contradiction"
    COPIES = "copies"
    MESSAGES = "messages"
    HELP = "help"
    PALETTE = "palette"
    PROMPT = "prompt"


class Group(StrEnum):
    """The headings of the help."""

    MOVE = "Moving"
    GO = "Going to places"
    FIND = "Finding"
    SEE = "Views"
    JUDGE = "Judging and noting"
    PROGRAM = "The program"
    TYPING = "While typing"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing the user can do.

    `keys` are the defaults of the vim preset. `where` are the contexts in which it is valid. `hint` is its
    word in the footer, empty when it is not shown there; neighbours with one hint share it. An operation
    with `argument` waits for one more key.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    group: Group
    where: frozenset[Context]
    hint: str = ""
    argument: bool = False


#: Contexts in which a character types itself instead of being a key.
TYPING = frozenset({Context.PROMPT, Context.ACTORS, Context.PALETTE})

_READER = frozenset({Context.READER})
_COMPARE = frozenset({Context.COMPARE})
_DOSSIER = frozenset({Context.DOSSIER})
_ORIGINS = frozenset({Context.ORIGINS})
_COVERAGE = frozenset({Context.COVERAGE})
_DOUBTS = frozenset({Context.DOUBTS})
_CONTRADICTION = frozenset({Context.CONTRADICTION})
_SEARCH = frozenset({Context.SEARCH})
_COPIES = frozenset({Context.COPIES})
_PICKED = frozenset({Context.ACTORS, Context.PALETTE})
_LISTS = frozenset(Context) - TYPING - _READER - _COMPARE
_VIEWS = _LISTS | _COMPARE
_PAIR = _READER | _COMPARE
_EVERY = frozenset(Context) - {Context.PROMPT}


def _operations(group: Group, *rows: tuple[str, str, str, frozenset[Context], str]) -> Iterator[Operation]:
    for name, keys, help_, where, hint in rows:
        yield Operation(name, tuple(keys.split()), help_, group, where, hint, name in {"mark", "to-mark"})


OPERATIONS: tuple[Operation, ...] = (
    *_operations(
        Group.MOVE,
        ("next", "j down", "next sentence, match or line", _EVERY, "move"),
        ("previous", "k up", "previous sentence, match or line", _EVERY, "move"),
        ("next-article", "J", "next article", _READER, "article"),
        ("previous-article", "K", "previous article", _READER, "article"),
        ("half-page-down", "d", "half a page on", _EVERY - _PICKED - _DOUBTS, ""),
        ("half-page-up", "u", "half a page back", _EVERY - _PICKED - _DOUBTS, ""),
        ("page-down", "space pagedown", "a page on", _EVERY, ""),
        ("page-up", "pageup", "a page back", _EVERY, ""),
        ("start", "g home", "to the start", _EVERY, ""),
        ("end", "G end", "to the end", _EVERY, ""),
        ("pane-left", "h left", "to the pane or column on the left", _READER | _COVERAGE, ""),
        ("pane-right", "l right", "to the pane or column on the right", _READER | _COVERAGE, ""),
        ("pane-next", "tab", "to the next pane or section", _READER | _DOSSIER, "pane"),
        ("next-actor", "e", "next actor in the sentence", _READER, ""),
        ("previous-actor", "B", "previous actor in the sentence", _READER, ""),
    ),
    *_operations(
        Group.GO,
        ("follow", "enter", "follow: open what is under the cursor", _EVERY - {Context.HELP}, "follow"),
        ("match", "1 2 3 4 5 6 7 8 9", "go to that match; before a movement: a count", _READER, ""),
        ("back", "[", "back to where you came from", _READER | _DOSSIER, ""),
        ("forward", "]", "forward again", _READER, ""),
        ("next-mention", "*", "next mention of the actor under the cursor, over all articles", _READER, ""),
        ("previous-mention", "#", "previous mention of that actor, over all articles", _READER, ""),
        ("next-difference", "}", "next sentence that others tell differently", _READER, ""),
        ("previous-difference", "{", "previous sentence that others tell differently", _READER, ""),
        ("mark", "m", "mark this place with a letter", _READER, ""),
        ("to-mark", "'", "go to the place marked with a letter", _READER, ""),
    ),
    *_operations(
        Group.FIND,
        ("actors", "a", "actors: search over all spellings as you type", _READER, "actors"),
        ("coverage", "c", "coverage: claims × sources", _READER, "coverage"),
        ("origins", "o", "origins, with the evidence", _READER, "origins"),
        ("group-articles", "O", "list the articles by story, outlet, origin or date", _READER, ""),
        ("next-unread", ")", "next article that was not read", _READER, ""),
        (
            "find",
            "/",
            "find in the article; filter a list (of articles: words, is:unread, is:starred)",
            _READER | _LISTS,
            "find",
        ),
        ("find-next", "n", "next place found", _READER, ""),
        ("find-previous", "N", "previous place found", _READER, ""),
        (
            "search",
            "s",
            "search the corpus: words, “phrases”, field:value, -not",
            _READER | _SEARCH,
            "search",
        ),
        ("next-result", ";", "next sentence that answered the search", _READER, ""),
        ("previous-result", ",", "previous sentence that answered the search", _READER, ""),
        ("save", "S", "save the query by a name", _SEARCH, "save"),
        ("forget", "x", "forget the saved query or the copied text", _SEARCH | _COPIES, "forget"),
        ("timeline", "t", "timeline: dated claims and publications", _READER, ""),
        ("dossier", "A", "dossier of the actor under the cursor", _READER, ""),
    ),
    *_operations(
        Group.SEE,
        ("compare", "D", "sentence and match side by side", _READER, ""),
        ("filter", "f", "only some claims: the next choice of them", _COVERAGE, "filter"),
        ("alone", "a", "what this source alone tells", _COVERAGE, "only here"),
        ("left-out", "o", "what this source leaves out", _COVERAGE, "left out"),
        ("star", "S", "star the article, or take the star away", _READER, ""),
        ("unread", "I", "mark the article as not read, or as read", _READER, ""),
        ("sort", "s", "sort claims or mentions by the next order", _COVERAGE | _DOSSIER, "sort"),
        ("fold", ".", "show or fold what is not body text", _READER, ""),
        ("zoom", "Z", "give the pane the whole screen, and back", _READER, ""),
        ("wider", ">", "make the pane wider (below the text: higher); kept", _READER, ""),
        ("narrower", "<", "make the pane narrower (below the text: lower); kept", _READER, ""),
        ("usual-widths", "|", "give the panes their usual widths", _READER, ""),
    ),
    *_operations(
        Group.JUDGE,
        ("confirm", "v", "confirm the match", _PAIR, "confirm"),
        ("reject", "x", "reject the match or the derivation: not the same", _PAIR | _ORIGINS, "reject"),
        ("doubts", "Q", "judge pairs of names that may be one actor", _READER, ""),
        ("same-actor", "=", "the same actor", _DOSSIER | _DOUBTS, "same"),
        ("other-actor", "!", "not the same actor", _DOSSIER | _DOUBTS, "different"),
        ("unsure", "u", "leave the pair open", _DOUBTS, "unsure"),
        ("rename", "R", "call the actor something else", _DOSSIER, "rename"),
        ("retype", "T", "say of what type the actor is", _DOSSIER, "type"),
        ("split", "x", "take the spelling or mention out of this actor", _DOSSIER, "split"),
        ("overrule", "v", "let the new judgement stand, the earlier give way", _CONTRADICTION, "overrule"),
        ("drop", "x", "drop the new judgement, keep the earlier", _CONTRADICTION, "drop"),
        ("note", "w", "write a note on the sentence or the actor", _PAIR | _DOSSIER, "note"),
        ("judgements", "W", "notes and judgements so far", _READER, ""),
        ("rests-on", "m", "the article rests on another origin too: join their families", _ORIGINS, "merge"),
        ("split-story", "-", "take the article out of its story", _READER, ""),
        ("join-story", "+", "make one story of this article's and another", _READER, ""),
        ("undo", "U", "undo the last judgement", _EVERY - _PICKED, ""),
    ),
    *_operations(
        Group.PROGRAM,
        ("copy", "y", "copy the sentence with its citation", _EVERY - _PICKED - {Context.HELP}, "copy"),
        ("brief", "E", "write the brief of the story to a file", _READER | _COVERAGE, ""),
        ("export", "e", "write the families and their evidence to a file", _ORIGINS, "export"),
        ("copy-comparison", "Y", "copy the sentence with what the others say", _PAIR, ""),
        ("copies", "P", "what was copied, to copy it again", _EVERY - _PICKED - _COPIES, ""),
        ("reread", "r", "read the sources again", _READER, ""),
        ("mouse", "M", "take the mouse (click, wheel), or leave it to the terminal", _READER, ""),
        ("stop-reading", "X", "stop reading the sources; what was read is kept", _READER, ""),
        (
            "messages",
            "i",
            "messages so far, with the details of errors",
            _EVERY - _PICKED - {Context.MESSAGES},
            "",
        ),
        ("tour", "H", "start the tour, or end it", _EVERY - _PICKED, ""),
        ("skip-lesson", "L", "skip to the next lesson of the tour", _EVERY - _PICKED, ""),
        ("leave", "escape", "leave the view, the search, the count", _EVERY, ""),
        ("help", "?", "help: every key, searchable", _EVERY - _PICKED - {Context.HELP}, "help"),
        ("palette", ":", "every operation by its name", _EVERY - _PICKED, ""),
        ("quit", "q", "quit; from a view, back to the reader", _EVERY - _PICKED, "quit"),
    ),
    *_operations(
        Group.TYPING,
        ("accept", "enter", "take the line", frozenset({Context.PROMPT}), ""),
        ("cancel", "escape", "leave the line", frozenset({Context.PROMPT}), ""),
        ("erase", "backspace", "erase a character", TYPING, ""),
        ("erase-word", "ctrl+w", "erase a word", TYPING, ""),
        ("erase-line", "ctrl+u", "erase the line", TYPING, ""),
        ("earlier", "up", "an earlier line", frozenset({Context.PROMPT}), ""),
        ("later", "down", "a later line", frozenset({Context.PROMPT}), ""),
    ),
)

BY_ID: dict[str, Operation] = {operation.id: operation for operation in OPERATIONS}


def valid_in(context: Context) -> Iterator[Operation]:
    """The operations that can be reached in `context`, in the order of the table."""
    return (operation for operation in OPERATIONS if context in operation.where)
