"""The records crossread speaks: the vocabulary of the whole program and its public format.

Every record is a frozen dataclass whose fields stand in the order in which they are printed. Offsets are
0-based, half-open code points of the article's text. A field that the engine did not decide is None.

Fields listed in a record's ``optional_keys`` are additions to the format: they are printed only when they
hold something, so that a reader of the bare format never meets them unasked.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal, Self, get_args, get_origin, get_type_hints

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

#: Blocks whose sentences report something: only they carry claims and matches.
REPORTING_KINDS: frozenset[str] = frozenset({"title", "standfirst", "body"})

# JSON leaves these as they are, but a terminal would obey some of them.
_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


class RecordError(ValueError):
    """A line or an object is not a record of the format; the message says why."""


class Node:
    """A part of a record: knows how to become plain JSON values and come back from them."""

    optional_keys: ClassVar[frozenset[str]] = frozenset()
    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values of this object, keys in the order of the format."""
        out: dict[str, Any] = {}
        for name in _field_types(type(self)):
            value = getattr(self, name)
            if name in self.optional_keys and (value is None or value in ((), {})):
                continue
            out[name] = _plain(value)
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The object that `to_json` described. Raises RecordError for missing or misshapen values."""
        values: dict[str, Any] = {}
        for name, kind in _field_types(cls).items():
            if name not in data:
                if name in cls.optional_keys:
                    continue
                raise RecordError(f"{cls.__name__.lower()} without {name!r}")
            try:
                values[name] = _typed(kind, data[name])
            except (TypeError, KeyError, AttributeError) as error:
                raise RecordError(
                    f"{cls.__name__.lower()}.{name}: {data[name]!r} has the wrong shape"
                ) from error
        return cls(**values)


@dataclass(frozen=True, slots=True, order=True)
class Span(Node):
    """Half-open range of code points, 0 ≤ start ≤ end."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)


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
class Mark(Node):
    """A formula of the trade recognised in the text, kept as evidence and never as a report.

    `kind`: dateline · byline · agency_credit · photo_credit · correction · page_clock · copyright ·
    contribution. `value` is what it names (an agency, a place, an author), as written.
    """

    kind: str
    start: int
    end: int
    value: str | None

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


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
class Block(Node):
    """A run of lines of one kind. `reason` says in a few words why it is not body text."""

    record: ClassVar[str] = "block"
    article: str
    start: int
    end: int
    kind: BlockKind
    reason: str | None

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence(Node):
    """A sentence; `id` is ``<article id>:<n>``, `block` the kind of the block it stands in."""

    record: ClassVar[str] = "sentence"
    id: str
    article: str
    n: int
    start: int
    end: int
    block: BlockKind

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention(Node):
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

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


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
class Quantity(Node):
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

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TimeExpression(Node):
    """A time in a sentence and the ISO 8601 value it resolves to, None if the article's date is unknown."""

    start: int
    end: int
    value: str | None

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


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


@dataclass(frozen=True, slots=True)
class Difference(Node):
    """One thing in which two sentences differ: a span on each side (None where it is left out) and why."""

    kind: DifferenceKind
    a: Span | None
    b: Span | None
    why: str

    @property
    def is_quiet(self) -> bool:
        """Whether it is so common that readers show it dimly: another spelling, a source left out."""
        return self.kind == "name" or self.why.startswith("omitted by")


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
    def conflicts(self) -> tuple[DifferenceKind, ...]:
        """Kinds of the differences that are a disagreement: neither a spelling nor a source left out."""
        return tuple(dict.fromkeys(d.kind for d in self.differences if not d.is_quiet))

    @property
    def told(self) -> Relation | None:
        """The relation as readers are told it: a source left out, or a spelling, is no loud difference."""
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


def json_line(data: Mapping[str, Any]) -> str:
    """One line of JSON for any output: control characters and lone surrogates stand in it as escapes."""
    line = json.dumps(data, ensure_ascii=False, separators=(", ", ": ")).translate(_CONTROLS)
    return line if line.isascii() or _encodable(line) else json.dumps(data, separators=(", ", ": "))


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


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_FIELD_TYPES: dict[Any, dict[str, Any]] = {}


def _field_types(kind: Any) -> dict[str, Any]:
    known = _FIELD_TYPES.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = _FIELD_TYPES[kind] = {item.name: hints[item.name] for item in fields(kind)}
    return known


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _typed(kind: Any, value: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None and type(None) in arguments:
            return None
        return _typed(next(a for a in arguments if a is not type(None)), value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return tuple(_typed(arguments[0], item) for item in value)
    if origin is Literal:
        if value not in arguments:
            raise TypeError(f"{value!r} is none of {', '.join(arguments)}")
        return value
    if isinstance(kind, type) and issubclass(kind, Node):
        return kind.from_json(value)
    return _scalar(origin or kind, value)


def _scalar(kind: Any, value: Any) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind in (str, int, float, bool) and (
        not isinstance(value, kind) or (kind is int and isinstance(value, bool))
    ):
        raise TypeError(f"not a {kind.__name__}")
    return value
