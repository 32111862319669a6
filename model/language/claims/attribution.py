"""An attribution while it is being read: who says what, in tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from model.language.claims.lexicon import Kind
from model.language.claims.syntax import Run

Style = Literal["complement", "parenthetical", "according", "noun", "colon"]


@dataclass(slots=True)
class Attribution:
    """One act of reporting in a sentence. `contents` has a run for each part that the cue interrupts.

    `recipient` is who is told; `awaits` is set where the words come in the next paragraph ("he added:"),
    `quoted` is the start of a quotation that belongs to it, in code points, where the contents do not reach
    it.
    """

    cue: Run | None
    source: Run | None
    contents: tuple[Run, ...]
    kind: Kind
    style: Style
    lemma: str
    recipient: Run | None = None
    awaits: bool = False
    quoted: int | None = None

    @property
    def extent(self) -> Run:
        """From the first word of source, cue and contents to the last."""
        runs = [run for run in (self.cue, self.source, *self.contents) if run]
        return Run(min(run.start for run in runs), max(run.end for run in runs))
