"""The reasons that differences give, read from the other side or with their sides named.

A reason speaks of its sides as a and b (“omitted by a”, “hedged by b with “may””). Words cited from articles
stand between quotation marks and are never touched.
"""

from __future__ import annotations

import re

_SIDE = re.compile(r"“[^”]*”|\b(?P<word>by|in) (?P<side>[ab])\b")
_REWORDED = re.compile(r"(?P<one>“.*”) became (?P<other>“.*”) inside quotation marks")
_OPPOSITES = {
    "a named source became anonymous": "an anonymous source got a name",
    "an anonymous source got a name": "a named source became anonymous",
    "one source became several": "several sources became one",
    "several sources became one": "one source became several",
}


def turned_reason(why: str) -> str:
    """The same reason where a and b have changed places."""
    if why in _OPPOSITES:
        return _OPPOSITES[why]
    reworded = _REWORDED.fullmatch(why)
    if reworded:
        return f"{reworded['other']} became {reworded['one']} inside quotation marks"
    return named_reason(why, a="b", b="a")


def named_reason(why: str, *, a: str, b: str) -> str:
    """The reason with names in place of a and b."""
    names = {"a": a, "b": b}
    return _SIDE.sub(lambda m: f"{m['word']} {names[m['side']]}" if m["side"] else m[0], why)
