"""Attributions by a noun: "a report by X that …", "X's warning that …", "fear among X that …"."""

from __future__ import annotations

from collections.abc import Iterator

from model.language.claims.attribution import Attribution
from model.language.claims.lexicon import lexicon
from model.language.claims.phrases import phrase_after
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import Run, Words, trimmed

_AGENTS = frozenset({"by", "from", "of", "among"})
_OWNER_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "DT"})
#: How far behind the noun or its source "that" may stand, in tokens.
_TO_THAT = 4
#: Longest stretch between an owner and what it owns: "Ann Lee's latest public warning that …".
_ADJECTIVES = 3


def by_nouns(words: Words, quotations: Quotations) -> Iterator[Attribution]:
    """The attributions of a sentence that hang on a noun, in order."""
    doc, body = words.doc, words.body
    nouns = lexicon().clause_nouns
    for i in range(body.start, body.end - 2):
        if doc[i].lower_ not in nouns or (doc[i].tag_ and not doc[i].tag_.startswith("NN")):
            continue
        quotation = quotations.at(doc[i].idx)
        if quotation and quotation.whole:
            continue
        found = _with_clause(words, i)
        if found:
            yield found


def _with_clause(words: Words, i: int) -> Attribution | None:
    doc, body = words.doc, words.body
    source: Run | None = None
    end = i + 1
    if doc[end].lower_ in _AGENTS and end + 1 < body.end:
        source = phrase_after(doc, end + 1, body.end) or None
        end = source.end if source else end
    else:
        source = _owner(words, i)
    that = next((k for k in range(end, min(end + _TO_THAT, body.end)) if doc[k].lower_ == "that"), None)
    if source is None or that is None:
        return None
    content = trimmed(doc, Run(that, body.end))
    if not content:
        return None
    cue = Run(i, i + 1 if source.start < i else source.start)
    return Attribution(cue, source, (content,), "speech", "noun", doc[i].lower_)


def _owner(words: Words, noun: int) -> Run | None:
    """Who the noun belongs to, in the genitive or as "his" and "their", at most a few adjectives before."""
    doc, low = words.doc, words.run.start
    at = noun
    while at > max(low, noun - _ADJECTIVES) and doc[at - 1].tag_ in ("JJ", "JJS", "RB", "NN", "CD"):
        at -= 1
    if at == low:
        return None
    if doc[at - 1].tag_ == "PRP$":
        return Run(at - 1, at)
    if doc[at - 1].tag_ != "POS":
        return None
    start = at - 1
    while start > low and doc[start - 1].tag_ in _OWNER_TAGS:
        start -= 1
    return Run(start, at - 1) if start < at - 1 else None
