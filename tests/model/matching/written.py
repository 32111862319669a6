"""Articles written for a test: sentences with the mentions and claims that a test is about, and nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from model.passage import Passage, Witness
from model.records import (
    Article,
    BlockKind,
    Claim,
    EntityType,
    Mention,
    Quantity,
    Sentence,
    SourceKind,
    Span,
    TimeExpression,
)


@dataclass(frozen=True)
class Said:
    """A sentence to be written. `actors` maps entity ids to their words in the text; `source` is a piece of
    it.
    """

    text: str
    actors: dict[str, str] = field(default_factory=dict)
    types: dict[str, EntityType] = field(default_factory=dict)
    source: str | None = None
    source_entity: str | None = None
    source_kind: SourceKind | None = None
    source_count: int | None = None
    cue: str | None = None
    hedges: tuple[str, ...] = ()
    negated: bool = False
    numbers: tuple[tuple[str, float, str | None, str | None], ...] = ()
    about: tuple[tuple[str, float | None, float, float, str], ...] = ()
    times: tuple[tuple[str, str], ...] = ()
    block: BlockKind = "body"


def written(
    article: str,
    sentences: Iterable[Said | str],
    *,
    title: str | None = None,
    published: str | None = None,
    story: str | None = None,
) -> Witness:
    """An article of these sentences, one a line."""
    told = [Said(s) if isinstance(s, str) else s for s in sentences]
    text = "\n".join(said.text for said in told)
    passages: list[Passage] = []
    at = 0
    for n, said in enumerate(told):
        passages.append(passage(said, article=article, n=n, at=at))
        at += len(said.text) + 1
    record = Article(
        id=article,
        path=None,
        url=None,
        title=title,
        outlet=None,
        author=None,
        published=published,
        date_evidence=(),
        language="en",
        story=story,
        length=len(text),
        sha256="",
        text=text,
    )
    return Witness(record, tuple(passages))


def passage(said: Said | str, *, article: str = "x", n: int = 0, at: int = 0) -> Passage:
    """One sentence as a passage that stands at `at` in its article."""
    said = Said(said) if isinstance(said, str) else said
    sentence = Sentence(f"{article}:{n}", article, n, at, at + len(said.text), said.block)

    def find(words: str) -> Span:
        start = said.text.index(words)
        return Span(at + start, at + start + len(words))

    mentions = tuple(
        Mention(
            article,
            sentence.id,
            find(words).start,
            find(words).end,
            words,
            _type(said, entity),
            entity,
            "name",
        )
        for entity, words in said.actors.items()
    )
    quantities = [
        Quantity(find(words).start, find(words).end, value, None, None, unit, of)
        for words, value, unit, of in said.numbers
    ]
    quantities += [
        Quantity(find(words).start, find(words).end, value, low, high, None, of)
        for words, value, low, high, of in said.about
    ]
    claim = Claim(
        id=f"{sentence.id}.0",
        sentence=sentence.id,
        content=sentence.span,
        source=find(said.source) if said.source else None,
        inherited=False,
        source_entity=said.source_entity,
        source_kind=said.source_kind or ("named" if said.source else "author"),
        source_count=said.source_count,
        cue=find(said.cue) if said.cue else None,
        via=(),
        quote="none",
        hedges=tuple(find(words) for words in said.hedges),
        negated=said.negated,
        quantities=tuple(quantities),
        times=tuple(TimeExpression(find(words).start, find(words).end, value) for words, value in said.times),
    )
    return Passage(sentence, said.text, mentions, (claim,))


def _type(said: Said, entity: str) -> EntityType:
    return said.types.get(entity, "PERSON")


def words_under(text: str, spans: Sequence[Span | None]) -> list[str | None]:
    """What the spans cover, None for a missing one."""
    return [span.of(text) if span is not None else None for span in spans]
