"""A brief as one HTML page without scripts or anything to fetch: every word is escaped, places are links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from model.reports.brief import Brief
from model.reports.inert import inert
from model.reports.outline import Block, Heading, Item, Items, Run, outline

# The policy forbids a browser whatever a page could fetch or run, should anything ever slip through.
_HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }}
h1, h2, h3 {{ line-height: 1.25 }}
h2 {{ border-bottom: 1px solid #999; margin-top: 2.5rem }}
h3 {{ font-size: 1.05rem; margin-top: 2rem }}
li {{ margin: .25rem 0 }}
li li {{ color: #444; font-size: .9rem }}
.place {{ font: .85rem ui-monospace, monospace; text-decoration: none; color: #0b4f8a }}
:target {{ background: #fff3bf }}
@media print {{ body {{ max-width: none; margin: 0 }} h3, li {{ break-inside: avoid }} }}
</style>
</head>
<body>"""

_LABEL = re.compile(r"\d+")


def lines(briefs: Iterable[Brief]) -> Iterator[str]:
    """The lines of a page that holds these briefs."""
    begun = False
    for brief in briefs:
        if not begun:
            yield from _head(f"Brief: {brief.title}")
            begun = True
        yield "<article>"
        for block in outline(brief):
            yield from _block(block)
        yield "</article>"
    if not begun:
        yield from _head("Brief")
    yield "</body>"
    yield "</html>"


def _head(title: str) -> list[str]:
    return _HEAD.format(title=_text(title)).split("\n")


def _text(text: str) -> str:
    return escape(inert(text))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Items):
        yield from _list(block.items)
    elif isinstance(block, Heading):
        yield f"<h{block.level}>{_line(block.runs)}</h{block.level}>"
    else:
        yield f"<p>{_line(block.runs)}</p>"


def _list(items: Iterable[Item]) -> Iterator[str]:
    yield "<ul>"
    for item in items:
        anchor = f' id="{_anchor(item.anchor)}"' if item.anchor else ""
        yield f"<li{anchor}>{_line(item.runs)}"
        if item.below:
            yield from _list(item.below)
        yield "</li>"
    yield "</ul>"


def _line(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.style == "quote":
        # Isolated, so that words written from right to left do not turn our line around.
        return f"“<bdi>{text}</bdi>”"
    if run.style == "strong":
        return f"<strong>{text}</strong>"
    if run.style == "place":
        return f'<a class="place" href="#{_anchor(run.text)}">{text}</a>'
    return f"{' ' * run.text.startswith(' ')}{text}{' ' * (run.text.endswith(' ') and bool(text))}"


def _anchor(place: str) -> str:
    """The id of the source that a place or a label belongs to."""
    label = _LABEL.match(place)
    return f"source-{label[0]}" if label else "source"
