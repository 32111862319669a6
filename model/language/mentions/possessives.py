"""Possessives that lost their apostrophe: "Iraqs army", "Netanyahus office"."""

from __future__ import annotations

from dataclasses import replace

from model.language.mentions.gazetteer import single_words
from model.language.mentions.words import Words, fold

_SHORTEST = 4
# What stands before a plural, or before the end of a longer name: "both Koreas", "Council of Ministers".
_NOT_ALONE = frozenset({"the", "two", "both", "of"})
_OWNED_TAGS = frozenset({"NN", "NNS", "JJ", "JJS", "VBN", ""})


def with_possessives(document: Words) -> Words:
    """`document` where a possessive without its apostrophe is read as the name alone, its "s" left out."""
    singles = single_words()
    seen = {text for text, capital in zip(document.text, document.capital, strict=True) if capital}
    text, folded = list(document.text), list(document.folded)
    for i, word in enumerate(document.text[:-1]):
        if not (document.capital[i] and word.endswith("s") and len(word) > _SHORTEST):
            continue
        stem = word[:-1]
        if word.isupper() or document.folded[i] in singles or stem.endswith("s"):
            continue
        kind = singles.get(fold(stem))
        owns = document.text[i + 1].islower() and document.tag[i + 1] in _OWNED_TAGS
        before = document.folded[i - 1] if i else ""
        is_state = kind == "GPE" and before not in ("two", "both")
        is_owner = kind != "NORP" and stem in seen and owns and before not in _NOT_ALONE
        if is_state or is_owner:
            text[i], folded[i] = stem, fold(stem)
    return replace(document, text=text, folded=folded)
