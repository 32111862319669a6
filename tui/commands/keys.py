"""`crossread keys`: every operation of the reader, its id and its keys, from the one table of operations."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from tui.commands.output import DONE, columns, print_object, print_text, write
from tui.config import load
from tui.keymap import Keymap, shown
from tui.operations import OPERATIONS, Group, Operation


def keys(options: Namespace) -> int:
    """Print the table, with the keys that the user's configuration gives."""
    keymap = load().keymap
    if options.json:
        for operation in OPERATIONS:
            print_object(
                {
                    "record": "operation",
                    "id": operation.id,
                    "keys": list(keymap.keys(operation.id)),
                    "help": operation.help,
                    "where": sorted(operation.where),
                }
            )
    elif options.markdown:
        for line in markdown(keymap):
            write(line)
    else:
        for group in Group:
            print_text(group.value)
            columns((f"  {written(keymap, o)}", o.id, o.help) for o in OPERATIONS if o.group is group)
    return DONE


def markdown(keymap: Keymap) -> Iterator[str]:
    """The table of the README, line by line: one row for each operation of the reader."""
    yield "| keys | operation | |"
    yield "|---|---|---|"
    for operation in OPERATIONS:
        names = written(keymap, operation)
        yield f"| `{names}` | {operation.help} | `{operation.id}` |"


def written(keymap: Keymap, operation: Operation) -> str:
    """The keys of an operation as people read them."""
    return " ".join(shown(key) for key in keymap.keys(operation.id))
