"""A brief as Markdown (CommonMark): every word of an article is escaped, so that none is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from model.reports.brief import Brief
from model.reports.inert import inert
from model.reports.outline import Block, Heading, Item, Items, Run, outline

# What is markup anywhere in a line, in CommonMark or in its common extensions.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&~|#!$^@=+]|:(?=//)|(?<=www)\.", re.IGNORECASE)
# What is markup only where a line begins: marks of lists.
_LEADING = re.compile(r"^(\d{0,9})([-.)])", re.ASCII)


def lines(briefs: Iterable[Brief]) -> Iterator[str]:
    """The lines of a document that holds these briefs."""
    for number, brief in enumerate(briefs):
        if number:
            yield ""
        for position, block in enumerate(outline(brief)):
            if position:
                yield ""
            yield from _block(block)


def escape(text: str) -> str:
    """Plain text as Markdown that shows just this text, wherever in a line it stands."""
    return _begun(_ACTIVE.sub(r"\\\g<0>", inert(text)))


def _begun(line: str) -> str:
    """A line whose beginning is not taken for a list."""
    return _LEADING.sub(r"\1\\\2", line)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Items):
        for item in block.items:
            yield from _item(item, "")
    elif isinstance(block, Heading):
        yield f"{'#' * block.level} {''.join(map(_run, block.runs)).strip()}"
    else:
        yield _line(block.runs)


def _item(item: Item, indent: str) -> Iterator[str]:
    yield f"{indent}- {_line(item.runs)}"
    for below in item.below:
        yield from _item(below, f"{indent}  ")


def _line(runs: Iterable[Run]) -> str:
    return _begun("".join(map(_run, runs)).strip())


def _run(run: Run) -> str:
    text = _ACTIVE.sub(r"\\\g<0>", inert(run.text))
    if run.style == "quote":
        return f"“{text}”"
    if run.style in ("strong", "place"):
        return f"**{text}**"
    # The spaces that set our words apart from what stands beside them.
    return f"{' ' * run.text.startswith(' ')}{text}{' ' * (run.text.endswith(' ') and bool(text))}"
