"""Sentences, found by rule in verbatim text: no model, no tokens, one pass.

A sentence never leaves its block, never overlaps another, and all sentences of a block together hold every
character of it that is not white space. Each end is decided from a few characters on either side, so that the
time is linear in the text, however long its lines or its runs of blanks are.

What makes news harder than prose: a quotation is closed after its final stop; "U.S." and "Gen." end in one; a
scraped paragraph runs into the next without a blank ("Hamas.The"); a headline has no stop at all; and a
plain-text file may be wrapped at a fixed width, where the end of a line means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from model.language.wordlists import word_list, words
from model.records import Block, Sentence, Span

_LISTS = word_list("abbreviations")
_TITLES = frozenset(words(_LISTS["titles"]))
_NUMBERED = frozenset(words(_LISTS["numbered"]))
_ORDINARY = frozenset(words(_LISTS["ordinary"]))
_STARTERS = frozenset(words(_LISTS["starters"]))
_SPEECH = frozenset(words(_LISTS["speech"]))

_CLOSERS = "\"'”’»›)]}＂」』"
_OPENERS = "\"'“‘«‹([{„‚「『-–—*•·"
_STOPS = ".!?…。！？؟।"

_END = re.compile(rf"(?P<stop>[{re.escape(_STOPS)}]+)(?P<close>[{re.escape(_CLOSERS)}]*)")
_DETACHED_CLOSER = re.compile(r"[^\S\n][”’»)]+(?=\s|$)")
_BLANKS = re.compile(r"\s*")
_LEAD = re.compile(rf"[{re.escape(_OPENERS)}\s]{{0,8}}")
_WORD = re.compile(r"[^\W\d_]+(?:['’‘][^\W\d_]+)*")
_NAME_PARTICLE = re.compile(
    r"(?:al|el|ash|ad|an|ar|as|at|az|bin|ibn|abu|de|di|da|van|von|der)[-\s'’‘]{1,2}[A-Z]"
)
_DASH = re.compile(r"\s*[-–—]\s")
_ALNUM = re.compile(r"[^\W_]")
_LINE_BREAK = re.compile(r"[\n\u2028\u2029]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LIST_MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]*\Z")
_SPEAKER = re.compile(r"(?:[^\W\d_][\w.'’-]* ){0,4}?([^\W\d_]+)\b")

# A line is taken as wrapped when the next word would not have fitted; outside these widths (in code points)
# lines are items of a page or whole paragraphs.
_NARROWEST, _WIDEST = 40, 132
_LOOK_BACK, _LOOK_AHEAD = 40, 120


class _Passage(NamedTuple):
    """A line, or lines whose ends mean nothing, without white space around it; offsets as everywhere."""

    start: int
    end: int


def sentences_of(article: str, text: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """Sentences of all blocks in reading order, numbered from 0; `article` is the article's id."""
    found: list[Sentence] = []
    for block in blocks:
        for span in sentence_spans(text, block.start, block.end):
            n = len(found)
            found.append(Sentence(f"{article}:{n}", article, n, span.start, span.end, block.kind))
    return tuple(found)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Sentences of text[start:end], without white space around them, in reading order."""
    for passage in _passages(text, start, len(text) if end is None else end):
        yield from _split(text, passage)


def _passages(text: str, start: int, end: int) -> Iterator[_Passage]:
    lines = list(_lines(text, start, end))
    width = max((line.end - line.start for line in lines), default=0)
    wrapped = _NARROWEST <= width <= _WIDEST
    opened: _Passage | None = None
    for before, line in pairwise((None, *lines)):
        if opened and before and line and wrapped and _runs_on(text, before, line, width):
            opened = _Passage(opened.start, line.end)
            continue
        if opened:
            yield opened
        opened = line
    if opened:
        yield opened


def _lines(text: str, start: int, end: int) -> Iterator[_Passage]:
    position = start
    for line_end in [*(m.start() for m in _LINE_BREAK.finditer(text, start, end)), end]:
        line = _trimmed(text, position, line_end)
        if line.start < line.end:
            yield line
        position = min(line_end + 1, end)


def _trimmed(text: str, start: int, end: int) -> _Passage:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return _Passage(start + left, start + left + len(stretch.strip()))


def _runs_on(text: str, before: _Passage, line: _Passage, width: int) -> bool:
    """Whether the end of the line before `line` is only that of the paper, `width` code points wide."""
    if len(_LINE_BREAK.findall(text, before.end, line.start)) > 1:
        return False
    length = before.end - before.start
    first_word = text[line.start : line.end].split(None, 1)[0]
    return length >= _NARROWEST and length + 1 + len(first_word) > width - 2


def _split(text: str, passage: _Passage) -> Iterator[Span]:
    begin, end = passage
    lower_case = not any(map(str.isupper, text[begin:end]))
    straight_quotes, counted = 0, begin
    spans: list[Span] = []
    first_alnum = _next_alnum(text, begin, end)
    for match in _END.finditer(text, begin, end):
        stop, cut = match.end("stop"), match.end()
        if stop <= begin:
            continue
        straight_quotes += text.count('"', counted, stop)
        counted = stop
        cut = _closing_quotes_end(text, match, end, open_quote=straight_quotes % 2 == 1)
        if cut >= end or first_alnum >= stop:
            continue
        if _ends(text, begin, match, cut, end, lower_case=lower_case):
            spans.append(Span(begin, cut))
            begin = _skip_blanks(text, cut, end)
            first_alnum = _next_alnum(text, begin, end)
    if begin < end:
        rest = Span(begin, end)
        if spans and first_alnum >= end:
            rest = Span(spans.pop().start, end)
        spans.append(rest)
    yield from spans


def _next_alnum(text: str, start: int, end: int) -> int:
    match = _ALNUM.search(text, start, end)
    return match.start() if match else end


def _skip_blanks(text: str, start: int, end: int) -> int:
    match = _BLANKS.match(text, start, end)
    return match.end() if match else start


def _closing_quotes_end(text: str, match: re.Match[str], end: int, *, open_quote: bool) -> int:
    """Where the marks that close with this stop end; a straight quote that opens the next sentence is left
    out.
    """
    cut = match.end("stop")
    for mark in match["close"]:
        if mark == '"':
            if not open_quote:
                return cut
            open_quote = False
        cut += 1
    detached = _DETACHED_CLOSER.match(text, cut, end)
    if detached:
        return detached.end()
    if open_quote and text.startswith(' "', cut) and (cut + 2 >= end or text[cut + 2].isspace()):
        return cut + 2
    return cut


def _ends(text: str, begin: int, match: re.Match[str], cut: int, end: int, *, lower_case: bool) -> bool:
    """Whether a sentence that began at `begin` ends with the stop that `match` found (and the marks up to
    `cut`).
    """
    after = _skip_blanks(text, cut, end)
    if after == cut:
        return _is_glued(text, match, cut, end)
    if after >= end:
        return False
    stop, at = match["stop"], match.start()
    if text[max(begin, at - 1)] in "[(" and at > begin:
        return False
    lead = _LEAD.match(text, after, end)
    first = lead.end() if lead else after
    if first >= end:
        return True
    upper = _looks_upper(text, first, end)
    if text[first].isalpha() and not upper and not lower_case:
        return False
    if text[first] in ",;:%":
        return False
    if stop == ".":
        quoted = cut > match.end("stop") or (first > after and text[after] not in "-–—")
        return _full_stop(text, begin, at, first, quoted=quoted)
    return not (cut > match.end("stop") and _speaker_follows(text, after, end))


def _looks_upper(text: str, at: int, end: int) -> bool:
    letter = text[at]
    if not letter.islower():
        return True
    return _NAME_PARTICLE.match(text, at, end) is not None


def _full_stop(text: str, begin: int, at: int, first: int, *, quoted: bool) -> bool:
    """Whether the single stop at `at` ends a sentence, though it may belong to an abbreviation.

    `first` is where the next word begins, `quoted` whether quotation marks or brackets lie between.
    """
    word = _word_before(text, begin, at)
    folded = word.lower()
    if _LIST_MARKER.match(text[begin : at + 1]) and at - begin <= 6:
        return False
    if folded in _NUMBERED:
        return not text[first].isdigit()
    following = _WORD.match(text, first, first + _LOOK_AHEAD)
    starts = following is not None and following[0].lower().replace("’", "'") in _STARTERS
    # Not in text without capitals, nor after a dateline: "TRENTON, N.J. — The governor …".
    starts = starts and not text[first].islower() and not _DASH.match(text, at + 1)
    if folded in _TITLES:
        return False
    if folded in _ORDINARY or _INITIALS.match(folded) or (len(word) == 1 and word.isupper()):
        return starts or (quoted and len(word) > 1)
    return True


def _word_before(text: str, begin: int, at: int) -> str:
    head = text[max(begin, at - _LOOK_BACK) : at]
    word = head.rsplit(None, 1)[-1] if head.strip() else ""
    return word.lstrip(_OPENERS).rsplit("—", 1)[-1].rsplit("–", 1)[-1]


def _is_glued(text: str, match: re.Match[str], cut: int, end: int) -> bool:
    """A stop between a small letter and a capital, as scraping leaves it where two elements of a page met."""
    word = _word_before(text, match.start() - _LOOK_BACK if match.start() > _LOOK_BACK else 0, match.start())
    if len(match["stop"]) > 1 or not word[-3:].isalpha() or len(word) < 3 or not word[-2:].islower():
        return False
    if any(mark in word for mark in "/@._=#\\"):
        return False
    following = _WORD.match(text, cut + (text[cut] in "“\"‘'("), end)
    if following is None or not text[following.start()].isupper():
        return False
    rest = text[following.end() : following.end() + 1]
    return not rest or rest.isspace() or rest in ",’'-" + _CLOSERS


def _speaker_follows(text: str, after: int, end: int) -> bool:
    """Whether "Smith asked" or "the minister said" follows a quotation that ends in a question."""
    window = text[after : min(end, after + _LOOK_AHEAD)].split(None, 4)[:4]
    return any(word.strip(",.").lower() in _SPEECH for word in window[:4]) and not any(
        word[-1:] in ",.:;" for word in window[:1]
    )
