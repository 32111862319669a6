"""Origins: families of articles that share one, and the evidence for each derivation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from model.records import Derivation, Evidence
from model.views import ArticleRow, Family
from tui.operations import Context
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.terminal.sanitise import sanitise
from tui.wrapping import fit


@dataclass(frozen=True, slots=True)
class Ground:
    """What a line stands for: a derivation, and the one piece of evidence on it, if any."""

    derivation: Derivation
    evidence: Evidence | None


class OriginsScreen(ListScreen):
    """Families by letter; under each article why it is held to derive from its origin, and what speaks
    against.
    """

    context: ClassVar[Context] = Context.ORIGINS
    title_text = "ORIGINS"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._families: Sequence[Family] | None = None

    @property
    def families(self) -> Sequence[Family]:
        """The families, asked for once."""
        if self._families is None:
            self._families = self.corpus.families()
        return self._families

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {row.id: row.label for family in self.families for row, _ in family.members}

    def entries(self) -> Sequence[Entry]:
        """A heading a family, a line an article, a line a piece of evidence."""
        entries: list[Entry] = []
        for family in self.families:
            entries += [*self._family(family), GAP]
        return entries or [line(("no articles yet", "dim"))]

    def open(self, target: object) -> None:
        """Show the place the evidence stands at."""
        if isinstance(target, Ground):
            evidence = target.evidence or next(iter(target.derivation.evidence), None)
            self.host.go_to_offset(target.derivation.article, evidence.a.start if evidence else 0)

    def forget(self) -> None:
        """Ask for the families again."""
        self._families = None
        self.__dict__.pop("_labels", None)

    def do_reject(self) -> None:
        """Judge that the article does not derive from the origin."""
        entry = self.list.entry
        if entry is None or not isinstance(entry.target, Ground):
            self.say("nothing to reject here")
            return
        derivation = entry.target.derivation
        self.corpus.judge("derivation", derivation.article, derivation.origin, "rejected")
        self.host.changed()
        self.say("judged: not derived (U takes it back)")

    def _family(self, family: Family) -> Iterator[Entry]:
        names = (
            "; ".join(sanitise(origin.name) for origin in family.origins)
            or "no origin outside these articles was found"
        )
        missing = (
            "" if all(origin.in_corpus for origin in family.origins) else "   original not in this corpus"
        )
        yield line((f"{family.letter}  ", "title"), (names, "title"), (missing, "dim"))
        for row, derivations in family.members:
            if not derivations:
                yield line((f"   {article_line(row)}", "text"))
            for derivation in derivations:
                yield from self._derivation(row, derivation)

    def _derivation(self, row: ArticleRow, derivation: Derivation) -> Iterator[Entry]:
        stated = "" if derivation.stated else "   credit removed"
        yield line(
            (fit(f"   {article_line(row)}", 56), "text"),
            (f"  {derivation.status}", "key"),
            (stated, "differs"),
            target=Ground(derivation, None),
        )
        for (kind, why, other), items in _alike(derivation.evidence).items():
            heaviest = max(items, key=lambda item: abs(item.weight))
            times = f" ×{len(items)}" if len(items) > 1 else ""
            shared = f" with {sanitise(self._labels.get(other, other))}" if other else ""
            yield line(
                (fit("      for" if heaviest.weight >= 0 else "      against", 15), "dim"),
                (fit(kind, 11), "text"),
                (fit(f"{heaviest.weight:+.1f}", 6), "dim"),
                (f"{sanitise(why or '')}{times}", "text"),
                (shared, "dim"),
                target=Ground(derivation, heaviest),
            )


def _alike(evidence: Sequence[Evidence]) -> dict[tuple[str, str | None, str | None], list[Evidence]]:
    """Evidence of one kind, for one reason, with one other article, together; the heaviest first."""
    alike: dict[tuple[str, str | None, str | None], list[Evidence]] = {}
    for item in sorted(evidence, key=lambda item: -item.weight):
        alike.setdefault((item.kind, item.why, item.other_article), []).append(item)
    return alike
