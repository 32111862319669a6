"""The records crossread speaks: the vocabulary of the whole program and its public format.

Every record is a frozen dataclass whose fields stand in the order in which they are printed. Offsets are
0-based, half-open code points of the article's text. A field that the engine did not decide is None.

Fields listed in a record's ``optional_keys`` are additions to the format: they are printed only when they
hold something, so that a reader of the bare format never meets them unasked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, get_args

from model.node import Located, Node, RecordError, Span, json_line

__all__ = [
    "FORMAT",
    "LOUDNESS",
    "RECORDS",
    "REPORTING_KINDS",
    "VERSION",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "DateEvidence",
    "Derivation",
    "DerivationStatus",
    "Difference",
    "DifferenceKind",
    "Entity",
    "EntityType",
    "Evidence",
    "EvidenceKind",
    "Group",
    "Header",
    "Judged",
    "Judgement",
    "Mark",
    "Match",
    "Mention",
    "MentionForm",
    "Node",
    "Origin",
    "OriginKind",
    "Quantity",
    "QuoteKind",
    "Record",
    "RecordError",
    "Relation",
    "Sentence",
    "Side",
    "SourceKind",
    "Span",
    "SurfaceForm",
    "TimeExpression",
    "from_line",
    "json_line",
    "read_records",
    "to_line",
]

FORMAT = "crossread"
VERSION = 1

BlockKind = Literal["title", "standfirst", "body", "caption", "boilerplate", "embed", "other_language"]
EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "OTHER"]
MentionForm = Literal["name", "nominal", "pronoun"]
SourceKind = Literal["named", "anonymous", "organisation", "media", "author"]
QuoteKind = Literal["direct", "indirect", "none"]
Relation = Literal["same_wording", "paraphrase", "adds_detail", "differs", "background"]
Side = Literal["a", "b", "both"]
DifferenceKind = Literal["number", "attribution", "polarity", "certainty", "time", "name", "quote", "scope"]
EvidenceKind = Literal["credit", "quote", "specifics", "formula", "order", "wording", "time"]
OriginKind = Literal["agency", "outlet", "statement", "unknown"]
DerivationStatus = Literal["wholly", "partly"]
Judged = Literal["confirmed", "rejected"]

#: Relations by how telling they are: 0 is what a reader must not miss.
LOUDNESS: Mapping[str, int] = {
    "differs": 0,
    "adds_detail": 1,
    "paraphrase": 2,
    "same_wording": 3,
    "background": 4,
}

#: Blocks whose sentences report something: only they carry claims and matches.
REPORTING_KINDS: frozenset[str] = frozenset({"title", "standfirst", "body"})


@dataclass(frozen=True, slots=True)
class Header(Node):
    """First record of an export: what the corpus holds."""

    record: ClassVar[str] = "header"
    format: str
    version: int
    corpus: str
    created: str
    articles: int
    sentences: int
    entities: int


@dataclass(frozen=True, slots=True)
class DateEvidence(Node):
    """One hint at when an article was published.

    `kind` names where it was found (byline, dateline, url, metadata, page_clock, time_stamp, embed_id,
    relative …), `text` the words, `value` the ISO 8601 date they stand for (None if unreadable), `used`
    whether `article.published` rests on it. `span` is its place in the text, if it stands there.
    """

    optional_keys: ClassVar[frozenset[str]] = frozenset({"span"})
    kind: str
    text: str
    value: str | None
    used: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mark(Located):
    """A formula of the trade recognised in the text, kept as evidence and never as a report.

    `kind`: dateline · byline · agency_credit · photo_credit · correction · page_clock · copyright ·
    contribution. `value` is what it names (an agency, a place, an author), as written.
    """

    kind: str
    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Article(Node):
    """One article. `path` is its source as given, `sha256` the hash of the source's bytes."""

    record: ClassVar[str] = "article"
    optional_keys: ClassVar[frozenset[str]] = frozenset({"text", "metadata", "marks"})
    id: str
    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    date_evidence: tuple[DateEvidence, ...]
    language: str | None
    story: str | None
    length: int
    sha256: str
    text: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block(Located):
    """A run of lines of one kind. `reason` says in a few words why it is not body text."""

    record: ClassVar[str] = "block"
    article: str
    start: int
    end: int
    kind: BlockKind
    reason: str | None


@dataclass(frozen=True, slots=True)
class Sentence(Located):
    """A sentence; `id` is ``<article id>:<n>``, `block` the kind of the block it stands in."""

    record: ClassVar[str] = "sentence"
    id: str
    article: str
    n: int
    start: int
    end: int
    block: BlockKind


@dataclass(frozen=True, slots=True)
class Mention(Located):
    """A place where an actor is named. `entity` is None until mentions are resolved.

    `confidence` (0..1) is how sure the finder is that this is a mention of this type at all.
    """

    record: ClassVar[str] = "mention"
    optional_keys: ClassVar[frozenset[str]] = frozenset({"confidence"})
    article: str
    sentence: str
    start: int
    end: int
    surface: str
    type: EntityType
    entity: str | None
    form: MentionForm
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SurfaceForm(Node):
    """One spelling of an entity in one article, and how often it stands there."""

    text: str
    article: str
    count: int


