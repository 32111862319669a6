"""Articles for tests of actors: text with its names marked as ``[TYPE:name]``, or ``[TYPE/form:words]``."""

from __future__ import annotations

import re

from model.actors import LocalActor, MemoryIndex, local_actors, resolve
from model.actors.judgements import ActorJudgements
from model.analysis import Analysis, Document
from model.records import Article, Block, Claim, Mention, Sentence, Span

_MARK = re.compile(r"\[([A-Z]+)(?:/(\w+))?:([^\]]*)\]")


def written(marked: str, article: str = "a1") -> Analysis:
    """The analysis of a marked text, one sentence a line."""
    text, mentions, sentences = "", [], []
    for n, line in enumerate(marked.strip().splitlines()):
        start, rest = len(text), 0
        sentence = f"{article}:{n}"
        for mark in _MARK.finditer(line):
            text += line[rest : mark.start()]
            kind, form, surface = mark[1], mark[2] or "name", mark[3]
            mentions.append(
                Mention(article, sentence, len(text), len(text) + len(surface), surface, kind, None, form)
            )
            text += surface
            rest = mark.end()
        text += line[rest:]
        sentences.append(Sentence(sentence, article, n, start, len(text), "body"))
        text += "\n"
    record = Article(
        article, None, None, None, None, None, None, (), "en", None, len(text), "0" * 64, text=text
    )
    block = Block(article, 0, len(text), "body", None)
    return Analysis(Document(record, (block,)), tuple(sentences), tuple(mentions), ())


def claim(analysis: Analysis, sentence: int, source: str, kind: str, via: tuple[str, ...] = ()) -> Claim:
    """A claim of that sentence whose source is the first place of `source` in it."""
    where = analysis.sentences[sentence]
    start = analysis.document.text.index(source, where.start)
    return Claim(
        id=f"{where.id}#0",
        sentence=where.id,
        content=where.span,
        source=Span(start, start + len(source)),
        inherited=False,
        source_entity=None,
        source_kind=kind,
        source_count=None,
        cue=None,
        via=via,
        quote=None,
        hedges=(),
        negated=None,
        quantities=(),
        times=(),
    )


def actor_with(actors: tuple[LocalActor, ...], spelling: str) -> LocalActor:
    """The local actor that has this spelling."""
    return next(actor for actor in actors if spelling in {form.text for form in actor.spellings})


def spellings(marked: str) -> list[set[str]]:
    """The spellings of each actor of a marked text."""
    return [{form.text for form in actor.spellings} for actor in local_actors(written(marked))]


def corpus(*texts: str, judgements: ActorJudgements | None = None) -> MemoryIndex:
    """An index of marked texts, added one after the other."""
    index = MemoryIndex()
    for n, text in enumerate(texts):
        index.apply(resolve(local_actors(written(text, f"a{n}"), judgements), index, judgements))
    return index


def together(index: MemoryIndex, *keys: str) -> bool:
    """Whether all the nodes belong to one entity."""
    found = index.actors_of(keys)
    assert set(found) == set(keys), f"unknown: {set(keys) - set(found)}"
    return len(set(found.values())) == 1
