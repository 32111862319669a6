"""An article as the ledger sees it, worked out once and used for every pair the article is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.matching.background import Frequencies
from model.matching.candidates import reporting
from model.matching.origins.credits import Credit, credits_of_story
from model.matching.origins.statements import Statement, statements_of
from model.matching.origins.wording import Wording, wording_of
from model.matching.profile import Profile, profiles
from model.matching.speakers import Speaker, speakers_of
from model.matching.words import words_of
from model.passage import Witness
from model.records import Article, EvidenceKind, Span

#: How people are described who ask not to be named. Chairmen, ministers and police speak for all to hear.
_HIDDEN = frozenset(
    word.stem
    for word in words_of(
        "official source commander diplomat aide adviser officer insider informant executive employee banker "
        "trader investigator negotiator staffer operative fighter militant resident witness survivor "
        "relative person individual familiar knowledge anonymity briefed"
    )
)


@dataclass(frozen=True, slots=True)
class Account:
    """An article with its reporting sentences by id, its credits, statements, unnamed sources and wording."""

    article: Article
    profiles: Mapping[str, Profile]
    credits: tuple[Credit, ...]
    statements: tuple[Statement, ...]
    unnamed: tuple[Speaker, ...]
    wording: Wording

    @property
    def head(self) -> Span:
        """Its first reporting sentence: what stands for the article as a whole."""
        first = next(iter(self.profiles.values()), None)
        return first.passage.sentence.span if first is not None else Span(0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger of two articles: the span in each, the weight, and the reason in words.

    `proves` marks what two reporters do not come by independently; all else only corroborates.
    """

    kind: EvidenceKind
    a: Span
    b: Span
    weight: float
    why: str
    proves: bool = False

    def turned(self) -> Entry:
        """The same entry seen from the other article."""
        return Entry(self.kind, self.b, self.a, self.weight, self.why, self.proves)


def accounts_of(witnesses: Sequence[Witness]) -> dict[str, Account]:
    """The accounts of a story's articles by id, in the order of the ids."""
    ordered = sorted(witnesses, key=lambda witness: witness.article.id)
    credits = credits_of_story(ordered)
    return {w.article.id: _account(w, credits[w.article.id]) for w in ordered}


def _account(witness: Witness, credits: tuple[Credit, ...]) -> Account:
    ready = profiles(reporting(witness.passages), Frequencies())
    return Account(
        article=witness.article,
        profiles={profile.passage.sentence.id: profile for profile in ready},
        credits=credits,
        statements=statements_of(witness),
        unnamed=_unnamed(ready, witness.article.text),
        wording=wording_of(ready),
    )


def _unnamed(ready: Sequence[Profile], text: str | None) -> tuple[Speaker, ...]:
    """The unnamed sources of an article, each place once."""
    found = {
        speaker.claim.source: speaker
        for profile in ready
        for speaker in speakers_of(profile.passage, text)
        if is_hidden(speaker) and speaker.claim.source is not None
    }
    return tuple(found.values())


def is_hidden(speaker: Speaker) -> bool:
    """Whether a source is somebody whom only those know to whom they spoke."""
    return speaker.claim.source_kind == "anonymous" and bool(speaker.words & _HIDDEN)
