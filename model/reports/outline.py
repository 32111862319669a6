"""The plan of a printed brief, in headings, paragraphs and lists, whatever it will be printed as.

Every run is plain text: whoever prints it escapes all of it, our words and the articles' alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from model.reports.brief import (
    Brief,
    BriefClaim,
    Cited,
    Disagreement,
    Drawing,
    Kin,
    Place,
    Proof,
    Side,
    Source,
    Speaker,
    Subject,
    Telling,
    Verdict,
)
from model.reports.texts import unsaid

Style = Literal["plain", "strong", "quote", "place"]

_CAUTION = (
    "Each line cites its place as ARTICLE:SENTENCE, sentences counted from 0; the JSON form of this brief"
    " adds exact offsets. What is matched and counted here was found by a program: check it at these places."
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; a `quote` is verbatim words of an article, a `place` cites an article."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, with lines below it. `anchor` is the label of the source it describes."""

    runs: tuple[Run, ...]
    below: tuple[Item, ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


Block = Heading | Paragraph | Items
Words = str | Run


def outline(brief: Brief) -> Iterator[Block]:
    """The blocks of a brief, in order."""
    yield _heading(1, brief.title or "A story without a title")
    yield Paragraph(_runs(_summary(brief)))
    yield Paragraph(_runs(_CAUTION))
    yield _heading(2, "Claims told by several sources")
    yield from _none(brief.claims, "No claim is told by more than one source.")
    for number, claim in enumerate(brief.claims, 1):
        yield from _claim(number, claim, brief)
    yield _heading(2, "Told by one source only")
    yield from _none(brief.alone, "Nothing to compare." if len(brief.sources) < 2 else "Nothing.")
    for alone in brief.alone:
        yield Heading(3, _runs(*_who(brief.by_label[alone.label])))
        yield Items(tuple(Item(_cited(cited)) for cited in alone.sentences))
    yield _heading(2, "Origins")
    for kin in brief.origins:
        yield from _kin(kin)
    yield _heading(2, "Notes and judgements")
    yield from _none(brief.judgements, "None.")
    if brief.judgements:
        yield Items(tuple(map(_verdict, brief.judgements)))
    yield _heading(2, "Sources")
    yield Items(tuple(map(_source, brief.sources)))


def _runs(*words: Words) -> tuple[Run, ...]:
    return tuple(word if isinstance(word, Run) else Run(word) for word in words)


def _heading(level: int, words: str) -> Heading:
    return Heading(level, _runs(words))


def _none(things: Sequence[object], words: str) -> Iterator[Block]:
    if not things:
        yield Paragraph(_runs(words))


def _summary(brief: Brief) -> str:
    disputed = sum(bool(claim.loud) for claim in brief.claims)
    return (
        f"Corpus {brief.corpus}, story {brief.story or 'none'}: {counted(len(brief.sources), 'article')},"
        f" {counted(len(brief.origins), 'family', 'families')} of origin,"
        f" {counted(len(brief.claims), 'claim')} told by several, {disputed} of them not alike."
    )


def _claim(number: int, claim: BriefClaim, brief: Brief) -> Iterator[Block]:
    yield Heading(3, _runs(f"{number}. ", Run(claim.text, "quote")))
    yield Paragraph(_runs(
        f"Told by {claim.articles} of {counted(len(brief.sources), 'article')}; ",
        Run(counted(claim.independent, "independent origin"), "strong"),
        f": {_behind(claim)}.",
    ))  # fmt: skip
    yield Items(tuple(_telling(telling, brief.judgements) for telling in claim.tellings))
    for words, differences in (("Disagreements", claim.loud), ("Left out, or spelt otherwise", claim.quiet)):
        if differences:
            yield Paragraph(_runs(f"{words}:"))
            yield Items(tuple(map(_difference, differences)))
    if claim.silent:
        yield Paragraph(
            _runs("Silent: ", *_listed(_who(brief.by_label[label]) for label in claim.silent), ".")
        )


def _behind(claim: BriefClaim) -> str:
    """The origins by name with the articles that rest on them, then those that rest on nothing known."""
    named = [f"{origin.name} ({', '.join(origin.articles)})" for origin in claim.origins]
    if claim.own:
        alone = "each counted by itself" if len(claim.own) > 1 else "counted by itself"
        named.append(f"no origin known for {', '.join(claim.own)}, {alone}")
    return "; ".join(named) or "none known"


def _telling(telling: Telling, verdicts: Iterable[Verdict]) -> Item:
    relation = f" · {telling.relation.replace('_', ' ')}" if telling.relation else ""
    head = f" {telling.outlet or 'no outlet'} · {dated(telling.published, telling.date_hint)}{relation}"
    notes = [v for v in verdicts if v.kind == "note" and v.subject.place == telling.cited.place]
    return Item(_cited(telling.cited, head), tuple(Item(_runs(f"Note: {note.note or ''}")) for note in notes))


def _cited(cited: Cited, head: str = "") -> tuple[Run, ...]:
    """A sentence: its place, what `head` says of it, its words, and to whom they are attributed."""
    speakers: list[Words] = []
    for speaker in cited.speakers:
        speakers += [" and " if speakers else " — according to ", *_speaker(speaker)]
    return _runs(_at(cited.place), f"{head}: ", Run(cited.text, "quote"), *speakers)


def _speaker(speaker: Speaker) -> tuple[Words, ...]:
    about = [speaker.kind] if speaker.kind else []
    if meaning := unsaid(speaker.entity, speaker.words):
        about.append(f"meaning {meaning}")
    if speaker.via:
        about.append(f"by way of {', '.join(speaker.via)}")
    return Run(speaker.words, "quote"), f" ({', '.join(about)})" if about else ""


def _difference(difference: Disagreement) -> Item:
    return Item(_runs(
        Run(difference.kind, "strong"), ": ", *_side(difference.a), " ≠ ", *_side(difference.b),
        f" — {difference.why}",
    ))  # fmt: skip


def _side(side: Side) -> tuple[Words, ...]:
    words = "nothing" if side.words is None else Run(side.words, "quote")
    meaning = f"meaning {side.meaning}, " if side.meaning else ""
    return words, f" ({meaning}", *_listed((_at(place),) for place in side.places), ")"


def _kin(kin: Kin) -> Iterator[Block]:
    names = ", ".join(kin.names) or "own reporting, as far as is known"
    yield Heading(3, _runs(f"{kin.letter}. {names}: {', '.join(kin.articles)}"))
    if kin.drawings:
        yield Items(tuple(map(_drawing, kin.drawings)))


def _drawing(drawing: Drawing) -> Item:
    credit = "credit stated" if drawing.stated else "no credit stated"
    place = Run(drawing.label, "place")
    return Item(
        _runs(place, f" draws {drawing.status} on {drawing.name}, {credit}"),
        tuple(map(_proof, drawing.evidence)),
    )


def _proof(proof: Proof) -> Item:
    against = " (speaks against it)" if proof.weight < 0 else ""
    words: list[Words] = [f"{proof.weight:+.2f} {proof.kind}{against}: {proof.why or 'no reason given'} — "]
    words += [_at(proof.place), " ", Run(proof.words, "quote")]
    if proof.other_place is not None:
        words += [" ~ ", _at(proof.other_place), " ", Run(proof.other_words or "", "quote")]
    return Item(_runs(*words))


def _verdict(verdict: Verdict) -> Item:
    head = f"{verdict.at[:10]} {verdict.kind}" + (
        "" if verdict.verdict == verdict.kind else f", {verdict.verdict}"
    )
    words: list[Words] = [Run(head, "strong"), ": ", *_subject(verdict.subject)]
    if verdict.object is not None:
        words += [" | ", *_subject(verdict.object)]
    return Item(_runs(*words, f" — {verdict.note}" if verdict.note else ""))


def _subject(subject: Subject) -> tuple[Words, ...]:
    if subject.place is None:
        return (subject.name,)
    place = Run(subject.name, "place")
    return (place, " ", Run(subject.text, "quote")) if subject.text else (place,)


def _source(source: Source) -> Item:
    below = [Item(_runs(f"date {words}")) for words in date_evidence(source)]
    where = [f"by {source.author}"] if source.author else []
    where += [where_from for where_from in (source.url, source.path) if where_from]
    below += [Item(_runs(line)) for line in (*where, f"id {source.id} · family {source.family or '-'}")]
    below.append(Item(_runs(f"sha256 {source.sha256}")))
    head = f" · {dated(source.published, source.date_hint)} · {source.title or 'no title'}"
    return Item(_runs(*_who(source), head), tuple(below), anchor=source.label)


def date_evidence(source: Source) -> Iterator[str]:
    """What speaks for the date of an article, a line each; that there is nothing, if there is nothing."""
    if source.published is None:
        yield "is not proven"
    for item in source.date_evidence:
        used = "proven by" if item.used else "not proven by"
        yield f"{item.value or 'unreadable'} {used} {item.kind.replace('_', ' ')}: {item.text}"


def dated(published: str | None, hint: str | None) -> str:
    """A date, or that it is missing and what hints at one."""
    if published is not None:
        return published
    return f"no proven date ({hint})" if hint else "no date"


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number and its noun."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def _who(source: Source) -> tuple[Words, ...]:
    return Run(source.label, "place"), f" {source.outlet or 'no outlet'}"


def _at(place: Place) -> Run:
    return Run(place.cited, "place")


def _listed(parts: Iterable[Sequence[Words]]) -> Iterator[Words]:
    for n, part in enumerate(parts):
        if n:
            yield ", "
        yield from part
