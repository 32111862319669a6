"""Finding a string in the open article: where it stands, how often, and which place is the current one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from model.records import Span


class Finding:
    """A query, which is plain text and never a pattern, and the places (code points) that answer it.

    Case is ignored unless the query has a capital letter.
    """

    def __init__(self) -> None:
        self.query = ""
        self.places: Sequence[Span] = ()
        self.current: int | None = None
        self._text = ""

    def look_in(self, text: str) -> None:
        """Look for the same query in another text."""
        self._text = text
        self.look_for(self.query)

    def look_for(self, query: str) -> None:
        """Look for another query; an empty one is found nowhere."""
        self.query = query
        self.current = None
        flags = re.NOFLAG if any(map(str.isupper, query)) else re.IGNORECASE
        found = re.finditer(re.escape(query), self._text, flags) if query else ()
        self.places = tuple(Span(*match.span()) for match in found)

    def step(self, by: int, offset: int) -> Span | None:
        """The next (by 1) or previous (by -1) place, round and round, from the current one or else from
        `offset`.
        """
        if not self.places:
            return None
        if self.current is None:
            after = bisect_left(self.places, Span(offset, offset))
            self.current = (after if by > 0 else after - 1) % len(self.places)
        else:
            self.current = (self.current + by) % len(self.places)
        return self.places[self.current]
