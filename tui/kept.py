"""What the user put aside or typed while reading a corpus: copies, queries, earlier lines, all bounded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_COPIES = 50
#: Characters of one copied text, and of all that are kept.
_LONGEST, _LONGEST_TOGETHER = 50_000, 200_000
_QUERIES = 200
#: Earlier lines of one prompt.
_LINES = 50


class Kept:
    """`copies` are texts, the newest first; `queries` are searches of the corpus by their names; `history`
    has the lines typed at each prompt, the newest last.
    """

    def __init__(self) -> None:
        self.copies: list[str] = []
        self.queries: dict[str, str] = {}
        self.history: dict[str, list[str]] = {}

    def put_copy(self, text: str) -> None:
        """Keep a copied text in front; what is copied again moves there. Too long a text is not kept."""
        if len(text) > _LONGEST:
            return
        self.copies = [text, *(copy for copy in self.copies if copy != text)][:_COPIES]
        while sum(map(len, self.copies)) > _LONGEST_TOGETHER:
            del self.copies[-1]

    def forget_copy(self, text: str) -> None:
        """Keep a copied text no longer."""
        self.copies = [copy for copy in self.copies if copy != text]

    def save_query(self, name: str, query: str) -> None:
        """Keep a query by a name, the last saved first; another query of this name gives way."""
        kept = {other: text for other, text in self.queries.items() if other != name}
        self.queries = dict([(name, query), *kept.items()][:_QUERIES])

    def forget_query(self, name: str) -> None:
        """Keep a query no longer."""
        self.queries.pop(name, None)

    def state(self) -> dict[str, Any]:
        """Plain JSON values, for `restore`."""
        history = {prompt: lines[-_LINES:] for prompt, lines in self.history.items() if lines}
        return {"copies": self.copies, "queries": self.queries, "history": history}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up a kept state; whatever in it has no meaning is passed over."""
        copies, queries, history = (state.get(name) for name in ("copies", "queries", "history"))
        for copy in reversed(copies) if isinstance(copies, list) else ():
            if isinstance(copy, str):
                self.put_copy(copy)
        for name, query in reversed(list(queries.items())) if isinstance(queries, Mapping) else ():
            if isinstance(query, str):
                self.save_query(name, query)
        for prompt, lines in history.items() if isinstance(history, Mapping) else ():
            if isinstance(lines, list):
                self.history[prompt] = [text for text in lines if isinstance(text, str)][-_LINES:]
