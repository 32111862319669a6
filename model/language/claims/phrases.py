"""Noun phrases by words and tags: where one that ends or begins at a given token has its other end.

A parse is not needed, and not trusted: the phrases that name a source are short, and their tags are right
more often than their trees. Every scan is bounded.
"""

from __future__ import annotations

from model.language.claims.syntax import (
    AUXILIARIES,
    FINAL_STOPS,
    QUOTES,
    RELATIVE_PRONOUNS,
    Run,
    is_nominal,
    is_tagged,
    word_set,
)
from model.language.tokens import Token, Tokens

#: Longest noun phrase looked for, in tokens.
LONGEST = 48

_INSIDE_TAGS = word_set(
    """
    NN NNS NNP NNPS CD JJ JJR JJS DT PDT PRP$ POS HYPH VBN VBG RBS RBR $ FW AFX NFP
    """
)
_INSIDE_POS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "DET", "PART", "SYM"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LINKS = frozenset({"of", "for", "at", "from", "with", "in", "on", "to", "by", "near", "within", "inside"})
_TIGHT_LINKS = frozenset({"of", "for", "at", "from"})
_BREAKS = frozenset({":", ";", "—", "–", "―", "--", "…"}) | FINAL_STOPS
_NEVER_INSIDE = word_set(
    """
    if when while because although though as since after before until unless but or that who which what
    where how why whether then also however meanwhile not n't never there here
    """
)
_WEEKDAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    """
)
_TIME_NOUNS = word_set(
    """
    week weekend month year day night morning afternoon evening spring summer autumn fall winter
    """
)
# Participles that stand before a title, whatever the tagger makes of them.
_TITLE_WORDS = frozenset({"retired", "acting", "elected"})
_CONJUNCTIONS = frozenset({"and", "&", "or"})


def is_finite(token: Token) -> bool:
    """Whether it is a verb that carries tense."""
    if token.tag_:
        return token.tag_ in _FINITE_TAGS
    return token.lower_ in AUXILIARIES


def _inside(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase."""
    if token.is_space or token.text in _BREAKS or token.lower_ in _NEVER_INSIDE:
        return False
    if token.lower_ in _TITLE_WORDS:
        return True
    if not is_tagged(token):
        return (token.is_alpha or token.like_num or "-" in token.text) and token.lower_ not in AUXILIARIES
    return token.tag_ in _INSIDE_TAGS if token.tag_ else token.pos_ in _INSIDE_POS


def _head_like(token: Token) -> bool:
    if is_tagged(token):
        return is_nominal(token)
    return _inside(token)


def phrase_before(doc: Tokens, end: int, low: int) -> Run:
    """The noun phrase that ends before token `end`, not reaching below `low`; empty if there is none.

    Appositions between commas and brackets are part of it: "Ann Lee, the minister," "Ann Lee (R-Ohio)".
    """
    low = max(low, end - LONGEST)
    i = end - 1
    if i >= low and doc[i].text == ",":
        return _with_apposition_before(doc, end, low)
    if i >= low and doc[i].text in (")", "]"):
        opening = _opening_bracket(doc, i, low)
        if opening is None:
            return Run(end, end)
        return Run(phrase_before(doc, opening, low).start, end)
    start = end
    while i >= low:
        token = doc[i]
        pronoun = start == end and token.tag_ == "PRP"
        if _inside(token) or pronoun or (token.tag_ == "VBD" and _is_reduced(doc, i, end)):
            start = i
            if pronoun:
                break
        elif start == end or i == low or not _joins_left(doc, i, end):
            break
        i -= 1
    return Run(_without_leading_participle(doc, start, end), end)


def _joins_left(doc: Tokens, i: int, end: int) -> bool:
    """Whether the word at `i` ("and", "of", a comma) joins what precedes it to the phrase up to `end`."""
    token = doc[i]
    if token.lower_ in _CONJUNCTIONS:
        return _head_like(doc[i - 1])
    if token.text == ",":
        return _lists(doc, i, end) and _head_like(doc[i - 1])
    return token.lower_ in _LINKS and _attaches_left(doc, i)


def _is_reduced(doc: Tokens, i: int, end: int) -> bool:
    return i + 1 < end and doc[i + 1].lower_ in _LINKS and i > 0 and doc[i - 1].tag_ in ("NN", "NNS", "NNP")


def _attaches_left(doc: Tokens, i: int) -> bool:
    before = doc[i - 1]
    if before.tag_ in ("VBN", "VBD", "VBG") and i >= 2 and doc[i - 2].tag_ in ("NN", "NNS", "NNP"):
        return True  # "a leader affiliated with the party": a finite verb is still to come
    if not _head_like(before):
        return False
    return doc[i].lower_ in _TIGHT_LINKS or before.tag_ in ("NNS", "NN") or not is_tagged(before)


def _lists(doc: Tokens, comma: int, end: int) -> bool:
    """Whether the comma parts the members of a list: another "and" or "or" follows inside the phrase."""
    if doc[comma + 1].tag_ == "DT" or doc[comma + 1].lower_ in ("one", "two", "who", "which"):
        return False
    return any(doc[k].lower_ in _CONJUNCTIONS for k in range(comma + 1, min(end, comma + 8)))


