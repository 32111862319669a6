"""Finding the mentions of an article: the layers in the order in which they correct each other.

1. candidates: the recogniser's spans (healed), listed names, names by their build;
2. rivals are settled, doubtful list entries stay only where nothing speaks against them;
3. types are corrected by head words and neighbours, then made one for each surface form;
4. acronyms and echoes of what was found are looked for in the whole document;
5. descriptions and pronouns are added around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from model.language.mentions.boundaries import unglued
from model.language.mentions.candidates import Candidate, settle
from model.language.mentions.descriptions import descriptions
from model.language.mentions.echoes import acronyms, echoes
from model.language.mentions.gazetteer import LIKELY, listed
from model.language.mentions.lexicon import is_title
from model.language.mentions.patterns import built, leftovers
from model.language.mentions.phrases import dated_events, governments, quoted
from model.language.mentions.possessives import with_possessives
from model.language.mentions.recognised import recognised
from model.language.mentions.types import agreed, listed_together, typed
from model.language.mentions.words import Words, words_of
from model.records import Mention, MentionForm, Sentence

# A dash without blanks that makes one word of a name and what follows it: "the “Axis of Evil”—its".
_DASH = re.compile(r"[”“\"»’]?—|[”\"»][–-]")


def find_mentions(doc: Doc, sentences: Sequence[Sentence], text: str | None = None) -> tuple[Mention, ...]:
    """Mentions of the article that `doc` holds, sorted by start; a nominal may enclose names, nothing else
    nests.

    `sentences` are those of the article in reading order, `text` is its text where that differs from
    `doc.text` (by characters that spaCy cannot hold). Entities are left None.
    """
    text = doc.text if text is None else text
    document = with_possessives(words_of(doc, sentences))
    names = _names(doc, document)
    records = [_record(document, text, sentences, name, "name") for name in names]
    for description in descriptions(document, names):
        form: MentionForm = "pronoun" if description.is_pronoun else "nominal"
        records.append(_record(document, text, sentences, description.candidate, form))
    return tuple(sorted(records, key=lambda mention: (mention.start, -mention.end)))


def _names(doc: Doc, document: Words) -> list[Candidate]:
    from_model = [typed(document, candidate) for candidate in recognised(doc, document)]
    from_lists = list(listed(document))
    from_rules = [
        *governments(document, from_lists),
        *built(document),
        *quoted(document),
        *dated_events(document),
    ]
    names = settle([*from_model, *_plausible(document, from_lists), *from_rules])
    names = list(_without_tags(document, names))
    names = settle([*names, *leftovers(document, names)])
    names = [n for n in names if n.origin == "list" or not is_title(document, n.start, n.end)]
    names = listed_together(document, [typed(document, name) for name in names])
    names = settle([*names, *acronyms(document, names)])
    names = agreed(document, names)
    return settle([*names, *echoes(document, names)])


def _without_tags(document: Words, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """`names`, people without the page's tags that ran into their names."""
    for name in names:
        bounds = unglued(document, name.start, name.end) if name.type == "PERSON" else (name.start, name.end)
        if bounds:
            yield replace(name, start=bounds[0], end=bounds[1])


def _plausible(document: Words, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Listed names without those doubtful ones that look like a word of the sentence or a piece of another
    name.
    """
    return [c for c in candidates if c.confidence > LIKELY or _stands_alone(document, c)]


def _stands_alone(document: Words, candidate: Candidate) -> bool:
    start, end = candidate.start, candidate.end
    if document.casing_of(start) != "running" or document.opens_sentence(start):
        return False
    before = start > 0 and document.capital[start - 1] and document.folded[start - 1] != "the"
    after = end < len(document) and document.capital[end]
    return not before and not after


def _record(
    document: Words, text: str, sentences: Sequence[Sentence], name: Candidate, form: MentionForm
) -> Mention:
    sentence = sentences[document.sentence[name.start]]
    start, end = document.start[name.start], document.stop(name.end - 1)
    torn = _DASH.search(text, document.start[name.end - 1] + 1, end)
    end = torn.start() if torn else end
    return Mention(
        article=sentence.article,
        sentence=sentence.id,
        start=start,
        end=end,
        surface=text[start:end],
        type=name.type,
        entity=None,
        form=form,
        confidence=name.confidence,
    )