@dataclass(frozen=True, slots=True)
class Entity(Node):
    """An actor over all its spellings. `never` lists the entities judged or proven to be others."""

    record: ClassVar[str] = "entity"
    optional_keys: ClassVar[frozenset[str]] = frozenset({"roles", "why"})
    id: str
    name: str
    type: EntityType
    surface_forms: tuple[SurfaceForm, ...]
    mentions: int
    articles: int
    never: tuple[str, ...]
    roles: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity(Located):
    """A number in a sentence: `value`, or bounds `low`..`high` for “nearly”, “dozens”, “10 to 12”.

    `unit` is a normalised unit or currency (None for bare counts), `of` the counted noun as written.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class TimeExpression(Located):
    """A time in a sentence and the ISO 8601 value it resolves to, None if the article's date is unknown."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Claim(Node):
    """Something said in a sentence, and by whom.

    `content`, `source` and `cue` are spans of the article's text; a source found in an earlier sentence makes
    the claim `inherited`. `via` names the media quoted on the way, outermost first. `hedges` are the words
    that weaken it. `factuality`: asserted · denied · possible · planned · reported.
    `description` is how an unnamed source is described; `hedge_kinds` runs parallel to `hedges`.
    """

    record: ClassVar[str] = "claim"
    optional_keys: ClassVar[frozenset[str]] = frozenset({"factuality", "description", "hedge_kinds"})
    id: str
    sentence: str
    content: Span
    source: Span | None
    inherited: bool
    source_entity: str | None
    source_kind: SourceKind | None
    source_count: int | None
    cue: Span | None
    via: tuple[str, ...]
    quote: QuoteKind | None
    hedges: tuple[Span, ...]
    negated: bool | None
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    factuality: str | None = None
    description: str | None = None
    hedge_kinds: tuple[str, ...] = ()


#: How reasons begin that readers show dimly.
OMITTED = "omitted by"
PERHAPS = "perhaps"
APPROXIMATED = "approximated otherwise"


@dataclass(frozen=True, slots=True)
class Difference(Node):
    """One thing in which two sentences differ: a span on each side (None where it is left out) and why."""

    kind: DifferenceKind
    a: Span | None
    b: Span | None
    why: str

    @property
    def is_quiet(self) -> bool:
        """Whether it is so common, or so unsure, that readers show it dimly: another spelling, a source left
        out, “nearly” for “around”.
        """
        return self.kind == "name" or self.why.startswith((OMITTED, PERHAPS, APPROXIMATED))


#: Matches of a lower score are more often wrong than right.
UNSURE = 0.6


@dataclass(frozen=True, slots=True)
class Match(Node):
    """Two sentences of different articles; `relation` says how b reports what a reports."""

    record: ClassVar[str] = "match"
    a: str
    b: str
    relation: Relation | None
    adds: Side | None
    score: float
    differences: tuple[Difference, ...]
    judged: Judged | None

    @property
    def is_unsure(self) -> bool:
        """Whether readers are shown it as a question, for they are the ones who can tell."""
        return self.score < UNSURE and self.judged != "confirmed"

    @property
    def conflicts(self) -> tuple[DifferenceKind, ...]:
        """Kinds of the differences that are a disagreement: neither a spelling nor a source left out."""
        if self.is_unsure:
            return ()
        return tuple(dict.fromkeys(d.kind for d in self.differences if not d.is_quiet))

    @property
    def told(self) -> Relation | None:
        """The relation as readers are told it: a source left out, or a spelling, is no loud difference. None
        where it is not sure that both tell the same claim.
        """
        if self.is_unsure:
            return None
        if self.relation != "differs" or self.conflicts:
            return self.relation
        return "adds_detail" if self.adds else "paraphrase"


@dataclass(frozen=True, slots=True)
class Evidence(Node):
    """One reason for a derivation: a span here, the span it answers to elsewhere, and its weight.

    A negative weight speaks against the derivation.
    """

    optional_keys: ClassVar[frozenset[str]] = frozenset({"why"})
    kind: EvidenceKind
    a: Span
    other_article: str | None
    b: Span | None
    weight: float
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation(Node):
    """That an article draws on an origin; `stated` is False where the credit was removed."""

    record: ClassVar[str] = "derivation"
    article: str
    origin: str
    status: DerivationStatus
    stated: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Origin(Node):
    """One report, statement or broadcast from which articles derive."""

    record: ClassVar[str] = "origin"
    id: str
    name: str
    kind: OriginKind
    in_corpus: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group(Node):
    """One claim as told by different articles, and the number of independent origins behind it."""

    record: ClassVar[str] = "group"
    id: str
    sentences: tuple[str, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Judgement(Node):
    """The user's word on something; it always wins and is never deleted, only answered by a later one.

    `kind` is what is judged (actor, match, story, derivation, note …), `subject` and `object` what it is
    about, `verdict` the word, `at` an RFC 3339 time.
    """

    record: ClassVar[str] = "judgement"
    kind: str
    subject: str
    object: str | None
    verdict: str
    note: str | None
    at: str


Record = (
    Header
    | Article
    | Block
    | Sentence
    | Mention
    | Entity
    | Claim
    | Match
    | Derivation
    | Origin
    | Group
    | Judgement
)
RECORDS: Mapping[str, type[Record]] = {kind.record: kind for kind in get_args(Record)}


def to_line(record: Record) -> str:
    """One line of NDJSON, without its line end. Lone surrogates are escaped: it is always valid UTF-8."""
    return json_line({"record": record.record, **record.to_json()})


def from_line(line: str) -> Record:
    """The record on a line of NDJSON. Raises RecordError when it is none."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise RecordError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise RecordError("not a JSON object")
    kind = RECORDS.get(data.get("record", ""))
    if kind is None:
        raise RecordError(f"unknown record {data.get('record')!r}")
    return kind.from_json(data)


def read_records(lines: Iterable[str]) -> Iterator[Record]:
    """Records of NDJSON lines; blank lines are passed over. Raises RecordError naming the line (1-based)."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_line(line)
            except RecordError as error:
                raise RecordError(f"line {number}: {error}") from error
