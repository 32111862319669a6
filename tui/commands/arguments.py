"""What can be asked on the command line: every command, its arguments and its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

from model.reports.formats import BRIEFS, EXPORTS, RECORDS

Parser = argparse.ArgumentParser

#: What can be said of an actor in a word.
VERDICT_WORDS = ("rename", "retype", "split", "note")

_DESCRIPTION = """\
Read many reports of one event side by side: who else says this, what did they change,
and is it really a second source?

  crossread seeds/            index what is new in a folder, then open the reader
  crossread                   open the corpus read last
  crossread tour              learn the reader in three minutes

Without a terminal, `crossread PATH…` prints a plain brief instead: articles, actors,
and the claims that several articles report, with their origins."""

_CODES = """\
exit codes: 0 done · 1 failed · 2 wrong usage, or no terminal for the reader ·
3 done, but some inputs were skipped (each is named with its reason) · 130 interrupted"""


class UsageError(Exception):
    """The arguments make no sense; the message is one line."""


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message} (see {self.prog} --help)")


def _corpus(parser: Parser) -> None:
    parser.add_argument(
        "--corpus",
        metavar="DIR|NAME",
        help="the corpus to use: a folder or a name (default: $CROSSREAD_CORPUS, else the one made for the"
        " paths given, else the one opened last)",
    )


def _json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print records as NDJSON, one object a line")


def _pipeline(parser: Parser) -> None:
    parser.add_argument(
        "--pipeline", metavar="NAME", help="an installed spaCy pipeline to use instead of the shipped one"
    )


def _read(parser: Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders of articles")
    _corpus(parser)
    _pipeline(parser)
    _screen(parser)


def _tour(parser: Parser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="articles to be toured (default: the example articles)"
    )
    _screen(parser)


def _screen(parser: Parser) -> None:
    parser.add_argument("--theme", help="dark, light, ansi or contrast")
    parser.add_argument("--mouse", action="store_true", help="let the mouse scroll and select")
    parser.add_argument(
        "--driver", choices=("differential", "stock"), default="differential",
        help="how the screen is painted; stock is the slower fallback",
    )  # fmt: skip


def _index(parser: Parser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders of articles")
    _corpus(parser)
    _pipeline(parser)
    _json(parser)


def _export(parser: Parser) -> None:
    parser.add_argument(
        "--format", choices=tuple(EXPORTS), default=RECORDS,
        help="records of crossread (ndjson, the default), a table of reports (csv), Web Annotations (w3c),"
        " FollowTheMoney entities (ftm), or schema.org Claims without a rating (claimreview-draft)",
    )  # fmt: skip
    _plain(parser)
    parser.add_argument("--text", action="store_true", help="put the text into the article records")


def _brief(parser: Parser) -> None:
    parser.add_argument(
        "--format", choices=tuple(BRIEFS), default="md", help="md (the default), html or json"
    )
    _story(parser)


def _plain(parser: Parser) -> None:
    _corpus(parser)
    _json(parser)


def _show(parser: Parser) -> None:
    parser.add_argument(
        "article", metavar="ARTICLE[:N]", help="id or label of an article, or a sentence of it"
    )
    _plain(parser)


def _actors(parser: Parser) -> None:
    parser.add_argument(
        "query", nargs="?", default="", metavar="QUERY", help="part of a name in any spelling"
    )
    parser.add_argument(
        "--type", metavar="TYPE", help="PERSON, ORG, GPE, LOC, NORP, FACILITY, EVENT or OTHER"
    )
    parser.add_argument("--from", dest="names", metavar="FILE.csv", help="find each name of its first column")
    parser.add_argument("--csv", action="store_true", help="print CSV, which --from always does")
    _plain(parser)


def _match(parser: Parser) -> None:
    parser.add_argument("sentence", nargs="?", metavar="ARTICLE:N", help="a sentence of the corpus")
    parser.add_argument("--text", metavar="TEXT", help="a sentence from outside: who reports this?")
    _plain(parser)
    _pipeline(parser)


def _search(parser: Parser) -> None:
    parser.add_argument(
        "query", nargs="+", metavar="QUERY",
        help='words, "phrases", -not, OR, and actor: said-by: about: outlet: origin: after: before: has:',
    )  # fmt: skip
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="at most so many (default: 200)")
    _plain(parser)


def _story(parser: Parser) -> None:
    parser.add_argument(
        "--story", metavar="S", help="one story, by its id or an article of it (default: all)"
    )
    _plain(parser)


def _actor(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name in any spelling, or an entity id")
    _plain(parser)


def _judge(parser: Parser) -> None:
    parser.add_argument(
        "a", metavar="A", help="an actor in any spelling, its id, or ARTICLE@START of a mention"
    )
    parser.add_argument(
        "sign", choices=("=", "!", "?", *VERDICT_WORDS), metavar="VERDICT",
        help="= one actor, ! two, ? not sure; rename or retype A to B; split B off A; note B on A",
    )  # fmt: skip
    parser.add_argument(
        "b", metavar="B", help="the other actor, spelling, ARTICLE@START, name, type, or note"
    )
    parser.add_argument("--note", metavar="TEXT", help="why")
    parser.add_argument("--override", action="store_true", help="even if it contradicts earlier judgements")
    parser.add_argument(
        "--story", action="store_true", help="A and B are articles: = they tell one story, ! they do not"
    )
    _corpus(parser)


def _pair(parser: Parser) -> None:
    parser.add_argument("a", nargs="?", metavar="A")
    parser.add_argument("b", nargs="?", metavar="B")
    parser.add_argument("--batch", metavar="FILE.jsonl", help="pairs {a, b}, one a line; '-' reads them here")
    _json(parser)


def _same(parser: Parser) -> None:
    _pair(parser)
    parser.add_argument("--schema", metavar="KIND", help="what both are: Person, Organization …")


def _compare(parser: Parser) -> None:
    _pair(parser)
    _pipeline(parser)


def _keys(parser: Parser) -> None:
    _json(parser)
    parser.add_argument("--markdown", action="store_true", help="print the table of the README")


def _doctor(parser: Parser) -> None:
    _plain(parser)
    _pipeline(parser)


#: name → (module and function, what it does, how its arguments are added)
COMMANDS: dict[str, tuple[str, str, Callable[[Parser], None]]] = {
    "read": ("tui.commands.read:read", "index what is new and open the reader (the default)", _read),
    "tour": ("tui.commands.tour:tour", "learn the reader in three minutes, in the reader itself", _tour),
    "index": ("tui.commands.index:index", "index what is new in files and folders", _index),
    "brief": (
        "tui.commands.report:brief",
        "a story to hand in: claims, who reports them, disagreements, origins",
        _brief,
    ),
    "export": ("tui.commands.report:export", "print the whole corpus, for other tools too", _export),
    "articles": ("tui.commands.listing:articles", "list the articles", _plain),
    "show": (
        "tui.commands.listing:show",
        "print an article, or one sentence with who else reports it",
        _show,
    ),
    "actors": ("tui.commands.listing:actors", "list or find actors over all their spellings", _actors),
    "match": ("tui.commands.match:match", "who else reports a sentence, and what they changed", _match),
    "search": ("tui.commands.listing:search", "find sentences", _search),
    "actor": ("tui.commands.actor:actor", "print all that the corpus holds on one actor", _actor),
    "groups": ("tui.commands.story:groups", "claims that several articles tell, with their origins", _story),
    "coverage": (
        "tui.commands.story:coverage",
        "claims × sources: who states, changes or omits what",
        _story,
    ),
    "origins": ("tui.commands.story:origins", "which articles rest on one report, and the evidence", _plain),
    "judge": (
        "tui.commands.actor:judge",
        "say that two names are one actor, or two; rename, retype, split or annotate one",
        _judge,
    ),
    "same": ("tui.commands.pairs:same", "do two names mean one actor, and why", _same),
    "compare": ("tui.commands.pairs:compare", "how two sentences report one claim", _compare),
    "keys": ("tui.commands.keys:keys", "list the operations of the reader and their keys", _keys),
    "doctor": ("tui.commands.doctor:doctor", "check terminal, pipeline and corpus", _doctor),
}


def parser() -> Parser:
    """The parser of the whole command line; parsing raises UsageError."""
    top = _Arguments(
        prog="crossread",
        description=_DESCRIPTION,
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (run, summary, add_arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        add_arguments(command)
        command.set_defaults(run=run)
    return top
