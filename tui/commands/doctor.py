"""`crossread doctor`: is everything there that the reader needs, and what to set if not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.errors import CrossreadError
from tui.commands.output import DONE, FAILED, columns, print_object
from tui.commands.read import has_terminal

#: The size from which the reader shows more than one pane.
_COLUMNS, _LINES = 80, 16
#: Milliseconds that tmux may wait after an Escape before the reader gets it.
_ESCAPE_TIME = 50
_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is ok, note or wrong."""

    what: str
    state: str
    says: str


def doctor(options: Namespace) -> int:
    """Print every check; fails if something is wrong."""
    checks = [*terminal(os.environ), *_settings(), *_pipeline(options), *_corpus(options)]
    if options.json:
        for check in checks:
            print_object({"record": "check", "what": check.what, "state": check.state, "says": check.says})
    else:
        columns((check.state, check.what, check.says) for check in checks)
    return FAILED if any(check.state == "wrong" for check in checks) else DONE


def terminal(environ: Mapping[str, str]) -> Iterator[Check]:
    """The terminal, its colours, its encoding and the way to the clipboard."""
    yield _size(environ)
    if "TMUX" in environ:
        yield _escape()
    yield _colours(environ)
    yield _encoding(environ)
    yield _clipboard(environ)


def _size(environ: Mapping[str, str]) -> Check:
    if not has_terminal():
        if sys.stdout.isatty():
            return Check(
                "terminal", "wrong", f"TERM is {environ.get('TERM')!r}: set it to what this terminal is"
            )
        return Check("terminal", "note", "none here: crossread PATH… prints the plain brief")
    size = shutil.get_terminal_size()
    says = f"{environ.get('TERM')}, {size.columns}×{size.lines}"
    if size.columns < _COLUMNS or size.lines < _LINES:
        return Check("terminal", "note", f"{says}: one pane at a time; {_COLUMNS}×24 shows text and matches")
    return Check("terminal", "ok", says)


def _escape() -> Check:
    """How long tmux holds an Escape back: the way out of every view would feel slow."""
    held = _tmux("escape-time")
    if held.isdigit() and int(held) > _ESCAPE_TIME:
        return Check(
            "escape key", "note", f"tmux holds it back for {held} ms: set -sg escape-time 10 in ~/.tmux.conf"
        )
    return Check("escape key", "ok", f"tmux holds it back for {held or 'an unknown number of'} ms")


def _colours(environ: Mapping[str, str]) -> Check:
    from tui.terminal.capabilities import ColourDepth, detect

    depth = detect(environ).colour
    if environ.get("NO_COLOR"):
        return Check("colours", "note", "none, for NO_COLOR is set; signs and words say everything, too")
    shown = {
        ColourDepth.NONE: "none",
        ColourDepth.ANSI: "the sixteen of the terminal",
        ColourDepth.EIGHT_BIT: "256",
        ColourDepth.TRUECOLOR: "all",
    }[depth]
    if depth <= ColourDepth.ANSI:
        return Check("colours", "note", f"{shown}: TERM=xterm-256color (in tmux: tmux-256color) gives more")
    return Check("colours", "ok", shown)


def _encoding(environ: Mapping[str, str]) -> Check:
    from tui.terminal.capabilities import detect

    encoding = sys.stdout.encoding or "unknown"
    if encoding.lower().replace("-", "") == "utf8" and detect(environ).unicode:
        return Check("encoding", "ok", encoding)
    return Check("encoding", "note", f"{encoding}, or a locale that is not UTF-8: set LANG=C.UTF-8")


def _clipboard(environ: Mapping[str, str]) -> Check:
    from tui.terminal.clipboard import command, reaches_terminal

    found = command(environ)
    if found == "tmux":
        if _tmux("set-clipboard") == "off":
            return Check(
                "clipboard", "note", "tmux keeps copies to itself: set -s set-clipboard on in ~/.tmux.conf"
            )
        return Check("clipboard", "ok", "by tmux, which hands copies on to its terminal (OSC 52)")
    if found is not None:
        return Check("clipboard", "ok", f"by {found}")
    if not reaches_terminal(environ):
        return Check(
            "clipboard", "note", "none here: copies are written to a file, and the reader says which"
        )
    says = "through the terminal (OSC 52), which may have to be allowed in its settings"
    if "STY" in environ:
        says += "; GNU screen passes it on"
    elif "SSH_CONNECTION" not in environ and "SSH_TTY" not in environ:
        says += "; on this machine wl-copy or xclip would do, too"
    return Check("clipboard", "note", says)


def _tmux(option: str) -> str:
    """What an option of the tmux around us is set to; empty if it cannot be asked."""
    program = shutil.which("tmux")
    if program is None:
        return ""
    try:
        asked = subprocess.run(  # noqa: S603 - a fixed command
            [program, "show-options", "-sv", option],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()


def _settings() -> Iterator[Check]:
    """The user's configuration, and the folders that are written to."""
    from platformdirs import user_data_path, user_state_path

    from tui.config import ConfigError, config_file, load
    from tui.themes import ThemeError, choose

    file = config_file()
    try:
        settings = load()
        choose(settings.theme, os.environ, colours=1)
        says = f"{file}" if file.exists() else f"the defaults: there is no {file}"
        yield Check("configuration", "ok", says)
    except (ConfigError, ThemeError) as error:
        yield Check("configuration", "wrong", str(error))
    for what, folder in (
        ("corpora", user_data_path("crossread", appauthor=False)),
        ("state", user_state_path("crossread", appauthor=False)),
    ):
        if _writable(folder):
            yield Check(what, "ok", str(folder))
        else:
            yield Check(
                what, "wrong", f"{folder}: cannot be written; set XDG_{_XDG[what]}_HOME to another folder"
            )


_XDG = {"corpora": "DATA", "state": "STATE"}


def _writable(folder: Path) -> bool:
    """Whether a folder, or the nearest above it that is there, can be written to."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _pipeline(options: Namespace) -> Iterator[Check]:
    from model.adhoc import AdHoc

    try:
        AdHoc(options.pipeline).passage("Officials said talks had begun.")
        yield Check("pipeline", "ok", options.pipeline or "the shipped one")
    except CrossreadError as error:
        yield Check("pipeline", "wrong", str(error))
    except (ImportError, OSError, ValueError) as error:
        # A broken installation fails in its own words, whatever they are.
        says = " ".join(f"{type(error).__name__}: {error}".split())
        yield Check("pipeline", "wrong", f"{says}; install crossread again")


def _corpus(options: Namespace) -> Iterator[Check]:
    from model.corpus import Corpus, corpus_directory

    try:
        corpus = Corpus.open(corpus_directory(options.corpus), remembered=False)
    except CrossreadError as error:
        yield Check("corpus", "wrong" if options.corpus else "note", str(error))
        return
    counts = corpus.counts()
    says = f"{corpus.directory}: {counts.articles} articles, {counts.matches} matches"
    if not counts.articles:
        yield Check(
            "corpus", "note", f"{corpus.directory}: empty; crossread index PATH… reads articles into it"
        )
    else:
        yield Check("corpus", "ok", says)
    if corpus.lag:
        yield Check("search", "note", corpus.lag)
    if corpus.damage:
        yield Check("judgements", "wrong", corpus.damage)
    corpus.close()
