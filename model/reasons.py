"""The reasons that differences give, read from the other side or with their sides named.

A reason speaks of its sides as a and b (“omitted by a”, “hedged by b with “may””). Words cited from articles
stand between quotation marks and are never touched.
"""

from __future__ import annotations

import re

from model.records import APPROXIMATED, PERHAPS

_SIDE = re.compile(r"“[^”]*”|\b(?P<word>by|in) (?P<side>[ab])\b")
_PIECE = r"(?:“[^”]*”|an unnamed source|a source named earlier)(?: \([^“”]*\))?"
_PAIRED = re.compile(
    rf"(?P<lead>another speaker: |{APPROXIMATED}: )?"
    rf"(?P<one>{_PIECE}) (?P<verb>against|became|is spelt) (?P<other>{_PIECE})"
    r"(?P<rest> inside quotation marks)?"
)
_OPPOSITES = {
    "a named source became anonymous": "an anonymous source got a name",
    "an anonymous source got a name": "a named source became anonymous",
    "one source became several": "several sources became one",
    "several sources became one": "one source became several",
}


def turned_reason(why: str) -> str:
    """The same reason where a and b have changed places."""
    if why.startswith(f"{PERHAPS} "):
        return f"{PERHAPS} {turned_reason(why.removeprefix(f'{PERHAPS} '))}"
    if why in _OPPOSITES:
        return _OPPOSITES[why]
    paired = _PAIRED.fullmatch(why)
    if paired:
        lead, rest = paired["lead"] or "", paired["rest"] or ""
        return f"{lead}{paired['other']} {paired['verb']} {paired['one']}{rest}"
    return named_reason(why, a="b", b="a")


def named_reason(why: str, *, a: str, b: str) -> str:
    """The reason with names in place of a and b."""
    names = {"a": a, "b": b}
    return _SIDE.sub(lambda m: f"{m['word']} {names[m['side']]}" if m["side"] else m[0], why)
