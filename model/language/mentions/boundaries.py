"""Where a name begins and ends: titles, articles, possessives and marks at its edges are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import lexicon, phrase_at
from model.language.mentions.words import POSSESSIVES, Words
from model.records import EntityType

_ARTICLES = frozenset({"al", "el", "ul", "abu", "abd", "bin", "ibn"})
#: Head words that make a name without a capital of their own, where a name stands before them.
LOWER_HEADS: Mapping[str, EntityType] = {
    "movement": "ORG",
    "war": "EVENT",
    "conflict": "EVENT",
    "network": "ORG",
}

# Two words written as one: "LeeNext", but neither "McLean" nor "MacArthur".
_GLUED = re.compile(r"([A-Z][a-z]{2,})[A-Z][a-z]")
_PREFIXES = frozenset({"Mac", "Fitz", "Van", "Von", "Del", "Dela", "San"})

_CONJUNCTIONS = frozenset({"and", "or", "but", "as"})
_CUTTING = frozenset(',;/|–—()“”"')
_NEVER_LAST = frozenset({"of", "the", "and", "for"})
_HYPHENS = frozenset("-‐‑")
_DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your")
) | {"and", "or", "but"}


def healed(document: Words, start: int, end: int) -> tuple[int, int] | None:
    """Token bounds of the name within start..end; None if no name is left."""
    start, end = _without_marks(document, start, end)
    while start < end:
        begin = _after_what_is_no_name(document, start, end)
        if begin == start:
            break
        start, end = _without_marks(document, begin, end)
    end = _before_trailing_title(document, start, end)
    start = _with_detached_article(document, start, end)
    return (start, end) if start < end else None


def parts(document: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names that a recogniser ran together: cut at marks, after lists, at words that no name holds."""
    begin = i = start
    while i < end:
        after = _after_inner_title(document, begin, i, end)
        if after is None and _separates(document, begin, i, end):
            after = i + 1
        if after is not None:
            if begin < i:
                yield begin, i
            begin = after
        i = after or i + 1
    if begin < end:
        yield begin, end


def _after_inner_title(document: Words, begin: int, i: int, end: int) -> int | None:
    """Where a name begins after a title at `i` between a place and a person: "Ohio Gov. Name"."""
    if i == begin or document.casing_of(i) not in ("running", "title"):
        return None
    after = phrase_at(lexicon().titles, document, i, end)
    if after is None or after >= end or not document.capital[after] or _is_head(document, end - 1):
        return None
    return after


def _separates(document: Words, begin: int, i: int, end: int) -> bool:
    text, word = document.text[i], document.folded[i]
    if text in _CUTTING or not text.strip():
        return True
    if text in POSSESSIVES:
        return i - begin == 1 and single_words().get(document.folded[begin]) in ("GPE", "LOC") and i + 1 < end
    if text in _HYPHENS:
        return i + 1 < end and document.text[i + 1].islower() and document.folded[begin] in single_words()
    if word == "of" and i + 2 == end and i > begin and single_words().get(document.folded[i + 1]) == "GPE":
        before = document.folded[i - 1]
        return before not in lexicon().heads.before_of and before not in lexicon().heads.last
    if word in _CONJUNCTIONS:
        complete = (
            document.folded[i - 1] in lexicon().heads.last
            if i > begin + 1
            else document.folded[begin] in single_words()
        )
        last = i + 2 == end and single_words().get(document.folded[i + 1]) in ("GPE", "NORP")
        return i > begin and (complete or last)
    is_odd = text.islower() and document.casing_of(i) == "running" and word not in lexicon().particles
    return is_odd and begin < i < end - 1 and not document.capital[i] and word not in lexicon().heads.last


def _without_marks(document: Words, start: int, end: int) -> tuple[int, int]:
    """Bounds without marks, possessives and small words at the edges."""
    while start < end and not document.folded[start]:
        start += 1
    while start < end and _is_loose(document, start, end):
        end -= 1
    return start, end


