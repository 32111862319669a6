"""Questions about words that stand in no corpus: do two sentences report one claim, who reports this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from model.actors import MemoryIndex, link, local_actors, resolve, same
from model.analysis import Analysis
from model.ingest import document_from_text
from model.matching import compare
from model.matching.background import Frequencies
from model.passage import Passage
from model.records import Match, Sentence

if TYPE_CHECKING:
    from model.language import Analyser

__all__ = ["AdHoc", "same"]

#: Pairs whose language is read in one go.
_BATCH = 64


class AdHoc:
    """Reads words at hand as passages and compares them. Loads the pipeline when the first ones come."""

    def __init__(self, pipeline: str | None = None) -> None:
        """`pipeline` names an installed spaCy pipeline to use in place of the shipped one."""
        self._pipeline = pipeline
        self._frequencies = Frequencies()

    def compare(self, pairs: Iterable[tuple[str, str]]) -> Iterator[Match]:
        """How each b reports what its a reports, in order; ids are ``a:0`` and ``b:0``.

        The relation is None where the two do not report one claim.
        """
        waiting = iter(pairs)
        while batch := list(islice(waiting, _BATCH)):
            texts = (text for pair in batch for text in pair)
            names = (name for _ in batch for name in ("a", "b"))
            documents = (
                document_from_text(text, article_id=name) for text, name in zip(texts, names, strict=True)
            )
            analyses = self._analyser.analyse(documents)
            for a, b in zip(analyses, analyses, strict=True):
                one, other = _resolved((a, b))
                yield compare(_passage(one), _passage(other), frequencies=self._frequencies)

    def passage(self, text: str) -> Passage:
        """A sentence from outside as a passage of the article ``text``, its actors unresolved."""
        return _passage(next(self._analyser.analyse([document_from_text(text, article_id="text")])))

    @cached_property
    def _analyser(self) -> Analyser:
        from model.language import Analyser

        return Analyser(self._pipeline)


def _resolved(analyses: Iterable[Analysis]) -> list[Analysis]:
    """The analyses with their mentions resolved to entities of each other."""
    found = [(analysis, local_actors(analysis)) for analysis in analyses]
    resolution = resolve([actor for _, actors in found for actor in actors], MemoryIndex())
    return [link(analysis, resolution.assignment, actors) for analysis, actors in found]


def _passage(analysis: Analysis) -> Passage:
    """The whole text as one passage, however many sentences it has."""
    article = analysis.document.article
    text = analysis.document.text
    sentence = Sentence(f"{article.id}:0", article.id, 0, 0, len(text), "body")
    return Passage(
        sentence,
        text,
        tuple(replace(mention, sentence=sentence.id) for mention in analysis.mentions),
        tuple(replace(claim, sentence=sentence.id) for claim in analysis.claims),
    )
