"""What kind of source a noun phrase names: a named person, an unnamed one, an organisation, a news medium."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from model.language.claims.phrases import is_finite
from model.language.claims.syntax import RELATIVE_PRONOUNS, Run, span_of, word_set
from model.language.numerals import small_number
from model.language.tokens import Token, Tokens
from model.language.wordlists import word_list, words
from model.records import Mention, SourceKind, Span

_SINGULAR_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "i", "me", "who"})
_PLURAL_PRONOUNS = frozenset(
    {"they", "them", "we", "us", "both", "all", "some", "many", "others", "these", "those", "their"}
)
_THINGS = frozenset({"it", "this", "that", "which", "its"})
_POST_MODIFIERS = word_set(
    """
    of for at from with in on to by near who which that whose , ( — – inside within familiar
    """
)
_DEFINITE = frozenset(
    {"the", "his", "her", "its", "their", "our", "my", "'s", "’s", "this", "that", "these", "those"}
)


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a source. `description` is the phrase that stands for an unnamed one.

    `anaphoric` marks a pronoun or a "the official": somebody mentioned before, whose kind may be known;
    `document` a report or statement without its author's name ("the report").
    """

    kind: SourceKind
    count: int | None
    description: str | None = None
    anaphoric: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True)
class _Nouns:
    media_names: frozenset[str]
    media: frozenset[str]
    persons: frozenset[str]
    unique: frozenset[str]
    organisations: frozenset[str]
    documents: frozenset[str]
    plural_persons: frozenset[str]


@cache
def _nouns() -> _Nouns:
    table = word_list("sources")
    persons = frozenset(table["persons"].split())
    plurals = frozenset(plural for noun in persons for plural in _plurals(noun))
    return _Nouns(
        media_names=frozenset(name.lower() for name in words(table["media_names"])),
        media=_with_plurals(table["media"].split()),
        persons=persons | plurals,
        unique=frozenset(table["unique_roles"].split()),
        organisations=_with_plurals(table["organisations"].split()),
        documents=_with_plurals(table["documents"].split()),
        plural_persons=plurals - {"child"} | {"people", "police"},
    )


