"""Walking from mention to mention of one actor, over all articles of the corpus, round and round."""

from __future__ import annotations

from collections.abc import Sequence

from model.corpus import Corpus
from model.records import Mention


class MentionWalk:
    """The mentions of the actor last walked along, asked for once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: tuple[str, Sequence[Mention]] | None = None

    def from_mention(self, here: Mention, by: int) -> Mention | None:
        """The mention `by` further than `here`; None if nobody knows whom it means."""
        if here.entity is None:
            return None
        if self._known is None or self._known[0] != here.entity:
            self._known = here.entity, self._corpus.mentions_of(here.entity)
        mentions = self._known[1]
        places = [(item.article, item.start) for item in mentions]
        place = (here.article, here.start)
        at = places.index(place) if place in places else 0
        return mentions[(at + by) % len(mentions)] if mentions else here

    def forget(self) -> None:
        """Forget what is known: the corpus has changed."""
        self._known = None
