"""An article as it is opened: its text, and the sentences at which the cursor may stop."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from model.records import REPORTING_KINDS, Mention, Sentence, Span
from model.views import Reading


class OpenArticle:
    """A reading, its mentions by sentence, and its stops: the numbers of the sentences that are shown."""

    def __init__(self, reading: Reading, *, unfolded: bool) -> None:
        self.reading = reading
        self.stops: Sequence[int] = ()
        self._mentions = _by_sentence(reading)
        self.fold(unfolded=unfolded)

    def fold(self, *, unfolded: bool) -> None:
        """Show every sentence, or only those of text that reports something."""
        self.stops = [
            n for n, item in enumerate(self.reading.sentences) if unfolded or item.block in REPORTING_KINDS
        ]

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of this number, if the article has it."""
        sentences = self.reading.sentences
        return sentences[number] if number < len(sentences) else None

    def mentions_in(self, sentence: Sentence | None) -> Sequence[Mention]:
        """The resolved mentions in a sentence, in the order of the text."""
        return self._mentions.get(sentence.id, ()) if sentence else ()

    def index_of(self, sentence: int) -> int:
        """Index of the stop at a sentence, or of the nearest before it."""
        return max(0, bisect_right(self.stops, sentence) - 1)

    def stop(self, sentence: int, by: int) -> int:
        """The stop `by` further than a sentence, as far as there are any; the sentence itself without any."""
        if not self.stops:
            return sentence
        return self.stops[min(max(0, self.index_of(sentence) + by), len(self.stops) - 1)]

    def stop_at_offset(self, offset: int) -> int | None:
        """The stop at `offset` of the text, or the nearest before it; None without any."""
        sentences = self.reading.sentences
        at = bisect_right(self.stops, offset, key=lambda stop: sentences[stop].start)
        return self.stops[max(0, at - 1)] if self.stops else None

    def told_differently(self, sentence: int, by: int) -> int | None:
        """The next (`by` 1) or previous (-1) stop that others tell differently."""
        loudest, sentences = self.reading.loudest, self.reading.sentences
        ahead: Iterator[int] = (stop for stop in self.stops[::by] if (stop - sentence) * by > 0)
        return next((stop for stop in ahead if loudest.get(sentences[stop].id) == "differs"), None)

    def sentence_with(self, span: Span) -> Sentence | None:
        """The sentence in which a span of the text begins, or the nearest before it."""
        sentences = self.reading.sentences
        at = bisect_right(sentences, span.start, key=lambda item: item.start)
        return sentences[at - 1] if at else None


def _by_sentence(reading: Reading) -> Mapping[str, Sequence[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.entity is not None:
            found.setdefault(mention.sentence, []).append(mention)
    return found
