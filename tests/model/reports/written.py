"""A corpus written by hand: three reports of one invented event, stored through the store's own writer.

No language analysis takes part, so that what is printed of it changes only when the formats do. The texts are
hostile on purpose: markup, formulas and direction marks that no format may take for its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.actors import Actor, LocalActor, NameNode, Resolution
from model.analysis import Analysis, Document
from model.records import (
    Article,
    Block,
    BlockKind,
    Claim,
    DateEvidence,
    Derivation,
    Difference,
    EntityType,
    Evidence,
    Group,
    Judgement,
    Match,
    Mention,
    Origin,
    Sentence,
    SourceKind,
    Span,
    to_line,
)
from model.store.files import CorpusFiles
from model.store.names import Names
from model.store.places import JUDGEMENTS
from model.store.schema import set_meta

GAZETTE = (
    "Ferry runs aground off Lindsund",
    "The ferry Solveig ran aground off Lindsund on Friday with 214 people on board.",
    "“Nobody was in danger,” harbour master Odd Brekke said.",
    "=SUM(A1:A9) is what the ticket machine printed, # of all *things*.",
)
WIRE = (
    "A ferry with 241 people on board ran aground near Lindsund, the Lindsund Coast Guard said.",
    "“Somebody was in danger,” said Odd Breke.",
    "<script>alert(1)</script> | [Cheap \u202etickets](http://example.org/x) & more",
)
POST = (
    "The Solveig hit rocks near Lindsund, Coast Wire reported.",
    "1. The line has not yet said why.",
)
ACTORS: dict[str, tuple[EntityType, tuple[str, ...], tuple[str, ...]]] = {
    "Odd Brekke": ("PERSON", ("Odd Brekke", "Odd Breke"), ("harbour master",)),
    "Lindsund Coast Guard": ("ORG", ("Lindsund Coast Guard",), ()),
    "Coast Wire": ("ORG", ("Coast Wire",), ()),
    "Lindsund": ("GPE", ("Lindsund",), ()),
}


@dataclass(frozen=True)
class _Text:
    """An article of these sentences, one a line, the first a title where `titled`."""

    id: str
    told: tuple[str, ...]
    titled: bool = False

    @property
    def text(self) -> str:
        return "\n".join(self.told)

    def sentence(self, n: int) -> Sentence:
        start = sum(len(told) + 1 for told in self.told[:n])
        kind: BlockKind = "title" if self.titled and n == 0 else "body"
        return Sentence(f"{self.id}:{n}", self.id, n, start, start + len(self.told[n]), kind)

    def span(self, n: int, words: str) -> Span:
        start = self.text.index(words, self.sentence(n).start)
        return Span(start, start + len(words))

    def claim(self, n: int, source: str, kind: SourceKind, actor: str | None) -> Claim:
        entity = f"{self.id}#{actor}" if actor else None
        return Claim(
            id=f"{self.id}:{n}.0", sentence=f"{self.id}:{n}", content=self.sentence(n).span,
            source=self.span(n, source), inherited=False, source_entity=entity, source_kind=kind,
            source_count=1, cue=None, via=(), quote="indirect", hedges=(), negated=False, quantities=(),
            times=(), factuality="asserted",
        )  # fmt: skip


gazette, wire, post = _Text("gazette", GAZETTE, titled=True), _Text("wire", WIRE), _Text("post", POST)


def write_corpus(directory: Path) -> Path:
    """Write the corpus into `directory`, which is returned."""
    files = CorpusFiles(directory, create=True)
    with files.writer.transaction():
        set_meta(files.database, "created", "2031-05-04T00:00:00+00:00")
        for text, article, claims in _articles():
            _store(files, text, article, claims)
        _store_names(files)
        for match in _matches():
            files.writer.set_match(match)
        origins, derivations = _origins()
        files.writer.replace_story_conclusions(
            "s1",
            title="Ferry runs aground off Lindsund",
            articles=("gazette", "wire", "post"),
            groups=_groups(),
            origins=origins,
            derivations=derivations,
        )
    files.close()
    (directory / JUDGEMENTS).write_text("".join(f"{to_line(line)}\n" for line in _judgements()), "utf-8")
    return directory


def _articles() -> Sequence[tuple[_Text, Article, tuple[Claim, ...]]]:
    byline = DateEvidence("byline", "May 2, 2031", "2031-05-02", used=True)
    clock = DateEvidence("page_clock", "09:14 | 5 May", None, used=False)
    stamp = DateEvidence("time_stamp", "2031-05-03T08:00Z", "2031-05-03", used=False)
    return (
        (
            gazette,
            _article(gazette, "Harbour Gazette", "2031-05-02", (byline,), url="https://example.org/ferry"),
            (gazette.claim(2, "harbour master Odd Brekke", "named", "Odd Brekke"),),
        ),
        (
            wire,
            _article(wire, "Coast *Wire*", None, (clock, stamp)),
            (
                wire.claim(0, "the Lindsund Coast Guard", "organisation", "Lindsund Coast Guard"),
                wire.claim(1, "Odd Breke", "named", "Odd Brekke"),
            ),
        ),
        (post, _article(post, None, None, ()), (post.claim(0, "Coast Wire", "media", "Coast Wire"),)),
    )


def _article(
    text: _Text,
    outlet: str | None,
    published: str | None,
    evidence: tuple[DateEvidence, ...],
    url: str | None = None,
) -> Article:
    return Article(
        id=text.id, path=f"articles/{text.id}.txt", url=url, title=text.told[0] if text.titled else None,
        outlet=outlet, author=None, published=published, date_evidence=evidence, language="en", story=None,
        length=len(text.text), sha256=text.id.encode().hex().ljust(64, "0"), text=text.text,
    )  # fmt: skip


def _store(files: CorpusFiles, text: _Text, article: Article, claims: tuple[Claim, ...]) -> None:
    sentences = tuple(text.sentence(n) for n in range(len(text.told)))
    blocks = (Block(text.id, 0, len(text.text), "body", None),)
    mentions = [
        Mention(text.id, s.id, span.start, span.end, spelling, kind, f"{text.id}#{name}", "name", 0.9)
        for s in sentences
        for name, (kind, spellings, _) in ACTORS.items()
        for spelling in spellings
        if spelling in text.told[s.n] and (span := text.span(s.n, spelling))
    ]
    analysis = Analysis(
        Document(article, blocks), sentences, tuple(sorted(mentions, key=lambda m: m.start)), claims
    )
    key = files.writer.add(analysis, source=text.id)
    files.writer.set_story(text.id, "s1")
    files.writer.set_linked(text.id)
    Names(files.database).set_local(
        key,
        [
            LocalActor(f"{text.id}#{name}", text.id, name, (name,), kind, (), (), (), ())
            for name, (kind, _, _) in ACTORS.items()
        ],
    )


def _store_names(files: CorpusFiles) -> None:
    nodes, actors = [], []
    for name, (kind, spellings, roles) in ACTORS.items():
        found = [text.text.count(spelling) for text in (gazette, wire, post) for spelling in spellings]
        counts = dict.fromkeys(spellings, 1)
        nodes.append(NameNode(name, {kind: 1}, counts, counts, 1, dict.fromkeys(roles, 1), {}, {}))
        identity = "e-" + name.lower().replace(" ", "-")
        actors.append(Actor(identity, name, kind, (name,), sum(found), sum(map(bool, found)), roles))
    Names(files.database).apply(Resolution(tuple(nodes), (), tuple(actors), (), {}))


def _matches() -> Sequence[Match]:
    number = Difference(
        "number",
        gazette.span(1, "214 people"),
        wire.span(0, "241 people"),
        "“214 people” against “241 people”",
    )
    named = Difference("attribution", None, wire.span(0, "the Lindsund Coast Guard"), "omitted by a")
    credited = Difference("attribution", None, post.span(0, "Coast Wire"), "omitted by a")
    other = Difference(
        "attribution",
        wire.span(0, "the Lindsund Coast Guard"),
        post.span(0, "Coast Wire"),
        "another speaker: “the Lindsund Coast Guard” against “Coast Wire”",
    )
    quote = Difference(
        "quote",
        wire.span(1, "Somebody"),
        gazette.span(2, "Nobody"),
        "“Somebody” became “Nobody” inside quotation marks",
    )
    spelt = Difference(
        "name", wire.span(1, "Odd Breke"), gazette.span(2, "Odd Brekke"), "“Odd Breke” is spelt “Odd Brekke”"
    )
    return (
        Match("gazette:1", "wire:0", "differs", "both", 0.91, (number, named), "confirmed"),
        Match("gazette:1", "post:0", "adds_detail", "a", 0.62, (credited,), None),
        Match("wire:0", "post:0", "differs", None, 0.66, (other,), None),
        Match("wire:1", "gazette:2", "differs", None, 0.8, (quote, spelt), None),
    )


def _groups() -> Sequence[Group]:
    return (
        Group("g1", ("gazette:1", "post:0", "wire:0"), ("gazette", "post", "wire"), ("o1",), 2),
        Group("g2", ("gazette:2", "wire:1"), ("gazette", "wire"), ("o1",), 2),
    )


def _origins() -> tuple[Sequence[Origin], Sequence[Derivation]]:
    credit = Evidence("credit", post.span(0, "Coast Wire reported"), None, None, 1.5, "credits Coast Wire")
    same = Evidence(
        "specifics", post.span(0, "Lindsund"), "wire", wire.span(0, "Lindsund"), 0.4, "a place in both"
    )
    back = Evidence(
        "specifics", wire.span(0, "Lindsund"), "post", post.span(0, "Lindsund"), 0.4, "a place in both"
    )
    against = Evidence(
        "order", Span(0, len(post.text)), "wire", Span(0, len(wire.text)), -0.25, "another order"
    )
    return (
        [Origin("o1", "Coast *Wire*", "agency", "wire", ("wire", "post"))],
        [
            Derivation("post", "o1", "partly", stated=True, evidence=(credit, same, against)),
            Derivation("wire", "o1", "wholly", stated=False, evidence=(back,)),
        ],
    )


def _judgements() -> Sequence[Judgement]:
    def at(minute: int) -> str:
        return f"2031-05-04T10:0{minute}:00.000000+00:00"

    return (
        Judgement("match", "gazette:1", "wire:0", "confirmed", None, at(0)),
        Judgement("actor", "Odd Breke", "Odd Brekke", "same", "one man, see `the register`", at(1)),
        Judgement("note", "wire:0", None, "note", "Ask the *Coast Guard* for the list.", at(2)),
        Judgement("note", "post:1", None, "note", "taken back", at(3)),
        Judgement("undo", at(3), None, "undo", "note post:1", at(4)),
        Judgement("actor", "Somebody Else", "Of Another Story", "different", None, at(5)),
    )