def _without_leading_participle(doc: Tokens, start: int, end: int) -> int:
    while start < end - 1 and doc[start].tag_ in ("VBG", "VBN", "POS", "HYPH", "NFP"):
        start += 1
    return start


def _opening_bracket(doc: Tokens, closing: int, low: int) -> int | None:
    for i in range(closing - 1, max(low, closing - 12) - 1, -1):
        if doc[i].text in ("(", "["):
            return i
    return None


def _with_apposition_before(doc: Tokens, end: int, low: int) -> Run:
    """The phrase before an apposition that ends with the comma before `end`."""
    i = end - 2
    finite = False
    while i >= low:
        token = doc[i]
        if token.text in _BREAKS or (token.text in QUOTES and token.text not in "'’"):
            break
        finite = (finite or is_finite(token)) and token.lower_ not in RELATIVE_PRONOUNS
        opens = token.text == "," and i > low and not finite
        if opens and _head_like(doc[i - 1]) and not _lists(doc, i, end - 1):
            head = phrase_before(doc, i, low)
            if head:
                return Run(head.start, end - 1)
        i -= 1
    return Run(end, end)


def phrase_after(doc: Tokens, start: int, high: int, *, loose: bool = False, relatives: bool = True) -> Run:
    """The noun phrase that begins at token `start`, not reaching `high`; empty if there is none.

    Relative clauses, reduced ones and appositions belong to it. `loose` lets prepositional phrases of every
    kind belong to it too, as after "according to"; without `relatives` it ends before "that" and "who".
    """
    high = min(high, start + LONGEST)
    i, seen_head = start, False
    while i < high:
        token = doc[i]
        if token.tag_ == "PRP" and i == start:
            return Run(start, start + 1)
        if token.text in ("(", "[") and seen_head:
            i = _closing_bracket(doc, i, high)
            continue
        if token.text == "," and seen_head:
            further = _after_comma(doc, i, high)
            if further is None:
                break
            i = further
            continue
        if seen_head and not relatives and token.lower_ in RELATIVE_PRONOUNS:
            break
        if seen_head and (
            _is_relative(token) or token.tag_ in ("VBN", "VBG") or (loose and token.tag_ == "VBD")
        ):
            i = _to_clause_end(doc, i, high)
            break
        if seen_head and begins_time(doc, i, high):
            break
        if seen_head and token.lower_ in _CONJUNCTIONS and i + 1 < high and _starts_phrase(doc[i + 1]):
            i += 1
            continue
        if seen_head and token.lower_ in _LINKS and i + 1 < high and _link_belongs(doc, i, loose=loose):
            i += 1
            continue
        if not _inside(token) and not (token.tag_ == "RB" and not seen_head):
            break
        seen_head = seen_head or _head_like(token)
        i += 1
    return Run(start, i) if seen_head else Run(start, start)


def _is_relative(token: Token) -> bool:
    return token.lower_ in RELATIVE_PRONOUNS and not (token.lower_ == "that" and token.tag_ == "IN")


def begins_time(doc: Tokens, i: int, high: int) -> bool:
    """Whether an adverbial of time without a preposition begins: "Tuesday", "last month"."""
    word = doc[i].lower_
    if word in _WEEKDAYS:
        return doc[i].text[:1].isupper()
    return word in ("last", "next", "this", "earlier", "late", "later", "early") and (
        i + 1 < high and (doc[i + 1].lower_ in _TIME_NOUNS or doc[i + 1].lower_ in _WEEKDAYS)
    )


def _link_belongs(doc: Tokens, i: int, *, loose: bool) -> bool:
    before, after = doc[i - 1], doc[i + 1]
    if not _starts_phrase(after):
        return False
    if loose or doc[i].lower_ in _TIGHT_LINKS:
        return True
    return (
        doc[i].lower_ in ("in", "with", "on", "near") and before.tag_ in ("NN", "NNS") and after.tag_ != "NN"
    )


def _starts_phrase(token: Token) -> bool:
    return _inside(token) and token.tag_ not in ("VBG", "VBN", "POS")


def _closing_bracket(doc: Tokens, opening: int, high: int) -> int:
    for i in range(opening + 1, min(high, opening + 14)):
        if doc[i].text in (")", "]"):
            return i + 1
    return opening + 1


def _after_comma(doc: Tokens, comma: int, high: int) -> int | None:
    """Where the phrase goes on or ends after a comma: an apposition, a relative clause, a list; None if it
    doesn't."""
    i = comma + 1
    if i >= high:
        return None
    if doc[i].lower_ in ("who", "which", "whose"):
        return _to_clause_end(doc, i, high)
    finite = False
    while i < high:
        token = doc[i]
        if token.text in _BREAKS or token.text == "," or token.text in QUOTES:
            break
        if token.lower_ in ("who", "which", "whose") or (token.lower_ == "that" and not finite):
            i = _to_clause_end(doc, i, high)
            break
        finite = finite or is_finite(token)
        i += 1
    if finite or not (_starts_phrase(doc[comma + 1]) or doc[comma + 1].lower_ in _CONJUNCTIONS):
        return None
    return i


def _to_clause_end(doc: Tokens, i: int, high: int) -> int:
    while i < high and doc[i].text != "," and doc[i].text not in _BREAKS and doc[i].text not in QUOTES:
        i += 1
    return i
