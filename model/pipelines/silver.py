"""Names for a treebank that has none: its proper nouns say where, an earlier recogniser says of which kind.

`treebank_names.txt` has the names whose kind an editor has settled, the commonest of the treebank's news.
Another name that the recogniser finds is believed where its edges are those of a run of proper nouns.
Proper nouns that neither settles are UNKNOWN: nothing is learnt from them. All other words are running
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from model.pipelines.corpus import UNKNOWN, Passage, Segment, Tree, tree_example

SOURCE = "treebank"

_SETTLED = Path(__file__).with_name("treebank_names.txt")

_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_CALENDAR = frozenset(f"{_DAYS} {_MONTHS} {_SHORT_MONTHS}".split())

_ADDRESSES = "mr mr. mrs mrs. ms ms. dr dr. sir lord professor prof. king queen prince pope"
_OFFICES = "president minister senator sen. rep. governor gov. judge secretary chairman"
_RANKS = "general gen. colonel col. captain ayatollah sheikh shaikh imam"
_TITLES = frozenset(f"{_ADDRESSES} {_OFFICES} {_RANKS}".split())

_LINKS = frozenset({"of", "for", "and", "the", "&", "-", "'", "’s", "'s", "de", "al"})


def silver_passages(nlp: Language, trees: Iterable[Tree]) -> Iterator[Passage]:
    """Label the passages of a treebank with `nlp`, which needs a recogniser of names."""
    settled = _settled_names(nlp)
    for tree in trees:
        gold = tree_example(nlp, tree).reference
        found = nlp(gold.text)
        certain = [span for span in settled(gold, as_spans=True) if _is_whole_name(gold, span)]
        likely = [gold.char_span(name.start_char, name.end_char, name.label_) for name in found.ents]
        believed = [span for span in likely if span is not None and _has_edges_of_a_name(gold, span)]
        # Of two that overlap the longer is kept, and of two alike the first.
        yield Passage(SOURCE, tuple(_segments(gold, filter_spans([*certain, *believed]))))


def _settled_names(nlp: Language) -> PhraseMatcher:
    matcher = PhraseMatcher(nlp.vocab)
    for line in _SETTLED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, names = line.split(":", 1)
            matcher.add(label, [nlp.make_doc(name.strip()) for name in names.split("|")])
    return matcher


def _is_whole_name(gold: Doc, span: Span) -> bool:
    """Whether no capitalised proper noun that is not a title stands at either edge."""
    before = gold[span.start - 1] if span.start else None
    after = gold[span.end] if span.end < len(gold) else None
    if span.label_ in ("NORP", "GPE"):
        return True
    opens = before is None or not _is_proper(before) or before.lower_ in _TITLES
    return opens and (after is None or not _is_proper(after))


def _has_edges_of_a_name(gold: Doc, span: Span) -> bool:
    if span.label_ == "NORP":
        return len(span) == 1 and span[0].pos_ in ("ADJ", "PROPN", "NOUN") and span.text[0].isupper()
    inside = all(_is_proper(token) or token.lower_ in _LINKS for token in span)
    before = gold[span.start - 1] if span.start else None
    after = gold[span.end] if span.end < len(gold) else None
    opens = before is None or not _is_proper(before) or before.lower_ in _TITLES
    closes = after is None or not _is_proper(after)
    titled = span[0].lower_ in _TITLES
    return inside and opens and closes and not titled and _is_proper(span[0]) and _is_proper(span[-1])


def _is_proper(token: Token) -> bool:
    # By the tag, since the words of "United Nations" or "New York" are an adjective and a noun by their
    # part of speech.
    return token.tag_ in ("NNP", "NNPS") and token.lower_ not in _CALENDAR


def _segments(gold: Doc, names: list[Span]) -> Iterator[Segment]:
    label_at = {i: (n, name.label_) for n, name in enumerate(names) for i in range(name.start, name.end)}
    for token in gold:
        if token.i not in label_at and _may_be_a_name(token):
            label_at[token.i] = (-1, UNKNOWN)
    start = 0
    for token in gold:
        here, following = label_at.get(token.i), label_at.get(token.i + 1)
        if token.i + 1 == len(gold) or here != following:
            text = gold[start : token.i + 1].text_with_ws
            label = here[1] if here else None
            if label is not None and text.endswith(" "):
                yield Segment(text[:-1], label)
                yield Segment(" ")
            else:
                yield Segment(text, label)
            start = token.i + 1


def _may_be_a_name(token: Token) -> bool:
    if token.lower_ in _CALENDAR or not any(letter.isalpha() for letter in token.text):
        return False
    return _is_proper(token) or (token.pos_ in ("PROPN", "ADJ", "NOUN", "X") and token.text[0].isupper())
