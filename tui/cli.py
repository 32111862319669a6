"""The `crossread` command: reads its arguments and hands over, importing only what is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from model.errors import CrossreadError
from tui.commands.arguments import COMMANDS, UsageError, parser

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `crossread` with these arguments and give its exit code: 0, 1, 2, 3 or 130, as in the README."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given)
    except UsageError as error:
        return _complain(str(error), WRONG_USAGE)
    except CrossreadError as error:
        return _complain(f"crossread: {error}", FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; the stream's own closing would only complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"crossread: {where}{error.strerror or error}", FAILED)
    except Exception as error:
        return _complain(f"crossread: a fault of its own, {_reported(error)}", FAILED)


def _run(given: list[str]) -> int:
    if "--version" in given[:1]:
        return _version()
    if not given or (given[0] not in COMMANDS and given[0] not in ("-h", "--help")):
        # Reading is what crossread is for: it needs no word.
        given = ["read", *given]
    options = parser().parse_args(given)
    module, _, name = options.run.partition(":")
    code: int = getattr(import_module(module), name)(options)
    sys.stdout.flush()
    return code


def _version() -> int:
    from importlib.metadata import version

    print(f"crossread {version('crossread')}")
    return 0


def _reported(error: Exception) -> str:
    """Keep the traceback in a file for whoever mends the fault; the words that say so."""
    from traceback import format_exception

    from platformdirs import user_state_path

    summary = f"{type(error).__name__}: {error}"
    try:
        log = user_state_path("crossread", appauthor=False, ensure_exists=True) / "fault.log"
        log.write_text("".join(format_exception(error)), "utf-8", "replace")
    except OSError:
        return summary
    return f"{summary} (details in {log})"


def _complain(line: str, code: int) -> int:
    # One line whatever the error said, and nothing in it that a terminal would obey.
    printable = "".join(c if c.isprintable() else " " for c in " ".join(line.split()))
    print(printable.encode(errors="replace").decode(), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
