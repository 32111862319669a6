"""What a brief says about a story, as data: every line of it can be checked against a place in an article.

Offsets are code points of the article's text, as in the records; words are verbatim. How the data looks as
Markdown or HTML is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from model.records import DateEvidence, DifferenceKind, EvidenceKind, Node, OriginKind, Relation


@dataclass(frozen=True, slots=True)
class Place(Node):
    """Where words stand: the article's id and label, its sentences `n` to `last`, and the exact range."""

    article: str
    label: str
    n: int
    last: int
    start: int
    end: int

    @property
    def cited(self) -> str:
        """As it is cited and asked for on the command line: ``001:7``, or ``001:7–9`` for several."""
        return f"{self.label}:{self.n}" if self.last == self.n else f"{self.label}:{self.n}–{self.last}"


@dataclass(frozen=True, slots=True)
class Speaker(Node):
    """To whom an article attributes a claim: the words for the source, its kind, and the actor they mean.

    `via` names the media that are quoted on the way, outermost first.
    """

    words: str
    kind: str | None
    entity: str | None
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited(Node):
    """A sentence of an article: where, the words, and who is said to say so."""

    place: Place
    text: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Telling(Node):
    """How one article tells a claim. `relation` is that to the claim's first telling, which has none."""

    outlet: str | None
    published: str | None
    date_hint: str | None
    relation: Relation | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Side(Node):
    """One side of a difference: its words (None where they are left out) and all places that have them.

    `meaning` names the actor that the words for a source stand for, if they do not say so themselves.
    """

    words: str | None
    meaning: str | None
    places: tuple[Place, ...]

    @property
    def told(self) -> str:
        """The words in quotation marks and what they mean, or that there are none."""
        if self.words is None:
            return "nothing"
        return f"“{self.words}”" + (f" (meaning {self.meaning})" if self.meaning else "")


@dataclass(frozen=True, slots=True)
class Disagreement(Node):
    """Something in which tellings of one claim differ. `why` names the articles.

    `quiet` is a matter of course, such as another spelling or a source left out.
    """

    kind: DifferenceKind
    why: str
    quiet: bool
    a: Side
    b: Side

    @property
    def told(self) -> str:
        """The difference in a line."""
        return f"{self.kind}: {self.a.told} ≠ {self.b.told} ({self.why})"


@dataclass(frozen=True, slots=True)
class ClaimOrigin(Node):
    """An origin behind a claim, and the labels of the reporting articles that rest on it."""

    id: str
    name: str
    kind: OriginKind
    in_corpus: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefClaim(Node):
    """A claim that several articles tell: who, on whose word, what differs, and who is silent.

    `independent` is the number of origins that share nothing; `own` are the labels of articles for which no
    origin is known, each of which counts for itself. `silent` are labels.
    """

    id: str
    text: str
    articles: int
    independent: int
    conflicts: int
    origins: tuple[ClaimOrigin, ...]
    own: tuple[str, ...]
    tellings: tuple[Telling, ...]
    differences: tuple[Disagreement, ...]
    silent: tuple[str, ...]

    @property
    def loud(self) -> tuple[Disagreement, ...]:
        """The differences that are disagreements."""
        return tuple(difference for difference in self.differences if not difference.quiet)

    @property
    def quiet(self) -> tuple[Disagreement, ...]:
        """The differences that go without saying."""
        return tuple(difference for difference in self.differences if difference.quiet)


@dataclass(frozen=True, slots=True)
class Alone(Node):
    """What one article reports and no other."""

    label: str
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Proof(Node):
    """A piece of evidence for an origin (against it, if `weight` is negative): words here, words elsewhere.

    Long passages are cited by their first and last words; the places are exact.
    """

    kind: EvidenceKind
    weight: float
    why: str | None
    words: str
    place: Place
    other_words: str | None
    other_place: Place | None


@dataclass(frozen=True, slots=True)
class Drawing(Node):
    """That an article draws on an origin, wholly or partly; `stated` is False where the credit is missing."""

    label: str
    origin: str
    name: str
    status: str
    stated: bool
    evidence: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Kin(Node):
    """Articles that share an origin: the letter of the family, the origins' names, the articles' labels."""

    letter: str
    names: tuple[str, ...]
    articles: tuple[str, ...]
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True, slots=True)
class Source(Node):
    """An article. `published` is None where no date is proven: the evidence says what there is."""

    label: str
    id: str
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    date_hint: str | None
    date_evidence: tuple[DateEvidence, ...]
    language: str | None
    family: str
    url: str | None
    path: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Subject(Node):
    """What a judgement is about: its id or name, and its place and words if it stands in an article."""

    id: str
    name: str
    place: Place | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Verdict(Node):
    """The user's word on something of the story."""

    kind: str
    verdict: str
    subject: Subject
    object: Subject | None
    note: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Brief(Node):
    """All that is known of a story. Claims come most widely told first, then by origins and disagreements."""

    record: ClassVar[str] = "brief"
    corpus: str
    story: str | None
    title: str
    claims: tuple[BriefClaim, ...]
    alone: tuple[Alone, ...]
    origins: tuple[Kin, ...]
    judgements: tuple[Verdict, ...]
    sources: tuple[Source, ...]

    @property
    def by_label(self) -> dict[str, Source]:
        """The sources by their labels."""
        return {source.label: source for source in self.sources}
