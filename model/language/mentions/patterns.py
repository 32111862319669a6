"""Names found by their build: a head word, a title or given name before a capital, a country and its
government.

The rules read running text only: where every word has a capital, or none has, a capital tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from model.language.mentions.boundaries import LOWER_HEADS, healed, parts
from model.language.mentions.candidates import Candidate
from model.language.mentions.gazetteer import single_words
from model.language.mentions.lexicon import is_title, lexicon, phrase_at
from model.language.mentions.words import Words
from model.records import EntityType

HEADED, TITLED, GIVEN, RUN = 0.75, 0.75, 0.7, 0.4

_LONGEST_RUN = 12
_LINKS = frozenset({"of", "for"})
INNER = frozenset({"of", "for", "and", "the", "on", "in", "&"})


def runs(document: Words) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words (particles and hyphens inside them included) in running text."""
    i, limit = 0, len(document)
    while i < limit:
        if not _begins_run(document, i):
            i += 1
            continue
        end = _run_end(document, i)
        yield i, end
        i = max(end, i + 1)


def built(document: Words) -> Iterator[Candidate]:
    """Candidates by head word, title or given name, in running text."""
    for start, end in runs(document):
        yield from _headed(document, start, end)
        yield from _persons(document, start, end)


def leftovers(document: Words, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Runs of two and more capitals in mid-sentence that none of `names` explains."""
    known = lexicon()
    owner = {i: name for name in names for i in range(name.start, name.end)}
    for start, end in runs(document):
        if document.opens_sentence(start) or any(i in owner for i in range(start, end)):
            continue
        bounds = healed(document, start, end)
        surface = document.surface(*bounds) if bounds else ()
        if not bounds or len(surface) < 2 or not known.calendar.isdisjoint(surface):
            continue
        if len(surface[0]) == 1 or (surface[0] == "new" and surface[1].startswith("year")):
            continue
        is_shouted = all(document.text[i].isupper() for i in range(*bounds))
        if not is_shouted and not is_title(document, *bounds):
            yield Candidate(*bounds, _type_of_run(document, bounds[0], owner), RUN, "run")


def _type_of_run(document: Words, start: int, owner: Mapping[int, Candidate]) -> EntityType:
    """The type of what stands before it in the same list; a person after a title and a comma."""
    if document.folded[start] in lexicon().honorifics:
        return "PERSON"
    if start > 1 and (document.folded[start - 1] in ("and", "or") or document.text[start - 1] == ","):
        before = owner.get(start - 2) or (owner.get(start - 3) if document.text[start - 2] == "," else None)
        if before:
            return before.type if before.type in ("PERSON", "ORG") else "OTHER"
        if document.text[start - 1] == "," and titled(document, start - 1):
            return "PERSON"
    return "OTHER"


def head_type(document: Words, start: int, end: int) -> EntityType | None:
    """What the head word of the name start..end says it names, None if it has none."""
    heads = lexicon().heads
    surface = document.surface(start, end)
    if len(surface) < 2:
        return None
    if surface[0] in heads.first:
        return heads.first[surface[0]]
    link = next((n for n, word in enumerate(surface) if n and (word in _LINKS or word == "in")), None)
    if link is not None:
        kind = heads.before_of.get(surface[link - 1]) or heads.last.get(surface[link - 1])
        return None if kind == "GPE" and surface[link] != "of" else kind
    if surface[0] in ("mount", "mt", "lake", "cape"):
        return "LOC"
    if surface[-1] == "house" and single_words().get(surface[0]) == "NORP":
        return "ORG"
    return heads.last.get(surface[-1])


def _begins_run(document: Words, i: int) -> bool:
    if not document.capital[i] or document.sentence[i] < 0 or document.folded[i] in lexicon().calendar:
        return False
    if document.casing_of(i) != "running":
        return False
    return not (document.opens_sentence(i) and document.folded[i] in lexicon().edges)


def _run_end(document: Words, start: int) -> int:
    """Where the run that begins at `start` ends: after the last capital, over particles and hyphens."""
    calendar, particles = lexicon().calendar, lexicon().particles
    i = end = start + 1
    limit = min(len(document), start + _LONGEST_RUN)
    while i < limit and document.sentence[i] == document.sentence[start]:
        word = document.folded[i]
        if document.capital[i] and word not in calendar:
            end = i + 1
        elif i - end >= 2 or not (_joins(document, i) or (word in particles and word not in INNER)):
            break
        i += 1
    return end


def _joins(document: Words, i: int) -> bool:
    """Whether the mark at `i` joins two parts of a name: "&", or a hyphen or apostrophe after no blank."""
    if document.text[i] == "&":
        return True
    return document.text[i] in ("-", "'", "’", "–") and document.start[i] == document.stop(i - 1)


def _headed(document: Words, start: int, end: int) -> Iterator[Candidate]:
    heads = lexicon().heads
    for i in range(start, end - 1):
        if document.folded[i] in heads.first and (i == start or document.folded[i - 1] in single_words()):
            yield Candidate(i, end, heads.first[document.folded[i]], HEADED, "rule")
            return
    last = document.folded[end - 1]
    if last in heads.before_of and end < len(document) and document.folded[end] in _LINKS:
        is_place = heads.before_of[last] == "GPE"
        tail = None if is_place and not _names_a_state(document, start, end) else _linked_end(document, end)
        if tail is not None:
            yield from _named(document, start, tail, heads.before_of[last])
            return
    if end - start > 1 and last in heads.last:
        yield from _named(document, start, end, heads.last[last])
    elif end < len(document) and document.folded[end] in LOWER_HEADS:
        yield from _with_lower_head(document, end)


def _with_lower_head(document: Words, head: int) -> Iterator[Candidate]:
    """A name whose head word has no capital: "Houthi movement", "Gaza war", "Israel-Gaza conflict"."""
    owner, word = document.folded[head - 1], document.folded[head]
    start = _hyphenated(document, head - 1)
    listed = single_words().get(owner)
    fits = {
        "movement": not document.opens_sentence(head - 1),
        "war": listed in ("GPE", "LOC"),
        "conflict": start < head - 1 and listed is not None,
        "network": listed is not None and listed != "NORP",
    }
    if fits[word] and document.same_sentence(start, head + 1):
        yield Candidate(start, head + 1, LOWER_HEADS[word], HEADED, "rule")


def _hyphenated(document: Words, i: int) -> int:
    """The first token of "Israel-Gaza" when `i` is its last one."""
    return i - 2 if i > 1 and document.text[i - 1] in ("-", "–") and document.capital[i - 2] else i


def _names_a_state(document: Words, start: int, link: int) -> bool:
    """Whether "State of …" is a state, not the end of "Secretary of State for …"."""
    return document.folded[link] == "of" and (start == 0 or document.folded[start - 1] != "of")


def _linked_end(document: Words, link: int) -> int | None:
    """End of what follows "of" or "for" in a name: capitals, joined by small words that capitals follow."""
    i, end = link + 1, None
    limit = min(len(document), link + _LONGEST_RUN)
    while i < limit and document.sentence[i] == document.sentence[link]:
        if document.capital[i]:
            end = i + 1
        elif (document.folded[i] not in INNER and document.text[i] != "-") or (
            end is not None
            and (document.folded[i] in ("in", "on", "for", "of") or _opens_another(document, i))
        ):
            break
        i += 1
    return end


def _opens_another(document: Words, i: int) -> bool:
    """Whether the small word at `i` ends the name: what follows is a place or a name of its own."""
    following = document.folded[i + 1] if i + 1 < len(document) else ""
    if document.folded[i] == "of":
        return single_words().get(following) != "GPE"
    if document.folded[i] == "and" and single_words().get(following) == "GPE":
        return True
    return document.folded[i] in ("in", "on", "for") or following == "the"


def _named(document: Words, start: int, end: int, kind: EntityType) -> Iterator[Candidate]:
    bounds = healed(document, start, end)
    if bounds and bounds[1] == end and len(document.surface(*bounds)) > 1:
        yield Candidate(*bounds, kind, HEADED, "rule")


def _persons(document: Words, start: int, end: int) -> Iterator[Candidate]:
    """People in a run of capitals, which may hold a title too: "Iraqi Prime Minister Name"."""
    known = lexicon()
    for part in parts(document, start, end):
        bounds = healed(document, *part)
        if not bounds or head_type(document, *bounds):
            continue
        surface = document.surface(*bounds)
        if not 1 <= len(surface) <= 5 or surface[-1] in single_words() or surface[0] in known.edges:
            continue
        if titled(document, bounds[0]):
            yield Candidate(*bounds, "PERSON", TITLED, "rule")
        elif len(surface) > 1 and surface[0] in known.given:
            yield Candidate(*bounds, "PERSON", GIVEN, "rule")


def titled(document: Words, start: int) -> bool:
    """Whether a title or a role stands right before token `start`."""
    known = lexicon()
    sentence = document.sentence[start]
    for begin in range(max(0, start - 4), start):
        if document.sentence[begin] == sentence and phrase_at(known.titles, document, begin, start) == start:
            return True
    return False
