"""Where a name begins and ends: titles, articles, possessives and marks at its edges are no part of it."""

from __future__ import annotations

from collections.abc import Iterator

from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import lexicon, phrase_at
from model.language.mentions.words import POSSESSIVES, Words

_ARTICLES = frozenset({"al", "el", "ul", "abu", "abd", "bin", "ibn"})
_CONJUNCTIONS = frozenset({"and", "or", "but", "as"})


def healed(document: Words, start: int, end: int) -> tuple[int, int] | None:
    """Token bounds of the name within start..end; None if no name is left."""
    start, end = _without_marks(document, start, end)
    while start < end:
        begin = _after_what_is_no_name(document, start, end)
        if begin == start:
            break
        start, end = _without_marks(document, begin, end)
    start = _with_detached_article(document, start, end)
    return (start, end) if start < end else None


def parts(document: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that a recogniser ran together: cut at commas, at "and" between lists, after a place's possessive."""
    begin = start
    for i in range(start, end):
        if _separates(document, begin, i, end):
            if begin < i:
                yield begin, i
            begin = i + 1
    if begin < end:
        yield begin, end


def _separates(document: Words, begin: int, i: int, end: int) -> bool:
    text = document.text[i]
    if (
        text in (",", ";", "/", "|", "–", "—", "(", ")", "“", "”", '"')
        or document.tag[i] == "_SP"
        or not text.strip()
    ):
        return True
    if text in POSSESSIVES:
        owner = document.folded[begin:i]
        return len(owner) == 1 and single_words().get(owner[0]) in ("GPE", "LOC") and i + 1 < end
    if document.folded[i] in _CONJUNCTIONS:
        known = single_words()
        return i - begin == 1 and document.folded[begin] in known
    return False


def _without_marks(document: Words, start: int, end: int) -> tuple[int, int]:
    while start < end and not document.folded[start]:
        start += 1
    while start < end and (not document.folded[end - 1] or document.text[end - 1] in POSSESSIVES):
        end -= 1
    while start < end and document.casing_of(start) == "running" and _is_plain(document, end - 1):
        if (
            document.text[end - 1].islower()
            and document.folded[end - 1] not in lexicon().heads.last
            and end - 1 > start
        ):
            end -= 1
        else:
            break
    while start < end and (not document.folded[end - 1] or document.text[end - 1] in POSSESSIVES):
        end -= 1
    return start, end


def _is_plain(document: Words, i: int) -> bool:
    return document.text[i].islower() and document.folded[i] not in lexicon().given


def _after_what_is_no_name(document: Words, start: int, end: int) -> int:
    """`start`, or the token after an article, a title or a small word at the beginning."""
    known = lexicon()
    word = document.folded[start]
    if word in known.edges and (end - start > 1 or word in known.calendar or document.text[start].islower()):
        return start + 1
    after_title = phrase_at(known.titles, document, start, end)
    if (
        after_title is not None
        and after_title < end
        and document.folded[after_title] not in ("of", "for", "to")
    ):
        rest_is_name = document.casing_of(start) != "running" or document.capital[after_title]
        if rest_is_name and not _is_head(document, end - 1):
            return after_title
    if document.casing_of(start) == "running" and document.text[start].islower() and word not in _ARTICLES:
        following = any(document.capital[i] for i in range(start + 1, end))
        if following and not document.text[start].startswith(("al-", "el-")):
            return start + 1
    return start


def _is_head(document: Words, i: int) -> bool:
    return document.folded[i] in lexicon().heads.last


def _with_detached_article(document: Words, start: int, end: int) -> int:
    """Take in "al-" that scraping or a page's layout tore off the name: "al- Name", "al - Name"."""
    i = start - 1
    while i > 0 and start - i <= 2 and document.text[i] in ("-", "–"):
        i -= 1
    if (
        i >= 0
        and start < end
        and i < start
        and document.folded[i] in ("al", "el")
        and document.same_sentence(i, end)
    ):
        return i
    return start


def rejoined(document: Words, end: int) -> int:
    """Where a name goes on that stops before or within a torn-off article: "Name al- Name"."""
    limit = min(end + 4, len(document))
    i = end
    if i > 0 and document.folded[i - 1] in ("al", "el"):
        i -= 1
    if i >= limit or document.folded[i] not in ("al", "el"):
        return end
    i += 1
    while i < limit and document.text[i] in ("-", "–"):
        i += 1
    if i < limit and document.capital[i] and document.same_sentence(end - 1, i + 1):
        return i + 1
    return end
