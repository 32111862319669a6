"""Origins: families of articles that share one, and the evidence for each derivation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from model.records import Derivation, Evidence, Origin
from model.views import ArticleRow, Family
from tui.operations import Context
from tui.painting import Pieces
from tui.panes.listing import GAP, Entry, line
from tui.panes.matches import article_line
from tui.screens.evidence import EvidenceScreen
from tui.screens.host import Host
from tui.screens.listing import ListScreen
from tui.screens.origin_picking import OriginPicker
from tui.terminal.sanitise import sanitise
from tui.trail import Place
from tui.wrapping import fit

#: A corpus of so many articles is shown whole; of a larger one the story that is being read.
_WHOLE = 200


@dataclass(frozen=True, slots=True)
class Ground:
    """What a line stands for: an article, its derivation if it has one, and the evidence on the line."""

    row: ArticleRow
    derivation: Derivation | None = None
    evidence: tuple[Evidence, ...] = ()


class OriginsScreen(ListScreen):
    """Families by letter; under each article why it is held to derive from its origin, and what speaks
    against.
    """

    context: ClassVar[Context] = Context.ORIGINS
    title_text = "ORIGINS"

    def __init__(self, host: Host, row: ArticleRow | None = None) -> None:
        super().__init__(host)
        self._row = row
        self._story = row.story if row and self.corpus.article_count() > _WHOLE else None
        self._families: Sequence[Family] | None = None
        self._begun = False

    @property
    def families(self) -> Sequence[Family]:
        """The families, asked for once."""
        if self._families is None:
            self._families = self.corpus.families(self._story)
        return self._families

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {row.id: row.label for family in self.families for row, _ in family.members}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {origin.id: origin.name for family in self.families for origin in family.origins}

    def heading(self) -> tuple[Pieces, Pieces]:
        """How much is shown."""
        left, right = super().heading()
        articles = len(self._labels)
        within = " of this story" if self._story is not None else ""
        words = f"   {_plural(articles, 'article', 'articles')}{within}"
        return [*left, (f"{words}, {_plural(len(self.families), 'family', 'families')}", "dim")], right

    def entries(self) -> Sequence[Entry]:
        """A heading a family, a line an article, a line a piece of evidence; at first the cursor stands on
        the article that is being read.
        """
        entries: list[Entry] = []
        for family in self.families:
            entries += [*self._family(family), GAP]
        if not self._begun and self._row is not None:
            self._begun = True
            mine = (n for n, entry in enumerate(entries) if _stands_for(entry.target, self._row.id))
            self.list.cursor = next(mine, 0)
        return entries or [line(("no articles yet", "dim"))]

    def open(self, target: object) -> None:
        """Show the sentences that the evidence rests on; of an article without any, its beginning."""
        if not isinstance(target, Ground):
            return
        evidence = target.evidence or (target.derivation.evidence if target.derivation else ())
        if evidence:
            self.host.show(EvidenceScreen(self.host, target.row.id, evidence))
        else:
            self.host.go(Place(target.row.id, 0))

    def forget(self) -> None:
        """Ask for the families again."""
        self._families = None
        for known in ("_labels", "_names"):
            self.__dict__.pop(known, None)

    def do_reject(self) -> None:
        """Judge that the article does not derive from the origin."""
        ground = self._ground()
        if ground is None or ground.derivation is None:
            self.say("nothing to reject here")
            return
        row, origin = ground.row, ground.derivation.origin
        name = self._names.get(origin, origin)
        self._judge(row, origin, "rejected")
        self.say(f"judged: {row.label} does not rest on {name} ({self.key('undo')} takes it back)")

    def do_rests_on(self) -> None:
        """Judge that the article rests on another origin of its story as well, which joins their families."""
        ground = self._ground()
        if ground is None:
            self.say("select an article first")
            return
        row = ground.row
        others = [family for family in self.families if family.members[0][0].story == row.story]
        self.host.show(OriginPicker(self.host, row.id, others, lambda origin: self._confirm(row, origin)))

    def do_export(self) -> None:
        """Write the families and their evidence to a file and say where it is."""
        from model.reports.evidence import save_evidence  # asked for once in a while

        self.say(f"evidence written: {save_evidence(self.corpus, self._story)}")

    def _confirm(self, row: ArticleRow, origin: Origin) -> None:
        self._judge(row, origin.id, "confirmed")
        self.say(f"judged: {row.label} rests on {origin.name} ({self.key('undo')} takes it back)")

    def _judge(self, row: ArticleRow, origin: str, verdict: str) -> None:
        self.corpus.judge("derivation", row.id, origin, verdict)
        self.host.changed()

    def _ground(self) -> Ground | None:
        entry = self.list.entry
        return entry.target if entry is not None and isinstance(entry.target, Ground) else None

    # ── lines ─────────────────────────────────────────────────────────────────────────────────────────────

    def _family(self, family: Family) -> Iterator[Entry]:
        names = (
            "; ".join(sanitise(origin.name) for origin in family.origins)
            or "no origin outside these articles was found"
        )
        missing = (
            "" if all(origin.in_corpus for origin in family.origins) else "   original not in this corpus"
        )
        # The letter of an article without company tells it from nothing.
        letter = family.letter if family.members[0][0].company > 1 else " "
        yield line((f"{letter}  ", "title"), (names, "title"), (missing, "dim"))
        for row, derivations in family.members:
            if not derivations:
                yield line((f"   {article_line(row)}", "text"), target=Ground(row))
            for derivation in derivations:
                yield from self._derivation(row, derivation)

    def _derivation(self, row: ArticleRow, derivation: Derivation) -> Iterator[Entry]:
        origin = sanitise(self._names.get(derivation.origin, ""))
        judged = not derivation.evidence
        stated = "" if derivation.stated or judged else "   credit removed"
        yield line(
            (fit(f"   {article_line(row)}", min(56, max(20, self.width // 2))), "text"),
            (f"  {derivation.status}", "key"),
            (f" from {origin}", "text"),
            (stated, "differs"),
            ("   by your word" if judged else "", "key"),
            target=Ground(row, derivation),
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
                target=Ground(row, derivation, tuple(items)),
            )


def _alike(evidence: Sequence[Evidence]) -> dict[tuple[str, str | None, str | None], list[Evidence]]:
    """Evidence of one kind, for one reason, with one other article, together; the heaviest first."""
    alike: dict[tuple[str, str | None, str | None], list[Evidence]] = {}
    for item in sorted(evidence, key=lambda item: -item.weight):
        alike.setdefault((item.kind, item.why, item.other_article), []).append(item)
    return alike


def _stands_for(target: object, article: str) -> bool:
    return isinstance(target, Ground) and target.row.id == article


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
