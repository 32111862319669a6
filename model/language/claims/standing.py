"""Attributions set off by a mark alone: "Poll: …", "PENCE: …", "…: officials", "“…” — Ann Lee"."""

from __future__ import annotations

from model.language.claims.attribution import Attribution
from model.language.claims.phrases import is_finite
from model.language.claims.quotes import Quotations
from model.language.claims.syntax import QUOTES, Run, Words, is_tagged, trimmed, word_set

_LONGEST_NAME = 6
_DASHES = frozenset({"—", "–", "―", "--", "-"})
# Common nouns that may stand for a source before or behind a colon in a headline.
_HEADLINE_SOURCES = word_set(
    """
    poll polls report reports study studies source sources official officials police analyst analysts
    expert experts survey researchers witnesses minister ministry army military spokesman spokeswoman
    spokesperson lawyer lawyers opinion editorial un watchdog adviser advisers monitor monitors media
    president court judge
    """
)


def standing_attribution(words: Words, quotations: Quotations) -> Attribution | None:
    """The attribution of a sentence that has no verb of saying, or None."""
    return _signed(words, quotations) or _speaker_first(words) or _source_last(words)


def _speaker_first(words: Words) -> Attribution | None:
    doc, body = words.doc, words.body
    colon = next(
        (
            i
            for i in range(body.start + 1, min(body.end - 2, body.start + _LONGEST_NAME + 1))
            if doc[i].text == ":"
        ),
        None,
    )
    if colon is None:
        return None
    name = Run(body.start + (doc[body.start].text in QUOTES), colon)
    if not name:
        return None
    head = doc[colon - 1]
    title = words.sentence.block == "title" or doc[body.start].i == 0
    speaks = all(doc[i].text.isupper() or doc[i].text == "." for i in range(name.start, name.end))
    named = head.lower_ in _HEADLINE_SOURCES or (_is_name(words, name) and (title or speaks))
    content = trimmed(doc, Run(colon + 1, body.end))
    if not named or not content:
        return None
    if not speaks and content.end - content.start < 3:
        return None
    if not speaks and head.lower_ not in _HEADLINE_SOURCES and not _says_something(words, content):
        return None
    return Attribution(Run(colon, colon + 1), name, (content,), "speech", "colon", ":", awaits=speaks)


def _is_name(words: Words, run: Run) -> bool:
    doc = words.doc
    if any(doc[i].like_num for i in range(run.start, run.end)):
        return False
    return all(doc[i].text[:1].isupper() or doc[i].text == "." for i in range(run.start, run.end))


def _says_something(words: Words, run: Run) -> bool:
    doc = words.doc
    tokens = [doc[i] for i in range(run.start, min(run.end, run.start + 40))]
    return any(
        is_finite(t) or t.tag_.startswith("VB") or t.text in QUOTES or not is_tagged(t) for t in tokens
    )


def _source_last(words: Words) -> Attribution | None:
    """ "Iran ready for talks: officials", in headlines."""
    doc, body = words.doc, words.body
    if words.sentence.block != "title":
        return None
    for i in range(body.end - 2, max(body.start + 2, body.end - 6), -1):
        if doc[i].text in (":", "-", "–", "—") and doc[body.end - 1].lower_ in _HEADLINE_SOURCES:
            return Attribution(
                Run(i, i + 1),
                Run(i + 1, body.end),
                (trimmed(doc, Run(body.start, i)),),
                "speech",
                "colon",
                ":",
            )
    return None


def _signed(words: Words, quotations: Quotations) -> Attribution | None:
    """A quotation with a name behind a dash, at the end of its sentence or in a "sentence" of its own."""
    doc, body = words.doc, words.body
    for i in range(body.end - 2, max(body.start - 1, body.end - _LONGEST_NAME - 2), -1):
        if doc[i].text not in _DASHES:
            continue
        before = i - 1
        while before > 0 and doc[before].is_space and "\n\n" not in doc[before].text:
            before -= 1
        if before < 0 or doc[before].text not in QUOTES or not _is_name(words, Run(i + 1, body.end)):
            return None
        quotation = quotations.at(doc[before].idx)
        if quotation is None or not quotation.whole:
            return None
        start = max(body.start, min(i, _token_at(words, quotation.start)))
        contents = (Run(start, before + 1),) if start <= before else ()
        return Attribution(
            Run(i, i + 1), Run(i + 1, body.end), contents, "speech", "colon", "—", quoted=quotation.start
        )
    return None


def _token_at(words: Words, position: int) -> int:
    """The first token of the sentence at or behind a code point."""
    return next((token.i for token in words if token.idx >= position), words.run.end)
