"""What a reader asks of a corpus: rows ready to be shown, built by queries and never by analysis.

Offsets are code points of the article's text, as in the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, get_args

from model.records import (
    Article,
    Block,
    Claim,
    Derivation,
    Entity,
    Group,
    Judgement,
    Match,
    Mention,
    Origin,
    Relation,
    Sentence,
    Span,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a corpus holds. `families` is the number of groups of articles that share an origin."""

    articles: int
    sentences: int
    entities: int
    matches: int
    families: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list. `label` is its short name in this corpus (``001``), `family` the letter of the
    articles it shares an origin with (A, B, … in order of the list), `sentences` counts reporting ones.

    `opening` are its first words, on one line; `company` is the number of articles of its story, itself
    among them; `origin` names what most of its family rests on. `read` and `starred` are the user's marks.
    """

    id: str
    label: str
    title: str
    outlet: str | None
    published: str | None
    date_hint: str | None
    story: str | None
    story_title: str | None
    family: str
    sentences: int
    language: str | None
    opening: str = ""
    company: int = 1
    origin: str | None = None
    read: bool = False
    starred: bool = False


#: How the list of articles is grouped.
ListOrder = Literal["story", "outlet", "origin", "date"]
LIST_ORDERS: tuple[ListOrder, ...] = get_args(ListOrder)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reader shows of one article, in the order of its text.

    `mentions` carry entity ids and are of the types of their actors; `loudest` gives for a sentence id the
    relation of its most telling match (differs before adds_detail before paraphrase before same_wording
    before background).
    """

    row: ArticleRow
    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    loudest: Mapping[str, Relation]

    @property
    def text(self) -> str:
        """The verbatim text."""
        return self.article.text or ""

    @property
    def bare(self) -> Article:
        """The article's record without its text, as records are printed."""
        return replace(self.article, text=None)


@dataclass(frozen=True, slots=True)
class Report:
    """What another article says about the selected sentence.

    `match` is turned so that `a` is always the selected sentence. `text` is the other sentence,
    `sentence.start` the offset its spans count from.
    """

    match: Match
    row: ArticleRow
    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    other_story: bool


@dataclass(frozen=True, slots=True)
class OriginSummary:
    """One independent origin behind a sentence, and which of the reporting articles rest on it."""

    origin: Origin
    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True)
class WhoElse:
    """The answer to “who else reports this?” for one sentence.

    `silent` are the articles of the same story that do not report it. `independent` is the number of
    origins behind the reports and the sentence itself.
    """

    sentence: str
    reports: tuple[Report, ...]
    silent: tuple[ArticleRow, ...]
    origins: tuple[OriginSummary, ...]
    independent: int

    @property
    def reporting(self) -> frozenset[str]:
        """The articles that surely report it."""
        return frozenset(r.row.id for r in self.reports if r.match.told not in (None, "background"))


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list; `matched` is the surface form that answered the query, `spellings` the others."""

    id: str
    name: str
    type: str
    mentions: int
    articles: int
    spellings: tuple[str, ...]
    matched: str


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """Two actors that names alone cannot tell apart: `name_a` and `name_b` are what a judgement is about."""

    a: ActorRow
    b: ActorRow
    name_a: str
    name_b: str
    score: float
    why: tuple[str, ...]


#: How a concordance is sorted: by the words on the left or on the right of the mention, by outlet or date of
#: the article (missing ones last), or as the articles are listed and their texts run.
Order = Literal["left", "right", "outlet", "date", "text"]
ORDERS: tuple[Order, ...] = get_args(Order)


class Spot(NamedTuple):
    """Where an actor is mentioned, as the store knows it: to be handed back for its context.

    It means something only as long as the corpus is of the same generation.
    """

    article: int
    mention: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """A mention in its context: `before` and `after` are text of the same sentence."""

    mention: Mention
    row: ArticleRow
    n: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Source:
    """The articles of one outlet, by their labels, and how often they have something.

    An article without an outlet stands alone, with the outlet None.
    """

    outlet: str | None
    labels: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Usage:
    """A spelling or a role of an actor, how often it occurs, and who writes it, the most frequent first."""

    text: str
    count: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Another actor that this one is kept apart from; `why` is None where no judgement says so."""

    id: str
    name: str
    why: str | None


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A claim with its article and the words of its sentence; `source` is what its source is called."""

    claim: Claim
    row: ArticleRow
    sentence: Sentence
    text: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a corpus holds on one actor, but for its mentions, which are asked for apart.

    `first` and `last` are the articles with the earliest and the latest date of publication among those that
    have one, `undated` how many of its `articles` have none. `company` are (entity id, name, sentences
    shared), counted, as is what is said about the actor, over the first `within` of its articles in the order
    of the list.
    """

    entity: Entity
    roles: tuple[Usage, ...]
    spellings: tuple[Usage, ...]
    company: tuple[tuple[str, str, int], ...]
    articles: int
    within: int
    says: tuple[SaidClaim, ...]
    about: tuple[SaidClaim, ...]
    first: ArticleRow | None
    last: ArticleRow | None
    undated: int
    apart: tuple[Apart, ...]
    notes: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that answers a search, with the spans (article offsets) of the words found."""

    row: ArticleRow
    sentence: Sentence
    text: str
    found: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How one article treats a claim: `sentence` states it, with `relation` to the row's first telling."""

    sentence: str | None
    relation: Relation | None
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A claim over all articles of a story; `cells` runs parallel to the coverage's articles."""

    group: Group
    text: str
    cells: tuple[CoverageCell, ...]
    independent: int
    disagreements: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Claims × sources of one story, and what a single article tells alone or leaves out."""

    story: str | None
    articles: tuple[ArticleRow, ...]
    rows: tuple[CoverageRow, ...]
    alone: Mapping[str, tuple[str, ...]]
    omitted: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that share an origin, with the evidence for each of them."""

    letter: str
    origins: tuple[Origin, ...]
    members: tuple[tuple[ArticleRow, tuple[Derivation, ...]], ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A dated claim or publication. `value` is ISO 8601, `evidence` the words the date rests on."""

    value: str
    kind: str
    row: ArticleRow
    sentence: Sentence | None
    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing is. `stage` is a word for the reader; `total` 0 while it is not known."""

    stage: str
    done: int
    total: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an indexing run did. `skipped` pairs a place (path or path:line) with the reason."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    seconds: float

    @property
    def read_nothing(self) -> bool:
        """Whether there was something to read and none of it could be."""
        return bool(self.skipped) and not (self.added or self.changed or self.unchanged)