def _is_loose(document: Words, start: int, end: int) -> bool:
    """Whether the last word is no part of a name that begins at `start`."""
    word = document.folded[end - 1]
    if not word or document.text[end - 1] in POSSESSIVES or word in _NEVER_LAST:
        return True
    in_running_text = document.casing_of(start) == "running" and document.text[end - 1].islower()
    return in_running_text and end - 1 > start and not _may_end(document, start, end)


def _may_end(document: Words, start: int, end: int) -> bool:
    """Whether a name may end in this word though it has no capital: "Gaza war", "Iraqi foreign ministry"."""
    word = document.folded[end - 1]
    if document.capital[end - 1] or word in LOWER_HEADS:
        return True
    state = lexicon().state
    return any(phrase_at(state, document, i, end) == end for i in range(max(start + 1, end - 3), end))


def _after_what_is_no_name(document: Words, start: int, end: int) -> int:
    """`start`, or the token after an article, a title or a small word at the beginning."""
    known = lexicon()
    word = document.folded[start]
    if word in known.edges and (
        word in _DETERMINERS or document.text[start].islower() or document.opens_sentence(start)
    ):
        return start + 1
    after_title = _title_end(document, start, end)
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


def _before_trailing_title(document: Words, start: int, end: int) -> int:
    """`end`, or where a title begins that was taken for a part of the name: "Name Press Secretary"."""
    titles, limit = lexicon().titles, min(end + 2, len(document))
    for i in range(start + 1, end):
        after = phrase_at(titles, document, i, limit)
        if after is not None and after >= end and after - i > 1:
            return i
    return end


def _title_end(document: Words, start: int, end: int) -> int | None:
    """Where the title at the beginning ends, though it may begin before it: "Secretary of" + "State Name"."""
    titles = lexicon().titles
    for begin in range(max(0, start - 4), start + 1):
        after = phrase_at(titles, document, begin, end)
        if after is not None and after > start and document.same_sentence(begin, after):
            return after
    return None


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


def unglued(document: Words, start: int, end: int) -> tuple[int, int] | None:
    """A person's name without the tags of a page that run into it: "Ann Lee Ann Marie LeeNext headline".

    None if the glued word does not begin with a word of the name before it.
    """
    for i in range(start, end):
        match = _GLUED.match(document.text[i])
        if match and match[1] not in _PREFIXES:
            last = next((k for k in range(start, i) if document.text[k] == match[1]), None)
            return None if last is None else (start, last + 1)
    return start, end


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


def extended(document: Words, start: int, end: int) -> tuple[int, int]:
    """Bounds of a person's or group's name with the words that are written as its parts beside it.

    These are an honorific before it ("Ayatollah Name") and further capitals after it that are nothing else.
    """
    while (
        start > 0
        and document.folded[start - 1] in lexicon().honorifics
        and document.capital[start - 1]
        and document.same_sentence(start - 1, end)
    ):
        start -= 1
    while (after := _after_next_part(document, end)) and document.same_sentence(start, after):
        end = after
    return start, end


def _after_next_part(document: Words, i: int) -> int | None:
    """The token after a further part of a name at `i`, which may begin with its article ("‘Al Name")."""
    limit = len(document)
    if i + 2 < limit and document.text[i] in ("‘", "'", "’") and document.folded[i + 1] in _ARTICLES:
        i += 1
    if i + 1 < limit and document.text[i] in ("Al", "El", "al", "el", "‘Al") and document.capital[i + 1]:
        return i + 2
    if i >= limit or not document.capital[i] or document.casing_of(i) != "running":
        return None
    known, word = lexicon(), document.folded[i]
    if document.folded[i - 1] in known.heads.last and document.text[i][:3] not in ("al-", "Al-"):
        return None
    is_else = word in single_words() or word in known.calendar or word in known.edges or word in known.state
    starts_title = phrase_at(known.titles, document, i, limit) is not None
    return None if is_else or starts_title or document.text[i].isupper() else i + 1
