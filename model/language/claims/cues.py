"""Cues: the words of a sentence that may report something, found by look-up and told from their homographs
by tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims.lexicon import Form, Reading, Verb, lexicon
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import AUXILIARIES, BE, NEGATIONS, Run, Words, is_tagged, is_verb, word_set
from model.language.tokens import Token, Tokens

# Forms that are verbs of speech whatever the tagger says of them.
_ALWAYS_VERBS = frozenset({"said", "says", "told", "tells", "saying", "telling"})
_DETERMINERS = word_set(
    """
    the a an this that these those his her its their our my your some any no each every
    """
)
# "went on to say", "declined to say": the verbs before "to" that belong to the cue.
_CATENATIVE = word_set(
    """
    go goes went gone going continue continues continued continuing decline declines declined declining
    refuse refuses refused refusing fail fails failed failing appear appears appeared seem seems seemed
    begin begins began begun start starts started able happy quick keen careful reluctant hesitate
    hesitated
    """
)


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A reporting verb in a sentence: its words with auxiliaries and adverbs, the verb itself, how it is
    read."""

    run: Run
    verb: Token
    reading: Reading
    passive: bool

    @property
    def entry(self) -> Verb:
        """Its entry in the lexicon."""
        return self.reading.verb

    @property
    def is_participle(self) -> bool:
        """Whether it is an -ing form without an auxiliary: its subject is that of another verb."""
        return self.reading.forms == {"gerund"} and self.run.start == self.verb.i


def verb_cues(words: Words, quotations: Quotations) -> Iterator[VerbCue]:
    """Reporting verbs outside quotations, in order."""
    table = lexicon().verbs
    for token in words:
        readings = table.get(token.lower_)
        if not readings or not _is_reporting_verb(token, readings):
            continue
        quotation = quotations.at(token.idx)
        if quotation and quotation.whole:
            continue
        reading, end = _reading(token, readings, words.run.end)
        if reading is None:
            continue
        start = _with_auxiliaries(words.doc, token.i, words.run.start)
        if _is_hypothetical(words.doc, token, reading, start, words.run.start):
            continue
        yield VerbCue(Run(start, end), token, reading, _is_passive(words.doc, token, reading, start))


def _is_reporting_verb(token: Token, readings: tuple[Reading, ...]) -> bool:
    if token.i and token.doc[token.i - 1].lower_ in ("'s", "’s") and token.tag_ == "VB":
        return False  # "let's say"
    if token.lower_ in _ALWAYS_VERBS:
        return True
    if is_tagged(token):
        if _is_compounded(token) or (
            token.tag_ in ("VBN", "VBG", "JJ") and token.dep_ in ("amod", "compound")
        ):
            return False
        if token.tag_ == "VBN" and token.dep_ == "acl":
            return any(word.lower_ == "that" for word in token.doc[token.i + 1 : token.i + 6])
        return is_verb(token) or _is_mistagged(token, readings)
    before = token.doc[token.i - 1].lower_ if token.i else ""
    forms: set[Form] = set().union(*(reading.forms for reading in readings))
    return before not in _DETERMINERS and not (forms == {"base"} and before != "to")


def _is_mistagged(token: Token, readings: tuple[Reading, ...]) -> bool:
    """A present form taken for a noun: "The Post reports that …", "Ann and Ben Lee say …"."""
    doc, i = token.doc, token.i
    if token.text == "say" and i and doc[i - 1].tag_ in ("NNP", "NNPS", "NNS"):
        return True
    third = token.tag_ == "NNS" and any("third" in reading.forms for reading in readings)
    if not third or i == 0 or i + 1 >= len(doc) or doc[i - 1].tag_ not in ("NNP", "NN"):
        return False
    return doc[i + 1].lower_ == "that" or (doc[i - 1].tag_ == "NNP" and doc[i + 1].text in (".", ",", ":"))


def _is_compounded(token: Token) -> bool:
    """Part of a compound ("Iran-backed", "so-called"), or its noun ("a telephone call")."""
    doc, i = token.doc, token.i
    if i and doc[i - 1].text in ("-", "–") and not doc[i - 1].whitespace_:
        return True
    return (
        i > 1 and doc[i - 1].tag_ == "NN" and doc[i - 2].lower_ in ("a", "an") and token.tag_ in ("VB", "VBP")
    )


def _is_hypothetical(doc: Tokens, token: Token, reading: Reading, start: int, low: int) -> bool:
    """Whether nobody has said anything yet: "to say …", and what somebody "would think" or "could oppose"."""
    if token.tag_ != "VB" or token.lower_ in _ALWAYS_VERBS:
        return False
    if start > low and doc[start - 1].lower_ == "to":
        return True
    modal = any(doc[i].tag_ == "MD" for i in range(start, token.i))
    return modal and reading.verb.kind not in ("speech", "commitment")


def _reading(token: Token, readings: tuple[Reading, ...], high: int) -> tuple[Reading | None, int]:
    """The reading whose particles follow, the longest first, and where it ends."""
    doc = token.doc
    for reading in readings:
        particles = reading.verb.particles
        if not particles:
            return reading, token.i + 1
        for gap in (0, 1):
            start = token.i + 1 + gap
            end = start + len(particles)
            if end <= high and all(doc[start + k].lower_ == word for k, word in enumerate(particles)):
                return reading, end
    return None, token.i + 1


def _with_auxiliaries(doc: Tokens, verb: int, low: int) -> int:
    """Where the cue of the verb at `verb` begins: at an auxiliary, an adverb, or the verb before "to"."""
    start = verb
    while start > low:
        before = doc[start - 1]
        if before.lower_ in AUXILIARIES or before.lower_ in NEGATIONS or _is_cue_adverb(before, low):
            start -= 1
        elif (before.lower_ == "to" and start - 2 >= low and doc[start - 2].lower_ in _CATENATIVE) or (
            before.lower_ == "on"
            and start - 2 >= low
            and doc[start - 2].lower_ in ("go", "goes", "went", "going")
        ):
            start -= 2
        elif before.lower_ in _CATENATIVE and doc[start].lower_ == "on":
            start -= 1
        else:
            break
    return start


def _is_cue_adverb(token: Token, low: int) -> bool:
    if token.tag_ != "RB" and not (not is_tagged(token) and token.lower_ in ("also", "later", "then")):
        return False
    return token.i > low and token.doc[token.i - 1].text != ","


def _is_passive(doc: Tokens, token: Token, reading: Reading, start: int) -> bool:
    if "participle" not in reading.forms or (token.tag_ and token.tag_ not in ("VBN", "VBD")):
        return False
    return any(doc[i].lower_ in BE for i in range(start, token.i))
