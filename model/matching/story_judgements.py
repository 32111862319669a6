"""What the user said of stories: which articles tell one, and which do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from model.records import Judgement

#: The kind of a judgement on two articles: `same` story, or `different` ones.
STORY = "story"


class StoryJudgements:
    """Articles that must and that must not share a story, from judgements in the order they were made.

    Being in one story carries over: who tells the story of an article tells that of all it was judged one
    with. The last word wins. Parting two articles that were one takes the judgement's subject out, and leaves
    the others together; joining two ends all that kept their companions apart.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._company: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for judgement in judgements:
            if judgement.kind != STORY or judgement.object is None:
                continue
            if judgement.verdict == "same":
                self._join(judgement.subject, judgement.object)
            elif judgement.verdict == "different":
                self._part(judgement.subject, judgement.object)

    def together(self, article: str) -> frozenset[str]:
        """The other articles whose story is the article's."""
        return frozenset(self._company.get(article, ())) - {article}

    def apart(self, article: str) -> frozenset[str]:
        """Articles whose story is not the article's."""
        others = {other for one in self._of(article) for other in self._apart[one]}
        return frozenset(member for other in others for member in self._of(other))

    def _of(self, article: str) -> set[str]:
        return self._company.setdefault(article, {article})

    def _join(self, a: str, b: str) -> None:
        few, many = sorted((self._of(a), self._of(b)), key=len)
        if few is many:
            return
        for member in few:
            for other in self._apart[member] & many:
                self._apart[member].discard(other)
                self._apart[other].discard(member)
        many |= few
        self._company.update(dict.fromkeys(few, many))

    def _part(self, a: str, b: str) -> None:
        if a == b:
            return
        company = self._of(a)
        if b in company:
            company.discard(a)
            self._company[a] = {a}
        self._apart[a].add(b)
        self._apart[b].add(a)
