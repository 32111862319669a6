"""Grammar as the claim rules need it: small questions to a dependency parse that may be wrong or missing.

Labels of Universal Dependencies and of spaCy's own English scheme are both understood. Where no parser ran
(`dep_` is empty) every question about dependencies answers "nothing", and the rules go by words and tags
alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.tokens import Token, Tokens
from model.records import Sentence, Span


def word_set(text: str) -> frozenset[str]:
    """The words of a text, separated by white space."""
    return frozenset(text.split())


SUBJECT = frozenset({"nsubj", "csubj", "nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass", "nsubj:outer"})
CLAUSE = frozenset({"ccomp", "parataxis"})
OPEN_CLAUSE = frozenset({"xcomp"})
OBJECT = frozenset({"obj", "dobj", "iobj", "dative"})
RELATIVE = frozenset({"relcl", "acl:relcl"})
MODIFIER_CLAUSE = frozenset({"acl", "acl:relcl", "relcl"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
AUXILIARIES = word_set(
    """
    be am is are was were been being have has had having do does did will would shall should may might
    can could must 's ’s 've ’ve 'd ’d 're ’re 'll ’ll ca wo
    """
)
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"})

QUOTES = frozenset(
    {'"', "“", "”", "„", "«", "»", "''", "``", "‘", "’", "'", "‹", "›", "「", "」", "『", "』"}
)
FINAL_STOPS = frozenset({".", "!", "?", "…", "...", ";", "。"})


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Half-open range of tokens of the document."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.start < self.end

    def overlaps(self, other: Run) -> bool:
        """Whether both hold a token."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Run) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence with its tokens, white space left out at both ends.

    `body` is the sentence without its final stops.
    """

    sentence: Sentence
    doc: Tokens
    run: Run
    body: Run

    def __iter__(self) -> Iterator[Token]:
        for i in range(self.run.start, self.run.end):
            yield self.doc[i]


def span_of(doc: Tokens, run: Run) -> Span:
    """Code points covered by a non-empty run."""
    last = doc[run.end - 1]
    return Span(doc[run.start].idx, last.idx + len(last.text))


def trimmed(doc: Tokens, run: Run) -> Run:
    """`run` without white space, commas, dashes and stops at its ends; quotation marks stay."""
    loose = {",", ";", ":", ".", "-", "–", "—", "―", "--"}
    start, end = run.start, run.end
    while start < end and (doc[start].is_space or doc[start].text in loose):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in loose):
        end -= 1
    return Run(start, end)


def sentences_with_words(doc: Tokens, sentences: tuple[Sentence, ...]) -> Iterator[Words]:
    """Each sentence with its tokens; a token that straddles two sentences belongs to the first."""
    i = 0
    for sentence in sentences:
        while i < len(doc) and doc[i].idx < sentence.start:
            i += 1
        start = i
        while i < len(doc) and doc[i].idx < sentence.end:
            i += 1
        end = i
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        yield Words(sentence, doc, Run(start, end), _without_stops(doc, Run(start, end)))


def _without_stops(doc: Tokens, run: Run) -> Run:
    end = run.end
    while end > run.start + 1 and doc[end - 1].text in FINAL_STOPS:
        end -= 1
    return Run(run.start, end)


def is_tagged(token: Token) -> bool:
    """Whether a tagger ran."""
    return bool(token.tag_ or token.pos_)


def is_verb(token: Token) -> bool:
    """Whether the tagger calls it a verb; auxiliaries count."""
    return token.tag_.startswith("VB") or token.pos_ in ("VERB", "AUX")


def is_nominal(token: Token) -> bool:
    """Whether it can be the head of a noun phrase."""
    return token.tag_[:2] in ("NN", "PR", "CD") or token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")


def children(token: Token, labels: frozenset[str]) -> list[Token]:
    """Direct dependents with one of the labels, in order."""
    if not token.dep_:
        return []
    return [child for child in token.children if child.dep_ in labels]


def subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, else that of the verb it is coordinated with or depends on."""
    seen = verb
    for _ in range(6):
        own = [child for child in children(seen, SUBJECT) if child.dep_ != "nsubj:outer"]
        if own:
            return min(own, key=lambda child: abs(child.i - seen.i))
        if seen.dep_ in MODIFIER_CLAUSE:
            return seen.head
        if seen.dep_ not in ("conj", "xcomp", "advcl", "aux", "ccomp", "cop") or seen.head is seen:
            return None
        if seen.dep_ == "ccomp" and seen is not verb:
            return None
        seen = seen.head
    return None


def subtree(token: Token) -> Run:
    """The tokens that hang on `token`, itself included."""
    return Run(token.left_edge.i, token.right_edge.i + 1)