def _plurals(noun: str) -> tuple[str, ...]:
    if noun.endswith("man") and noun != "german":
        return (noun[:-3] + "men",)
    irregular = {"child": "children", "person": "persons", "people": "people", "wife": "wives"}
    if noun in irregular:
        return (irregular[noun],)
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return (noun[:-1] + "ies",)
    return (noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s"),)


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    base = tuple(nouns)
    return frozenset(base) | {plural for noun in base for plural in _plurals(noun)}


class Names:
    """The named actors of an article, to be asked by place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted((m for m in mentions if m.form == "name"), key=lambda m: m.start)
        self._starts = [mention.start for mention in self._mentions]

    def within(self, span: Span) -> list[Mention]:
        """Names that begin inside the span, in order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return self._mentions[first:last]


def is_medium(text: str) -> bool:
    """Whether a name is that of a news agency, paper, broadcaster or site."""
    name = " ".join(text.split()).strip(" ,.'’\"”“").lower()
    name = name.removesuffix("'s").removesuffix("’s")
    return name in _nouns().media_names or name.removeprefix("the ") in _nouns().media_names


def medium_in(doc: Tokens, run: Run, names: Names) -> Run | None:
    """The medium that a run names ("Reuters", "the newspaper"), if it does."""
    span = span_of(doc, run)
    for mention in names.within(span):
        if is_medium(mention.surface):
            return _tokens_of(doc, run, mention.span)
    known = _known_name(doc, run)
    if known:
        return known
    head = _head(doc, run)
    return Run(run.start, head.i + 1) if head.lower_ in _nouns().media else None


def _tokens_of(doc: Tokens, run: Run, span: Span) -> Run:
    inside = [i for i in range(run.start, run.end) if span.start <= doc[i].idx < span.end]
    return Run(inside[0], inside[-1] + 1) if inside else run


def _known_name(doc: Tokens, run: Run) -> Run | None:
    for start in range(run.start, min(run.end, run.start + 12)):
        if not doc[start].text[:1].isupper():
            continue
        for end in range(min(run.end, start + 4), start, -1):
            if is_medium(doc.between(start, end)):
                return Run(start, end)
    return None


def is_document(doc: Tokens, run: Run) -> bool:
    """Whether a source is a report, a poll, a video: a thing that shows or says something."""
    return _head(doc, _core(doc, run)).lower_ in _nouns().documents


def describe(doc: Tokens, run: Run, names: Names) -> Described:
    """Kind, number and description of the source that a noun phrase names."""
    core = _core(doc, run)
    head = _head(doc, core)
    word = head.lower_
    if core.end - core.start == 1 and word in _SINGULAR_PRONOUNS:
        return Described("named", 1, anaphoric=True)
    if core.end - core.start == 1 and word in _PLURAL_PRONOUNS:
        return Described("anonymous", None, doc.between(core.start, core.end), anaphoric=True)
    if core.end - core.start == 1 and word in _THINGS:
        return Described("organisation", 1, anaphoric=True)
    kind = _kind(doc, core, head, names.within(span_of(doc, run)), names.within(span_of(doc, core)))
    count = _count(doc, run, core, head, kind)
    text = doc.between(run.start, run.end) if kind == "anonymous" else None
    definite = doc[core.start].lower_ in _DEFINITE and core.end - core.start <= 3
    return Described(
        kind, count, text, anaphoric=definite and kind != "named" and not names.within(span_of(doc, core))
    )


def _core(doc: Tokens, run: Run) -> Run:
    """The phrase without what follows its head: apposition, relative clause, prepositional phrases."""
    for i in range(run.start + 1, run.end):
        token = doc[i]
        if token.lower_ in _POST_MODIFIERS or token.lower_ in RELATIVE_PRONOUNS or is_finite(token):
            return Run(run.start, i)
        if token.tag_ in ("VBG", "VBN") and doc[i - 1].tag_.startswith("NN"):
            return Run(run.start, i)
    return run


def _head(doc: Tokens, run: Run) -> Token:
    """The last noun of the first of the phrases that "and" joins."""
    end = run.end
    while end > run.start + 1 and (doc[end - 1].is_punct or doc[end - 1].tag_ in ("POS", "RB", "DT")):
        end -= 1
    return doc[end - 1]


def _kind(doc: Tokens, core: Run, head: Token, names: list[Mention], core_names: list[Mention]) -> SourceKind:
    nouns, word = _nouns(), head.lower_
    if is_medium(doc.between(core.start, core.end)) or any(
        is_medium(m.surface) and _ends_at(m, head) for m in core_names
    ):
        return "media"
    apposed = [
        m
        for m in names
        if m.type == "PERSON" and (not core_names or core_names[0] is m or _apposed(doc, core, m))
    ]
    indefinite = doc[core.start].lower_ in ("a", "an", "one", "another")
    if indefinite and any(doc[i].lower_ in nouns.persons for i in range(core.start, core.end)):
        return "anonymous"
    if _is_introduced(doc, core, head):
        return "named"
    if (
        any(m.type == "PERSON" for m in core_names)
        and word not in nouns.persons | nouns.organisations | nouns.documents
    ):
        return "named"
    if apposed and word in nouns.persons:
        return "named"
    if word in nouns.persons and word not in nouns.organisations:
        return "named" if _is_unique(doc, core, head) else "anonymous"
    if word in nouns.media:
        return "media"
    if word in nouns.documents:
        return (
            "media"
            if any(is_medium(m.surface) for m in names) or _mentions_media(doc, core)
            else "organisation"
        )
    if word in nouns.organisations or any(
        m.type in ("ORG", "GPE", "LOC", "FACILITY") and _ends_at(m, head) for m in core_names
    ):
        return "organisation"
    return _by_shape(doc, core, head, core_names)


def _is_introduced(doc: Tokens, core: Run, head: Token) -> bool:
    """Whether a name is said to be a person behind a comma: "Ann Lee, a former minister"."""
    if (
        not head.text[:1].isupper()
        or head.lower_ in _nouns().persons | _nouns().organisations | _nouns().media
    ):
        return False
    if core.end + 1 >= len(doc) or doc[core.end].text != ",":
        return False
    for i in range(core.end + 1, min(len(doc), core.end + 10)):
        if doc[i].lower_ in _POST_MODIFIERS or is_finite(doc[i]):
            return doc[i - 1].lower_ in _nouns().persons
    return False


def _apposed(doc: Tokens, core: Run, mention: Mention) -> bool:
    """Whether the name stands right behind the phrase: "the minister, Ann Lee"."""
    following = [doc[i] for i in range(core.end, min(core.end + 8, len(doc)))]
    return any(token.idx == mention.start for token in following if not token.is_punct) and doc[
        core.end
    ].text in (",", "of")


def _ends_at(mention: Mention, head: Token) -> bool:
    return mention.start <= head.idx < mention.end


def _mentions_media(doc: Tokens, core: Run) -> bool:
    return any(doc[i].lower_ in _nouns().media for i in range(core.start, core.end))


def _is_unique(doc: Tokens, core: Run, head: Token) -> bool:
    if head.lower_ not in _nouns().unique:
        return False
    return (
        doc[core.start].lower_ not in ("a", "an", "one", "another", "some", "any")
        and not doc[core.start].like_num
    )


def _by_shape(doc: Tokens, core: Run, head: Token, names: list[Mention]) -> SourceKind:
    if any(m.type == "PERSON" for m in names):
        return "named"
    if names:
        return "anonymous" if names[-1].type == "NORP" and head.text[:1].isupper() else "organisation"
    if (
        head.text[:1].isupper()
        and not head.text.isupper()
        and head.tag_ in ("NNP", "")
        and head.i > core.start
    ):
        return "named" if doc[core.start].lower_ not in _DEFINITE else "organisation"
    if head.tag_ == "NNP":
        return "organisation" if doc[core.start].lower_ in _DEFINITE or head.text.isupper() else "named"
    if head.lower_.endswith(
        ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ians", "ian")
    ):
        return "anonymous"
    return "anonymous" if head.tag_ in ("NNS", "CD", "NNPS") else "organisation"


def _count(doc: Tokens, run: Run, core: Run, head: Token, kind: SourceKind) -> int | None:
    single = kind == "named" or (kind == "media" and head.text[:1].isupper())
    if single and not any(doc[i].lower_ == "and" for i in range(run.start, run.end)):
        return 1
    total = 0
    for i in range(run.start, run.end):
        if doc[i].lower_ in RELATIVE_PRONOUNS:
            break
        number = small_number(doc[i].lower_)
        starts = i == run.start or doc[i - 1].lower_ in ("and", ",", "the", "these", "those", "all", "other")
        if number is not None and starts:
            total += number
    if total:
        return total
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in _nouns().plural_persons
    joined = any(doc[i].lower_ == "and" for i in range(core.start, core.end))
    return None if plural or joined else 1
